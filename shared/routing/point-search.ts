import type { JoinedStop } from '#shared/walkable/walk-graph'
import { NO_ROOM } from './access'
import type { Labels } from './labels'
import type { Net } from './net'

/** Room for one search; grown as needed and used by one search at a time. */
let distance = new Float64Array(0)
let parent = new Int32Array(0)
let isDone = new Uint8Array(0)
let keys = new Float64Array(0)
let items = new Int32Array(0)

/**
 * What `searchFrom` answers where arcs have no length (radius 0): then a node has one label, and this is plain
 * Dijkstra (1959) with a binary heap, O(E log E).
 */
export function searchPoints(net: Net, start: JoinedStop, home: number): Labels {
  const { nodes, first, to, length, roomA, roomB, access } = net
  if (distance.length < nodes || keys.length < to.length + start.to.length + 1) makeRoom(nodes, to.length + start.to.length + 1)
  const far = distance
  const from = parent
  const done = isDone
  const heapKeys = keys
  const heapItems = items
  far.fill(Infinity, 0, nodes)
  done.fill(0, 0, nodes)
  let size = 0

  for (let i = 0; i < start.to.length; i++) {
    const a = access.roomA(start.run[i]!)
    const b = access.roomB(start.run[i]!)
    const node = start.to[i]!
    if ((a !== NO_ROOM && a !== home) || (b !== NO_ROOM && b !== home) || start.length[i]! >= far[node]!) continue
    far[node] = start.length[i]!
    from[node] = -1
    size = pushed(heapKeys, heapItems, size, start.length[i]!, node)
  }

  const order = new Int32Array(nodes)
  const head = new Int32Array(nodes).fill(-1)
  let count = 0
  while (size > 0) {
    const node = heapItems[0]!
    size = popped(heapKeys, heapItems, size)
    if (done[node] === 1) continue
    done[node] = 1
    const mine = count++
    order[mine] = node
    head[node] = mine
    const soFar = far[node]!
    for (let e = first[node]!, end = first[node + 1]!; e < end; e++) {
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
      size = pushed(heapKeys, heapItems, size, reached, target)
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

function makeRoom(nodes: number, pushes: number): void {
  distance = new Float64Array(nodes)
  parent = new Int32Array(nodes)
  isDone = new Uint8Array(nodes)
  keys = new Float64Array(pushes)
  items = new Int32Array(pushes)
}

/** Adds an item to a binary heap; its new size. */
function pushed(heapKeys: Float64Array, heapItems: Int32Array, size: number, key: number, item: number): number {
  let hole = size
  while (hole > 0) {
    const above = (hole - 1) >> 1
    if (heapKeys[above]! <= key) break
    heapKeys[hole] = heapKeys[above]!
    heapItems[hole] = heapItems[above]!
    hole = above
  }
  heapKeys[hole] = key
  heapItems[hole] = item
  return size + 1
}

/** Takes the least item off a binary heap; its new size. */
function popped(heapKeys: Float64Array, heapItems: Int32Array, size: number): number {
  const last = size - 1
  const key = heapKeys[last]!
  const item = heapItems[last]!
  let hole = 0
  for (;;) {
    let below = 2 * hole + 1
    if (below >= last) break
    if (below + 1 < last && heapKeys[below + 1]! < heapKeys[below]!) below++
    if (heapKeys[below]! >= key) break
    heapKeys[hole] = heapKeys[below]!
    heapItems[hole] = heapItems[below]!
    hole = below
  }
  heapKeys[hole] = key
  heapItems[hole] = item
  return last
}
