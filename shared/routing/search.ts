import { backwards, type JoinedStop } from '#shared/walkable/walk-graph'
import { isOpen, NO_ROOM } from './access'
import { Heap } from './heap'
import { type Labels, labelAt, reach, SAME_PLACE } from './labels'
import type { Net } from './net'
import { searchPoints } from './point-search'

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
  if (net.isPoint) return searchPoints(net, start, home)
  prepare(net.nodes)
  offerStart(net, start, home, NO_ROOM)
  return run(net, home, NO_ROOM, undefined)
}

/** Goes on from a search into one more room; labels that `under` has already are not repeated. */
export function searchInto(net: Net, under: Labels, start: JoinedStop, home: number, goalRoom: number): Labels {
  prepare(net.nodes)
  frame.under = under
  const { access, from, to, leave, arrive, length, roomA, roomB } = net
  for (let i = 0; i < start.to.length; i++) {
    const a = access.roomA(start.run[i]!)
    const b = access.roomB(start.run[i]!)
    if (a !== goalRoom && b !== goalRoom) continue
    if (isOpen(a, home, goalRoom) && isOpen(b, home, goalRoom)) offer(start.to[i]!, start.arrive[i]!, start.length[i]!, -1)
  }
  for (const e of net.edgesInto(goalRoom)) {
    if (!isOpen(roomA[e]!, home, goalRoom) || !isOpen(roomB[e]!, home, goalRoom)) continue
    const label = labelAt(under, from[e]!, leave[e]!)
    if (label < 0) continue
    const along = leave[e]! - under.at[label]!
    offer(to[e]!, arrive[e]!, under.distance[label]! + (along > 0 ? along : 0) + length[e]!, -2 - label)
  }
  return run(net, home, goalRoom, under)
}

/** What is left of a search after an edit, and where the edited graph may offer more. */
export type Remains = {
  readonly labels: Labels
  /** Labels that no longer stand, 1 each; undefined: all stand. */
  readonly lost: Uint8Array | undefined
  /** Edges that the edit added. */
  readonly added: readonly number[]
  /** False: the start may lead to nodes that it did not lead to before. */
  readonly isSameStart: boolean
}

/** The search from a start on an edited net: the labels that still stand, and what follows from the edit. */
export function searchAgain(net: Net, start: JoinedStop, home: number, remains: Remains): Labels {
  prepare(net.nodes)
  const { labels, lost, added, isSameStart } = remains
  const place = new Int32Array(labels.count).fill(-1)
  for (let i = 0; i < labels.count; i++) {
    if (lost?.[i] === 1) continue
    if (frame.pending === room.node.length) growLabels()
    const parent = labels.parent[i]!
    place[i] = frame.count
    room.node[frame.pending] = labels.node[i]!
    room.at[frame.pending] = labels.at[i]!
    room.distance[frame.pending] = labels.distance[i]!
    room.parent[frame.pending] = parent < 0 ? parent : place[parent]!
    const node = labels.node[i]!
    if (!(labels.distance[i]! - labels.at[i]! >= room.bestDistance[node]! - room.bestAt[node]!)) {
      room.bestAt[node] = labels.at[i]!
      room.bestDistance[node] = labels.distance[i]!
    }
    accept(frame.pending++)
  }
  const { from, to, leave, arrive, length, roomA, roomB, twin, span, graph } = net
  const step = (node: number, leaving: number, target: number, arriving: number, edgeLength: number) => {
    const label = soonest(node, leaving)
    if (label < 0) return
    const along = leaving - room.at[frame.accepted[label]!]!
    offer(target, arriving, room.distance[frame.accepted[label]!]! + (along > 0 ? along : 0) + edgeLength, label)
  }
  for (const e of added) {
    if (isOpen(roomA[e]!, home, NO_ROOM) && isOpen(roomB[e]!, home, NO_ROOM)) step(from[e]!, leave[e]!, to[e]!, arrive[e]!, length[e]!)
  }
  if (lost !== undefined || !isSameStart) offerStart(net, start, home, NO_ROOM)
  if (lost !== undefined) {
    for (let i = 0; i < labels.count; i++) {
      const node = labels.node[i]!
      const back = lost[i] === 1 ? graph.nodes[twin[node]!] : undefined
      if (back === undefined || graph.nodes[node] === undefined) continue
      for (let k = 0; k < back.to.length; k++) {
        const way = backwards(back.run[k]!)
        if (!isOpen(net.access.roomA(way), home, NO_ROOM) || !isOpen(net.access.roomB(way), home, NO_ROOM)) continue
        const other = twin[back.to[k]!]!
        step(other, span[other]! - back.arrive[k]!, node, span[node]! - back.leave[k]!, back.length[k]!)
      }
    }
  }
  return run(net, home, NO_ROOM, undefined)
}

/** The search under way. */
const frame = {
  pending: 0,
  count: 0,
  accepted: new Int32Array(1024),
  next: new Int32Array(1024),
  head: new Int32Array(0),
  under: undefined as Labels | undefined,
}

function offerStart(net: Net, start: JoinedStop, home: number, goalRoom: number): void {
  const { access } = net
  for (let i = 0; i < start.to.length; i++) {
    const way = start.run[i]!
    if (!isOpen(access.roomA(way), home, goalRoom) || !isOpen(access.roomB(way), home, goalRoom)) continue
    offer(start.to[i]!, start.arrive[i]!, start.length[i]!, -1)
  }
}

function offer(node: number, at: number, distance: number, parent: number): void {
  const { bestAt, bestDistance } = room
  const best = bestDistance[node]!
  const ahead = at - bestAt[node]!
  if (best < Infinity && ahead >= -SAME_PLACE && best + (ahead > 0 ? ahead : 0) <= distance) return
  if (frame.under !== undefined && reach(frame.under, node, at) <= distance) return
  if (!(distance - at >= best - bestAt[node]!)) {
    bestAt[node] = at
    bestDistance[node] = distance
  }
  const label = frame.pending
  if (label === room.node.length) growLabels()
  room.node[label] = node
  room.at[label] = at
  room.distance[label] = distance
  room.parent[label] = parent
  heap.push(distance, label)
  frame.pending = label + 1
}

/** Puts a label among those found; its number there. */
function accept(label: number): number {
  const mine = frame.count
  if (mine === frame.accepted.length) {
    frame.accepted = longer(frame.accepted, new Int32Array(mine * 2))
    frame.next = longer(frame.next, new Int32Array(mine * 2))
  }
  const node = room.node[label]!
  frame.accepted[mine] = label
  frame.next[mine] = frame.head[node]!
  frame.head[node] = mine
  frame.count = mine + 1
  return mine
}

/** The label found that leaves a node soonest at a place along its arc, or -1. */
function soonest(node: number, leaving: number): number {
  let best = -1
  let least = Infinity
  for (let label = frame.head[node]!; label >= 0; label = frame.next[label]!) {
    const along = leaving - room.at[frame.accepted[label]!]!
    if (along < -SAME_PLACE) continue
    const distance = room.distance[frame.accepted[label]!]! + (along > 0 ? along : 0)
    if (distance < least) {
      least = distance
      best = label
    }
  }
  return best
}

function run(net: Net, home: number, goalRoom: number, under: Labels | undefined): Labels {
  const { first, to, leave, arrive, length, roomA, roomB } = net
  while (heap.size > 0) {
    const label = heap.pop()
    const node = room.node[label]!
    const at = room.at[label]!
    const distance = room.distance[label]!
    // Labels found before that stand further on and are no worse there speak for what leaves beyond; one that stands before speaks for this one.
    let stop = Infinity
    let isCovered = false
    for (let other = frame.head[node]!; other >= 0; other = frame.next[other]!) {
      const found = frame.accepted[other]!
      const ahead = at - room.at[found]!
      const then = room.distance[found]! + ahead
      if (ahead >= -SAME_PLACE) {
        if (then <= distance || (ahead < 0 && room.distance[found]! <= distance)) {
          isCovered = true
          break
        }
      } else if (then <= distance && room.at[found]! < stop) stop = room.at[found]!
    }
    if (isCovered) continue
    const mine = accept(label)
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
  return found(net.nodes, under)
}

const NONE = new Int32Array(0)

/** The labels found, taken out of the room for searching, which is left as it was before. */
function found(nodes: number, under: Labels | undefined): Labels {
  const { count, accepted, head, pending } = frame
  const labels = under === undefined ? listed(nodes) : shelved(under)
  for (let i = 0; i < count; i++) head[room.node[accepted[i]!]!] = -1
  for (let label = 0; label < pending; label++) room.bestDistance[room.node[label]!] = Infinity
  return labels
}

function listed(nodes: number): Labels {
  const { count, accepted, next, head } = frame
  const node = new Int32Array(count)
  const at = new Float64Array(count)
  const distance = new Float64Array(count)
  const parent = new Int32Array(count)
  for (let i = 0; i < count; i++) {
    const label = accepted[i]!
    node[i] = room.node[label]!
    at[i] = room.at[label]!
    distance[i] = room.distance[label]!
    parent[i] = room.parent[label]!
  }
  return { under: undefined, start: 0, count, node, at, distance, parent, next: next.slice(0, count), head: head.slice(0, nodes) }
}

/** Searches into a room find few labels but are many, and nobody goes on from them: they share lists. */
const SHELF = 4096
const newShelf = (size: number) => ({ node: new Int32Array(size), at: new Float64Array(size), distance: new Float64Array(size) })
let shelf = newShelf(SHELF)
let shelfUsed = 0

function shelved(under: Labels): Labels {
  const { count, accepted } = frame
  if (shelfUsed + count > shelf.node.length) {
    shelf = newShelf(Math.max(SHELF, count))
    shelfUsed = 0
  }
  const { node, at, distance } = shelf
  const start = shelfUsed
  for (let i = 0; i < count; i++) {
    const label = accepted[i]!
    node[start + i] = room.node[label]!
    at[start + i] = room.at[label]!
    distance[start + i] = room.distance[label]!
  }
  shelfUsed += count
  return { under, start, count, node, at, distance, parent: NONE, next: NONE, head: undefined }
}

function prepare(nodes: number): void {
  if (room.bestAt.length < nodes) {
    room.bestAt = new Float64Array(nodes + 1024)
    room.bestDistance = new Float64Array(nodes + 1024).fill(Infinity)
    frame.head = new Int32Array(nodes + 1024).fill(-1)
  }
  heap.clear()
  frame.pending = 0
  frame.count = 0
  frame.under = undefined
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
