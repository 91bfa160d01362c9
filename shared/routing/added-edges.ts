import { isOpen, NO_ROOM } from './access'
import { type Labels, leastAt, reach } from './labels'
import type { Net } from './net'

/**
 * Edges of a net that the former one had not, by the node that they leave: those of nodes[i] stand from starts[i] up to starts[i + 1].
 * Every search that is made again looks through all of them, and most have nothing to do with it.
 */
export type AddedEdges = {
  readonly nodes: Int32Array
  readonly starts: Int32Array
  /** Their numbers in the net. */
  readonly edges: Int32Array
  /** Five numbers each: the corner that it leaves, the one that it reaches (x, y), and its length. Millimetres. */
  readonly spans: Float64Array
}

/** `edges`: their numbers in the net, rising. */
export function addedEdges({ graph, from, to, length }: Net, edges: readonly number[]): AddedEdges {
  const nodes: number[] = []
  const starts: number[] = []
  const spans = new Float64Array(5 * edges.length)
  edges.forEach((e, i) => {
    if (i === 0 || from[e] !== nodes.at(-1)) {
      nodes.push(from[e]!)
      starts.push(i)
    }
    const a = graph.nodes[from[e]!]!
    const b = graph.nodes[to[e]!]!
    spans[5 * i] = a.x
    spans[5 * i + 1] = a.y
    spans[5 * i + 2] = b.x
    spans[5 * i + 3] = b.y
    spans[5 * i + 4] = length[e]!
  })
  starts.push(edges.length)
  return { nodes: new Int32Array(nodes), starts: new Int32Array(starts), edges: new Int32Array(edges), spans }
}

/** Does any added edge lead to where it leads sooner than the labels do? */
export function improve({ nodes, starts, edges }: AddedEdges, labels: Labels, net: Net, home: number): boolean {
  const { to, leave, arrive, length, roomA, roomB } = net
  for (let i = 0; i < nodes.length; i++) {
    const from = nodes[i]!
    if (leastAt(labels, from) === Infinity) continue
    for (let k = starts[i]!, end = starts[i + 1]!; k < end; k++) {
      const e = edges[k]!
      if (!isOpen(roomA[e]!, home, NO_ROOM) || !isOpen(roomB[e]!, home, NO_ROOM)) continue
      if (reach(labels, from, leave[e]!) + length[e]! < reach(labels, to[e]!, arrive[e]!)) return true
    }
  }
  return false
}
