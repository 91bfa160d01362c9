import { doBoxesMeet } from './boxes'
import type { Box, Segment } from './route-facts'

/** A side of a wall or a closed door. Metres. */
export type Barrier = { readonly ax: number; readonly ay: number; readonly bx: number; readonly by: number }

/** When two pieces run in one line: at most `distance` metres apart, within the angle whose squared cosine is `cosineSquared`. */
export type LineRule = { readonly distance: number; readonly cosineSquared: number }

/** Differences below this are rounding. Metres, or shares of a piece. */
const NOISE = 1e-9
/** Pieces that slide along a thin wall are taken to lie this far off it. Metres. */
const LEAN_M = 1e-9

/** Do two pieces run within the angle of one line, either way. */
export function isOneLine(a: Segment, b: Segment, cosineSquared: number): boolean {
  const dot = dotOf(a, b)
  return dot * dot >= (cosineSquared - 1e-12) * (a.length * a.length * b.length * b.length)
}

export function isOpposing(a: Segment, b: Segment): boolean {
  return dotOf(a, b) < 0
}

function dotOf(a: Segment, b: Segment): number {
  return (a.bx - a.ax) * (b.bx - b.ax) + (a.by - a.ay) * (b.by - b.ay)
}

/** Where two pieces meet, as metres along `a`; undefined where they do not. */
export function meetingOf(a: Segment, b: Segment): number | undefined {
  const ux = a.bx - a.ax
  const uy = a.by - a.ay
  const vx = b.bx - b.ax
  const vy = b.by - b.ay
  const turn = ux * vy - uy * vx
  if (Math.abs(turn) <= NOISE * a.length * b.length) return undefined
  const s = ((b.ax - a.ax) * vy - (b.ay - a.ay) * vx) / turn
  const t = ((b.ax - a.ax) * uy - (b.ay - a.ay) * ux) / turn
  const slackA = NOISE / a.length
  const slackB = NOISE / b.length
  return s < -slackA || s > 1 + slackA || t < -slackB || t > 1 + slackB ? undefined : Math.min(1, Math.max(0, s)) * a.length
}

/** Two pieces that come within the distance; as a box it is about every sight between them. */
export type Facing = Box & {
  readonly a: Segment
  readonly b: Segment
  /** The part of `a` that is near enough to `b`, as shares of it. */
  readonly from: number
  readonly to: number
  /** The four points about all sights: both ends of the near part of one piece, both ends of the other, a hair off the walls they slide along. */
  readonly hx0: number
  readonly hy0: number
  readonly hx1: number
  readonly hy1: number
  readonly hx2: number
  readonly hy2: number
  readonly hx3: number
  readonly hy3: number
}

type Scratch = { -readonly [Key in keyof Facing]: Facing[Key] }

/** Room for a facing that is not kept. */
export function newFacing(a: Segment, b: Segment): Facing {
  const none = Number.NaN
  const [x0, y0, x1, y1] = [none, none, none, none]
  return { a, b, from: none, to: none, x0, y0, x1, y1, hx0: none, hy0: none, hx1: none, hy1: none, hx2: none, hy2: none, hx3: none, hy3: none }
}

/** Undefined where two pieces nowhere come within the distance (metres). `into` is used for the answer if given: most are looked at once. */
export function facingOf(a: Segment, b: Segment, distance: number, into?: Facing): Facing | undefined {
  if (!setReach(a, b, distance)) return undefined
  const { from, to } = reach
  const facing: Scratch = into ?? newFacing(a, b)
  const x0 = a.ax + (a.bx - a.ax) * from
  const y0 = a.ay + (a.by - a.ay) * from
  const x1 = a.ax + (a.bx - a.ax) * to
  const y1 = a.ay + (a.by - a.ay) * to
  const { box } = b
  facing.a = a
  facing.b = b
  facing.from = from
  facing.to = to
  facing.x0 = Math.max(Math.min(x0, x1) - distance, box.x0 - distance)
  facing.y0 = Math.max(Math.min(y0, y1) - distance, box.y0 - distance)
  facing.x1 = Math.min(Math.max(x0, x1) + distance, box.x1 + distance)
  facing.y1 = Math.min(Math.max(y0, y1) + distance, box.y1 + distance)
  const px = leanedX(a)
  const py = leanedY(a)
  const dx = a.bx - a.ax
  const dy = a.by - a.ay
  facing.hx0 = px + dx * from
  facing.hy0 = py + dy * from
  facing.hx1 = px + dx * to
  facing.hy1 = py + dy * to
  const qx = leanedX(b)
  const qy = leanedY(b)
  facing.hx2 = qx
  facing.hy2 = qy
  facing.hx3 = qx + (b.bx - b.ax)
  facing.hy3 = qy + (b.by - b.ay)
  return facing
}

/** May a side of a wall stand between two pieces: not if some line has it on one side and both pieces on the other. */
export function mayPart(hull: Facing, { ax, ay, bx, by }: Barrier): boolean {
  const { hx0: x0, hy0: y0, hx1: x1, hy1: y1, hx2: x2, hy2: y2, hx3: x3, hy3: y3 } = hull
  if (isApart(hull, ax, ay, bx, by, 1, 0) || isApart(hull, ax, ay, bx, by, 0, 1) || isApart(hull, ax, ay, bx, by, by - ay, ax - bx)) return false
  // The hull of four points has its sides among the six lines through two of them.
  if (isApart(hull, ax, ay, bx, by, y1 - y0, x0 - x1) || isApart(hull, ax, ay, bx, by, y3 - y2, x2 - x3)) return false
  if (isApart(hull, ax, ay, bx, by, y2 - y0, x0 - x2) || isApart(hull, ax, ay, bx, by, y3 - y0, x0 - x3)) return false
  return !(isApart(hull, ax, ay, bx, by, y2 - y1, x1 - x2) || isApart(hull, ax, ay, bx, by, y3 - y1, x1 - x3))
}

/** May anything in a box stand between two pieces. */
export function mayPartBox(hull: Facing, box: Box): boolean {
  if (!doBoxesMeet(hull, box)) return false
  const { hx0: x0, hy0: y0, hx1: x1, hy1: y1, hx2: x2, hy2: y2, hx3: x3, hy3: y3 } = hull
  const x = (box.x0 + box.x1) / 2
  const y = (box.y0 + box.y1) / 2
  const wide = (box.x1 - box.x0) / 2
  const deep = (box.y1 - box.y0) / 2
  if (isBoxApart(hull, x, y, wide, deep, 1, 0) || isBoxApart(hull, x, y, wide, deep, 0, 1)) return false
  if (isBoxApart(hull, x, y, wide, deep, y1 - y0, x0 - x1) || isBoxApart(hull, x, y, wide, deep, y3 - y2, x2 - x3)) return false
  if (isBoxApart(hull, x, y, wide, deep, y2 - y0, x0 - x2) || isBoxApart(hull, x, y, wide, deep, y3 - y0, x0 - x3)) return false
  return !(isBoxApart(hull, x, y, wide, deep, y2 - y1, x1 - x2) || isBoxApart(hull, x, y, wide, deep, y3 - y1, x1 - x3))
}

function isBoxApart(
  { hx0: x0, hy0: y0, hx1: x1, hy1: y1, hx2: x2, hy2: y2, hx3: x3, hy3: y3 }: Facing,
  x: number,
  y: number,
  wide: number,
  deep: number,
  nx: number,
  ny: number,
): boolean {
  if (nx === 0 && ny === 0) return false
  const middle = x * nx + y * ny
  const reach = wide * Math.abs(nx) + deep * Math.abs(ny)
  const h0 = x0 * nx + y0 * ny - middle
  const h1 = x1 * nx + y1 * ny - middle
  const h2 = x2 * nx + y2 * ny - middle
  const h3 = x3 * nx + y3 * ny - middle
  if (h0 >= 0) return h0 >= reach && h1 >= reach && h2 >= reach && h3 >= reach
  return h0 <= -reach && h1 <= -reach && h2 <= -reach && h3 <= -reach
}

/** Seen along (nx, ny), do four points and a barrier lie apart, or touch. Where two of the points are one, there is no line through them. */
function isApart(
  { hx0: x0, hy0: y0, hx1: x1, hy1: y1, hx2: x2, hy2: y2, hx3: x3, hy3: y3 }: Facing,
  ax: number,
  ay: number,
  bx: number,
  by: number,
  nx: number,
  ny: number,
): boolean {
  if (nx === 0 && ny === 0) return false
  const h0 = x0 * nx + y0 * ny
  const h1 = x1 * nx + y1 * ny
  const h2 = x2 * nx + y2 * ny
  const h3 = x3 * nx + y3 * ny
  const ha = ax * nx + ay * ny
  const hb = bx * nx + by * ny
  if (ha >= h0 && ha >= h1 && ha >= h2 && ha >= h3) return hb >= h0 && hb >= h1 && hb >= h2 && hb >= h3
  return ha <= h0 && ha <= h1 && ha <= h2 && ha <= h3 && hb <= h0 && hb <= h1 && hb <= h2 && hb <= h3
}

/**
 * From where on `a` some point of `b` lies within the distance with nothing between: start, end, ...
 * in metres along `a`. `between` holds at least every barrier that may part them. Exact: what decides
 * changes only at a finite number of points of `a` (where it comes into reach, or lines up with the ends
 * of walls and of `b`, or sees `b` past the end of a wall at just the distance), and between two of them
 * one point speaks for all.
 */
export function sharedSpans({ a, b, from, to }: Facing, distance: number, between: readonly Barrier[]): readonly number[] {
  if (between.length === 0) return [from * a.length, to * a.length]
  const p = leaned(a)
  const q = leaned(b)
  const spans: number[] = []
  const turns = turningPoints(p, q, distance, between)
  const cuts = [from]
  for (let i = 0; i < turns.length; i++) if (turns[i]! > from + NOISE && turns[i]! < to - NOISE) cuts.push(turns[i]!)
  cuts.push(to)
  sortNumbers(cuts)
  for (let i = 0; i + 1 < cuts.length; i++) {
    const start = cuts[i]!
    const end = cuts[i + 1]!
    if (end - start <= NOISE || !seesAny(p, q, (start + end) / 2, distance, between)) continue
    if (spans.length > 0 && start * a.length - spans.at(-1)! <= NOISE) spans[spans.length - 1] = end * a.length
    else spans.push(start * a.length, end * a.length)
  }
  return spans
}

/** Sorts numbers in place. They are few: no function is called to compare them. */
function sortNumbers(numbers: number[]): void {
  for (let i = 1; i < numbers.length; i++) {
    const number = numbers[i]!
    let hole = i
    while (hole > 0 && numbers[hole - 1]! > number) {
      numbers[hole] = numbers[hole - 1]!
      hole -= 1
    }
    numbers[hole] = number
  }
}

/** A piece as start and vector. */
type Line = { readonly x: number; readonly y: number; readonly dx: number; readonly dy: number }

function leaned(piece: Segment): Line {
  return { x: leanedX(piece), y: leanedY(piece), dx: piece.bx - piece.ax, dy: piece.by - piece.ay }
}

function leanedX({ ax, ay, by, length, lean }: Segment): number {
  return ax - (by - ay) * ((lean * LEAN_M) / length)
}

function leanedY({ ax, ay, bx, length, lean }: Segment): number {
  return ay + (bx - ax) * ((lean * LEAN_M) / length)
}

/** The part of a piece, as shares of it, that was last found to be near another. */
const reach = { from: 0, to: 0 }

/** Finds the part of `a`, as shares, no further than `distance` from `b`: the cut of a line with a capsule, which is convex. False: none. */
function setReach(a: Segment, b: Segment, distance: number): boolean {
  const dx = a.bx - a.ax
  const dy = a.by - a.ay
  const longA = a.length
  const longB = b.length
  let from = Number.POSITIVE_INFINITY
  let to = Number.NEGATIVE_INFINITY
  for (let end = 0; end < 2; end++) {
    const x = end === 0 ? b.ax : b.bx
    const y = end === 0 ? b.ay : b.by
    const middle = ((x - a.ax) * dx + (y - a.ay) * dy) / (longA * longA)
    const off = ((x - a.ax) * dy - (y - a.ay) * dx) / longA
    const rest = distance * distance - off * off
    if (rest < 0) continue
    from = Math.min(from, middle - Math.sqrt(rest) / longA)
    to = Math.max(to, middle + Math.sqrt(rest) / longA)
  }
  // The strip beside `b`: along it between its ends, across it within the distance.
  const ux = (b.bx - b.ax) / longB
  const uy = (b.by - b.ay) / longB
  const along = (a.ax - b.ax) * ux + (a.ay - b.ay) * uy
  const alongRate = dx * ux + dy * uy
  const across = (a.ay - b.ay) * ux - (a.ax - b.ax) * uy
  const acrossRate = dy * ux - dx * uy
  const start = Math.max(clipFrom(along, alongRate, 0, longB), clipFrom(across, acrossRate, -distance, distance))
  const end = Math.min(clipTo(along, alongRate, 0, longB), clipTo(across, acrossRate, -distance, distance))
  if (start <= end) {
    from = Math.min(from, start)
    to = Math.max(to, end)
  }
  reach.from = Math.max(0, from)
  reach.to = Math.min(1, to)
  return reach.to - reach.from > NOISE
}

/** From which s on `value + s * rate` lies between two bounds; infinite where it always or never does. */
function clipFrom(value: number, rate: number, low: number, high: number): number {
  if (Math.abs(rate) < 1e-12) return value >= low && value <= high ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY
  const s = (low - value) / rate
  const t = (high - value) / rate
  return s < t ? s : t
}

/** Up to which s it does. */
function clipTo(value: number, rate: number, low: number, high: number): number {
  if (Math.abs(rate) < 1e-12) return value >= low && value <= high ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY
  const s = (low - value) / rate
  const t = (high - value) / rate
  return s < t ? t : s
}

/** All shares of `p` at which what is seen of `q` may change in kind. */
function turningPoints(p: Line, q: Line, distance: number, barriers: readonly Barrier[]): number[] {
  // x, y of each mark: corners of barriers first, then where `q` itself ends, or is cut by a barrier: what is seen of it may end there.
  const marks: number[] = []
  for (let i = 0; i < barriers.length; i++) marks.push(barriers[i]!.ax, barriers[i]!.ay, barriers[i]!.bx, barriers[i]!.by)
  const corners = marks.length
  marks.push(q.x, q.y, q.x + q.dx, q.y + q.dy)
  for (let i = 0; i < barriers.length; i++) {
    const { ax, ay, bx, by } = barriers[i]!
    const t = whereOn(q, ax, ay, bx - ax, by - ay)
    if (t > 0 && t < 1) marks.push(q.x + q.dx * t, q.y + q.dy * t)
  }
  const shares: number[] = []
  for (let i = 0; i < marks.length; i += 2) {
    for (let j = i + 2; j < marks.length; j += 2) addWhereInLine(shares, p, marks[i]!, marks[i + 1]!, marks[j]!, marks[j + 1]!)
  }
  for (let i = 0; i < marks.length; i += 2) {
    if (i < corners) addAtDistancePast(shares, p, q, marks[i]!, marks[i + 1]!, distance)
    else addAtDistance(shares, p, marks[i]!, marks[i + 1]!, distance)
  }
  return shares
}

/** Adds the shares of `p` that lie at the very distance from a point. */
function addAtDistance(shares: number[], p: Line, x: number, y: number, distance: number): void {
  const square = p.dx * p.dx + p.dy * p.dy
  const middle = ((x - p.x) * p.dx + (y - p.y) * p.dy) / square
  const off = (x - p.x) * p.dy - (y - p.y) * p.dx
  const rest = (distance * distance - (off * off) / square) / square
  if (rest >= 0) shares.push(middle - Math.sqrt(rest), middle + Math.sqrt(rest))
}

/** Adds the share of `p` that lies in one line with two points. */
function addWhereInLine(shares: number[], p: Line, x0: number, y0: number, x1: number, y1: number): void {
  const dx = x1 - x0
  const dy = y1 - y0
  const turn = p.dx * dy - p.dy * dx
  if (Math.abs(turn) >= 1e-15) shares.push(((x0 - p.x) * dy - (y0 - p.y) * dx) / turn)
}

/**
 * Adds the shares of `p` from which the point of `q`'s line seen just past (x, y) is at the very distance: with h the
 * height of p(s) over q's line and k that of the corner, |p(s) - corner| |h| = distance |h - k|, squared a quartic.
 */
function addAtDistancePast(shares: number[], p: Line, q: Line, x: number, y: number, distance: number): void {
  const k = heightOver(q, x, y)
  const h0 = heightOver(q, p.x, p.y)
  const h1 = heightOver(q, p.x + p.dx, p.y + p.dy) - h0
  const mx = p.x - x
  const my = p.y - y
  const d0 = mx * mx + my * my
  const d1 = 2 * (mx * p.dx + my * p.dy)
  const d2 = p.dx * p.dx + p.dy * p.dy
  const g0 = h0 * h0
  const g1 = 2 * h0 * h1
  const g2 = h1 * h1
  const r = distance * distance
  const quartic = [
    d0 * g0 - r * (h0 - k) * (h0 - k),
    d0 * g1 + d1 * g0 - 2 * r * (h0 - k) * h1,
    d0 * g2 + d1 * g1 + d2 * g0 - r * h1 * h1,
    d1 * g2 + d2 * g1,
    d2 * g2,
  ]
  if (isOneSided(quartic)) return
  const roots = rootsOf(quartic)
  for (let i = 0; i < roots.length; i++) shares.push(roots[i]!)
}

/**
 * Is a quartic (lowest power first) surely above 0 all over [0, 1], or below it? It lies between the least and the most of its
 * Bernstein coefficients (Farouki 2012). The margin is far wider than rounding, so that `rootsOf` would find nothing.
 */
function isOneSided(quartic: readonly number[]): boolean {
  const c0 = quartic[0]!
  const c1 = quartic[1]!
  const c2 = quartic[2]!
  const c3 = quartic[3]!
  const c4 = quartic[4]!
  const margin = 1e-12 * (Math.abs(c0) + Math.abs(c1) + Math.abs(c2) + Math.abs(c3) + Math.abs(c4))
  const b1 = c0 + c1 / 4
  const b2 = c0 + c1 / 2 + c2 / 6
  const b3 = c0 + (3 * c1) / 4 + c2 / 2 + c3 / 4
  const b4 = c0 + c1 + c2 + c3 + c4
  if (c0 > margin) return b1 > margin && b2 > margin && b3 > margin && b4 > margin
  return c0 < -margin && b1 < -margin && b2 < -margin && b3 < -margin && b4 < -margin
}

/** How far a point is to the left of a line. */
function heightOver({ x, y, dx, dy }: Line, px: number, py: number): number {
  return (dx * (py - y) - dy * (px - x)) / Math.sqrt(dx * dx + dy * dy)
}

/** Real roots in [0, 1] of a polynomial (lowest power first): between the roots of its derivative it rises or falls, so halving finds each. */
function rootsOf(coefficients: readonly number[]): readonly number[] {
  if (coefficients.length < 2) return []
  const slope: number[] = []
  for (let i = 1; i < coefficients.length; i++) slope.push(coefficients[i]! * i)
  const turns = rootsOf(slope)
  const roots: number[] = []
  for (let i = 0; i <= turns.length; i++) {
    let low = i === 0 ? 0 : turns[i - 1]!
    let high = i === turns.length ? 1 : turns[i]!
    const atLow = valueAt(coefficients, low)
    if (atLow === 0) {
      roots.push(low)
      continue
    }
    if (atLow > 0 === valueAt(coefficients, high) > 0) continue
    for (let step = 0; step < 60 && high - low > 1e-15; step++) {
      const middle = (low + high) / 2
      if (valueAt(coefficients, middle) > 0 === atLow > 0) low = middle
      else high = middle
    }
    roots.push((low + high) / 2)
  }
  return roots
}

function valueAt(coefficients: readonly number[], s: number): number {
  let sum = 0
  for (let i = coefficients.length - 1; i >= 0; i--) sum = sum * s + coefficients[i]!
  return sum
}

/** Is any point of `q` within the distance of p(s), with no barrier between. */
function seesAny(p: Line, q: Line, s: number, distance: number, barriers: readonly Barrier[]): boolean {
  const x = p.x + p.dx * s
  const y = p.y + p.dy * s
  const square = q.dx * q.dx + q.dy * q.dy
  const middle = ((x - q.x) * q.dx + (y - q.y) * q.dy) / square
  const off = (x - q.x) * q.dy - (y - q.y) * q.dx
  const half = Math.sqrt(Math.max(0, (distance * distance - (off * off) / square) / square))
  const from = Math.max(0, middle - half)
  const to = Math.min(1, middle + half)
  const cuts = [from, to]
  for (let i = 0; i < barriers.length; i++) {
    const { ax, ay, bx, by } = barriers[i]!
    const across = whereOn(q, ax, ay, bx - ax, by - ay)
    if (across > from && across < to) cuts.push(across)
    const pastA = whereOn(q, x, y, ax - x, ay - y)
    if (pastA > from && pastA < to) cuts.push(pastA)
    const pastB = whereOn(q, x, y, bx - x, by - y)
    if (pastB > from && pastB < to) cuts.push(pastB)
  }
  sortNumbers(cuts)
  for (let i = 0; i + 1 < cuts.length; i++) {
    if (cuts[i + 1]! - cuts[i]! <= NOISE) continue
    const at = (cuts[i]! + cuts[i + 1]!) / 2
    if (!isParted(barriers, x, y, q.x + q.dx * at, q.y + q.dy * at)) return true
  }
  return false
}

/** Does any barrier cross the sight from one point to another. */
function isParted(barriers: readonly Barrier[], px: number, py: number, qx: number, qy: number): boolean {
  for (let i = 0; i < barriers.length; i++) if (isBetween(px, py, qx, qy, barriers[i]!)) return true
  return false
}

/** The share of `q` at which its line meets the line through (x, y) along (dx, dy). */
function whereOn(q: Line, x: number, y: number, dx: number, dy: number): number {
  const turn = q.dx * dy - q.dy * dx
  return ((x - q.x) * dy - (y - q.y) * dx) / turn
}

/** Does the barrier cross the sight from one point to another. Touching its line from one side does not count. */
export function isBetween(px: number, py: number, qx: number, qy: number, { ax, ay, bx, by }: Barrier): boolean {
  const wallP = (bx - ax) * (py - ay) - (by - ay) * (px - ax)
  const wallQ = (bx - ax) * (qy - ay) - (by - ay) * (qx - ax)
  if (wallP * wallQ >= 0) return false
  const sightA = (qx - px) * (ay - py) - (qy - py) * (ax - px)
  const sightB = (qx - px) * (by - py) - (qy - py) * (bx - px)
  return sightA * sightB <= 0
}
