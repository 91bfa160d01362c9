import { firstWhere } from '#shared/base/first-where'
import type { Id } from '#shared/base/ids'
import type { EdgeKind } from '#shared/document/vocabulary'
import { roundOffset } from '#shared/geometry/millimetres'
import type { Point } from '#shared/geometry/point'
import type { Box } from '#shared/geometry/polygon'

/** Edges and ends this near are drawn as one. Millimetres. */
export const REACH_MM = 2

/** One edge as it is drawn: of a room, which lies on its left, or a free wall. Whole millimetres. */
export type DrawnEdge = {
  /** The room or the free wall. */
  readonly owner: Id
  /** The corner that the edge is named by; undefined for a free wall. */
  readonly corner: string | undefined
  readonly a: Point
  readonly b: Point
  /** About both ends. */
  readonly box: Box
  /** Its place among the edges of its owner. */
  readonly rank: number
  /** True where the room is stored clockwise, so that a is where the stored edge ends. */
  readonly isReversed: boolean
  readonly kind: EdgeKind
  /** Metres; undefined: by what lies on both sides. */
  readonly thickness: number | undefined
}

/** A place where walls start, end or meet; everything there shares this very point, so no slit can open. */
export type Node = { readonly x: number; readonly y: number; readonly index: number }

/** A stretch between two nodes with every edge that runs there, the longest (which it is named by) first. */
export type GraphStretch = {
  readonly from: Node
  readonly to: Node
  readonly edges: readonly { readonly edge: DrawnEdge; readonly isForward: boolean }[]
}

/**
 * Lays drawn edges over one another: ends within 2 mm become one node, an end within 2 mm of an edge
 * splits it, and what then runs between the same two nodes is one stretch. A node lies where the
 * longest edges through it cross, so a shared stretch is on the line of the longer edge.
 */
export function wallGraph(edges: readonly DrawnEdge[]): readonly GraphStretch[] {
  const ends = clusterEnds(edges)
  const passing = edgesPassing(edges, ends)
  const nodes = ends.clusters.map((cluster, index) => ({ ...placeOf(cluster, passing.at[index]!, edges, ends), index }))
  return stretchesBetween(edges, ends, passing, nodes)
}

type Ends = {
  /** The cluster of the start and of the end of each edge. */
  readonly start: readonly number[]
  readonly end: readonly number[]
  readonly clusters: readonly Cluster[]
}
type Cluster = { readonly points: readonly Point[]; readonly ending: number[] }
/** Edges that a cluster lies upon, and for each edge the clusters upon it. */
type Passing = { readonly at: readonly { readonly through: number[]; isOff: boolean }[]; readonly on: readonly number[][] }

function clusterEnds(edges: readonly DrawnEdge[]): Ends {
  const points: Point[] = []
  const indexOf = new Map<number, number>()
  const indexFor = (point: Point) => {
    const key = (point.x + 2e7) * 4e7 + point.y + 2e7
    let index = indexOf.get(key)
    if (index === undefined) {
      index = points.length
      indexOf.set(key, index)
      points.push(point)
    }
    return index
  }
  const starts = edges.map(({ a }) => indexFor(a))
  const finishes = edges.map(({ b }) => indexFor(b))

  const order = points.map((_, index) => index).sort((i, j) => points[i]!.x - points[j]!.x || points[i]!.y - points[j]!.y)
  const root = points.map((_, index) => index)
  const find = (index: number): number => {
    let at = index
    while (root[at] !== at) at = root[at]!
    return at
  }
  for (let i = 0; i < order.length; i++) {
    const p = points[order[i]!]!
    for (let j = i + 1; j < order.length; j++) {
      const q = points[order[j]!]!
      if (q.x - p.x > REACH_MM) break
      if (square(q.x - p.x) + square(q.y - p.y) <= square(REACH_MM)) root[find(order[j]!)] = find(order[i]!)
    }
  }
  const members = new Map<number, Point[]>()
  for (const index of order) {
    const group = members.get(find(index))
    if (group === undefined) members.set(find(index), [points[index]!])
    else group.push(points[index]!)
  }
  const roots = [...members.keys()]
  const clusterOf = new Map(roots.map((at, index) => [at, index]))
  const clusters: Cluster[] = roots.map((at) => ({ points: members.get(at)!, ending: [] }))
  const start = starts.map((index) => clusterOf.get(find(index))!)
  const end = finishes.map((index) => clusterOf.get(find(index))!)
  edges.forEach((_, index) => {
    clusters[start[index]!]!.ending.push(index)
    if (end[index] !== start[index]) clusters[end[index]!]!.ending.push(index)
  })
  return { start, end, clusters }
}

function edgesPassing(edges: readonly DrawnEdge[], ends: Ends): Passing {
  const at = ends.clusters.map(() => ({ through: [] as number[], isOff: false }))
  const on = edges.map(() => [] as number[])
  // Clusters are in the order of x, so an upright edge looks at few of them; a level one looks at them in the order of y.
  const lefts = ends.clusters.map(({ points }) => points[0]!.x)
  const lows = ends.clusters.map(({ points }) => points.reduce((low, { y }) => Math.min(low, y), Number.POSITIVE_INFINITY))
  const byLow = lows.map((_, cluster) => cluster).sort((c, d) => lows[c]! - lows[d]!)
  const sortedLows = byLow.map((cluster) => lows[cluster]!)
  edges.forEach(({ a, b, box: { left, right, bottom, top } }, index) => {
    const dx = b.x - a.x
    const dy = b.y - a.y
    const long = dx * dx + dy * dy
    if (long === 0) return
    const isOn = ({ x, y }: Point) => {
      if (y < bottom - REACH_MM || y > top + REACH_MM || x < left - REACH_MM) return undefined
      const along = (x - a.x) * dx + (y - a.y) * dy
      if (along <= 0 || along >= long) return undefined
      const off = (x - a.x) * dy - (y - a.y) * dx
      return off * off > square(REACH_MM) * long ? undefined : off
    }
    const look = (c: number) => {
      if (c === ends.start[index] || c === ends.end[index]) return
      for (const p of ends.clusters[c]!.points) {
        const off = isOn(p)
        if (off === undefined) continue
        at[c]!.through.push(index)
        if (off !== 0) at[c]!.isOff = true
        on[index]!.push(c)
        break
      }
    }
    // A cluster may reach further right or up than its first point, but never by more than a few chained millimetres.
    if (right - left > top - bottom) {
      for (let i = firstAtLeast(sortedLows, bottom - 9 * REACH_MM); i < byLow.length && sortedLows[i]! <= top + REACH_MM; i++) {
        const c = byLow[i]!
        if (lefts[c]! >= left - 9 * REACH_MM && lefts[c]! <= right + REACH_MM) look(c)
      }
      on[index]!.sort((c, d) => c - d)
    } else {
      for (let c = firstAtLeast(lefts, left - 9 * REACH_MM); c < lefts.length && lefts[c]! <= right + REACH_MM; c++) look(c)
    }
  })
  return { at, on }
}

function firstAtLeast(sorted: readonly number[], value: number): number {
  return firstWhere(0, sorted.length, (at) => sorted[at]! >= value)
}

/** Where a cluster's node lies: the crossing of the longest edge there and the longest that runs another way. */
function placeOf(
  cluster: Cluster,
  passing: { readonly through: readonly number[]; readonly isOff: boolean },
  edges: readonly DrawnEdge[],
  ends: Ends,
): Point {
  const only = cluster.points[0]!
  if (cluster.points.length === 1 && !passing.isOff) return only
  const index = ends.clusters.indexOf(cluster)
  const there = [...cluster.ending, ...passing.through].sort((i, j) => longerFirst(edges[i]!, edges[j]!))
  const first = edges[there[0]!]!
  const second = there.map((i) => edges[i]!).find((edge) => !areAlongEachOther(first, edge))
  const endOf = (at: number) => (ends.start[at] === index ? edges[at]!.a : edges[at]!.b)
  const anchor = there.find((at) => ends.start[at] === index || ends.end[at] === index)
  const base = anchor === undefined ? only : endOf(anchor)
  const offset = second === undefined ? offsetToLine(base, first) : offsetToCrossing(base, first, second)
  return { x: base.x + roundOffset(offset.x), y: base.y + roundOffset(offset.y) }
}

function longerFirst(e: DrawnEdge, f: DrawnEdge): number {
  return squaredLength(f) - squaredLength(e) || compare(e.owner, f.owner) || compare(e.corner ?? '', f.corner ?? '')
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** Within about 6 degrees of one direction, either way. */
function areAlongEachOther(e: DrawnEdge, f: DrawnEdge): boolean {
  const cross = (e.b.x - e.a.x) * (f.b.y - f.a.y) - (e.b.y - e.a.y) * (f.b.x - f.a.x)
  return cross * cross < 0.01 * squaredLength(e) * squaredLength(f)
}

function offsetToLine(p: Point, { a, b }: DrawnEdge): Point {
  const dx = b.x - a.x
  const dy = b.y - a.y
  const off = ((p.x - a.x) * dy - (p.y - a.y) * dx) / (dx * dx + dy * dy)
  return { x: -off * dy, y: off * dx }
}

function offsetToCrossing(p: Point, e: DrawnEdge, f: DrawnEdge): Point {
  const ex = e.b.x - e.a.x
  const ey = e.b.y - e.a.y
  const fx = f.b.x - f.a.x
  const fy = f.b.y - f.a.y
  const ofE = (e.a.x - p.x) * ey - (e.a.y - p.y) * ex
  const ofF = (f.a.x - p.x) * fy - (f.a.y - p.y) * fx
  const cross = ex * fy - ey * fx
  const offset = { x: (ofF * ex - ofE * fx) / cross, y: (ofF * ey - ofE * fy) / cross }
  const isNear = square(offset.x) + square(offset.y) <= square(4 * REACH_MM)
  return isNear ? offset : offsetToLine(p, e)
}

function stretchesBetween(edges: readonly DrawnEdge[], ends: Ends, passing: Passing, nodes: readonly Node[]): readonly GraphStretch[] {
  const stretches = new Map<number, { from: Node; to: Node; edges: { edge: DrawnEdge; isForward: boolean }[] }>()
  const byLength = edges.map((_, index) => index).sort((i, j) => longerFirst(edges[i]!, edges[j]!))
  for (const index of byLength) {
    const edge = edges[index]!
    const dx = edge.b.x - edge.a.x
    const dy = edge.b.y - edge.a.y
    const along = (c: number) => (nodes[c]!.x - edge.a.x) * dx + (nodes[c]!.y - edge.a.y) * dy
    const between = passing.on[index]!.sort((c, d) => along(c) - along(d))
    let from = nodes[ends.start[index]!]!
    for (const c of [...between, ends.end[index]!]) {
      const to = nodes[c]!
      if (to.x === from.x && to.y === from.y) continue
      const key = Math.min(from.index, to.index) * nodes.length + Math.max(from.index, to.index)
      const stretch = stretches.get(key)
      if (stretch === undefined) stretches.set(key, { from, to, edges: [{ edge, isForward: true }] })
      else stretch.edges.push({ edge, isForward: stretch.from.index === from.index })
      from = to
    }
  }
  return [...stretches.values()]
}

function squaredLength({ a, b }: DrawnEdge): number {
  return square(b.x - a.x) + square(b.y - a.y)
}

function square(value: number): number {
  return value * value
}
