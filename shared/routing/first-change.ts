import { isOpen } from './access'
import { type Labels, leastAt, reach, SAME_PLACE } from './labels'

/**
 * Edges that an edit added or took away, by the node that they leave: those of node v are numbered from first[v] up to
 * first[v + 1]. `nodes`: all that have any. `half` is half of an edge's length. Millimetres.
 */
export type ChangedEdges = {
  readonly first: Int32Array
  readonly nodes: Int32Array
  readonly from: Int32Array
  readonly leave: Float64Array
  readonly half: Float64Array
  readonly roomA: Int32Array
  readonly roomB: Int32Array
}

/**
 * How far one walks from a start, at least, before half of the first changed edge is behind: a way over a changed edge is no
 * shorter, neither on the floor before the edit nor on the one after it, since up to its first changed edge both have
 * it. Infinity when none can be reached. `labels` are those of the floor before. Millimetres.
 */
export function firstChange(labels: Labels, edges: ChangedEdges, home: number): number {
  const { first, nodes, leave, half, roomA, roomB } = edges
  let least = Infinity
  for (let i = 0; i < nodes.length; i++) {
    const v = nodes[i]!
    // Most nodes are not reached, or not as soon as a changed edge that is known already.
    if (leastAt(labels, v) >= least) continue
    for (let e = first[v]!, end = first[v + 1]!; e < end; e++) {
      if (!isOpen(roomA[e]!, home, home) || !isOpen(roomB[e]!, home, home)) continue
      const far = reach(labels, v, leave[e]!) + half[e]!
      if (far < least) least = far
    }
  }
  return least
}

/** The same for ways that may go into one more room: only the changed edges that the search into that room adds. */
export function firstChangeInto(labels: Labels, edges: ChangedEdges, home: number, goalRoom: number, isEntryChanged: boolean): number {
  const { first, leave, half, roomA, roomB } = edges
  const { under, start, count, node, at, distance } = labels
  let least = Infinity
  for (let label = start; label < start + count; label++) {
    const v = node[label]!
    for (let e = first[v]!, end = first[v + 1]!; e < end; e++) {
      const along = leave[e]! - at[label]!
      if (along < -SAME_PLACE || !isOpen(roomA[e]!, home, goalRoom) || !isOpen(roomB[e]!, home, goalRoom)) continue
      const far = distance[label]! + (along > 0 ? along : 0) + half[e]!
      if (far < least) least = far
    }
  }
  if (!isEntryChanged || under === undefined) return least
  for (let e = 0; e < roomA.length; e++) {
    if (roomA[e] !== goalRoom && roomB[e] !== goalRoom) continue
    if (!isOpen(roomA[e]!, home, goalRoom) || !isOpen(roomB[e]!, home, goalRoom)) continue
    const far = reach(under, edges.from[e]!, leave[e]!) + half[e]!
    if (far < least) least = far
  }
  return least
}
