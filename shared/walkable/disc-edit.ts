import { TOUCH } from './disc-piece'
import { distanceToEdge, lengthOf, ringEdges, stripHits } from './disc-walls'
import type { SeenBox } from './shadow'
import type { FloorParts, PartsChange } from './walk-graph'

/** Edges (ax, ay, bx, by each) that an edit took away or added, with a box around them grown by twice the body's radius. Millimetres. */
export type EdgeBundle = {
  readonly edges: Float64Array
  /** How near a line's middle must come to one of them to be concerned. */
  readonly width: number
  readonly x0: number
  readonly y0: number
  readonly x1: number
  readonly y1: number
  /** The box around the edges themselves: who sees nothing in it has no line that they concern (see disc-mend.ts). */
  readonly tight: SeenBox
}

/** What an edit changed, as geometry. */
export type Edit = {
  /** Edges of walls taken away, and corners whose arcs are no longer what they were. */
  readonly removed: EdgeBundle
  /** Edges of walls added, and corners whose arcs are new. */
  readonly added: EdgeBundle
  /** Thresholds taken away or added. */
  readonly thresholds: EdgeBundle
  /** Around all three. */
  readonly all: Box
  /** May floor away from all changed edges have become no floor? Only by a solid larger than a body. */
  readonly isFloorChanged: boolean
}

/** Bundles edges; `radius` is the body's, `width` how near counts. */
export function bundleOf(edges: readonly number[], radius: number, width: number): EdgeBundle {
  let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity]
  for (let i = 0; i < edges.length; i += 2) {
    x0 = Math.min(x0, edges[i]!)
    x1 = Math.max(x1, edges[i]!)
    y0 = Math.min(y0, edges[i + 1]!)
    y1 = Math.max(y1, edges[i + 1]!)
  }
  const grown = 2 * radius + 1
  const tight = { x0: x0 - 1, y0: y0 - 1, x1: x1 + 1, y1: y1 + 1 }
  return { edges: Float64Array.from(edges), width, x0: x0 - grown, y0: y0 - grown, x1: x1 + grown, y1: y1 + grown, tight }
}

/** The edges of some of a floor's solids. */
export function edgesOfSolids(parts: FloorParts, solids: readonly number[]): number[] {
  const edges: number[] = []
  for (const solid of solids) for (const value of ringEdges(parts.solids[solid]?.ring ?? [])) edges.push(value)
  return edges
}

/**
 * The parts of `edges` that no edge of `others` covers. A wall that an edit cuts into other pieces on
 * the same line is, as an obstacle, the wall it was.
 */
export function uncovered(edges: readonly number[], others: readonly number[]): number[] {
  const left: number[] = []
  for (let i = 0; i < edges.length; i += 4) {
    const ax = edges[i]!
    const ay = edges[i + 1]!
    const dx = edges[i + 2]! - ax
    const dy = edges[i + 3]! - ay
    const square = dx * dx + dy * dy
    // Shares of the edge, from and to, that are left.
    let rest: number[] = [0, 1]
    for (let k = 0; k < others.length && rest.length > 0; k += 4) {
      const px = others[k]! - ax
      const py = others[k + 1]! - ay
      const qx = others[k + 2]! - ax
      const qy = others[k + 3]! - ay
      if (dx * py !== dy * px || dx * qy !== dy * qx) continue
      const p = (px * dx + py * dy) / square
      const q = (qx * dx + qy * dy) / square
      rest = without(rest, Math.min(p, q), Math.max(p, q))
    }
    for (let k = 0; k < rest.length; k += 2) left.push(ax + rest[k]! * dx, ay + rest[k]! * dy, ax + rest[k + 1]! * dx, ay + rest[k + 1]! * dy)
  }
  return left
}

function without(spans: readonly number[], from: number, to: number): number[] {
  const left: number[] = []
  for (let k = 0; k < spans.length; k += 2) {
    const a = spans[k]!
    const b = spans[k + 1]!
    if (a < Math.min(b, from)) left.push(a, Math.min(b, from))
    if (Math.max(a, to) < b) left.push(Math.max(a, to), b)
  }
  return left
}

/** The lines of the thresholds that an edit took away or added. */
export function changedThresholds(before: FloorParts, change: PartsChange): number[] {
  const lines: number[] = []
  for (const [parts, numbers] of [
    [before, change.removedThresholds],
    [change.parts, change.addedThresholds],
  ] as const)
    for (const number of numbers) {
      const threshold = parts.thresholds[number]
      if (threshold) lines.push(threshold.ax, threshold.ay, threshold.bx, threshold.by)
    }
  return lines
}

/** Does a straight line come as near to an edge of the bundle as concerns it? */
export function meetsBundle(bundle: EdgeBundle, px: number, py: number, ux: number, uy: number, length: number): boolean {
  if (!crossesBox(bundle, px, py, px + ux * length, py + uy * length)) return false
  const { edges, width } = bundle
  for (let i = 0; i < edges.length; i += 4) {
    if (stripHits(px - ux, py - uy, ux, uy, length + 2, width, edges[i]!, edges[i + 1]!, edges[i + 2]!, edges[i + 3]!)) return true
  }
  return false
}

/** Does a straight line come as near as concerns it to anything that an edit changed? */
export function meetsEdit({ removed, added, thresholds, all }: Edit, px: number, py: number, ux: number, uy: number, length: number): boolean {
  return (
    crossesBox(all, px, py, px + ux * length, py + uy * length) &&
    (meetsBundle(removed, px, py, ux, uy, length) || meetsBundle(added, px, py, ux, uy, length) || meetsBundle(thresholds, px, py, ux, uy, length))
  )
}

type Box = Pick<EdgeBundle, 'x0' | 'y0' | 'x1' | 'y1'>

/** The box around all that an edit changed. */
export function boxAround(bundles: readonly Box[]): Box {
  return {
    x0: Math.min(...bundles.map(({ x0 }) => x0)),
    y0: Math.min(...bundles.map(({ y0 }) => y0)),
    x1: Math.max(...bundles.map(({ x1 }) => x1)),
    y1: Math.max(...bundles.map(({ y1 }) => y1)),
  }
}

/** Does the straight line between two points meet a box? */
export function crossesBox({ x0, y0, x1, y1 }: Box, px: number, py: number, qx: number, qy: number): boolean {
  if ((px < x0 && qx < x0) || (px > x1 && qx > x1) || (py < y0 && qy < y0) || (py > y1 && qy > y1)) return false
  // All four corners on one side of the line: it passes the box by.
  const dx = qx - px
  const dy = qy - py
  const a = dx * (y0 - py) - dy * (x0 - px)
  const b = dx * (y0 - py) - dy * (x1 - px)
  const c = dx * (y1 - py) - dy * (x0 - px)
  const d = dx * (y1 - py) - dy * (x1 - px)
  return !((a > 0 && b > 0 && c > 0 && d > 0) || (a < 0 && b < 0 && c < 0 && d < 0))
}

/** Is a point within `distance` of an edge of the bundle? */
export function isNearBundle(bundle: EdgeBundle, x: number, y: number, distance: number): boolean {
  const { edges } = bundle
  if (x < bundle.x0 - distance || x > bundle.x1 + distance || y < bundle.y0 - distance || y > bundle.y1 + distance) return false
  for (let i = 0; i < edges.length; i += 4) {
    const ax = edges[i]!
    const ay = edges[i + 1]!
    const bx = edges[i + 2]!
    const by = edges[i + 3]!
    if ((x < ax - distance && x < bx - distance) || (x > ax + distance && x > bx + distance)) continue
    if ((y < ay - distance && y < by - distance) || (y > ay + distance && y > by + distance)) continue
    if (ax === bx && ay === by ? lengthOf(x - ax, y - ay) <= distance : distanceToEdge(x, y, ax, ay, bx, by) <= distance) return true
  }
  return false
}

/** How near a line must come to a changed wall to be concerned: a hair more than the body's radius. */
export function concern(radius: number): number {
  return radius + 2 * TOUCH
}

/** Could a change of these solids take floor away that is further than `radius` from all their edges? */
export function hidesFloor(change: PartsChange, before: FloorParts, radius: number): boolean {
  return (
    change.removedSolids.some((number) => before.solids[number]?.outside) ||
    change.addedSolids.some((number) => {
      const solid = change.parts.solids[number]
      if (!solid || solid.ring.length < 6) return false
      const box = bundleOf(solid.ring, 0, 0)
      return solid.outside || Math.min(box.x1 - box.x0, box.y1 - box.y0) > 2 * radius
    })
  )
}
