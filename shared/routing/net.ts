import type { FloorGraph } from '#shared/walkable/walk-graph'
import { type Access, NO_ROOM } from './access'

/** A graph in flat arrays for searching. Millimetres. */
type Flat = {
  readonly nodes: number
  /** Edges of node v: first[v] up to first[v + 1], by the place where they leave. */
  readonly first: Int32Array
  readonly from: Int32Array
  readonly to: Int32Array
  readonly leave: Float64Array
  readonly arrive: Float64Array
  readonly length: Float64Array
  readonly run: Int32Array
  readonly span: Float64Array
  readonly twin: Int32Array
  /** Do all arcs have no length? */
  readonly isPoint: boolean
  /** Nodes that are those of the graph before an edit: from kept[0] up to kept[1], from kept[2] up to kept[3], ... */
  readonly kept: readonly number[]
}

/**
 * A graph as one kind of walker may walk it: for each edge the rooms that it asks for, NO_ROOM where none, REFUSED where
 * nobody of that kind may walk it.
 */
export type Net = Flat & {
  readonly graph: FloorGraph
  readonly access: Access
  readonly roomA: Int32Array
  readonly roomB: Int32Array
  /** Edges that ask for a room. */
  edgesInto(room: number): readonly number[]
}

const flats = new WeakMap<FloorGraph, Flat>()
/** By the graph before an edit, what was made of the graph after it: asked this way round, so that no graph holds on to the one before. */
const followers = new WeakMap<FloorGraph, WeakSet<Flat>>()

/** `former` is the net of the floor before an edit under the same rules: what it has of unchanged nodes is copied. */
export function netOf(graph: FloorGraph, access: Access, former?: Net): Net {
  const known = flats.get(graph)
  const flat = known ?? flatOf(graph, former)
  if (known === undefined) {
    flats.set(graph, flat)
    if (former !== undefined) followersOf(former.graph).add(flat)
  }
  const { first, run } = flat
  if (former !== undefined && isSameGraph(graph, former) && access.signature === former.access.signature) return { ...former, ...flat, graph, access }
  const roomA = new Int32Array(run.length)
  const roomB = new Int32Array(run.length)
  let e = 0
  const findUntil = (end: number) => {
    for (; e < end; e++) {
      roomA[e] = access.roomA(run[e]!)
      roomB[e] = access.roomB(run[e]!)
    }
  }
  if (former !== undefined && followers.get(former.graph)?.has(flat)) {
    const { kept } = flat
    for (let i = 0; i < kept.length; i += 2) {
      const v = kept[i]!
      const low = former.first[v]!
      const high = former.first[kept[i + 1]!]!
      findUntil(first[v]!)
      roomA.set(former.roomA.subarray(low, high), e)
      roomB.set(former.roomB.subarray(low, high), e)
      e += high - low
    }
  }
  findUntil(run.length)
  let byRoom: Map<number, number[]> | undefined
  const edgesInto = (room: number) => {
    byRoom ??= edgesByRoom(roomA, roomB)
    return byRoom.get(room) ?? []
  }
  return { ...flat, graph, access, roomA, roomB, edgesInto }
}

function followersOf(graph: FloorGraph): WeakSet<Flat> {
  let found = followers.get(graph)
  if (found === undefined) {
    found = new WeakSet()
    followers.set(graph, found)
  }
  return found
}

/** Did an edit leave the graph as it was, but for names of what is on it? */
function isSameGraph({ nodes, runs }: FloorGraph, { graph }: Net): boolean {
  return nodes === graph.nodes && runs === graph.runs
}

function isKept(graph: FloorGraph, former: Net, v: number): boolean {
  return v < former.nodes && former.graph.nodes[v] === graph.nodes[v]
}

function flatOf(graph: FloorGraph, former: Net | undefined): Flat {
  const nodes = graph.nodes.length
  if (former !== undefined && isSameGraph(graph, former)) {
    const { first, from, to, leave, arrive, length, run, span, twin, isPoint } = former
    return { nodes, first, from, to, leave, arrive, length, run, span, twin, isPoint, kept: [0, nodes] }
  }
  const first = new Int32Array(nodes + 1)
  for (let v = 0; v < nodes; v++) first[v + 1] = first[v]! + (graph.nodes[v]?.to.length ?? 0)
  const count = first[nodes]!
  const from = new Int32Array(count)
  const to = new Int32Array(count)
  const leave = new Float64Array(count)
  const arrive = new Float64Array(count)
  const length = new Float64Array(count)
  const run = new Int32Array(count)
  const span = new Float64Array(nodes)
  const twin = new Int32Array(nodes)
  const kept: number[] = []
  for (let v = 0; v < nodes; v++) {
    const start = v
    if (former !== undefined && isKept(graph, former, v)) {
      while (v + 1 < nodes && isKept(graph, former, v + 1)) v++
      const low = former.first[start]!
      const high = former.first[v + 1]!
      const at = first[start]!
      from.set(former.from.subarray(low, high), at)
      to.set(former.to.subarray(low, high), at)
      leave.set(former.leave.subarray(low, high), at)
      arrive.set(former.arrive.subarray(low, high), at)
      length.set(former.length.subarray(low, high), at)
      run.set(former.run.subarray(low, high), at)
      span.set(former.span.subarray(start, v + 1), start)
      twin.set(former.twin.subarray(start, v + 1), start)
      kept.push(start, v + 1)
      continue
    }
    const node = graph.nodes[v]
    if (node === undefined) continue
    span[v] = node.span
    twin[v] = node.twin
    for (let i = 0, e = first[v]!; i < node.to.length; i++, e++) {
      from[e] = v
      to[e] = node.to[i]!
      leave[e] = node.leave[i]!
      arrive[e] = node.arrive[i]!
      length[e] = node.length[i]!
      run[e] = node.run[i]!
    }
  }
  const isPoint = span.every((value) => value === 0)
  return { nodes, first, from, to, leave, arrive, length, run, span, twin, isPoint, kept }
}

function edgesByRoom(roomA: Int32Array, roomB: Int32Array): Map<number, number[]> {
  const byRoom = new Map<number, number[]>()
  for (let e = 0; e < roomA.length; e++) {
    if (roomA[e]! > NO_ROOM) listed(byRoom, roomA[e]!).push(e)
    if (roomB[e]! > NO_ROOM) listed(byRoom, roomB[e]!).push(e)
  }
  return byRoom
}

function listed(byRoom: Map<number, number[]>, room: number): number[] {
  const list = byRoom.get(room)
  if (list !== undefined) return list
  const made: number[] = []
  byRoom.set(room, made)
  return made
}
