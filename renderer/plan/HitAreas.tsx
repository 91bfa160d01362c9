import { memo } from 'react'
import type { BuiltOpening, WallPiece } from '#shared/building/building'
import type { Point } from '#shared/geometry/point'
import { Chunks } from './Chunks'

/** Pixels: walls and doors are thinner than a finger, so what takes hold of them is wider than what is seen. */
const WALL_PX = 12
const OPENING_PX = 24

/** Invisible wide lines over walls and openings. */
export const HitAreas = memo(function HitAreas({
  walls,
  openings,
}: {
  readonly walls: readonly WallPiece[]
  readonly openings: readonly BuiltOpening[]
}) {
  return (
    <g aria-hidden>
      <Chunks items={walls} draw={wallArea} keyOf={wallKey} />
      <Chunks items={openings} draw={openingArea} keyOf={openingKey} />
    </g>
  )
})

function wallKey({ key }: WallPiece): string {
  return key
}

function openingKey({ opening }: BuiltOpening): string {
  return opening.id
}

function wallArea({ key, from, to }: WallPiece) {
  return <path key={key} className="hit" d={line(from, to)} strokeWidth={WALL_PX} data-wall={key} />
}

function openingArea({ opening, from, to }: BuiltOpening) {
  return <path key={opening.id} className="hit" d={line(from, to)} strokeWidth={OPENING_PX} data-element={opening.id} />
}

function line(from: Point, to: Point): string {
  return `M${from.x},${-from.y}L${to.x},${-to.y}`
}
