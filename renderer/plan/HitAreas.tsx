import { useDeferredValue } from 'react'
import type { BuildingStorey, BuiltOpening, WallPiece } from '#shared/building/building'
import type { Point } from '#shared/geometry/point'
import { DrawnList } from './DrawnList'
import type { Mark } from './patched-list'

/** Pixels: walls and doors are thinner than a finger, so what takes hold of them is wider than what is seen. */
const WALL_PX = '12'
const OPENING_PX = '24'

/** Invisible wide lines over walls and openings. A drag that is under way presses nothing: they come a moment after what is seen. */
export function HitAreas(now: Pick<BuildingStorey, 'walls' | 'openings'>) {
  const [walls, openings] = [useDeferredValue(now.walls), useDeferredValue(now.openings)]
  return (
    <>
      <DrawnList items={walls} draw={wallArea} />
      <DrawnList items={openings} draw={openingArea} />
    </>
  )
}

function wallArea({ key, from, to }: WallPiece): readonly Mark[] {
  return [{ tag: 'path', attributes: { class: 'hit', d: line(from, to), 'stroke-width': WALL_PX, 'data-wall': key } }]
}

function openingArea({ opening, from, to }: BuiltOpening): readonly Mark[] {
  return [{ tag: 'path', attributes: { class: 'hit', d: line(from, to), 'stroke-width': OPENING_PX, 'data-element': opening.id } }]
}

function line(from: Point, to: Point): string {
  return `M${from.x},${-from.y}L${to.x},${-to.y}`
}
