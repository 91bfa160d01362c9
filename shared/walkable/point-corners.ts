import { compareFrom, isSameWay } from '#shared/geometry/gaps'
import { turn } from '#shared/geometry/orientation'
import { CORNER, OPEN, type PointFloor } from './floor-points'

/**
 * A point where routes of radius 0 may bend. Thresholds that end there or run through it divide its free
 * sector; each part is a node of the graph, numbered from `node` on, counter-clockwise.
 */
export type PointCorner = {
  readonly point: number
  readonly x: number
  readonly y: number
  /** No solid there: only ends of thresholds. */
  readonly isOpen: boolean
  /** The blocked wedge, counter-clockwise from ws to we; of an open corner both are the first threshold's direction. */
  readonly wsx: number
  readonly wsy: number
  readonly wex: number
  readonly wey: number
  readonly isThin: boolean
  readonly node: number
  readonly count: number
  /** Thresholds strictly inside the free sector, counter-clockwise from the wedge's end; an open corner's first is the wedge itself. */
  readonly rays: readonly Ray[]
  /** Of an open corner: the threshold that stands for the wedge. */
  readonly seam: Ray | undefined
}

/** A threshold seen from a point on it: its direction, and the crossing when it is passed counter-clockwise. */
export type Ray = { readonly dx: number; readonly dy: number; readonly crossing: number }

/** The corner at a point, or `undefined` when no route bends there. `node`: the number its first node shall have. */
export function cornerAt(floor: PointFloor, point: number, node: number): PointCorner | undefined {
  const { points } = floor
  const state = points.state[point]!
  if (state !== CORNER && state !== OPEN) return undefined
  const x = points.x[point]!
  const y = points.y[point]!
  const all = raysAt(floor, x, y)
  if (state === OPEN) {
    const seam = all[0]
    if (seam === undefined) return undefined
    const rays = inOrder(all.slice(1), seam.dx, seam.dy)
    const wedge = { wsx: seam.dx, wsy: seam.dy, wex: seam.dx, wey: seam.dy }
    return { point, x, y, isOpen: true, ...wedge, isThin: true, node, count: rays.length + 1, rays, seam: rays.length > 0 ? seam : undefined }
  }
  const wsx = points.wsx[point]!
  const wsy = points.wsy[point]!
  const wex = points.wex[point]!
  const wey = points.wey[point]!
  const isThin = isSameWay(wsx, wsy, wex, wey)
  const inside = all.filter(({ dx, dy }) => !isSameWay(wex, wey, dx, dy) && (isThin || compareFrom(wex, wey, dx, dy, wsx, wsy) < 0))
  const rays = inOrder(inside, wex, wey)
  return { point, x, y, isOpen: false, wsx, wsy, wex, wey, isThin, node, count: rays.length + 1, rays, seam: undefined }
}

function inOrder(rays: readonly Ray[], fromX: number, fromY: number): readonly Ray[] {
  return [...rays].sort((one, other) => compareFrom(fromX, fromY, one.dx, one.dy, other.dx, other.dy) || one.crossing - other.crossing)
}

/** The thresholds whose closed segment holds the point; an order that depends on geometry only. */
function raysAt(floor: PointFloor, x: number, y: number): readonly Ray[] {
  const rays: Ray[] = []
  floor.parts.thresholds.forEach((threshold, number) => {
    if (threshold === undefined) return
    const { ax, ay, bx, by } = threshold
    if (x < Math.min(ax, bx) || x > Math.max(ax, bx) || y < Math.min(ay, by) || y > Math.max(ay, by)) return
    if (turn(ax, ay, bx, by, x, y) !== 0) return
    if (bx !== x || by !== y) rays.push({ dx: bx - ax, dy: by - ay, crossing: number * 2 })
    if (ax !== x || ay !== y) rays.push({ dx: ax - bx, dy: ay - by, crossing: number * 2 + 1 })
  })
  return inOrder(rays, 1, 0)
}

/** The node that a line heading (dx, dy) from the corner belongs to when kept just left (side 1) or right (2) of it; -1: blocked there. */
export function nodeTowards(corner: PointCorner, dx: number, dy: number, side: 1 | 2): number {
  const { wsx, wsy, wex, wey, isThin, rays, node } = corner
  if (isSameWay(wex, wey, dx, dy)) {
    if (side === 1) return node
    return isThin ? node + rays.length : -1
  }
  if (side === 1 && isSameWay(wsx, wsy, dx, dy)) return -1
  let sector = 0
  for (const ray of rays) {
    const order = compareFrom(wex, wey, ray.dx, ray.dy, dx, dy)
    if (order < 0 || (order === 0 && side === 1)) sector++
  }
  return node + sector
}

/** May a taut route leave the corner heading (dx, dy)? Only where the line does not cut the wedge, before or behind. */
export function isTautTowards(corner: PointCorner, dx: number, dy: number): boolean {
  if (corner.isOpen) return true
  const s = dx * corner.wsy - dy * corner.wsx
  const e = dx * corner.wey - dy * corner.wex
  return (s >= 0 && e >= 0) || (s <= 0 && e <= 0)
}

/** Does a bend at the corner, in heading (ix, iy) and out heading (ox, oy), have the wedge or a shut threshold on its inner side? */
export function bendsRound(corner: PointCorner, ix: number, iy: number, ox: number, oy: number, isShut: (threshold: number) => boolean): boolean {
  const bend = ix * oy - iy * ox
  if (bend === 0) return ix * ox + iy * oy > 0
  // The inner side runs counter-clockwise from the way on to the way back for a left bend, the other way round for a right one.
  const [sx, sy, ex, ey] = bend > 0 ? [ox, oy, -ix, -iy] : [-ix, -iy, ox, oy]
  const isInner = (dx: number, dy: number) => isSameWay(ex, ey, dx, dy) || compareFrom(sx, sy, dx, dy, ex, ey) <= 0
  if (!corner.isOpen && isInner(corner.wsx, corner.wsy) && isInner(corner.wex, corner.wey)) return true
  const rays = corner.seam === undefined ? corner.rays : [corner.seam, ...corner.rays]
  if (corner.isOpen && corner.seam === undefined) return isInner(corner.wsx, corner.wsy)
  return rays.some((ray) => isShut(ray.crossing >> 1) && isInner(ray.dx, ray.dy))
}
