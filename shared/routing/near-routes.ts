import { backwards, type FloorGraph, type JoinedStop } from '#shared/walkable/walk-graph'
import { type Access, NO_ROOM } from './access'
import { type Labels, reach, SAME_PLACE } from './labels'
import type { Net } from './net'

/** One way from a start to a goal: the run into each node on it, where on its arc it comes and goes, and the run of the last piece. */
export type NodePath = {
  readonly nodes: readonly number[]
  readonly arrive: readonly number[]
  readonly leave: readonly number[]
  readonly runs: readonly number[]
  /** Millimetres, the straight lines at both ends left out. */
  readonly length: number
}

/** Never more routes than this: they share a leg equally, and more would not be told apart. */
const MOST_ROUTES = 64
const MOST_STEPS = 20_000

/** What a search may cross: rooms that are private and not among these are shut. */
export type Ends = { readonly home: number; readonly goalRoom: number }

export function isRunAllowed(access: Access, run: number, { home, goalRoom }: Ends): boolean {
  const a = access.roomA(run)
  if (a === NO_ROOM) return true
  if (a !== home && a !== goalRoom) return false
  const b = access.roomB(run)
  return b === NO_ROOM || b === home || b === goalRoom
}

/** A node on the way, how one comes to it, and what comes after it. */
type Step = { readonly node: number; readonly leave: number; readonly arrive: number; readonly run: number; readonly after: Step | undefined }

/**
 * All taut ways over nodes that are no longer than `longest` (millimetres), found backwards from the goal and cut
 * off where the distance from the start says that nothing short enough is left. Taken in an order of
 * coordinates, so that the same ones are kept whatever order the floor was drawn in.
 */
export function nearPaths(net: Net, labels: Labels, start: JoinedStop, goal: JoinedStop, ends: Ends, longest: number): readonly NodePath[] {
  const { graph, access } = net
  const found: NodePath[] = []
  const isShut = (threshold: number) =>
    !isRunAllowed(access, graph.runs.intern([threshold * 2]), ends) && !isRunAllowed(access, graph.runs.intern([threshold * 2 + 1]), ends)
  let steps = 0
  tie(net.nodes, start)

  /** `node` is left at `leave` towards (toX, toY); `tail` is walked from there to the goal, over what comes `after`. */
  function goBack(node: number, leave: number, after: Step | undefined, toX: number, toY: number, tail: number, lastRun: number): void {
    if (found.length >= MOST_ROUTES || steps++ > MOST_STEPS) return
    const { x, y } = graph.nodes[node]!
    for (let way = 0, ways = tied[node] === ties ? start.to.length : 0; way < ways; way++) {
      if (start.to[way] !== node || !isRunAllowed(access, start.run[way]!, ends)) continue
      const along = leave - start.arrive[way]!
      const length = start.length[way]! + Math.max(0, along) + tail
      if (along < -SAME_PLACE || length > longest || !graph.isTaut(node, start.x, start.y, toX, toY, isShut)) continue
      const first = { node, leave, arrive: start.arrive[way]!, run: start.run[way]!, after }
      if (found.length < MOST_ROUTES) found.push(pathOf(first, lastRun, length))
    }
    for (const edge of waysIn(node, leave, tail)) {
      const before = graph.nodes[edge.node]!
      const isHere = edge.length === 0 && before.x === x && before.y === y
      if (!isHere && !graph.isTaut(node, before.x, before.y, toX, toY, isShut)) continue
      const here = { node, leave, arrive: edge.arrive, run: edge.run, after }
      if (isVisited(here, edge.node, edge.leave)) continue
      const length = edge.length + Math.max(0, leave - edge.arrive) + tail
      goBack(edge.node, edge.leave, here, isHere ? toX : x, isHere ? toY : y, length, lastRun)
    }
  }

  /** Edges that lead to a node in time, read off the ways back of its twin. */
  function waysIn(node: number, leave: number, tail: number): readonly WayIn[] {
    const { first, twin, span } = net
    const back = twin[node]!
    const ways: WayIn[] = []
    for (let e = first[back]!, end = first[back + 1]!; e < end; e++) {
      const arrive = span[node]! - net.leave[e]!
      const along = leave - arrive
      if (along < -SAME_PLACE) continue
      const length = net.length[e]!
      const far = length + (along > 0 ? along : 0) + tail
      if (far > longest) continue
      const other = net.to[e]!
      const leaving = span[other]! - net.arrive[e]!
      if (reach(labels, twin[other]!, leaving) + far > longest) continue
      const run = backwards(net.run[e]!)
      if (isRunAllowed(access, run, ends)) ways.push({ node: twin[other]!, leave: leaving, arrive, length, run })
    }
    return inOrder(ways, graph)
  }

  const lasts: WayIn[] = []
  for (let i = 0; i < goal.to.length; i++) {
    const length = goal.length[i]!
    if (length > longest) continue
    const node = net.twin[goal.to[i]!]!
    const leave = net.span[goal.to[i]!]! - goal.arrive[i]!
    const run = backwards(goal.run[i]!)
    if (reach(labels, node, leave) + length <= longest && isRunAllowed(access, run, ends)) lasts.push({ node, leave, arrive: 0, length, run })
  }
  for (const { node, leave, length, run } of inOrder(lasts, graph)) goBack(node, leave, undefined, goal.x, goal.y, length, run)
  return found
}

/** The nodes that a start leads to have the number of its turn: on a way back most are none of them. */
let tied = new Int32Array(0)
let ties = 0
let tiedStart: JoinedStop | undefined

function tie(nodes: number, start: JoinedStop): void {
  if (tied.length < nodes) {
    tied = new Int32Array(nodes + 1024)
    tiedStart = undefined
  }
  // Ways are asked for start by start.
  if (tiedStart === start) return
  tiedStart = start
  ties += 1
  for (let way = 0; way < start.to.length; way++) tied[start.to[way]!] = ties
}

function isVisited(step: Step, node: number, leave: number): boolean {
  for (let other: Step | undefined = step; other !== undefined; other = other.after) {
    if (other.node === node && Math.abs(other.leave - leave) <= SAME_PLACE) return true
  }
  return false
}

function pathOf(first: Step, lastRun: number, length: number): NodePath {
  const nodes: number[] = []
  const arrive: number[] = []
  const leave: number[] = []
  const runs: number[] = []
  for (let step: Step | undefined = first; step !== undefined; step = step.after) {
    nodes.push(step.node)
    arrive.push(step.arrive)
    leave.push(step.leave)
    runs.push(step.run)
  }
  runs.push(lastRun)
  return { nodes, arrive, leave, runs, length }
}

type WayIn = { readonly node: number; readonly leave: number; readonly arrive: number; readonly length: number; readonly run: number }

function inOrder(ways: WayIn[], graph: FloorGraph): readonly WayIn[] {
  if (ways.length < 2) return ways
  return ways.sort((one, other) => {
    const a = graph.nodes[one.node]!
    const b = graph.nodes[other.node]!
    return a.x - b.x || a.y - b.y || one.leave - other.leave
  })
}
