import type { FloorGraph } from '#shared/walkable/walk-graph'
import { type Access, NO_ROOM, REFUSED } from './access'

/**
 * A graph as one kind of walker may walk it, in flat arrays for searching: edges that nobody of that kind
 * may walk are left out, the others say which rooms they ask for. Millimetres.
 */
export type Net = {
  readonly graph: FloorGraph
  readonly access: Access
  readonly nodes: number
  /** Edges of node v: first[v] up to first[v + 1], by the place where they leave. */
  readonly first: Int32Array
  readonly from: Int32Array
  readonly to: Int32Array
  readonly leave: Float64Array
  readonly arrive: Float64Array
  readonly length: Float64Array
  readonly run: Int32Array
  readonly roomA: Int32Array
  readonly roomB: Int32Array
  readonly span: Float64Array
  readonly twin: Int32Array
  /** Edges that ask for a room. */
  edgesInto(room: number): readonly number[]
}

/** `former` is the net of the floor before an edit under the same rules: what it has of unchanged nodes is copied. */
export function netOf(graph: FloorGraph, access: Access, former?: Net): Net {
  const nodes = graph.nodes.length
  const first = new Int32Array(nodes + 1)
  const isKept = (v: number) => former !== undefined && v < former.nodes && former.graph.nodes[v] === graph.nodes[v]
  let count = 0
  for (let v = 0; v < nodes; v++) {
    const node = graph.nodes[v]
    if (former !== undefined && isKept(v)) count += former.first[v + 1]! - former.first[v]!
    else if (node !== undefined) for (let i = 0; i < node.to.length; i++) if (access.roomA(node.run[i]!) !== REFUSED) count++
    first[v + 1] = count
  }
  const from = new Int32Array(count)
  const to = new Int32Array(count)
  const leave = new Float64Array(count)
  const arrive = new Float64Array(count)
  const length = new Float64Array(count)
  const run = new Int32Array(count)
  const roomA = new Int32Array(count)
  const roomB = new Int32Array(count)
  const span = new Float64Array(nodes)
  const twin = new Int32Array(nodes)
  if (former !== undefined) {
    span.set(former.span.subarray(0, Math.min(nodes, former.nodes)))
    twin.set(former.twin.subarray(0, Math.min(nodes, former.nodes)))
  }
  for (let v = 0; v < nodes; v++) {
    if (former !== undefined && isKept(v)) {
      const start = v
      while (v + 1 < nodes && isKept(v + 1)) v++
      const low = former.first[start]!
      const high = former.first[v + 1]!
      const at = first[start]!
      from.set(former.from.subarray(low, high), at)
      to.set(former.to.subarray(low, high), at)
      leave.set(former.leave.subarray(low, high), at)
      arrive.set(former.arrive.subarray(low, high), at)
      length.set(former.length.subarray(low, high), at)
      run.set(former.run.subarray(low, high), at)
      roomA.set(former.roomA.subarray(low, high), at)
      roomB.set(former.roomB.subarray(low, high), at)
      continue
    }
    const node = graph.nodes[v]
    if (node === undefined) continue
    span[v] = node.span
    twin[v] = node.twin
    let e = first[v]!
    for (let i = 0; i < node.to.length; i++) {
      const a = access.roomA(node.run[i]!)
      if (a === REFUSED) continue
      from[e] = v
      to[e] = node.to[i]!
      leave[e] = node.leave[i]!
      arrive[e] = node.arrive[i]!
      length[e] = node.length[i]!
      run[e] = node.run[i]!
      roomA[e] = a
      roomB[e] = access.roomB(node.run[i]!)
      e++
    }
  }
  let byRoom: Map<number, number[]> | undefined
  const edgesInto = (room: number) => {
    byRoom ??= edgesByRoom(roomA, roomB)
    return byRoom.get(room) ?? []
  }
  return { graph, access, nodes, first, from, to, leave, arrive, length, run, roomA, roomB, span, twin, edgesInto }
}

function edgesByRoom(roomA: Int32Array, roomB: Int32Array): Map<number, number[]> {
  const byRoom = new Map<number, number[]>()
  for (let e = 0; e < roomA.length; e++) {
    if (roomA[e] !== NO_ROOM) listed(byRoom, roomA[e]!).push(e)
    if (roomB[e] !== NO_ROOM) listed(byRoom, roomB[e]!).push(e)
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
