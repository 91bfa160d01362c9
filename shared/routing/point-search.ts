import type { JoinedStop } from '#shared/walkable/walk-graph'
import { NO_ROOM } from './access'
import { BucketQueue } from './bucket-queue'
import type { Labels } from './labels'
import type { Net } from './net'

/** Room for one search; grown as needed and used by one search at a time. */
let distance = new Float64Array(0)
let parent = new Int32Array(0)
let isDone = new Uint8Array(0)
const queue = new BucketQueue()

/**
 * What `searchFrom` answers where arcs have no length (radius 0): then a node has one label, and this is plain
 * Dijkstra (1959) with a queue in buckets, since thousands wait at once: O(E) where nodes lie spread over the floor.
 */
export function searchPoints(net: Net, start: JoinedStop, home: number): Labels {
  const { nodes, first, until, to, length, roomA, roomB, access } = net
  if (distance.length < nodes) makeRoom(nodes)
  const far = distance
  const from = parent
  const done = isDone
  const waiting = queue
  far.fill(Infinity, 0, nodes)
  done.fill(0, 0, nodes)
  waiting.clear()

  for (let i = 0; i < start.to.length; i++) {
    const a = access.roomA(start.run[i]!)
    const b = access.roomB(start.run[i]!)
    const node = start.to[i]!
    if ((a !== NO_ROOM && a !== home) || (b !== NO_ROOM && b !== home) || start.length[i]! >= far[node]!) continue
    far[node] = start.length[i]!
    from[node] = -1
    waiting.push(start.length[i]!, node)
  }

  const order = new Int32Array(nodes)
  const head = new Int32Array(nodes).fill(-1)
  let count = 0
  while (waiting.size > 0) {
    const node = waiting.pop()
    if (done[node] === 1) continue
    done[node] = 1
    const mine = count++
    order[mine] = node
    head[node] = mine
    const soFar = far[node]!
    for (let e = first[node]!, end = until[node]!; e < end; e++) {
      const target = to[e]!
      const reached = soFar + length[e]!
      if (reached >= far[target]!) continue
      const a = roomA[e]!
      if (a !== NO_ROOM) {
        const b = roomB[e]!
        if (a !== home || (b !== NO_ROOM && b !== home)) continue
      }
      far[target] = reached
      from[target] = mine
      waiting.push(reached, target)
    }
  }

  const node = order.slice(0, count)
  const found = new Float64Array(count)
  const parents = new Int32Array(count)
  for (let i = 0; i < count; i++) {
    found[i] = far[node[i]!]!
    parents[i] = from[node[i]!]!
  }
  return {
    under: undefined,
    start: 0,
    count,
    node,
    at: new Float64Array(count),
    distance: found,
    parent: parents,
    next: new Int32Array(count).fill(-1),
    head,
    sieve: -1,
    headStart: 0,
    nodes,
    patch: undefined,
  }
}

function makeRoom(nodes: number): void {
  distance = new Float64Array(nodes)
  parent = new Int32Array(nodes)
  isDone = new Uint8Array(nodes)
}
