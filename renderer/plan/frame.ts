import type { Point } from '#shared/geometry/point'

/**
 * How metres of a drawing (x right, y down) become pixels of the screen: (a x + c y, b x + d y). A plan only scales; a floor that is seen
 * from the side is turned and squashed too.
 */
export type Frame = { readonly a: number; readonly b: number; readonly c: number; readonly d: number }

export function planFrame(scale: number): Frame {
  return { a: scale, b: 0, c: 0, d: scale }
}

/** Undoes the frame inside it: what is drawn then is as large as it says, in pixels, and upright. */
export function inPixels({ a, b, c, d }: Frame): string {
  const size = a * d - b * c || 1
  return `matrix(${[d, -b, -c, a].map((part) => part / size).join(' ')} 0 0)`
}

/** A vector of the plan (metres, y up) on the screen (pixels, y down). */
export function toScreen({ a, b, c, d }: Frame, { x, y }: Point): Point {
  return { x: a * x - c * y, y: b * x - d * y }
}
