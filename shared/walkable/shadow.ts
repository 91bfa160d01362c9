import { positionKey } from './disc-piece'
import { visitEdgesAround, type Walls } from './disc-walls'
import type { FloorParts } from './walk-graph'

/**
 * How far one can see at most from a point, by direction: a quick and cautious no before the exact tests. Directions
 * are told apart by "diamond angle" (0 to 4 round the square |x| + |y| = 1), distances are |x| + |y| likewise, so
 * there is no trigonometry; in each bin everything beyond `bounds[bin]` lies behind an edge that spans the bin.
 */
export type Shadow = { readonly x: number; readonly y: number; readonly bounds: Float32Array }

const BINS_A_QUARTER = 16
const BINS = 4 * BINS_A_QUARTER
/** An edge shades a bin only when it reaches beyond both its sides by this share of a bin. */
const MARGIN = 0.02
/** Edges nearer than this many millimetres shade nothing, and nothing is hidden that is not this much behind. */
const DEPTH = 10
/** Cells of the walls' index looked at in each direction. */
const RINGS = 5

/** Directions of the bins' sides. */
const SIDE_X = new Float64Array(BINS + 1)
const SIDE_Y = new Float64Array(BINS + 1)
for (let k = 0; k <= BINS; k++) {
  const angle = k / BINS_A_QUARTER
  SIDE_X[k] = angle <= 2 ? 1 - angle : angle - 3
  SIDE_Y[k] = angle <= 1 ? angle : angle <= 3 ? 2 - angle : angle - 4
}

/** The bin coordinate of a direction, 0 to BINS. */
function binAngle(x: number, y: number): number {
  const share = x / (Math.abs(x) + Math.abs(y))
  return BINS_A_QUARTER * (y >= 0 ? 1 - share : 3 + share)
}

/** What is in sight from a point between walls. */
export function shadowAt(walls: Walls, x: number, y: number): Shadow {
  const bounds = new Float32Array(BINS).fill(Infinity)
  let open = BINS
  let furthest = 0
  const shade = (ax: number, ay: number, bx: number, by: number) => {
    const cross = ax * by - ay * bx
    if (cross === 0) return
    // Counter-clockwise from the first end to the second, less than half a turn.
    const from = cross > 0 ? binAngle(ax, ay) : binAngle(bx, by)
    let to = cross > 0 ? binAngle(bx, by) : binAngle(ax, ay)
    if (to < from) to += BINS
    const first = Math.ceil(from + MARGIN)
    const last = Math.floor(to - MARGIN)
    if (last <= first) return
    const ex = bx - ax
    const ey = by - ay
    let before = sideDistance(first, cross, ex, ey)
    for (let k = first; k < last; k++) {
      const behind = sideDistance(k + 1, cross, ex, ey)
      const bin = k < BINS ? k : k - BINS
      const bound = Math.max(before, behind)
      if (Math.min(before, behind) > DEPTH && bound < bounds[bin]!) {
        if (bounds[bin] === Infinity) open--
        bounds[bin] = bound
        if (bound > furthest) furthest = bound
      }
      before = behind
    }
  }
  visitEdgesAround(walls, x, y, RINGS, shade, (distance) => open === 0 && furthest <= distance)
  return { x, y, bounds }
}

/** How far an edge (its direction, and the cross product of its ends) is along side k of the bins. */
function sideDistance(k: number, cross: number, ex: number, ey: number): number {
  const side = k < BINS ? k : k - BINS
  return cross / (SIDE_X[side]! * ey - SIDE_Y[side]! * ex)
}

/** May (x, y) be in sight? Only edges nearer than `nearest` (|x| + |y|) count as being in the way. */
export function mayBeSeen(shadow: Shadow, x: number, y: number, nearest = Infinity): boolean {
  const dx = x - shadow.x
  const dy = y - shadow.y
  const distance = Math.abs(dx) + Math.abs(dy)
  if (distance === 0) return true
  return Math.min(distance, nearest) <= shadow.bounds[Math.floor(binAngle(dx, dy)) & (BINS - 1)]! + DEPTH
}

/** A box outside which nothing is in sight. */
export function reachOf({ x, y, bounds }: Shadow): SeenBox {
  let x0 = x
  let y0 = y
  let x1 = x
  let y1 = y
  for (let bin = 0; bin < BINS; bin++) {
    // A little more: directions that rounding puts into the next bin.
    const far = bounds[bin]! * 1.001 + 2 * DEPTH
    for (let side = bin; side <= bin + 1; side++) {
      const dx = SIDE_X[side]!
      const dy = SIDE_Y[side]!
      if (dx > 0) x1 = Math.max(x1, x + dx * far)
      else if (dx < 0) x0 = Math.min(x0, x + dx * far)
      if (dy > 0) y1 = Math.max(y1, y + dy * far)
      else if (dy < 0) y0 = Math.min(y0, y + dy * far)
    }
  }
  return { x0, y0, x1, y1 }
}

/** A box, and how near an edge must be to be in the way of what is in it; lengths as |x| + |y|. */
export type SeenBox = { readonly x0: number; readonly y0: number; readonly x1: number; readonly y1: number }

/** May anything in the box be in sight? Only edges nearer than `nearest` count as being in the way. */
export function mayBoxBeSeen(shadow: Shadow, box: SeenBox, nearest: number): boolean {
  const left = box.x0 - shadow.x
  const right = box.x1 - shadow.x
  const low = box.y0 - shadow.y
  const high = box.y1 - shadow.y
  if (left > right) return false
  if (left <= 0 && right >= 0 && low <= 0 && high >= 0) return true
  // The corners that the box is seen between: (ax, ay), then counter-clockwise to (bx, by).
  const isRight = left > 0
  const isLeft = right < 0
  const isAbove = low > 0
  const isBelow = high < 0
  const ax = isAbove ? right : isBelow ? left : isRight ? left : right
  const ay = isRight ? low : isLeft ? high : isAbove ? low : high
  const bx = isAbove ? left : isBelow ? right : isRight ? left : right
  const by = isRight ? high : isLeft ? low : isAbove ? low : high
  const from = Math.floor(binAngle(ax, ay) - MARGIN)
  let to = Math.floor(binAngle(bx, by) + MARGIN)
  if (to < from) to += BINS
  for (let k = from; k <= to; k++) if (shadow.bounds[k & (BINS - 1)]! + DEPTH >= nearest) return true
  return false
}

/** How far a box is (|x| + |y|); 0 inside. */
export function boxDistance(x: number, y: number, { x0, y0, x1, y1 }: SeenBox): number {
  return Math.max(0, x0 - x, x - x1) + Math.max(0, y0 - y, y - y1)
}

/** Shadows of one floor, shared by all radii: walls of any radius are the same walls. */
const shadows = new WeakMap<FloorParts, Map<number | string, Shadow>>()

/** The shadow from a place on a floor, worked out once. */
export function shadowOn(parts: FloorParts, walls: Walls, x: number, y: number): Shadow {
  let known = shadows.get(parts)
  if (!known) {
    known = new Map()
    shadows.set(parts, known)
  }
  const key = Number.isInteger(x) && Number.isInteger(y) ? positionKey(x, y) : `${x} ${y}`
  let shadow = known.get(key)
  if (!shadow) {
    shadow = shadowAt(walls, x, y)
    known.set(key, shadow)
  }
  return shadow
}
