import { backwards, type JoinedStop } from '#shared/walkable/walk-graph'
import { isOpen } from './access'
import type { Net } from './net'

/** Lists of labels that several searches share, each a stretch of them from a place on. Millimetres. */
export type LabelShelf = {
  readonly node: Int32Array
  readonly at: Float64Array
  readonly distance: Float64Array
  readonly parent: Int32Array
  readonly next: Int32Array
}

/**
 * How far everything is from one start. Label i stands at `start` + i of the lists: it says that node `node` is reached at `at` along
 * its arc after `distance`, and speaks for all that leave the arc further on. Labels stand in the order in which they were found, so
 * a `parent` (its i; -1: straight from the start) stands before its children. The labels of a node are listed from `head` of
 * `headStart` + node along `next`, those of `under` (the search this one goes on from) apart; labels with an `under` have no lists and
 * no parents. Millimetres.
 */
export type Labels = LabelShelf & {
  readonly under: Labels | undefined
  /** Where its labels begin in the lists, and how many they are. */
  readonly start: number
  readonly count: number
  /** Undefined where there are few labels: then they are all looked through, but for nodes that `sieve` says are none of theirs. */
  readonly head: Int32Array | undefined
  /** Bit n of 32 is set where a label's node has n for its last five bits. */
  readonly sieve: number
  readonly headStart: number
  /** How many nodes there are in `head`. */
  readonly nodes: number
  /** What edits changed of it since; most leave nearly all as it was. */
  readonly patch: Patch | undefined
}

/**
 * Labels instead of some: the nodes in `table` have the labels listed here, all others those of the lists that are patched. Label j of
 * the patch is label `count` + j of both together, by which parents go; one that repeats a label i of the lists has the parent
 * `repeated(i)`.
 */
export type Patch = {
  /** Labels of the lists that no longer stand. */
  readonly lost: Int32Array
  readonly lists: LabelShelf
  readonly start: number
  readonly count: number
  /** Nodes, each with its last label of the patch or -1, found by `slotOf`; -1 where there is none. */
  readonly table: Int32Array
  readonly tableStart: number
  /** How many nodes there is room for, a power of two. */
  readonly slots: number
}

/** How a patch says that one of its labels is label i of the lists, and back. */
export function repeated(i: number): number {
  return -2 - i
}

/** Two places on an arc nearer than this are one: rounding only. Millimetres. */
export const SAME_PLACE = 1e-6

/** Where the table of a patch has a node, or has room for it. */
export function slotOf(table: Int32Array, tableStart: number, slots: number, node: number): number {
  let slot = Math.imul(node, 0x9e3779b1) & (slots - 1)
  while (table[tableStart + 2 * slot]! !== node && table[tableStart + 2 * slot]! >= 0) slot = (slot + 1) & (slots - 1)
  return tableStart + 2 * slot
}

/** How far it is to a place along a node's arc by the labels of a node from one of them on; Infinity when they all stand further on. */
export function leastFrom(lists: LabelShelf, start: number, first: number, leave: number): number {
  let least = Infinity
  for (let label = first; label >= 0; label = lists.next[start + label]!) {
    const along = leave - lists.at[start + label]!
    if (along < -SAME_PLACE) continue
    const distance = lists.distance[start + label]! + (along > 0 ? along : 0)
    if (distance < least) least = distance
  }
  return least
}

/** How far it is to a place along a node's arc, over all labels; Infinity when it is not reached. Millimetres. */
export function reach(labels: Labels, node: number, leave: number): number {
  const least = labels.head === undefined ? leastOfFew(labels, node, leave) : leastOf(labels, labels.head, node, leave)
  if (labels.under === undefined) return least
  const under = reach(labels.under, node, leave)
  return under < least ? under : least
}

/** How far it is, at least, to any place on a node's arc: Infinity where it is not reached, 0 where that would take looking through all labels. Millimetres. */
export function leastAt(labels: Labels, node: number): number {
  const { head, under, patch } = labels
  if (head === undefined || under !== undefined) return 0
  if (patch !== undefined) {
    const slot = slotOf(patch.table, patch.tableStart, patch.slots, node)
    if (patch.table[slot]! === node) return leastDistance(patch.lists, patch.start, patch.table[slot + 1]!)
  }
  return node < labels.nodes ? leastDistance(labels, labels.start, head[labels.headStart + node]!) : Infinity
}

function leastDistance(lists: LabelShelf, start: number, first: number): number {
  let least = Infinity
  for (let label = first; label >= 0; label = lists.next[start + label]!)
    if (lists.distance[start + label]! < least) least = lists.distance[start + label]!
  return least
}

function leastOf(labels: Labels, head: Int32Array, node: number, leave: number): number {
  const { patch } = labels
  if (patch !== undefined) {
    const { table, tableStart, slots } = patch
    const slot = slotOf(table, tableStart, slots, node)
    if (table[slot]! === node) return leastFrom(patch.lists, patch.start, table[slot + 1]!, leave)
  }
  return node < labels.nodes ? leastFrom(labels, labels.start, head[labels.headStart + node]!, leave) : Infinity
}

/** The bit of a node in a sieve. */
export function bitOf(node: number): number {
  return 1 << (node & 31)
}

function leastOfFew(labels: Labels, node: number, leave: number): number {
  let least = Infinity
  if ((labels.sieve & bitOf(node)) === 0) return least
  for (let place = labels.start, end = place + labels.count; place < end; place++) {
    if (labels.node[place] !== node) continue
    const along = leave - labels.at[place]!
    if (along < -SAME_PLACE) continue
    const distance = labels.distance[place]! + (along > 0 ? along : 0)
    if (distance < least) least = distance
  }
  return least
}

/** A stop as a goal: for each of its ways the node that it is left for, where on its arc, how far it is then, and the rooms asked for. */
export type GoalWays = {
  readonly node: Int32Array
  readonly leave: Float64Array
  readonly length: Float64Array
  readonly roomA: Int32Array
  readonly roomB: Int32Array
}

export function goalWaysOf({ access, twin, span }: Net, goal: JoinedStop): GoalWays {
  const count = goal.to.length
  const ways = {
    node: new Int32Array(count),
    leave: new Float64Array(count),
    length: new Float64Array(goal.length),
    roomA: new Int32Array(count),
    roomB: new Int32Array(count),
  }
  for (let i = 0; i < count; i++) {
    const to = goal.to[i]!
    const run = backwards(goal.run[i]!)
    ways.node[i] = twin[to]!
    ways.leave[i] = span[twin[to]!]! - goal.arrive[i]!
    ways.roomA[i] = access.roomA(run)
    ways.roomB[i] = access.roomB(run)
  }
  return ways
}

/** How far it is to a goal over nodes, the straight lines at both ends left out; Infinity when it is not reached. Millimetres. */
export function reachGoal(labels: Labels, goal: GoalWays, home: number, goalRoom: number): number {
  const { node, leave, length, roomA, roomB } = goal
  let least = Infinity
  for (let i = 0; i < node.length; i++) {
    if (length[i]! >= least || !isOpen(roomA[i]!, home, goalRoom) || !isOpen(roomB[i]!, home, goalRoom)) continue
    const distance = reach(labels, node[i]!, leave[i]!) + length[i]!
    if (distance < least) least = distance
  }
  return least
}
