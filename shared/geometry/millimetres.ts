import type { Point } from './point'

/** A length in metres as whole millimetres: the grid on which geometry is exact. */
export function toMillimetres(metres: number): number {
  return Math.round(metres * 1000) + 0
}

/** Whole millimetres as metres: the double nearest to the decimal, so that it is the number that a file holds. */
export function toMetres(millimetres: number): number {
  return millimetres / 1000 + 0
}

/**
 * To the nearest whole number, halves away from zero. Applied to an offset from a whole-millimetre
 * point it gives the same answer mirrored, turned by quarters or shifted, which `Math.round` does not.
 */
export function roundOffset(offset: number): number {
  return offset < 0 ? -Math.round(-offset) + 0 : Math.round(offset)
}

/** A point in metres as whole millimetres. */
export function pointToMillimetres({ x, y }: Point): Point {
  return { x: toMillimetres(x), y: toMillimetres(y) }
}

/** A point in whole millimetres as metres. */
export function pointToMetres({ x, y }: Point): Point {
  return { x: toMetres(x), y: toMetres(y) }
}
