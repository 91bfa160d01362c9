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

/** The least box about the boxes of some things. */
export function boxAbout(things: readonly { readonly box: Box }[]): Box {
  let [x0, y0, x1, y1] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const { box } of things) {
    x0 = Math.min(x0, box.x0)
    y0 = Math.min(y0, box.y0)
    x1 = Math.max(x1, box.x1)
    y1 = Math.max(y1, box.y1)
  }
  return { x0, y0, x1, y1 }
}
