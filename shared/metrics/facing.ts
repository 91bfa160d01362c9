import { doBoxesMeet } from './boxes'
import { type Box, bowOf, type Segment } from './route-facts'

/** A side of a wall or a closed door. Metres. */
export type Barrier = { readonly ax: number; readonly ay: number; readonly bx: number; readonly by: number }

/** Differences below this are rounding. Metres, or shares of a piece. */
export const NOISE = 1e-9
/** Pieces that slide along a thin wall are taken to lie this far off it. Metres. */
const LEAN_M = 1e-9

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

/** Does a box lie to one side of both pieces, or touch them from there: then `mayPart` says no of all that is in it, to the last bit. */
export function isBeside({ hx0, hy0, hx1, hy1, hx2, hy2, hx3, hy3 }: Facing, { x0, y0, x1, y1 }: Box): boolean {
  if (x0 >= Math.max(hx0, hx1, hx2, hx3) || x1 <= Math.min(hx0, hx1, hx2, hx3)) return true
  return y0 >= Math.max(hy0, hy1, hy2, hy3) || y1 <= Math.min(hy0, hy1, hy2, hy3)
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

export function leanedX(piece: Segment): number {
  return piece.ax - (piece.by - piece.ay) * leaningOf(piece)
}

export function leanedY(piece: Segment): number {
  return piece.ay + (piece.bx - piece.ax) * leaningOf(piece)
}

/** As a share of its length. */
function leaningOf(piece: Segment): number {
  return piece.circle.radius === 0 ? (piece.lean * LEAN_M) / piece.length : bowOf(piece)
}

/** The part of a piece, as shares of it, that was last found to be near another. */
const reach = { from: 0, to: 0 }

/** Finds the part of `a`, as shares, no further than `distance` from `b`: the cut of a line with a capsule, which is convex. False: none. */
function setReach(a: Segment, b: Segment, distance: number): boolean {
  const dx = a.bx - a.ax
  const dy = a.by - a.ay
  const longA = a.length
  const longB = b.length
  const bowA = bowOf(a)
  const bowB = bowOf(b)
  const ax = bowA === 0 ? a.ax : a.ax - dy * bowA
  const ay = bowA === 0 ? a.ay : a.ay + dx * bowA
  const offX = bowB === 0 ? 0 : (b.ay - b.by) * bowB
  const offY = bowB === 0 ? 0 : (b.bx - b.ax) * bowB
  let from = Number.POSITIVE_INFINITY
  let to = Number.NEGATIVE_INFINITY
  for (let end = 0; end < 2; end++) {
    const x = (end === 0 ? b.ax : b.bx) + offX
    const y = (end === 0 ? b.ay : b.by) + offY
    const middle = ((x - ax) * dx + (y - ay) * dy) / (longA * longA)
    const off = ((x - ax) * dy - (y - ay) * dx) / longA
    const rest = distance * distance - off * off
    if (rest < 0) continue
    from = Math.min(from, middle - Math.sqrt(rest) / longA)
    to = Math.max(to, middle + Math.sqrt(rest) / longA)
  }
  // The strip beside `b`: along it between its ends, across it within the distance.
  const ux = (b.bx - b.ax) / longB
  const uy = (b.by - b.ay) / longB
  const along = (ax - b.ax - offX) * ux + (ay - b.ay - offY) * uy
  const alongRate = dx * ux + dy * uy
  const across = (ay - b.ay - offY) * ux - (ax - b.ax - offX) * uy
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
