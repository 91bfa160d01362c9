import { longer } from '#shared/base/longer'
import { type Barrier, type Facing, leanedX, leanedY, NOISE } from './facing'
import type { Segment } from './route-facts'

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
  return s < -slackA || s > 1 + slackA || t < -slackB || t > 1 + slackB ? undefined : Math.min(1, Math.max(0, s)) * a.metres
}

/**
 * From where on `a` some point of `b` lies within the distance with nothing between: start, end, ...
 * in metres along `a`. `between` holds at least every barrier that may part them. Exact: what decides
 * changes only at a finite number of points of `a` (where it comes into reach, or lines up with the ends
 * of walls and of `b`, or sees `b` past the end of a wall at just the distance), and between two of them
 * one point speaks for all.
 */
export function sharedSpans({ a, b, from, to }: Facing, distance: number, between: readonly Barrier[]): readonly number[] {
  const long = a.metres
  if (between.length === 0) return [from * long, to * long]
  const p = leaned(a)
  const q = leaned(b)
  const spans: number[] = []
  findTurningPoints(p, q, distance, between)
  cuts.count = 0
  add(cuts, from)
  for (let i = 0; i < shares.count; i++) {
    const turn = shares.values[i]!
    if (turn > from + NOISE && turn < to - NOISE) add(cuts, turn)
  }
  add(cuts, to)
  sortNumbers(cuts)
  for (let i = 0; i + 1 < cuts.count; i++) {
    const start = cuts.values[i]!
    const end = cuts.values[i + 1]!
    if (end - start <= NOISE || !seesAny(p, q, (start + end) / 2, distance, between)) continue
    if (spans.length > 0 && start * long - spans.at(-1)! <= NOISE) spans[spans.length - 1] = end * long
    else spans.push(start * long, end * long)
  }
  return spans
}

/** Numbers in a list that is used again for the next pair: a hundred thousand pairs make no garbage. */
type Numbers = { values: Float64Array; count: number }

const cuts: Numbers = { values: new Float64Array(64), count: 0 }
const marks: Numbers = { values: new Float64Array(64), count: 0 }
const shares: Numbers = { values: new Float64Array(64), count: 0 }
const sightCuts: Numbers = { values: new Float64Array(64), count: 0 }
const quartic = new Float64Array(5)

function add(numbers: Numbers, number: number): void {
  if (numbers.count === numbers.values.length) numbers.values = longer(numbers.values, new Float64Array(2 * numbers.count))
  numbers.values[numbers.count] = number
  numbers.count += 1
}

/** Sorts numbers in place. They are few: no function is called to compare them. */
function sortNumbers({ values: numbers, count }: Numbers): void {
  for (let i = 1; i < count; i++) {
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

/** Finds all `shares` of `p` at which what is seen of `q` may change in kind. */
function findTurningPoints(p: Line, q: Line, distance: number, barriers: readonly Barrier[]): void {
  // x, y of each mark: corners of barriers first, then where `q` itself ends, or is cut by a barrier: what is seen of it may end there.
  marks.count = 0
  for (let i = 0; i < barriers.length; i++) {
    const { ax, ay, bx, by } = barriers[i]!
    add(marks, ax)
    add(marks, ay)
    add(marks, bx)
    add(marks, by)
  }
  const corners = marks.count
  add(marks, q.x)
  add(marks, q.y)
  add(marks, q.x + q.dx)
  add(marks, q.y + q.dy)
  for (let i = 0; i < barriers.length; i++) {
    const { ax, ay, bx, by } = barriers[i]!
    const t = whereOn(q, ax, ay, bx - ax, by - ay)
    if (t <= 0 || t >= 1 || Number.isNaN(t)) continue
    add(marks, q.x + q.dx * t)
    add(marks, q.y + q.dy * t)
  }
  shares.count = 0
  const { values, count } = marks
  for (let i = 0; i < count; i += 2) {
    for (let j = i + 2; j < count; j += 2) addWhereInLine(p, values[i]!, values[i + 1]!, values[j]!, values[j + 1]!)
  }
  for (let i = 0; i < count; i += 2) {
    if (i < corners) addAtDistancePast(p, q, values[i]!, values[i + 1]!, distance)
    else addAtDistance(p, values[i]!, values[i + 1]!, distance)
  }
}

/** Adds the shares of `p` that lie at the very distance from a point. */
function addAtDistance(p: Line, x: number, y: number, distance: number): void {
  const square = p.dx * p.dx + p.dy * p.dy
  const middle = ((x - p.x) * p.dx + (y - p.y) * p.dy) / square
  const off = (x - p.x) * p.dy - (y - p.y) * p.dx
  const rest = (distance * distance - (off * off) / square) / square
  if (rest < 0 || Number.isNaN(rest)) return
  add(shares, middle - Math.sqrt(rest))
  add(shares, middle + Math.sqrt(rest))
}

/** Adds the share of `p` that lies in one line with two points. */
function addWhereInLine(p: Line, x0: number, y0: number, x1: number, y1: number): void {
  const dx = x1 - x0
  const dy = y1 - y0
  const turn = p.dx * dy - p.dy * dx
  if (Math.abs(turn) >= 1e-15) add(shares, ((x0 - p.x) * dy - (y0 - p.y) * dx) / turn)
}

/** Of a polynomial, the lowest power first. */
type Coefficients = { readonly length: number; readonly [power: number]: number }

/**
 * Adds the shares of `p` from which the point of `q`'s line seen just past (x, y) is at the very distance: with h the
 * height of p(s) over q's line and k that of the corner, |p(s) - corner| |h| = distance |h - k|, squared a quartic.
 */
function addAtDistancePast(p: Line, q: Line, x: number, y: number, distance: number): void {
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
  quartic[0] = d0 * g0 - r * (h0 - k) * (h0 - k)
  quartic[1] = d0 * g1 + d1 * g0 - 2 * r * (h0 - k) * h1
  quartic[2] = d0 * g2 + d1 * g1 + d2 * g0 - r * h1 * h1
  quartic[3] = d1 * g2 + d2 * g1
  quartic[4] = d2 * g2
  if (isOneSided(quartic)) return
  const roots = rootsOf(quartic)
  for (let i = 0; i < roots.length; i++) add(shares, roots[i]!)
}

/**
 * Is a quartic (lowest power first) surely above 0 all over [0, 1], or below it? It lies between the least and the most of its
 * Bernstein coefficients (Farouki 2012). The margin is far wider than rounding, so that `rootsOf` would find nothing.
 */
function isOneSided(coefficients: Coefficients): boolean {
  const c0 = coefficients[0]!
  const c1 = coefficients[1]!
  const c2 = coefficients[2]!
  const c3 = coefficients[3]!
  const c4 = coefficients[4]!
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
function rootsOf(coefficients: Coefficients): readonly number[] {
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

function valueAt(coefficients: Coefficients, s: number): number {
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
  sightCuts.count = 0
  add(sightCuts, from)
  add(sightCuts, to)
  for (let i = 0; i < barriers.length; i++) {
    const { ax, ay, bx, by } = barriers[i]!
    const across = whereOn(q, ax, ay, bx - ax, by - ay)
    if (across > from && across < to) add(sightCuts, across)
    const pastA = whereOn(q, x, y, ax - x, ay - y)
    if (pastA > from && pastA < to) add(sightCuts, pastA)
    const pastB = whereOn(q, x, y, bx - x, by - y)
    if (pastB > from && pastB < to) add(sightCuts, pastB)
  }
  sortNumbers(sightCuts)
  const { values, count } = sightCuts
  for (let i = 0; i + 1 < count; i++) {
    if (values[i + 1]! - values[i]! <= NOISE) continue
    const at = (values[i]! + values[i + 1]!) / 2
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
