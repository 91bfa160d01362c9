import { orient2d } from 'robust-predicates'

/**
 * Twice the signed area of a, b, c: positive when c lies on the left of a -> b. Exact in plain float64 for
 * whole numbers below 2^25 in size: differences stay below 2^26, products below 2^52.
 */
export function turn(ax: number, ay: number, bx: number, by: number, cx: number, cy: number): number {
  return (bx - ax) * (cy - ay) - (by - ay) * (cx - ax)
}

/** The same with the right sign for any coordinates (Shewchuk 1997, adaptive precision). */
export function robustTurn(ax: number, ay: number, bx: number, by: number, cx: number, cy: number): number {
  return -orient2d(ax, ay, bx, by, cx, cy)
}

/** Twice the signed area of a ring x0, y0, x1, y1, ...: positive when counter-clockwise. */
export function doubleArea(ring: readonly number[]): number {
  let sum = 0
  for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) sum += ring[j]! * ring[i + 1]! - ring[i]! * ring[j + 1]!
  return sum
}

/** Where (x, y) lies: 1 inside the ring, 0 on it, -1 outside. Even-odd; exact (robust for any coordinates). */
export function sideOfRing(ring: readonly number[], x: number, y: number): 1 | 0 | -1 {
  let inside = false
  for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
    const ax = ring[j]!
    const ay = ring[j + 1]!
    const bx = ring[i]!
    const by = ring[i + 1]!
    if ((ay > y && by > y) || (ay < y && by < y)) continue
    if (ax < x && bx < x) continue
    const side = robustTurn(ax, ay, bx, by, x, y)
    if (side === 0 && Math.min(ax, bx) <= x && x <= Math.max(ax, bx)) return 0
    if (ay > y !== by > y && side > 0 === by > ay) inside = !inside
  }
  return inside ? 1 : -1
}
