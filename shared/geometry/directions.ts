import type { Point } from './point'

/** Directions are told apart by the angle of a diamond, which needs no arc tangent and grows with the true one: 4 a turn. */
const BINS_A_QUARTER = 128
/** Directions about an eye in a turn. */
export const BINS = 4 * BINS_A_QUARTER

/** The part of a side that lies in one bin of directions: which part of the bin, and its least and greatest diamond distance there. */
export const span = { bin: 0, from: 0, to: 0, near: 0, far: 0 }

/** The walk under way: numbers are kept here, since a visitor would be handed millions of them. */
const walk = { bin: 0, start: 0, last: 0, here: 0, end: 0, dx: 0, dy: 0, cross: 0 }

/** Begins to walk the directions from `eye` to a-b, for `nextSpan`. False where the eye is on the line a-b. */
export function startSpans(eye: Point, a: Point, b: Point): boolean {
  const px = a.x - eye.x
  const py = a.y - eye.y
  const qx = b.x - eye.x
  const qy = b.y - eye.y
  const turn = px * qy - py * qx
  if (turn === 0) return false
  const isTurned = turn < 0
  const ax = isTurned ? qx : px
  const ay = isTurned ? qy : py
  const bx = isTurned ? px : qx
  const by = isTurned ? py : qy
  const first = diamond(ax, ay) * BINS_A_QUARTER
  const last = diamond(bx, by) * BINS_A_QUARTER
  walk.bin = Math.floor(first)
  walk.start = first
  walk.last = last < first ? last + BINS : last
  walk.here = Math.abs(ax) + Math.abs(ay)
  walk.end = Math.abs(bx) + Math.abs(by)
  walk.dx = bx - ax
  walk.dy = by - ay
  walk.cross = Math.abs(turn)
  return true
}

/** Tells the next `span`; false at the end. */
export function nextSpan(): boolean {
  const { bin, start, last, here } = walk
  if (!(start < last)) return false
  const end = Math.min(last, bin + 1)
  const there = end === last ? walk.end : walk.cross / crossWithDirection(bin + 1, walk.dx, walk.dy)
  span.bin = bin % BINS
  span.from = start - bin
  span.to = end - bin
  span.near = Math.min(here, there)
  span.far = Math.max(here, there)
  walk.bin = bin + 1
  walk.start = end
  walk.here = there
  return true
}

function crossWithDirection(bin: number, dx: number, dy: number): number {
  const turned = bin % BINS
  const quarter = Math.floor(turned / BINS_A_QUARTER)
  const rest = turned / BINS_A_QUARTER - quarter
  if (quarter === 0) return (1 - rest) * dy - rest * dx
  if (quarter === 1) return -rest * dy - (1 - rest) * dx
  if (quarter === 2) return (rest - 1) * dy + rest * dx
  return rest * dy + (1 - rest) * dx
}

function diamond(x: number, y: number): number {
  const size = Math.abs(x) + Math.abs(y)
  if (y >= 0) return x >= 0 ? y / size : 1 - x / size
  return x < 0 ? 2 - y / size : 3 + x / size
}

/**
 * The bins that the directions to some points fill, and one more on either side, as one whole number: first bin
 * and count. What lies in sectors that do not meet has no direction in common, touching included.
 */
export type Sector = number

const COUNT_BITS = 10
const COUNTS = 1 << COUNT_BITS
const WHOLE_TURN: Sector = BINS

/** The sector of a convex ring or of a segment; the whole turn where the eye is in it or nearly on it. */
export function sectorOf(eye: Point, points: readonly Point[]): Sector {
  const first = diamond(points[0]!.x - eye.x, points[0]!.y - eye.y) * BINS_A_QUARTER
  if (Number.isNaN(first)) return WHOLE_TURN
  let before = first
  let turned = 0
  let least = 0
  let most = 0
  for (let i = 1; i < points.length; i++) {
    const at = diamond(points[i]!.x - eye.x, points[i]!.y - eye.y) * BINS_A_QUARTER
    let step = at - before
    if (step > BINS / 2) step -= BINS
    else if (step < -BINS / 2) step += BINS
    turned += step
    if (turned < least) least = turned
    if (turned > most) most = turned
    before = at
  }
  // The negation, so that an eye in a corner, whose direction is no number, counts as in it.
  if (!(most - least < BINS / 2 - 1) || Number.isNaN(turned)) return WHOLE_TURN
  const start = Math.floor(first + least) - 1
  const count = Math.floor(first + most) + 2 - start
  return (start < 0 ? start + BINS : start % BINS) * COUNTS + count
}

/** The sector of a segment, told by its ends. */
export function sectorOfSegment(eye: Point, ax: number, ay: number, bx: number, by: number): Sector {
  const first = diamond(ax - eye.x, ay - eye.y) * BINS_A_QUARTER
  let step = diamond(bx - eye.x, by - eye.y) * BINS_A_QUARTER - first
  if (step > BINS / 2) step -= BINS
  else if (step < -BINS / 2) step += BINS
  if (!(Math.abs(step) < BINS / 2 - 1)) return WHOLE_TURN
  const start = Math.floor(step < 0 ? first + step : first) - 1
  const count = Math.floor(step < 0 ? first : first + step) + 2 - start
  return (start < 0 ? start + BINS : start % BINS) * COUNTS + count
}

export function doSectorsMeet(a: Sector, b: Sector): boolean {
  // By bits: this is asked of each blocker in sight for every piece that may be seen.
  const away = (b >> COUNT_BITS) - (a >> COUNT_BITS)
  return (away < 0 ? away + BINS : away) < (a & (COUNTS - 1)) || (away > 0 ? BINS - away : -away) < (b & (COUNTS - 1))
}

/** The greatest of the numbers that the bins of a sector have. */
export function greatestIn(numbers: Float64Array, sector: Sector): number {
  const start = Math.floor(sector / COUNTS)
  let greatest = Number.NEGATIVE_INFINITY
  for (let i = start; i < start + (sector % COUNTS); i++) greatest = Math.max(greatest, numbers[i % BINS]!)
  return greatest
}

/** A set of bins. */
export type BinSet = { add(sector: Sector): void; has(bin: number): boolean; meets(sector: Sector): boolean }

/** No bins, or those that are told. */
export function binSet(isIn?: (bin: number) => boolean): BinSet {
  const bins = new Uint8Array(BINS)
  if (isIn !== undefined) for (let bin = 0; bin < BINS; bin++) bins[bin] = isIn(bin) ? 1 : 0
  // How many there are before each bin, twice round: made when first asked for.
  let before: Int16Array | undefined
  return {
    add(sector) {
      const start = Math.floor(sector / COUNTS)
      for (let i = start; i < start + (sector % COUNTS); i++) bins[i % BINS] = 1
      before = undefined
    },
    has: (bin) => bins[bin] === 1,
    meets(sector) {
      if (before === undefined) {
        before = new Int16Array(2 * BINS + 1)
        for (let i = 0; i < 2 * BINS; i++) before[i + 1] = before[i]! + bins[i % BINS]!
      }
      const start = Math.floor(sector / COUNTS)
      return before[start + (sector % COUNTS)]! > before[start]!
    },
  }
}
