import type { Arc } from './disc-arcs'

/** Millimetres within which a line counts as touching: far above rounding, far below anything drawn. */
export const TOUCH = 1e-4

/**
 * What taut routes bend on: a stretch of a free arc that no threshold cuts, or (radius 0, span 0, a and b the sides of
 * the sector) the end of a threshold amid the floor. Where a threshold is all that ends it, `before` is the number of
 * the piece beyond the a end less this one's, `behind` that of the piece beyond the b end; 0 where nothing is beyond.
 */
export type Piece = Arc & {
  readonly radius: number
  readonly before: number
  readonly behind: number
  /** Crossings (packed, see RunTable) made on stepping over the b end, counter-clockwise. */
  readonly crossings: readonly number[]
}

/** One number for a point of whole millimetres below 2^25. */
export function positionKey(x: number, y: number): number {
  return x * 67_108_864 + y
}
