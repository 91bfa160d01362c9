import type { Point } from './point'
import { distanceToSegment, sideOfRing } from './polygon'

/** Where a disc may stand: its centre in `within` (edges included), itself clear of every obstacle. One unit throughout. */
export type StandingRoom = {
  readonly within: readonly Point[]
  /** Counter-clockwise rings, or two points for a thin wall. Touching is allowed. */
  readonly obstacles: readonly (readonly Point[])[]
  readonly radius: number
}

/** Differences below this are rounding. */
const NOISE = 1e-6

/** A line of places at exactly the radius from one edge, or the edge of the room itself; or a circle about a corner. */
type Rim = { readonly a: Point; readonly b: Point } | { readonly centre: Point; readonly radius: number }

/** Does a disc stand free at `p`. */
function standsFree({ within, obstacles, radius }: StandingRoom, p: Point): boolean {
  return isWithin(within, p) && obstacles.every((obstacle) => isClear(obstacle, p, radius))
}

/**
 * The nearest point to `wish` where the disc stands free (ties: lower x, then lower y); undefined where
 * it stands nowhere. Exact: the answer is the wish itself, the nearest point of one rim, or a crossing
 * of two, and all of these are tried.
 */
export function nearestStanding(room: StandingRoom, wish: Point): Point | undefined {
  if (standsFree(room, wish)) return wish
  const rims = rimsOf(room)
  let best: Point | undefined
  let least = Number.POSITIVE_INFINITY
  const offer = (p: Point | undefined) => {
    if (p === undefined) return
    const distance = Math.hypot(p.x - wish.x, p.y - wish.y)
    if (distance > least + NOISE) return
    const isNearer = best === undefined || distance < least - NOISE
    if (!isNearer && !(p.x < best!.x - NOISE || (p.x <= best!.x + NOISE && p.y < best!.y - NOISE))) return
    if (!standsFree(room, p)) return
    best = p
    least = Math.min(least, distance)
  }
  for (const rim of rims) offer(nearestOn(rim, wish))
  const near = rims.filter((rim) => distanceOf(rim, wish) <= least + NOISE)
  for (let i = 0; i < near.length; i++) for (let j = 0; j < i; j++) for (const p of crossings(near[i]!, near[j]!)) offer(p)
  return best
}

function isWithin(within: readonly Point[], p: Point): boolean {
  if (sideOfRing(within, p.x, p.y) >= 0) return true
  return within.some((a, i) => distanceToSegment(p.x, p.y, a, within[i + 1 === within.length ? 0 : i + 1]!) <= NOISE)
}

function isClear(obstacle: readonly Point[], p: Point, radius: number): boolean {
  let a = obstacle[obstacle.length - 1]!
  let least = Number.POSITIVE_INFINITY
  for (const b of obstacle) {
    least = Math.min(least, distanceToSegment(p.x, p.y, a, b))
    if (least < radius - NOISE) return false
    a = b
  }
  return least <= NOISE || obstacle.length < 3 || sideOfRing(obstacle, p.x, p.y) <= 0
}

function rimsOf({ within, obstacles, radius }: StandingRoom): readonly Rim[] {
  const rims: Rim[] = within.map((a, i) => ({ a, b: within[i + 1 === within.length ? 0 : i + 1]! }))
  for (const obstacle of obstacles) {
    obstacle.forEach((a, i) => {
      const b = obstacle[i + 1 === obstacle.length ? 0 : i + 1]!
      const long = Math.hypot(b.x - a.x, b.y - a.y)
      rims.push({ centre: a, radius })
      if (long === 0) return
      const dx = ((b.y - a.y) / long) * radius
      const dy = (-(b.x - a.x) / long) * radius
      rims.push({ a: { x: a.x + dx, y: a.y + dy }, b: { x: b.x + dx, y: b.y + dy } })
    })
  }
  return rims
}

function nearestOn(rim: Rim, p: Point): Point | undefined {
  if ('centre' in rim) {
    const dx = p.x - rim.centre.x
    const dy = p.y - rim.centre.y
    const long = Math.hypot(dx, dy)
    if (long === 0) return rim.radius === 0 ? p : undefined
    return { x: rim.centre.x + (dx / long) * rim.radius, y: rim.centre.y + (dy / long) * rim.radius }
  }
  const dx = rim.b.x - rim.a.x
  const dy = rim.b.y - rim.a.y
  const square = dx * dx + dy * dy
  const share = square === 0 ? 0 : Math.min(1, Math.max(0, ((p.x - rim.a.x) * dx + (p.y - rim.a.y) * dy) / square))
  return { x: rim.a.x + dx * share, y: rim.a.y + dy * share }
}

function distanceOf(rim: Rim, p: Point): number {
  if ('centre' in rim) return Math.abs(Math.hypot(p.x - rim.centre.x, p.y - rim.centre.y) - rim.radius)
  return distanceToSegment(p.x, p.y, rim.a, rim.b)
}

function crossings(r: Rim, s: Rim): readonly Point[] {
  if ('centre' in r) return 'centre' in s ? circlesCross(r.centre, r.radius, s.centre, s.radius) : lineMeetsCircle(s.a, s.b, r.centre, r.radius)
  return 'centre' in s ? lineMeetsCircle(r.a, r.b, s.centre, s.radius) : linesCross(r.a, r.b, s.a, s.b)
}

function linesCross(a: Point, b: Point, c: Point, d: Point): readonly Point[] {
  const dx = b.x - a.x
  const dy = b.y - a.y
  const cross = dx * (d.y - c.y) - dy * (d.x - c.x)
  if (cross === 0) return []
  const share = ((c.x - a.x) * (d.y - c.y) - (c.y - a.y) * (d.x - c.x)) / cross
  const other = ((c.x - a.x) * dy - (c.y - a.y) * dx) / cross
  if (share < -1e-9 || share > 1 + 1e-9 || other < -1e-9 || other > 1 + 1e-9) return []
  return [{ x: a.x + dx * share, y: a.y + dy * share }]
}

function lineMeetsCircle(a: Point, b: Point, centre: Point, radius: number): readonly Point[] {
  const dx = b.x - a.x
  const dy = b.y - a.y
  const square = dx * dx + dy * dy
  if (square === 0) return []
  const middle = ((centre.x - a.x) * dx + (centre.y - a.y) * dy) / square
  const off = ((centre.x - a.x) * dy - (centre.y - a.y) * dx) ** 2 / square
  const rest = (radius * radius - off) / square
  if (rest < 0) return []
  const half = Math.sqrt(rest)
  return [middle - half, middle + half].filter((at) => at >= 0 && at <= 1).map((at) => ({ x: a.x + dx * at, y: a.y + dy * at }))
}

function circlesCross(p: Point, r: number, q: Point, s: number): readonly Point[] {
  const dx = q.x - p.x
  const dy = q.y - p.y
  const square = dx * dx + dy * dy
  if (square === 0) return []
  const along = (square + r * r - s * s) / (2 * square)
  const rest = r * r - along * along * square
  if (rest < 0) return []
  const off = Math.sqrt(rest / square)
  const x = p.x + dx * along
  const y = p.y + dy * along
  return [
    { x: x - dy * off, y: y + dx * off },
    { x: x + dy * off, y: y - dx * off },
  ]
}
