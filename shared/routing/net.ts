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
  /** Edges that ask for a room, by room. */
  readonly byRoom: ReadonlyMap<number, readonly number[]>
}

export function netOf(graph: FloorGraph, access: Access): Net {
  const nodes = graph.nodes.length
  const first = new Int32Array(nodes + 1)
  let count = 0
  for (let v = 0; v < nodes; v++) {
    const node = graph.nodes[v]
    if (node !== undefined) for (let i = 0; i < node.to.length; i++) if (access.roomA(node.run[i]!) !== REFUSED) count++
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
  const byRoom = new Map<number, number[]>()
  let e = 0
  for (let v = 0; v < nodes; v++) {
    const node = graph.nodes[v]
    if (node === undefined) continue
    span[v] = node.span
    twin[v] = node.twin
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
      const b = access.roomB(node.run[i]!)
      roomB[e] = b
      if (a !== NO_ROOM) listed(byRoom, a).push(e)
      if (b !== NO_ROOM) listed(byRoom, b).push(e)
      e++
    }
  }
  return { graph, access, nodes, first, from, to, leave, arrive, length, run, roomA, roomB, span, twin, byRoom }
}

function listed(byRoom: Map<number, number[]>, room: number): number[] {
  const list = byRoom.get(room)
  if (list !== undefined) return list
  const made: number[] = []
  byRoom.set(room, made)
  return made
}
