import type { Threshold } from '#shared/walkable/walkable-floor'

/**
 * The graph that one body radius walks, and what a builder of such graphs offers to `routing/`. All
 * coordinates and lengths in this file are millimetres. Numbers of nodes, half-edges, solids,
 * thresholds and runs that exist before an edit keep their meaning after it; new ones come behind.
 */

/** A ring that blocks what lies on the left of its edges; `outside` is the boundary turned round: all but the floor. */
export type NumberedSolid = { readonly ring: readonly number[]; readonly outside: boolean }

/** `leftRegion` and `rightRegion` are region numbers (stable over edits, -1: uncovered floor), not indices into the floor's list. */
export type NumberedThreshold = Pick<Threshold, 'ax' | 'ay' | 'bx' | 'by'> & { readonly leftRegion: number; readonly rightRegion: number }

/** The floor by number. `undefined`: taken away by an edit. A solid or threshold that changed in any way has a new number. */
export type FloorParts = {
  readonly solids: readonly (NumberedSolid | undefined)[]
  readonly thresholds: readonly (NumberedThreshold | undefined)[]
}

/** What an edit did to the parts; the added ones are numbered from the former lists' ends. */
export type PartsChange = {
  readonly parts: FloorParts
  readonly removedSolids: readonly number[]
  readonly addedSolids: readonly number[]
  readonly removedThresholds: readonly number[]
  readonly addedThresholds: readonly number[]
}

/**
 * Undirected edges as pairs of half-edges. `run` is the crossings on the way (see RunTable; the twin
 * has `run ^ 1`); `shape` 0 is a straight line, others are the builder's own (see FloorGraph.draw).
 */
export type HalfEdges = {
  readonly from: Int32Array
  readonly to: Int32Array
  readonly twin: Int32Array
  readonly length: Float64Array
  readonly run: Int32Array
  readonly shape: Int32Array
}

/**
 * Half-edge e of node v: `first[v] <= e < first[v + 1]` for v < first.length - 1, less those with
 * `dead[e]`. A mended graph shares these with the graph it came from and adds `extra`: half-edge
 * number edges.to.length + i, in lists that start at `extraFirst[v]` (index i, or -1) and run along `extraNext`.
 */
export type WalkGraph = {
  readonly nodes: number
  readonly x: Float64Array
  readonly y: Float64Array
  readonly first: Int32Array
  readonly edges: HalfEdges
  readonly dead: Uint8Array | undefined
  /** The half-edges with `dead`, in any order. */
  readonly removed: Int32Array
  readonly extra: HalfEdges | undefined
  readonly extraFirst: Int32Array | undefined
  readonly extraNext: Int32Array | undefined
}

/** A stop as given: millimetres; `region` is a region number and decides the side on which a stop on a threshold stands. */
export type StopPoint = { readonly x: number; readonly y: number; readonly region: number }

/**
 * A stop tied to the graph: ways to nodes (from the stop to the node, crossings in that order). `lead` is
 * the straight line between the stop and (x, y), where the body stands free: 0 when it stands at the stop;
 * it is not part of the lengths.
 */
export type JoinedStop = {
  readonly stop: StopPoint
  readonly x: number
  readonly y: number
  readonly lead: number
  readonly node: Int32Array
  readonly length: Float64Array
  readonly run: Int32Array
  readonly shape: Int32Array
}

/** A way between two stops that uses no node. */
export type DirectWay = { readonly length: number; readonly run: number; readonly shape: number }

/** What one radius' builder makes of a floor. */
export type FloorGraph = {
  readonly graph: WalkGraph
  readonly runs: RunTable
  /** `undefined`: the body cannot stand there (nor, where `reach` millimetres are given, that near with a clear line between). */
  join(stop: StopPoint, reach: number): JoinedStop | undefined
  /** The same after an edit: `before` itself (===) when nothing about it changed. `before` is of the graph this one was mended from. */
  rejoin(before: JoinedStop, reach: number): JoinedStop | undefined
  /** All ways between two stops that use no node and may be part of a shortest route; none when walls are between. */
  direct(a: JoinedStop, b: JoinedStop): readonly DirectWay[]
  /** True when the edit cannot have changed `direct(a, b)`: both stops were kept and no changed part is near the ways between. */
  keepsDirect(a: JoinedStop, b: JoinedStop): boolean
  /** Appends the points after (x0, y0) up to (x1, y1) of a piece of this shape; arcs as chords within 1 mm. */
  draw(shape: number, x0: number, y0: number, x1: number, y1: number, points: number[]): void
  /** May a taut route that arrives at `node` heading (inX, inY) leave it heading (outX, outY)? `isShut`: thresholds that count as walls. */
  isTaut(node: number, inX: number, inY: number, outX: number, outY: number, isShut: (threshold: number) => boolean): boolean
  /** The graph of the edited floor; shares what it can and leaves this one as it was. Only called on a graph that was built, not mended. */
  mended(change: PartsChange): FloorGraph
}

/** Sequences of crossings, interned: `run ^ 1` is the same walked backwards; 0 and 1 are empty. */
export type RunTable = {
  readonly size: number
  /** Crossings in walking order, each `threshold * 2`, + 1 when it is left towards the right of a -> b. */
  crossings(run: number): readonly number[]
  /** The number of a sequence of packed crossings. */
  intern(crossings: readonly number[]): number
}

/** An empty table, or one that goes on from `parent` without changing it. */
export function runTable(parent?: RunTable): RunTable {
  const offset = parent?.size ?? 2
  const own: (readonly number[])[] = []
  const known = new Map<string, number>()
  const baseSize = offset
  const table = {
    get size() {
      return baseSize + own.length
    },
    crossings(run: number): readonly number[] {
      if (run < 2) return []
      if (run >= baseSize) return own[run - baseSize] ?? []
      return parent?.crossings(run) ?? []
    },
    find(key: string): number | undefined {
      return known.get(key) ?? (parent as Finding | undefined)?.find?.(key)
    },
    intern(crossings: readonly number[]): number {
      if (crossings.length === 0) return 0
      const key = crossings.join(',')
      const found = table.find(key)
      if (found !== undefined) return found
      const back = crossings.map((crossing) => crossing ^ 1).reverse()
      const run = baseSize + own.length
      own.push([...crossings], back)
      known.set(key, run)
      known.set(back.join(','), run + 1)
      return run
    },
  }
  return table
}

type Finding = RunTable & { find?(key: string): number | undefined }

/** One undirected edge while a graph is being made. */
export type EdgeList = {
  readonly from: number[]
  readonly to: number[]
  readonly length: number[]
  readonly run: number[]
  readonly shape: number[]
}

export function edgeList(): EdgeList {
  return { from: [], to: [], length: [], run: [], shape: [] }
}

export function addEdge(list: EdgeList, from: number, to: number, length: number, run: number, shape: number): void {
  list.from.push(from)
  list.to.push(to)
  list.length.push(length)
  list.run.push(run)
  list.shape.push(shape)
}

/** A whole graph of undirected edges. The twin of a half-edge of shape s has shape `turned(s)`. */
export function graphOf(x: Float64Array, y: Float64Array, list: EdgeList, turned: (shape: number) => number): WalkGraph {
  const nodes = x.length
  const count = list.from.length
  const first = new Int32Array(nodes + 1)
  for (let i = 0; i < count; i++) {
    first[list.from[i]! + 1]!++
    first[list.to[i]! + 1]!++
  }
  for (let v = 0; v < nodes; v++) first[v + 1]! += first[v]!
  const next = first.slice(0, nodes)
  const edges = halfEdges(2 * count)
  for (let i = 0; i < count; i++) {
    const a = next[list.from[i]!]!++
    const b = next[list.to[i]!]!++
    setPair(edges, a, b, list, i, turned, 0)
  }
  return { nodes, x, y, first, edges, dead: undefined, removed: new Int32Array(0), extra: undefined, extraFirst: undefined, extraNext: undefined }
}

/**
 * The graph after an edit: `removed` are half-edges of `base` (both of each pair), `x` and `y` the
 * nodes added behind those of `base`, `added` the edges added. `base` must not be a mended graph.
 */
export function overlaidGraph(
  base: WalkGraph,
  removed: readonly number[],
  addedX: readonly number[],
  addedY: readonly number[],
  added: EdgeList,
  turned: (shape: number) => number,
): WalkGraph {
  const nodes = base.nodes + addedX.length
  const x = new Float64Array(nodes)
  const y = new Float64Array(nodes)
  x.set(base.x)
  y.set(base.y)
  x.set(addedX, base.nodes)
  y.set(addedY, base.nodes)
  const dead = new Uint8Array(base.edges.to.length)
  for (const edge of removed) dead[edge] = 1
  const count = added.from.length
  const extra = halfEdges(2 * count)
  const extraFirst = new Int32Array(nodes).fill(-1)
  const extraNext = new Int32Array(2 * count)
  for (let i = 0; i < count; i++) {
    setPair(extra, 2 * i, 2 * i + 1, added, i, turned, base.edges.to.length)
    for (const half of [2 * i, 2 * i + 1]) {
      const from = extra.from[half]!
      extraNext[half] = extraFirst[from]!
      extraFirst[from] = half
    }
  }
  return { nodes, x, y, first: base.first, edges: base.edges, dead, removed: Int32Array.from(removed), extra, extraFirst, extraNext }
}

function halfEdges(count: number): HalfEdges {
  return {
    from: new Int32Array(count),
    to: new Int32Array(count),
    twin: new Int32Array(count),
    length: new Float64Array(count),
    run: new Int32Array(count),
    shape: new Int32Array(count),
  }
}

function setPair(edges: HalfEdges, a: number, b: number, list: EdgeList, i: number, turned: (shape: number) => number, offset: number): void {
  const run = list.run[i]!
  const shape = list.shape[i]!
  edges.from[a] = edges.to[b] = list.from[i]!
  edges.to[a] = edges.from[b] = list.to[i]!
  edges.twin[a] = b + offset
  edges.twin[b] = a + offset
  edges.length[a] = edges.length[b] = list.length[i]!
  edges.run[a] = run
  edges.run[b] = run === 0 ? 0 : run ^ 1
  edges.shape[a] = shape
  edges.shape[b] = shape === 0 ? 0 : turned(shape)
}
