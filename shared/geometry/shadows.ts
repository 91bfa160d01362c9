import { doSectorsMeet, sectorOfSegment } from './directions'
import type { Point } from './point'
import { type Blocker, mayBeSeen, NOISE, type View } from './sightlines'

/**
 * The parts of a line (x0, y0, x1, y1, ...) that are seen from an eye no further than `limit`, as
 * distances along it: start, end, start, end, ... Exact. Where the line runs along a thin wall it is
 * taken to be on the side of that wall to which a taut route would keep: away from its own turns.
 */
export function visibleStretches(view: View, line: ArrayLike<number>, limit: number): readonly number[] {
  const seen: number[] = []
  let walked = 0
  for (let i = 0; i + 3 < line.length; i += 2) {
    const p = { x: line[i]!, y: line[i + 1]! }
    const q = { x: line[i + 2]!, y: line[i + 3]! }
    const long = Math.sqrt((q.x - p.x) ** 2 + (q.y - p.y) ** 2)
    if (long === 0) continue
    addVisible(seen, view, p, q, turnAfter(line, i) || turnBefore(line, i), limit, walked, long)
    walked += long
  }
  return seen
}

const NOTHING: readonly number[] = []

/** The same of one straight piece p-q. The side on which a thin wall along it would be is that of its sign: 1 left, -1 right, 0 neither. */
export function visibleOf(view: View, p: Point, q: Point, wallSide: number, limit: number): readonly number[] {
  const long = Math.sqrt((q.x - p.x) ** 2 + (q.y - p.y) ** 2)
  if (!(long > 0) || !setOpen(view.eye, p, q, limit) || !mayBeSeen(view, p, q)) return NOTHING
  const seen: number[] = []
  addOpenParts(seen, view, p, q, wallSide, 0, long)
  return seen
}

function addVisible(seen: number[], view: View, p: Point, q: Point, wallSide: number, limit: number, walked: number, long: number): void {
  if (setOpen(view.eye, p, q, limit) && mayBeSeen(view, p, q)) addOpenParts(seen, view, p, q, wallSide, walked, long)
}

/** Adds what is seen of the open part of p-q. */
function addOpenParts(seen: number[], view: View, p: Point, q: Point, wallSide: number, walked: number, long: number): void {
  if (wallSide === 0 && Math.abs(heightOver(p, q, view.eye, long)) <= NOISE) {
    addOpenOnEitherSide(seen, view, p, q, walked, long)
    return
  }
  castShadows(view, p, q, wallSide)
  addOpen(seen, walked, long)
}

/** The eye and p-q lie in one line, on neither side of which there is known to be a wall: seen is what is seen a hair to its left or to its right. */
function addOpenOnEitherSide(seen: number[], view: View, p: Point, q: Point, walked: number, long: number): void {
  const parts: number[] = []
  for (const wallSide of [1, -1]) {
    castShadows(view, p, q, wallSide)
    const part: number[] = []
    addOpen(part, walked, long)
    parts.push(...part)
  }
  sortPairs(parts)
  let end = Number.NEGATIVE_INFINITY
  for (let i = 0; i < parts.length; i += 2) {
    if (parts[i + 1]! > end) addStretch(seen, Math.max(parts[i]!, end), parts[i + 1]!)
    end = Math.max(end, parts[i + 1]!)
  }
}

/** How far to the left of the line from p to q, `long` apart, a point lies. */
function heightOver(p: Point, q: Point, point: Point, long: number): number {
  return ((q.x - p.x) * (point.y - p.y) - (q.y - p.y) * (point.x - p.x)) / long
}

function castShadows({ eye, nearest, sectors }: View, p: Point, q: Point, wallSide: number): void {
  shadows.length = 0
  const sector = sectorOfSegment(eye, p.x, p.y, q.x, q.y)
  for (let index = 0; index < nearest.length; index++) {
    if (doSectorsMeet(sectors[index]!, sector)) addShadow(shadows, eye, p, q, nearest[index]!, wallSide)
  }
}

/** The shadows on the piece at hand, as shares of it: start, end, start, end, ... */
const shadows: number[] = []
/** The part of it that is near enough. */
const open = { from: 0, to: 0 }

/** Finds the part of p-q, as shares of it, within `limit` of the eye. False: none. */
function setOpen(eye: Point, p: Point, q: Point, limit: number): boolean {
  const dx = q.x - p.x
  const dy = q.y - p.y
  const square = dx * dx + dy * dy
  const middle = ((eye.x - p.x) * dx + (eye.y - p.y) * dy) / square
  const off = ((eye.x - p.x) * dy - (eye.y - p.y) * dx) ** 2 / square
  const rest = limit * limit - off
  if (rest < 0) return false
  const half = Math.sqrt(rest / square)
  open.from = Math.max(0, middle - half)
  open.to = Math.min(1, middle + half)
  return open.from < open.to
}

function turnAfter(line: ArrayLike<number>, i: number): number {
  return i + 5 < line.length ? turnAt(line, i) : 0
}

function turnBefore(line: ArrayLike<number>, i: number): number {
  return i >= 2 ? turnAt(line, i - 2) : 0
}

function turnAt(line: ArrayLike<number>, i: number): number {
  const ax = line[i + 2]! - line[i]!
  const ay = line[i + 3]! - line[i + 1]!
  const bx = line[i + 4]! - line[i + 2]!
  const by = line[i + 5]! - line[i + 3]!
  const turn = ax * by - ay * bx
  return Math.abs(turn) < NOISE * (Math.abs(ax) + Math.abs(ay)) ? 0 : turn
}

/** Adds the shadow that a blocker casts on p-q, as shares of it. */
function addShadow(shadows: number[], eye: Point, p: Point, q: Point, blocker: Blocker, wallSide: number): void {
  const dx = q.x - p.x
  const dy = q.y - p.y
  const long = Math.sqrt(dx * dx + dy * dy)
  const height = heightOver(p, q, eye, long)
  if (Math.abs(height) <= NOISE) {
    addShadowInLine(shadows, eye, p, dx / long, dy / long, long, blocker, wallSide > 0 ? -1 : 1)
    return
  }
  const up = height > 0 ? 1 : -1
  // In the frame of the line: u along it, v towards the eye.
  const eyeU = (dx * (eye.x - p.x) + dy * (eye.y - p.y)) / long
  const eyeV = height * up
  let isAllAbove = true
  let isAllBelow = true
  let isOnLine = true
  let count = blocker.length
  for (let i = 0; i < count; i++) {
    const c = blocker[i]!
    const v = ((dx * (c.y - p.y) - dy * (c.x - p.x)) / long) * up
    us[i] = (dx * (c.x - p.x) + dy * (c.y - p.y)) / long
    vs[i] = v
    if (v > NOISE) isAllBelow = false
    if (Math.abs(v) > NOISE) isOnLine = false
    if (v < eyeV) isAllAbove = false
  }
  if (isOnLine && blocker.length === 2 && wallSide * up > 0) {
    pushShadow(shadows, Math.min(us[0]!, us[1]!) / long, Math.max(us[0]!, us[1]!) / long)
    return
  }
  if (isAllAbove || isAllBelow) return
  // Keep what lies in the triangle of eye, p and q; then every corner that is left throws its shadow by central projection.
  count = clip(count, 0, 0, 1)
  count = clip(count, eyeV, 0, -eyeU)
  count = clip(count, -eyeV, long * eyeV, eyeU - long)
  let least = Number.POSITIVE_INFINITY
  let most = Number.NEGATIVE_INFINITY
  let highest = 0
  for (let i = 0; i < count; i++) {
    const below = eyeV - vs[i]!
    if (below <= NOISE) continue
    const at = eyeU + ((us[i]! - eyeU) * eyeV) / below
    if (at < least) least = at
    if (at > most) most = at
    if (vs[i]! > highest) highest = vs[i]!
  }
  if (highest > NOISE) pushShadow(shadows, least / long, most / long)
}

// Corners of the blocker at hand in the frame of the line, and while they are clipped: far too many to make anew each time.
let us: number[] = []
let vs: number[] = []
let keptU: number[] = []
let keptV: number[] = []

/** Cuts the first `count` corners at hand, a convex ring, by a line: where `byU` u + `plus` + `byV` v is positive they stay. How many are left. */
function clip(count: number, byU: number, plus: number, byV: number): number {
  let kept = 0
  for (let i = 0; i < count; i++) {
    const j = i + 1 === count ? 0 : i + 1
    const here = us[i]! * byU + plus + vs[i]! * byV
    const there = us[j]! * byU + plus + vs[j]! * byV
    if (here >= 0) {
      keptU[kept] = us[i]!
      keptV[kept] = vs[i]!
      kept += 1
    }
    if (here > 0 !== there > 0 && here !== 0 && there !== 0) {
      const share = here / (here - there)
      keptU[kept] = us[i]! + (us[j]! - us[i]!) * share
      keptV[kept] = vs[i]! + (vs[j]! - vs[i]!) * share
      kept += 1
    }
  }
  const cutU = us
  const cutV = vs
  us = keptU
  vs = keptV
  keptU = cutU
  keptV = cutV
  return kept
}

/** The eye lies on the line itself: what crosses the line hides all that is behind it. What only touches it does from the side that is looked along: 1 left, -1 right. */
function addShadowInLine(shadows: number[], eye: Point, p: Point, ux: number, uy: number, long: number, blocker: Blocker, side: 1 | -1): void {
  const eyeU = (eye.x - p.x) * ux + (eye.y - p.y) * uy
  let least = Number.POSITIVE_INFINITY
  let most = Number.NEGATIVE_INFINITY
  let last = blocker[blocker.length - 1]!
  let lastV = (last.y - p.y) * ux - (last.x - p.x) * uy
  for (const c of blocker) {
    const v = (c.y - p.y) * ux - (c.x - p.x) * uy
    if (v * side > NOISE !== lastV * side > NOISE) {
      const share = lastV / (lastV - v)
      const u = (last.x + (c.x - last.x) * share - p.x) * ux + (last.y + (c.y - last.y) * share - p.y) * uy
      least = Math.min(least, u)
      most = Math.max(most, u)
    }
    last = c
    lastV = v
  }
  if (least > most) return
  if (least > eyeU + NOISE) pushShadow(shadows, least / long, 1)
  else if (most < eyeU - NOISE) pushShadow(shadows, 0, most / long)
}

function pushShadow(shadows: number[], start: number, end: number): void {
  const from = Math.max(0, start)
  const to = Math.min(1, end)
  if (from < to) shadows.push(from, to)
}

/** Adds what shadows leave of the open part to the stretches seen so far; slivers of rounding between neighbours are none. */
function addOpen(seen: number[], walked: number, long: number): void {
  sortPairs(shadows)
  let { from } = open
  for (let i = 0; i < shadows.length; i += 2) {
    addStretch(seen, walked + from * long, walked + Math.min(shadows[i]!, open.to) * long)
    from = Math.max(from, shadows[i + 1]!)
  }
  addStretch(seen, walked + from * long, walked + open.to * long)
}

/** Sorts stretches by where they start. They are few, and mostly in order. */
function sortPairs(stretches: number[]): void {
  for (let i = 2; i < stretches.length; i += 2) {
    const start = stretches[i]!
    const end = stretches[i + 1]!
    let hole = i
    while (hole > 0 && stretches[hole - 2]! > start) {
      stretches[hole] = stretches[hole - 2]!
      stretches[hole + 1] = stretches[hole - 1]!
      hole -= 2
    }
    stretches[hole] = start
    stretches[hole + 1] = end
  }
}

function addStretch(seen: number[], start: number, end: number): void {
  if (end - start <= NOISE) return
  if (seen.length > 0 && start - seen[seen.length - 1]! <= NOISE) seen[seen.length - 1] = end
  else seen.push(start, end)
}
