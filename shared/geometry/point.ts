/** A point or vector of the plan: metres, x right, y up the page. */
export type Point = { readonly x: number; readonly y: number }

/** The very same place: no nearness. */
export function isSamePoint(a: Point, b: Point): boolean {
  return a.x === b.x && a.y === b.y
}

/** Between two points, in their unit. By the square root, which is the same on every machine; `Math.hypot` need not be. */
export function distanceBetween(p: Point, q: Point): number {
  return Math.sqrt((q.x - p.x) ** 2 + (q.y - p.y) ** 2)
}
