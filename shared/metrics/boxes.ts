import type { Box } from './route-facts'

/** Do two upright boxes touch or overlap. */
export function doBoxesMeet(a: Box, b: Box): boolean {
  return a.x0 <= b.x1 && b.x0 <= a.x1 && a.y0 <= b.y1 && b.y0 <= a.y1
}

/** A box that reaches `distance` further on all sides. Metres. */
export function grown({ x0, y0, x1, y1 }: Box, distance: number): Box {
  return { x0: x0 - distance, y0: y0 - distance, x1: x1 + distance, y1: y1 + distance }
}

/** What both boxes cover. */
export function commonBox(a: Box, b: Box): Box {
  return { x0: Math.max(a.x0, b.x0), y0: Math.max(a.y0, b.y0), x1: Math.min(a.x1, b.x1), y1: Math.min(a.y1, b.y1) }
}
