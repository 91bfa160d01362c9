import type { Point } from './point'

export type Box = { readonly left: number; readonly bottom: number; readonly right: number; readonly top: number }

/** Counter-clockwise. */
export function cornersOfBox({ left, bottom, right, top }: Box): readonly Point[] {
  return [
    { x: left, y: bottom },
    { x: right, y: bottom },
    { x: right, y: top },
    { x: left, y: top },
  ]
}

/** Area inside a ring, positive when it runs counter-clockwise; in the square of the points' unit. */
export function signedArea(ring: readonly Point[]): number {
  const origin = ring[0]
  if (origin === undefined) return 0
  let twice = 0
  for (let i = 1; i + 1 < ring.length; i++) {
    const a = ring[i]!
    const b = ring[i + 1]!
    twice += (a.x - origin.x) * (b.y - origin.y) - (a.y - origin.y) * (b.x - origin.x)
  }
  return twice / 2
}

/** Centre of gravity of the region that rings enclose (holes run the other way round); undefined without area. */
export function centroid(rings: readonly (readonly Point[])[]): Point | undefined {
  const origin = rings[0]?.[0]
  if (origin === undefined) return undefined
  let twice = 0
  let x = 0
  let y = 0
  for (const ring of rings) {
    for (let i = 0; i < ring.length; i++) {
      const ax = ring[i]!.x - origin.x
      const ay = ring[i]!.y - origin.y
      const b = ring[i + 1 === ring.length ? 0 : i + 1]!
      const bx = b.x - origin.x
      const by = b.y - origin.y
      const cross = ax * by - ay * bx
      twice += cross
      x += (ax + bx) * cross
      y += (ay + by) * cross
    }
  }
  if (twice === 0) return undefined
  return { x: origin.x + x / (3 * twice), y: origin.y + y / (3 * twice) }
}

/** Where a point lies with respect to a ring: 1 inside, 0 on its edge, -1 outside. Exact for whole numbers below 2^25. */
export function sideOfRing(ring: readonly Point[], x: number, y: number): -1 | 0 | 1 {
  let isInside = false
  let a = ring[ring.length - 1]
  if (a === undefined) return -1
  for (const b of ring) {
    const cross = (b.x - a.x) * (y - a.y) - (b.y - a.y) * (x - a.x)
    if (cross === 0 && x >= Math.min(a.x, b.x) && x <= Math.max(a.x, b.x) && y >= Math.min(a.y, b.y) && y <= Math.max(a.y, b.y)) return 0
    if (a.y > y !== b.y > y && cross > 0 === b.y > a.y) isInside = !isInside
    a = b
  }
  return isInside ? 1 : -1
}

/** The smallest upright rectangle around points. */
export function boxOf(points: readonly Point[]): Box {
  let left = Number.POSITIVE_INFINITY
  let bottom = Number.POSITIVE_INFINITY
  let right = Number.NEGATIVE_INFINITY
  let top = Number.NEGATIVE_INFINITY
  for (const { x, y } of points) {
    if (x < left) left = x
    if (x > right) right = x
    if (y < bottom) bottom = y
    if (y > top) top = y
  }
  return { left, bottom, right, top }
}

/** Do two boxes, one of them grown by `margin`, have a point in common. */
export function boxesMeet(a: Box, b: Box, margin = 0): boolean {
  return a.left <= b.right + margin && b.left <= a.right + margin && a.bottom <= b.top + margin && b.bottom <= a.top + margin
}

/** Distance of a point from the segment a-b, in the points' unit. */
export function distanceToSegment(x: number, y: number, a: Point, b: Point): number {
  const dx = b.x - a.x
  const dy = b.y - a.y
  const square = dx * dx + dy * dy
  const along = square === 0 ? 0 : Math.min(1, Math.max(0, ((x - a.x) * dx + (y - a.y) * dy) / square))
  const ex = x - a.x - along * dx
  const ey = y - a.y - along * dy
  return Math.sqrt(ex * ex + ey * ey)
}

/** Does the closed ring cross or touch itself anywhere but at neighbouring corners. O(n^2). */
export function crossesItself(ring: readonly Point[]): boolean {
  const n = ring.length
  for (let i = 0; i < n; i++) {
    for (let j = i + 2; j < n; j++) {
      if (i === 0 && j === n - 1) continue
      if (segmentsTouch(ring[i]!, ring[i + 1]!, ring[j]!, ring[j + 1 === n ? 0 : j + 1]!)) return true
    }
  }
  return false
}

/** Do the closed segments a-b and c-d have a point in common. Exact for whole numbers below 2^25. */
export function segmentsTouch(a: Point, b: Point, c: Point, d: Point): boolean {
  if (Math.max(a.x, b.x) < Math.min(c.x, d.x) || Math.max(c.x, d.x) < Math.min(a.x, b.x)) return false
  if (Math.max(a.y, b.y) < Math.min(c.y, d.y) || Math.max(c.y, d.y) < Math.min(a.y, b.y)) return false
  return side(a, b, c) * side(a, b, d) <= 0 && side(c, d, a) * side(c, d, b) <= 0
}

function side(a: Point, b: Point, p: Point): number {
  return Math.sign((b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x))
}
