import { backwards, type JoinedStop } from '#shared/walkable/walk-graph'
import { NO_ROOM } from './access'
import { Heap } from './heap'
import type { Net } from './net'

/**
 * How far everything is from one start. A label says that node `node[i]` is reached at `at[i]` along its arc
 * after `distance[i]`; it speaks for all that leave the arc further on. Labels stand in the order in which they
 * were found, so a parent (-1: straight from the start; -2 - label: a label of `under`) stands before its children. The labels of a node
 * are listed from `head[node]` along `next`, those of `under` (the search this one goes on from) apart. Millimetres.
 */
export type Labels = {
  readonly under: Labels | undefined
  readonly count: number
  readonly node: Int32Array
  readonly at: Float64Array
  readonly distance: Float64Array
  readonly parent: Int32Array
  readonly next: Int32Array
  readonly head: Int32Array
}

/** Two places on an arc nearer than this are one: rounding only. Millimetres. */
export const SAME_PLACE = 1e-6

/** Room for one search; grown as needed and used by one search at a time. */
const room = {
  node: new Int32Array(1024),
  at: new Float64Array(1024),
  distance: new Float64Array(1024),
  parent: new Int32Array(1024),
  bestAt: new Float64Array(0),
  bestDistance: new Float64Array(0),
}
const heap = new Heap()

/**
 * Dijkstra (1959) over labels from a start, through all that may be passed and the start's own room
 * (`home`, NO_ROOM when it may be passed by all).
 */
export function searchFrom(net: Net, start: JoinedStop, home: number): Labels {
  return search(net, start, home, NO_ROOM, undefined)
}

/** Goes on from a search into one more room; labels that `under` has already are not repeated. */
export function searchInto(net: Net, under: Labels, start: JoinedStop, home: number, goalRoom: number): Labels {
  return search(net, start, home, goalRoom, under)
}

function search(net: Net, start: JoinedStop, home: number, goalRoom: number, under: Labels | undefined): Labels {
  const { access } = net
  prepare(net.nodes)
  const { bestAt, bestDistance } = room
  let pending = 0
  const accepted: number[] = []
  const head = new Int32Array(net.nodes).fill(-1)
  const next: number[] = []
  const { first, to, leave, arrive, length, roomA, roomB } = net

  function offer(node: number, at: number, distance: number, parent: number): void {
    const best = bestDistance[node]!
    if (best < Infinity) {
      const ahead = at - bestAt[node]!
      if (ahead >= -SAME_PLACE && best + (ahead > 0 ? ahead : 0) <= distance) return
      if (distance - at < best - bestAt[node]!) {
        bestAt[node] = at
        bestDistance[node] = distance
      }
    } else {
      bestAt[node] = at
      bestDistance[node] = distance
    }
    if (under !== undefined && reach(under, node, at) <= distance) return
    if (pending === room.node.length) growLabels()
    room.node[pending] = node
    room.at[pending] = at
    room.distance[pending] = distance
    room.parent[pending] = parent
    heap.push(distance, pending++)
  }

  for (let i = 0; i < start.to.length; i++) {
    const run = start.run[i]!
    const a = access.roomA(run)
    const b = access.roomB(run)
    if (a !== NO_ROOM && a !== home && a !== goalRoom) continue
    if (b !== NO_ROOM && b !== home && b !== goalRoom) continue
    if (under !== undefined && a !== goalRoom && b !== goalRoom) continue
    offer(start.to[i]!, start.arrive[i]!, start.length[i]!, -1)
  }
  if (under !== undefined) {
    for (const e of net.byRoom.get(goalRoom) ?? []) {
      const a = roomA[e]!
      const b = roomB[e]!
      if ((a !== goalRoom && a !== home) || (b !== goalRoom && b !== home && b !== NO_ROOM)) continue
      const label = labelAt(under, net.from[e]!, leave[e]!)
      if (label < 0) continue
      const along = leave[e]! - under.at[label]!
      offer(to[e]!, arrive[e]!, under.distance[label]! + (along > 0 ? along : 0) + length[e]!, -2 - label)
    }
  }

  while (heap.size > 0) {
    const label = heap.pop()
    const node = room.node[label]!
    const at = room.at[label]!
    const distance = room.distance[label]!
    // Labels found before that stand further on speak for what leaves there; one that stands before speaks for this.
    let stop = Infinity
    let isCovered = false
    for (let other = head[node]!; other >= 0; other = next[other]!) {
      const pendingOther = accepted[other]!
      const ahead = at - room.at[pendingOther]!
      if (ahead >= -SAME_PLACE) {
        if (room.distance[pendingOther]! + (ahead > 0 ? ahead : 0) <= distance) {
          isCovered = true
          break
        }
      } else if (room.at[pendingOther]! < stop) stop = room.at[pendingOther]!
    }
    if (isCovered) continue
    const mine = accepted.length
    accepted.push(label)
    next.push(head[node]!)
    head[node] = mine
    for (let e = first[node]!, end = first[node + 1]!; e < end; e++) {
      const along = leave[e]! - at
      if (along < -SAME_PLACE) continue
      if (leave[e]! >= stop - SAME_PLACE) break
      const a = roomA[e]!
      if (a !== NO_ROOM) {
        if (a !== home && a !== goalRoom) continue
        const b = roomB[e]!
        if (b !== NO_ROOM && b !== home && b !== goalRoom) continue
      }
      offer(to[e]!, arrive[e]!, distance + (along > 0 ? along : 0) + length[e]!, mine)
    }
  }

  const count = accepted.length
  const labels = {
    under,
    count,
    node: new Int32Array(count),
    at: new Float64Array(count),
    distance: new Float64Array(count),
    parent: new Int32Array(count),
    next: Int32Array.from(next),
    head,
  }
  for (let i = 0; i < count; i++) {
    const label = accepted[i]!
    labels.node[i] = room.node[label]!
    labels.at[i] = room.at[label]!
    labels.distance[i] = room.distance[label]!
    labels.parent[i] = room.parent[label]!
  }
  return labels
}

function prepare(nodes: number): void {
  if (room.bestAt.length < nodes) {
    room.bestAt = new Float64Array(nodes + 1024)
    room.bestDistance = new Float64Array(nodes + 1024)
  }
  room.bestDistance.fill(Infinity, 0, nodes)
  heap.clear()
}

function growLabels(): void {
  room.node = longer(room.node, new Int32Array(room.node.length * 2))
  room.at = longer(room.at, new Float64Array(room.at.length * 2))
  room.distance = longer(room.distance, new Float64Array(room.distance.length * 2))
  room.parent = longer(room.parent, new Int32Array(room.parent.length * 2))
}

function longer<T extends Int32Array | Float64Array>(from: T, to: T): T {
  to.set(from)
  return to
}

/** The label of these (not of `under`) that leaves a node soonest at a place along its arc, or -1. */
export function labelAt(labels: Labels, node: number, leave: number): number {
  let best = -1
  let least = Infinity
  for (let label = node < labels.head.length ? labels.head[node]! : -1; label >= 0; label = labels.next[label]!) {
    const along = leave - labels.at[label]!
    if (along < -SAME_PLACE) continue
    const distance = labels.distance[label]! + (along > 0 ? along : 0)
    if (distance < least) {
      least = distance
      best = label
    }
  }
  return best
}

/** How far it is to a place along a node's arc, over all labels; Infinity when it is not reached. Millimetres. */
export function reach(labels: Labels, node: number, leave: number): number {
  let least = Infinity
  for (let layer: Labels | undefined = labels; layer !== undefined; layer = layer.under) {
    for (let label = node < layer.head.length ? layer.head[node]! : -1; label >= 0; label = layer.next[label]!) {
      const along = leave - layer.at[label]!
      if (along < -SAME_PLACE) continue
      const distance = layer.distance[label]! + (along > 0 ? along : 0)
      if (distance < least) least = distance
    }
  }
  return least
}

/** How far it is to a goal over nodes, the straight lines at both ends left out; Infinity when it is not reached. Millimetres. */
export function reachGoal(net: Net, labels: Labels, goal: JoinedStop, home: number, goalRoom: number): number {
  const { access, twin, span } = net
  let least = Infinity
  for (let i = 0; i < goal.to.length; i++) {
    const run = backwards(goal.run[i]!)
    const a = access.roomA(run)
    if (a !== NO_ROOM) {
      if (a !== home && a !== goalRoom) continue
      const b = access.roomB(run)
      if (b !== NO_ROOM && b !== home && b !== goalRoom) continue
    }
    const node = twin[goal.to[i]!]!
    const distance = reach(labels, node, span[node]! - goal.arrive[i]!) + goal.length[i]!
    if (distance < least) least = distance
  }
  return least
}
