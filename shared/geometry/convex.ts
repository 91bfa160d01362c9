import type { Point } from './point'

/** Does a counter-clockwise ring never turn right. */
export function isConvex(ring: readonly Point[]): boolean {
  for (let i = 0; i < ring.length; i++) {
    const p = ring[i]!
    const q = ring[(i + 1) % ring.length]!
    const r = ring[(i + 2) % ring.length]!
    if ((q.x - p.x) * (r.y - q.y) - (q.y - p.y) * (r.x - q.x) < 0) return false
  }
  return true
}

/**
 * How deep two convex shapes (rings, or two points for a line) lie in one another: the least distance
 * to move one so that they only touch; 0 or less where they do not overlap. In the points' unit.
 */
export function overlapDepth(a: readonly Point[], b: readonly Point[]): number {
  return Math.min(depthAcross(a, b, a), depthAcross(a, b, b))
}

function depthAcross(a: readonly Point[], b: readonly Point[], sidesOf: readonly Point[]): number {
  let least = Number.POSITIVE_INFINITY
  for (let i = 0; i < sidesOf.length; i++) {
    const p = sidesOf[i]!
    const q = sidesOf[i + 1 === sidesOf.length ? 0 : i + 1]!
    const long = Math.sqrt((q.x - p.x) ** 2 + (q.y - p.y) ** 2)
    if (long === 0) continue
    const nx = (q.y - p.y) / long
    const ny = (p.x - q.x) / long
    const [lowA, highA] = extent(a, nx, ny)
    const [lowB, highB] = extent(b, nx, ny)
    least = Math.min(least, highA - lowB, highB - lowA)
    if (least <= 0) return least
  }
  return least
}

function extent(ring: readonly Point[], nx: number, ny: number): readonly [number, number] {
  let low = Number.POSITIVE_INFINITY
  let high = Number.NEGATIVE_INFINITY
  for (const { x, y } of ring) {
    const along = x * nx + y * ny
    if (along < low) low = along
    if (along > high) high = along
  }
  return [low, high]
}
