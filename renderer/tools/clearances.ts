import type { Id } from '#shared/base/ids'
import type { BuildingStorey } from '#shared/building/building'
import type { Edit } from '#shared/commands/edit'
import { moveRoom } from '#shared/commands/move-room'
import type { RecordTable, WardDocument } from '#shared/document/document'
import type { Point } from '#shared/geometry/point'
import { boxOf } from '#shared/geometry/polygon'
import { lineOfOpening } from './edge-line'
import { editBy } from './edit-by'
import { targetOf } from './target'

/** On which side of something: of an opening, before it and after it along its wall. */
export type ClearSide = 'left' | 'right' | 'below' | 'above' | 'before' | 'after'

/** How much is free between something and what comes next on one side of it. Metres. */
export type Clearance = {
  readonly side: ClearSide
  readonly from: Point
  readonly to: Point
  readonly length: number
  /** A unit vector from the thing to what comes next. */
  readonly outward: Point
}

/** What touches has no distance to be typed. Metres. */
const TOUCHES_M = 0.005
/** From the centre-line of an outer wall to its outer face it is less than this. Metres. */
const OUTER_WALL_M = 0.35

/** Corners of something, or the two ends of a line. */
type Ring = readonly Point[]

/** The distances that can be read beside what is selected, and typed: to the next room or wall, to the next piece or wall face, to the ends of the wall. */
export function clearancesOf(storey: BuildingStorey, table: RecordTable, id: Id): readonly Clearance[] {
  const room = storey.rooms.find((each) => each.room.id === id)
  if (room !== undefined) {
    const { outline } = storey.storey
    const others = storey.rooms.filter((each) => each !== room).map(({ polygon }) => polygon)
    const free = storey.walls.filter(({ of }) => of.length === 1 && table[of[0] ?? '']?.kind === 'wall').map(({ from, to }) => [from, to])
    return aroundBox(room.polygon, [...others, ...free], outline === undefined ? [] : [outline])
  }
  const fixture = storey.fixtures.find((each) => each.fixture.id === id)
  if (fixture !== undefined) {
    const others = storey.fixtures.filter((each) => each !== fixture).map(({ footprint }) => footprint)
    return aroundBox(fixture.footprint, [...storey.walls.map(({ ring }) => ring), ...others])
  }
  return besideOpening(table, id)
}

/** Against the outer face of the building, itself a wall away, a room has no distance either. */
function aroundBox(ring: Ring, others: readonly Ring[], outer: readonly Ring[] = []): readonly Clearance[] {
  const { left, bottom, right, top } = boxOf(ring)
  const [x, y] = [(left + right) / 2, (bottom + top) / 2]
  // Of thousands of rings few lie across one of the four lines.
  const across = others.filter((other) => isAcross(other, x, y))
  const looks: readonly (readonly [ClearSide, Point, Point])[] = [
    ['left', { x: left, y }, { x: -1, y: 0 }],
    ['right', { x: right, y }, { x: 1, y: 0 }],
    ['below', { x, y: bottom }, { x: 0, y: -1 }],
    ['above', { x, y: top }, { x: 0, y: 1 }],
  ]
  return looks.flatMap(([side, from, outward]) => {
    const face = nearestAlong(from, outward, outer)
    const length = least(nearestAlong(from, outward, across), face)
    if (length === undefined || length < TOUCHES_M || (length === face && length < OUTER_WALL_M)) return []
    return [{ side, from, to: { x: from.x + outward.x * length, y: from.y + outward.y * length }, length, outward }]
  })
}

/** Whether a ring has points on both sides of, or on, the upright or the level line through a point. */
function isAcross(ring: Ring, x: number, y: number): boolean {
  let [isLeft, isRight, isBelow, isAbove] = [false, false, false, false]
  for (const point of ring) {
    if (point.x <= x) isLeft = true
    if (point.x >= x) isRight = true
    if (point.y <= y) isBelow = true
    if (point.y >= y) isAbove = true
  }
  return (isLeft && isRight) || (isBelow && isAbove)
}

function least(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined || b === undefined ? (a ?? b) : Math.min(a, b)
}

/** How far along an upright or level line the first edge lies that it meets. */
function nearestAlong(from: Point, outward: Point, rings: readonly Ring[]): number | undefined {
  let nearest: number | undefined
  const isLevel = outward.y === 0
  for (const ring of rings) {
    let b = ring[ring.length - 1]
    for (const next of ring) {
      const a = b as Point
      b = next
      // In the frame of the line: `p` across it, `q` along it.
      const pa = isLevel ? a.y - from.y : a.x - from.x
      const pb = isLevel ? next.y - from.y : next.x - from.x
      if (pa === pb || (pa > 0 === pb > 0 && pa !== 0 && pb !== 0)) continue
      const share = pa / (pa - pb)
      const at = isLevel ? (a.x + (next.x - a.x) * share - from.x) * outward.x : (a.y + (next.y - a.y) * share - from.y) * outward.y
      if (at >= -1e-9 && (nearest === undefined || at < nearest)) nearest = Math.max(at, 0)
    }
  }
  return nearest
}

function besideOpening(table: RecordTable, id: Id): readonly Clearance[] {
  const opening = table[id]
  const line = opening?.kind === 'opening' ? lineOfOpening(table, opening) : undefined
  if (opening?.kind !== 'opening' || line === undefined) return []
  const { along } = line
  const at = (metres: number): Point => ({ x: line.from.x + along.x * metres, y: line.from.y + along.y * metres })
  const end = opening.along + opening.width
  const sides: readonly Clearance[] = [
    { side: 'before', from: at(opening.along), to: at(0), length: opening.along, outward: { x: -along.x, y: -along.y } },
    { side: 'after', from: at(end), to: at(line.length), length: line.length - end, outward: along },
  ]
  return sides.filter(({ length }) => length >= TOUCHES_M)
}

/** Moves the thing so that this much is free on that side of it; the other side gives. */
export function clearBy(document: WardDocument, table: RecordTable, id: Id, { length, outward }: Clearance, wanted: number): Edit | undefined {
  const far = length - wanted
  const by = { x: outward.x * far, y: outward.y * far }
  const target = targetOf(table, id)
  if (target === undefined) return undefined
  return target.kind === 'room' ? moveRoom(document, { room: id, dx: by.x, dy: by.y }) : editBy(document, table, target, by)
}
