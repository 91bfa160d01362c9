import { backwards, type FloorGraph, type JoinedStop } from '#shared/walkable/walk-graph'
import { type Access, NO_ROOM } from './access'
import type { Net } from './net'
import { type Labels, reach, SAME_PLACE } from './search'

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

type Step = { readonly node: number; readonly arrive: number; readonly leave: number; readonly run: number; readonly after: Step | undefined }

/**
 * All taut ways over nodes that are no longer than `longest` (millimetres), found backwards from the goal and cut
 * off where the distance from the start says that nothing short enough is left. Taken in an order of
 * coordinates, so that the same ones are kept whatever order the floor was drawn in.
 */
export function nearPaths(net: Net, labels: Labels, start: JoinedStop, goal: JoinedStop, ends: Ends, longest: number): readonly NodePath[] {
  const { graph, access } = net
  const found: NodePath[] = []
  const startWays = new Map<number, number[]>()
  start.to.forEach((node, way) => {
    if (isRunAllowed(access, start.run[way]!, ends)) startWays.set(node, [...(startWays.get(node) ?? []), way])
  })
  const isShut = (threshold: number) =>
    !isRunAllowed(access, graph.runs.intern([threshold * 2]), ends) && !isRunAllowed(access, graph.runs.intern([threshold * 2 + 1]), ends)
  let steps = 0

  /** `step.node` is left at `step.leave` towards (toX, toY); `tail` is walked from there to the goal. */
  function goBack(step: Omit<Step, 'arrive' | 'run'>, toX: number, toY: number, tail: number, lastRun: number): void {
    if (found.length >= MOST_ROUTES || steps++ > MOST_STEPS) return
    const { node, leave } = step
    const { x, y } = graph.nodes[node]!
    for (const way of startWays.get(node) ?? []) {
      const along = leave - start.arrive[way]!
      const length = start.length[way]! + Math.max(0, along) + tail
      if (along < -SAME_PLACE || length > longest || !graph.isTaut(node, start.x, start.y, toX, toY, isShut)) continue
      if (found.length < MOST_ROUTES) found.push(pathOf({ ...step, arrive: start.arrive[way]!, run: start.run[way]! }, lastRun, length))
    }
    for (const edge of waysIn(node, leave, tail)) {
      const before = graph.nodes[edge.node]!
      const isHere = edge.length === 0 && before.x === x && before.y === y
      if (!isHere && !graph.isTaut(node, before.x, before.y, toX, toY, isShut)) continue
      const after = { ...step, arrive: edge.arrive, run: edge.run }
      if (isVisited(after, edge.node, edge.leave)) continue
      const length = edge.length + Math.max(0, leave - edge.arrive) + tail
      goBack({ node: edge.node, leave: edge.leave, after }, isHere ? toX : x, isHere ? toY : y, length, lastRun)
    }
  }

  /** Edges that lead to a node in time, read off the ways back of its twin. */
  function waysIn(node: number, leave: number, tail: number): readonly WayIn[] {
    const { span, twin } = graph.nodes[node]!
    const back = graph.nodes[twin]!
    const ways: WayIn[] = []
    for (let i = 0; i < back.to.length; i++) {
      const arrive = span - back.leave[i]!
      const along = leave - arrive
      if (along < -SAME_PLACE) continue
      const far = back.length[i]! + (along > 0 ? along : 0) + tail
      if (far > longest) continue
      const other = graph.nodes[back.to[i]!]!
      const leaving = other.span - back.arrive[i]!
      if (reach(labels, other.twin, leaving) + far > longest) continue
      const run = backwards(back.run[i]!)
      if (isRunAllowed(access, run, ends)) ways.push({ node: other.twin, leave: leaving, arrive, length: back.length[i]!, run })
    }
    return ways.length > 1 ? inOrder(ways, graph) : ways
  }

  for (const way of inOrder(
    goal.to.map((to, i) => ({ way: i, node: net.twin[to]!, leave: net.span[to]! - goal.arrive[i]! })),
    graph,
  )) {
    const run = backwards(goal.run[way.way]!)
    const length = goal.length[way.way]!
    if (!isRunAllowed(access, run, ends) || reach(labels, way.node, way.leave) + length > longest) continue
    goBack({ node: way.node, leave: way.leave, after: undefined }, goal.x, goal.y, length, run)
  }
  return found
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

function inOrder<T extends { readonly node: number; readonly leave: number }>(ways: readonly T[], graph: FloorGraph): readonly T[] {
  return [...ways].sort((one, other) => {
    const a = graph.nodes[one.node]!
    const b = graph.nodes[other.node]!
    return a.x - b.x || a.y - b.y || one.leave - other.leave
  })
}
