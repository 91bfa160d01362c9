import type { Point } from './point'
import { crossesItself } from './polygon'

/** A side of a ring with how far it moves inwards (outwards when negative). */
export type MovingSide = { readonly from: Point; readonly to: Point; readonly by: number }

/** Two sides run in one line where the sine of the angle between them is below this. */
const STRAIGHT = 0.01

/**
 * The ring whose sides are those of a counter-clockwise ring, each moved square to itself by its own
 * distance, corners where moved neighbours cross. Undefined where a side would vanish or the ring
 * would cross itself: nothing, or more than one piece, is left then.
 */
export function movedSides(sides: readonly MovingSide[]): readonly Point[] | undefined {
  const merged = mergeStraight(sides)
  if (merged.length < 3) return undefined
  const ring: Point[] = []
  const firstCorner: number[] = []
  for (let i = 0; i < merged.length; i++) {
    const side = merged[i]!
    const next = merged[i + 1 === merged.length ? 0 : i + 1]!
    const corner = cornerBetween(side, next)
    firstCorner.push(ring.length)
    ring.push(...corner)
  }
  // Corner i ends side i; each side has to run the way it ran before.
  for (let i = 0; i < merged.length; i++) {
    const side = merged[i]!
    const start = ring[(firstCorner[i]! + ring.length - 1) % ring.length]!
    const end = ring[firstCorner[i]!]!
    const along = (end.x - start.x) * (side.to.x - side.from.x) + (end.y - start.y) * (side.to.y - side.from.y)
    if (along <= 0) return undefined
  }
  return ring.length > 4 && crossesItself(ring) ? undefined : ring
}

/**
 * What each side sweeps as it moves, corners that open up between them included, rounded to whole
 * numbers: for clipping, where sides vanish or cross so that `movedSides` has no answer.
 */
export function stripsBeside(sides: readonly MovingSide[]): readonly (readonly Point[])[] {
  return sides.flatMap((side, i) => {
    if (side.by === 0) return []
    const previous = sides[(i + sides.length - 1) % sides.length]!
    const next = sides[(i + 1) % sides.length]!
    const { from, to, by } = side
    const { x: ux, y: uy } = direction(side)
    const before = opens(previous, side, by) ? Math.abs(previous.by) : 0
    const after = opens(side, next, by) ? Math.abs(next.by) : 0
    const start = { x: from.x - ux * before, y: from.y - uy * before }
    const end = { x: to.x + ux * after, y: to.y + uy * after }
    const strip = [start, end, { x: end.x - uy * by, y: end.y + ux * by }, { x: start.x - uy * by, y: start.y + ux * by }]
    return [(by < 0 ? strip.reverse() : strip).map(({ x, y }) => ({ x: Math.round(x), y: Math.round(y) }))]
  })
}

/** Do two neighbours leave a corner between them as they move to the side of `by`. */
function opens(side: MovingSide, next: MovingSide, by: number): boolean {
  const cross = (side.to.x - side.from.x) * (next.to.y - next.from.y) - (side.to.y - side.from.y) * (next.to.x - next.from.x)
  return by > 0 ? cross < 0 : cross > 0
}

function mergeStraight(sides: readonly MovingSide[]): readonly MovingSide[] {
  const merged: MovingSide[] = []
  for (const side of sides) {
    const last = merged[merged.length - 1]
    if (last !== undefined && last.by === side.by && isStraight(last, side)) merged[merged.length - 1] = { ...last, to: side.to }
    else merged.push(side)
  }
  const first = merged[0]
  const last = merged[merged.length - 1]
  if (merged.length > 1 && first !== undefined && last !== undefined && last.by === first.by && isStraight(last, first)) {
    merged[0] = { ...first, from: last.from }
    merged.pop()
  }
  return merged
}

function cornerBetween(side: MovingSide, next: MovingSide): readonly Point[] {
  const u = direction(side)
  const v = direction(next)
  const at = side.to
  const before = { x: at.x - u.y * side.by, y: at.y + u.x * side.by }
  const after = { x: at.x - v.y * next.by, y: at.y + v.x * next.by }
  const cross = u.x * v.y - u.y * v.x
  if (Math.abs(cross) < STRAIGHT) return side.by === next.by ? [before] : [before, after]
  const ahead = ((after.x - before.x) * v.y - (after.y - before.y) * v.x) / cross
  return [{ x: before.x + u.x * ahead, y: before.y + u.y * ahead }]
}

function isStraight(side: MovingSide, next: MovingSide): boolean {
  const u = direction(side)
  const v = direction(next)
  return Math.abs(u.x * v.y - u.y * v.x) < 1e-9 && u.x * v.x + u.y * v.y > 0
}

function direction({ from, to }: MovingSide): Point {
  const x = to.x - from.x
  const y = to.y - from.y
  const long = Math.sqrt(x * x + y * y)
  return { x: x / long, y: y / long }
}
