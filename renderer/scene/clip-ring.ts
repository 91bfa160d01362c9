import type { Point } from '#shared/geometry/point'

/** A line on the plan: metres along it are counted from `at` in the direction of `along`, a unit vector. */
export type Axis = { readonly at: Point; readonly along: Point }

/** How far along the axis a point lies. Metres. */
export function alongAxis({ at, along }: Axis, { x, y }: Point): number {
  return (x - at.x) * along.x + (y - at.y) * along.y
}

/** The part of a convex ring between two lines square to the axis, `start` and `end` metres along it; empty where nothing is left. */
export function clipRing(ring: readonly Point[], axis: Axis, start: number, end: number): readonly Point[] {
  return halfOf(halfOf(ring, axis, start, 1), axis, end, -1)
}

function halfOf(ring: readonly Point[], axis: Axis, limit: number, side: 1 | -1): readonly Point[] {
  const kept: Point[] = []
  ring.forEach((from, index) => {
    const to = ring[(index + 1) % ring.length] as Point
    const [a, b] = [side * (alongAxis(axis, from) - limit), side * (alongAxis(axis, to) - limit)]
    if (a >= 0) kept.push(from)
    if (a > 0 !== b > 0 && a !== 0 && b !== 0) {
      const share = a / (a - b)
      kept.push({ x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share })
    }
  })
  return kept
}
