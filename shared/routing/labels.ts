import { backwards, type JoinedStop } from '#shared/walkable/walk-graph'
import { isOpen } from './access'
import type { Net } from './net'

/**
 * How far everything is from one start. A label says that node `node[i]` is reached at `at[i]` along its arc
 * after `distance[i]`; it speaks for all that leave the arc further on. Labels stand in the order in which they
 * were found, so a parent (-1: straight from the start) stands before its children. The labels of a node are listed from
 * `head[node]` along `next`, those of `under` (the search this one goes on from) apart; labels with an `under` have no
 * parents and no lists. Millimetres.
 */
export type Labels = {
  readonly under: Labels | undefined
  /** Where its labels begin in the lists, and how many they are. */
  readonly start: number
  readonly count: number
  readonly node: Int32Array
  readonly at: Float64Array
  readonly distance: Float64Array
  readonly parent: Int32Array
  readonly next: Int32Array
  /** Undefined where there are few labels: then they are all looked through. */
  readonly head: Int32Array | undefined
}

/** Two places on an arc nearer than this are one: rounding only. Millimetres. */
export const SAME_PLACE = 1e-6

/** The first label of a node in a list of labels, and the one after a label of it: -1 at the end. */
function firstOf(labels: Labels, node: number): number {
  if (labels.head !== undefined) return node < labels.head.length ? labels.head[node]! : -1
  return nextOf(labels, node, labels.start - 1)
}

function nextOf(labels: Labels, node: number, label: number): number {
  if (labels.head !== undefined) return labels.next[label]!
  for (let other = label + 1, end = labels.start + labels.count; other < end; other++) if (labels.node[other] === node) return other
  return -1
}

/** The label of these (not of `under`) that leaves a node soonest at a place along its arc, or -1. */
export function labelAt(labels: Labels, node: number, leave: number): number {
  let best = -1
  let least = Infinity
  for (let label = firstOf(labels, node); label >= 0; label = nextOf(labels, node, label)) {
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
    for (let label = firstOf(layer, node); label >= 0; label = nextOf(layer, node, label)) {
      const along = leave - layer.at[label]!
      if (along < -SAME_PLACE) continue
      const distance = layer.distance[label]! + (along > 0 ? along : 0)
      if (distance < least) least = distance
    }
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
