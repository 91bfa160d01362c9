import { longer } from '#shared/base/longer'
import type { JoinedStop } from '#shared/walkable/walk-graph'
import { isOpen, NO_ROOM } from './access'
import { Heap } from './heap'
import { bitOf, type LabelShelf, type Labels, leastFrom, reach, repeated, SAME_PLACE, slotOf } from './labels'
import type { Net } from './net'

/** What one search has been offered; grown as needed and used by one search at a time. */
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
 * The search under way. What it finds is written where it will stay: on a shelf that it shares with others, since lists of its own
 * for each of hundreds of searches take longer to come by than to fill.
 */
const frame = {
  pending: 0,
  start: 0,
  count: 0,
  /** By node from `headStart`: its last label found, or -1. */
  head: new Int32Array(0),
  headStart: 0,
  /** The labels of this search that go before what it finds: those under it, or those that it patches. */
  under: undefined as Labels | undefined,
  patched: undefined as Labels | undefined,
  /** Of the labels patched, 0 for those that still stand. */
  gone: new Uint8Array(0) as Uint8Array,
  /** Nodes that the patch speaks for, and by node the turn in which it came among them. */
  nodes: [] as number[],
  turns: new Int32Array(0),
  turn: 0,
}

/** Labels a shelf: a few searches, so that one that is kept for long keeps little else. */
const SHELF = 8192
const newShelf = (size: number): LabelShelf => ({
  node: new Int32Array(size),
  at: new Float64Array(size),
  distance: new Float64Array(size),
  parent: new Int32Array(size),
  next: new Int32Array(size),
})
let shelf = newShelf(0)
let shelfUsed = 0
/** Numbers a shelf of heads and tables. */
const NUMBERS = 16_384
let numbers = new Int32Array(0)
let numbersUsed = 0
/** The heads of a search that does not keep them. All -1 between searches. */
let passingHeads = new Int32Array(0)

/** Begins a search over so many nodes at most: one that stands by itself, or one under which others lie already. */
export function beginSearch(nodes: number, under: Labels | undefined): void {
  makeRoom(nodes)
  frame.under = under
  frame.patched = undefined
  if (under !== undefined) {
    frame.head = passingHeads
    frame.headStart = 0
    return
  }
  frame.headStart = takeNumbers(nodes)
  frame.head = numbers
}

/** Begins a search for what takes the place of some labels; `gone`: 0 for each label of the lists that stands. */
export function beginPatch(nodes: number, patched: Labels, gone: Uint8Array): void {
  makeRoom(nodes)
  frame.under = undefined
  frame.patched = patched
  frame.gone = gone
  frame.nodes.length = 0
  frame.turn += 1
  frame.head = passingHeads
  frame.headStart = 0
}

function makeRoom(nodes: number): void {
  if (room.bestDistance.length < nodes) {
    const size = nodes + 1024
    room.bestAt = new Float64Array(size)
    room.bestDistance = new Float64Array(size).fill(Infinity)
    passingHeads = new Int32Array(size).fill(-1)
    frame.turns = new Int32Array(size)
  }
  heap.clear()
  frame.pending = 0
  frame.start = shelfUsed
  frame.count = 0
}

/** Room for so many numbers, all -1: where it begins in `numbers`. */
function takeNumbers(count: number): number {
  if (numbersUsed + count > numbers.length) {
    numbers = new Int32Array(Math.max(NUMBERS, 4 * count))
    numbersUsed = 0
  }
  const start = numbersUsed
  numbersUsed += count
  numbers.fill(-1, start, numbersUsed)
  return start
}

/** Offers the ways of a start that may be walked. */
export function offerStart({ access }: Net, start: JoinedStop, home: number, goalRoom: number): void {
  for (let i = 0; i < start.to.length; i++) {
    const way = start.run[i]!
    if (!isOpen(access.roomA(way), home, goalRoom) || !isOpen(access.roomB(way), home, goalRoom)) continue
    offer(start.to[i]!, start.arrive[i]!, start.length[i]!, -1)
  }
}

/** Says that a node is reached at a place along its arc, from a label. */
export function offer(node: number, at: number, distance: number, parent: number): void {
  if (frame.patched !== undefined && frame.turns[node] !== frame.turn) {
    if (reachPatched(frame.patched, node, at) <= distance) return
    speakFor(node)
  }
  if (isBeaten(node, at, distance)) return
  if (frame.under !== undefined && reach(frame.under, node, at) <= distance) return
  noteBest(node, at, distance)
  const label = frame.pending
  if (label === room.node.length) growRoom()
  room.node[label] = node
  room.at[label] = at
  room.distance[label] = distance
  room.parent[label] = parent
  heap.push(distance, label)
  frame.pending = label + 1
}

/**
 * Is it reached as soon by the best that was offered for the node? Most offers are beaten: whoever offers a lot asks first, since
 * a call takes its numbers boxed. Of a node that a patch does not speak for yet nothing was offered.
 */
function isBeaten(node: number, at: number, distance: number): boolean {
  const best = room.bestDistance[node]!
  const ahead = at - room.bestAt[node]!
  return best < Infinity && ahead >= -SAME_PLACE && best + (ahead > 0 ? ahead : 0) <= distance
}

function noteBest(node: number, at: number, distance: number): void {
  if (distance - at >= room.bestDistance[node]! - room.bestAt[node]!) return
  room.bestAt[node] = at
  room.bestDistance[node] = distance
}

/** How far it is by the lists that are patched; only for nodes that the patch does not speak for. */
function reachPatched(labels: Labels, node: number, at: number): number {
  const { head } = labels
  return head !== undefined && node < labels.nodes ? leastFrom(labels, labels.start, head[labels.headStart + node]!, at) : Infinity
}

/** From now on the patch speaks for a node: what still stands of its labels is repeated in it. */
export function speakFor(node: number): void {
  const { patched, turns, turn } = frame
  if (patched === undefined || turns[node] === turn) return
  turns[node] = turn
  frame.nodes.push(node)
  const { head, headStart, nodes, start, next, at, distance } = patched
  if (head === undefined || node >= nodes) return
  for (let label = head[headStart + node]!; label >= 0; label = next[start + label]!) {
    if (frame.gone[label] === 0) keep(node, at[start + label]!, distance[start + label]!, repeated(label))
  }
}

/** Puts a label that is known to stand among those found; its number there. */
export function keep(node: number, at: number, distance: number, parent: number): number {
  noteBest(node, at, distance)
  return accept(node, at, distance, parent)
}

function accept(node: number, at: number, distance: number, parent: number): number {
  const mine = frame.count
  if (frame.start + mine >= shelf.node.length) moveOn()
  const place = frame.start + mine
  shelf.node[place] = node
  shelf.at[place] = at
  shelf.distance[place] = distance
  shelf.parent[place] = parent
  shelf.next[place] = frame.head[frame.headStart + node]!
  frame.head[frame.headStart + node] = mine
  frame.count = mine + 1
  return mine
}

/** Goes on on a new shelf, with what this search has found. */
function moveOn(): void {
  const { start, count } = frame
  const full = shelf
  shelf = newShelf(Math.max(SHELF, 2 * count))
  for (const list of ['node', 'at', 'distance', 'parent', 'next'] as const) shelf[list].set(full[list].subarray(start, start + count))
  frame.start = 0
}

/** Has a node any label, of those found or of those patched that the patch does not speak for? */
export function isFound(node: number): boolean {
  const { patched, turns, turn, head, headStart } = frame
  if (patched === undefined || turns[node] === turn) return head[headStart + node]! >= 0
  return node < patched.nodes && patched.head![patched.headStart + node]! >= 0
}

/** Offers a way from a node that leaves it at a place along its arc, if it is reached by then; lengths in millimetres. */
export function offerStep(from: number, leave: number, length: number, to: number, arrive: number): void {
  const { patched } = frame
  const isPatched = patched !== undefined && frame.turns[from] !== frame.turn
  if (isPatched && from >= patched.nodes) return
  const lists = isPatched ? patched : shelf
  const start = isPatched ? patched.start : frame.start
  let best = -1
  let least = Infinity
  for (
    let label = isPatched ? patched.head![patched.headStart + from]! : frame.head[frame.headStart + from]!;
    label >= 0;
    label = lists.next[start + label]!
  ) {
    const along = leave - lists.at[start + label]!
    if (along < -SAME_PLACE) continue
    const distance = lists.distance[start + label]! + (along > 0 ? along : 0)
    if (distance >= least) continue
    least = distance
    best = label
  }
  if (best < 0) return
  offer(to, arrive, least + length, isPatched ? best : numberOf(best))
}

/** A label found, as parents go by it. */
function numberOf(label: number): number {
  if (frame.patched === undefined) return label
  const parent = shelf.parent[frame.start + label]!
  return parent <= repeated(0) ? repeated(parent) : frame.patched.count + label
}

/** Dijkstra (1959) over labels: settles what was offered, nearest first, and offers what follows, through all that may be passed and two rooms. */
export function settle(net: Net, home: number, goalRoom: number): void {
  const { first, until, to, leave, arrive, length, roomA, roomB } = net
  const before = frame.patched?.count ?? 0
  while (heap.size > 0) {
    const label = heap.pop()
    const node = room.node[label]!
    const at = room.at[label]!
    const distance = room.distance[label]!
    // Labels found before that stand further on and are no worse there speak for what leaves beyond; one that stands before speaks for this one.
    let stop = Infinity
    let isCovered = false
    for (let other = frame.head[frame.headStart + node]!; other >= 0; other = shelf.next[frame.start + other]!) {
      const found = frame.start + other
      const ahead = at - shelf.at[found]!
      const then = shelf.distance[found]! + ahead
      if (ahead >= -SAME_PLACE) {
        if (then <= distance || (ahead < 0 && shelf.distance[found]! <= distance)) {
          isCovered = true
          break
        }
      } else if (then <= distance && shelf.at[found]! < stop) stop = shelf.at[found]!
    }
    if (isCovered) continue
    const mine = before + accept(node, at, distance, room.parent[label]!)
    for (let e = first[node]!, end = until[node]!; e < end; e++) {
      const along = leave[e]! - at
      if (along < -SAME_PLACE) continue
      if (leave[e]! >= stop - SAME_PLACE) break
      const a = roomA[e]!
      if (a !== NO_ROOM) {
        if (a !== home && a !== goalRoom) continue
        const b = roomB[e]!
        if (b !== NO_ROOM && b !== home && b !== goalRoom) continue
      }
      const further = distance + (along > 0 ? along : 0) + length[e]!
      if (!isBeaten(to[e]!, arrive[e]!, further)) offer(to[e]!, arrive[e]!, further, mine)
    }
  }
}

/** The labels found by a search that began by `beginSearch`. */
export function endSearch(nodes: number): Labels {
  const { start, count, head, headStart, under } = frame
  const { node, at, distance, parent, next } = shelf
  clearBest()
  let sieve = -1
  if (under !== undefined) {
    sieve = 0
    for (let place = start; place < start + count; place++) {
      head[node[place]!] = -1
      sieve |= bitOf(node[place]!)
    }
  }
  return {
    under,
    start,
    count,
    node,
    at,
    distance,
    parent,
    next,
    head: under === undefined ? head : undefined,
    sieve,
    headStart,
    nodes,
    patch: undefined,
  }
}

/** The labels patched by a search that began by `beginPatch`; `lost`: those of the lists that do not stand. */
export function endPatch(patched: Labels, lost: Int32Array): Labels {
  const { start, count, head, nodes } = frame
  let slots = 8
  while (slots < 2 * nodes.length) slots *= 2
  const tableStart = takeNumbers(2 * slots)
  for (const node of nodes) {
    const slot = slotOf(numbers, tableStart, slots, node)
    numbers[slot] = node
    numbers[slot + 1] = head[node]!
    head[node] = -1
  }
  clearBest()
  return { ...patched, patch: { lost, lists: shelf, start, count, table: numbers, tableStart, slots } }
}

/** The room for searching is left as it was before. */
function clearBest(): void {
  const { start, count, pending } = frame
  for (let label = 0; label < pending; label++) room.bestDistance[room.node[label]!] = Infinity
  for (let place = start; place < start + count; place++) room.bestDistance[shelf.node[place]!] = Infinity
  shelfUsed = start + count
  // Nothing is held on to for the next search.
  frame.under = undefined
  frame.patched = undefined
}

function growRoom(): void {
  room.node = longer(room.node, new Int32Array(room.node.length * 2))
  room.at = longer(room.at, new Float64Array(room.at.length * 2))
  room.distance = longer(room.distance, new Float64Array(room.distance.length * 2))
  room.parent = longer(room.parent, new Int32Array(room.parent.length * 2))
}
