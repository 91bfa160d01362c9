import { longer } from '#shared/base/longer'
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

/** Routes no longer than the shortest and this share a leg. Millimetres. */
export const NEAR = 1

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

/** What one search for ways back is about. */
type Quest = {
  readonly net: Net
  readonly labels: Labels
  readonly start: JoinedStop
  readonly ends: Ends
  readonly longest: number
  readonly isShut: (threshold: number) => boolean
  readonly found: NodePath[]
  /** The run of the last piece of the ways that are looked for. */
  lastRun: number
  steps: number
}

/**
 * All taut ways over nodes that are no longer than `longest` (millimetres), found backwards from the goal and cut
 * off where the distance from the start says that nothing short enough is left. Taken in an order of
 * coordinates, so that the same ones are kept whatever order the floor was drawn in.
 */
export function nearPaths(net: Net, labels: Labels, start: JoinedStop, goal: JoinedStop, ends: Ends, longest: number): readonly NodePath[] {
  const { graph, access, twin, span } = net
  const isShut = (threshold: number) =>
    !isRunAllowed(access, graph.runs.intern([threshold * 2]), ends) && !isRunAllowed(access, graph.runs.intern([threshold * 2 + 1]), ends)
  const quest: Quest = { net, labels, start, ends, longest, isShut, found: [], lastRun: 0, steps: 0 }
  tie(net.nodes, start)
  waysUsed = 0
  for (let i = 0; i < goal.to.length; i++) {
    const length = goal.length[i]!
    if (length > longest) continue
    const node = twin[goal.to[i]!]!
    const leave = span[goal.to[i]!]! - goal.arrive[i]!
    const run = backwards(goal.run[i]!)
    if (reach(labels, node, leave) + length <= longest && isRunAllowed(access, run, ends)) noteWay(node, leave, 0, length, run)
  }
  const count = waysUsed
  putInOrder(graph, 0, count)
  for (let way = 0; way < count; way++) {
    quest.lastRun = ways.run[way]!
    goBack(quest, 0, ways.node[way]!, ways.leave[way]!, goal.x, goal.y, ways.length[way]!)
  }
  return quest.found
}

/** Ways into the nodes of the way under way, those of the last node last; used by one search at a time and grown as needed. */
const ways = {
  node: new Int32Array(256),
  leave: new Float64Array(256),
  arrive: new Float64Array(256),
  length: new Float64Array(256),
  run: new Int32Array(256),
}
let waysUsed = 0

/** The way under way: by its distance from the goal in steps a node, where it is come to and left, and the run into it. */
const trail = { node: new Int32Array(64), leave: new Float64Array(64), arrive: new Float64Array(64), run: new Int32Array(64) }

/** `node`, so many steps from the goal, is left at `leave` towards (toX, toY); `tail` is walked from there to the goal. */
function goBack(quest: Quest, depth: number, node: number, leave: number, toX: number, toY: number, tail: number): void {
  const { net, start, ends, longest, found, isShut } = quest
  if (found.length >= MOST_ROUTES || quest.steps++ > MOST_STEPS) return
  const { graph, access } = net
  const { x, y } = graph.nodes[node]!
  if (depth === trail.node.length) growTrail()
  trail.node[depth] = node
  trail.leave[depth] = leave
  for (let way = 0, count = tied[node] === ties ? start.to.length : 0; way < count; way++) {
    if (start.to[way] !== node || !isRunAllowed(access, start.run[way]!, ends)) continue
    const along = leave - start.arrive[way]!
    const length = start.length[way]! + Math.max(0, along) + tail
    if (along < -SAME_PLACE || length > longest || !graph.isTaut(node, start.x, start.y, toX, toY, isShut)) continue
    trail.arrive[depth] = start.arrive[way]!
    trail.run[depth] = start.run[way]!
    if (found.length < MOST_ROUTES) found.push(pathOfTrail(depth, quest.lastRun, length))
  }
  const first = waysUsed
  noteWaysInto(quest, node, leave, tail)
  const end = waysUsed
  putInOrder(graph, first, end)
  for (let way = first; way < end; way++) {
    const other = ways.node[way]!
    const before = graph.nodes[other]!
    const isHere = ways.length[way] === 0 && before.x === x && before.y === y
    if (!isHere && !graph.isTaut(node, before.x, before.y, toX, toY, isShut)) continue
    if (isVisited(depth, other, ways.leave[way]!)) continue
    trail.arrive[depth] = ways.arrive[way]!
    trail.run[depth] = ways.run[way]!
    const along = leave - ways.arrive[way]!
    goBack(quest, depth + 1, other, ways.leave[way]!, isHere ? toX : x, isHere ? toY : y, ways.length[way]! + Math.max(0, along) + tail)
  }
  waysUsed = first
}

/** Edges that lead to a node in time, read off the ways back of its twin. */
function noteWaysInto({ net, labels, ends, longest }: Quest, node: number, leave: number, tail: number): void {
  const { first, until, twin, span, access } = net
  const back = twin[node]!
  for (let e = first[back]!, end = until[back]!; e < end; e++) {
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
    if (isRunAllowed(access, run, ends)) noteWay(twin[other]!, leaving, arrive, length, run)
  }
}

function noteWay(node: number, leave: number, arrive: number, length: number, run: number): void {
  const way = waysUsed++
  if (way === ways.node.length) {
    for (const list of ['node', 'run'] as const) ways[list] = longer(ways[list], new Int32Array(2 * way))
    for (const list of ['leave', 'arrive', 'length'] as const) ways[list] = longer(ways[list], new Float64Array(2 * way))
  }
  ways.node[way] = node
  ways.leave[way] = leave
  ways.arrive[way] = arrive
  ways.length[way] = length
  ways.run[way] = run
}

/** Sorts some ways by where they come from; they are few. */
function putInOrder(graph: FloorGraph, first: number, end: number): void {
  for (let i = first + 1; i < end; i++) {
    for (let at = i; at > first && isBefore(graph, at, at - 1); at--) {
      for (const list of [ways.node, ways.leave, ways.arrive, ways.length, ways.run]) {
        const here = list[at]!
        list[at] = list[at - 1]!
        list[at - 1] = here
      }
    }
  }
}

function isBefore({ nodes }: FloorGraph, way: number, other: number): boolean {
  const a = nodes[ways.node[way]!]!
  const b = nodes[ways.node[other]!]!
  return (a.x - b.x || a.y - b.y || ways.leave[way]! - ways.leave[other]!) < 0
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

function isVisited(depth: number, node: number, leave: number): boolean {
  for (let step = 0; step <= depth; step++) {
    if (trail.node[step] === node && Math.abs(trail.leave[step]! - leave) <= SAME_PLACE) return true
  }
  return false
}

/** Lists that paths are cut from: what is pushed together one by one takes up half as much again for as long as it is kept. */
const cut = { nodes: [0], arrive: [0.5], leave: [0.5], runs: [0] }

/** The way under way, from its start on. */
function pathOfTrail(depth: number, lastRun: number, length: number): NodePath {
  const count = depth + 1
  for (let i = 0; i < count; i++) {
    const step = depth - i
    cut.nodes[i] = trail.node[step]!
    cut.arrive[i] = trail.arrive[step]!
    cut.leave[i] = trail.leave[step]!
    cut.runs[i] = trail.run[step]!
  }
  cut.runs[count] = lastRun
  return {
    nodes: cut.nodes.slice(0, count),
    arrive: cut.arrive.slice(0, count),
    leave: cut.leave.slice(0, count),
    runs: cut.runs.slice(0, count + 1),
    length,
  }
}

function growTrail(): void {
  const size = 2 * trail.node.length
  for (const list of ['node', 'run'] as const) trail[list] = longer(trail[list], new Int32Array(size))
  for (const list of ['leave', 'arrive'] as const) trail[list] = longer(trail[list], new Float64Array(size))
}
