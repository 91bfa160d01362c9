import type { Point } from './point'

export type Segment<P extends Point = Point> = { readonly from: P; readonly to: P }

/** The edges of a ring, each from one of its points to the next. */
export function edgesOfRing<P extends Point>(ring: readonly P[]): readonly Segment<P>[] {
  return ring.map((from, index) => ({ from, to: ring[(index + 1) % ring.length]! }))
}

/** How far along a segment a point is by its foot: 0 at its start and 1 at its end, less or more beyond them; 0 where the segment has no length. */
export function shareAlong({ from, to }: Segment, { x, y }: Point): number {
  const dx = to.x - from.x
  const dy = to.y - from.y
  const square = dx * dx + dy * dy
  return square === 0 ? 0 : ((x - from.x) * dx + (y - from.y) * dy) / square
}

/** The point at a share of the way along a segment. */
export function pointAlong({ from, to }: Segment, share: number): Point {
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share }
}

/** The point of a segment that is nearest to a point. */
export function footOn(segment: Segment, point: Point): Point {
  return pointAlong(segment, Math.min(1, Math.max(0, shareAlong(segment, point))))
}
