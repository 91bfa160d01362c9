import type { FloorGraph, JoinedStop } from '#shared/walkable/walk-graph'
import { pointsOfArc } from './disc-graphs'

/** A shortest walk over a graph: length in millimetres, its corner points, and the thresholds it crosses. */
export type Walk = { readonly length: number; readonly points: readonly number[]; readonly crossings: readonly number[] }

type Label = {
  readonly node: number
  readonly at: number
  readonly distance: number
  readonly before: Label | undefined
  readonly leave: number
  readonly run: number
}

/** A plain search, for tests: every label kept, the nearest taken by looking at all of them. */
export function shortestWalk(
  graph: FloorGraph,
  start: JoinedStop,
  goal: JoinedStop,
  isRefused: (crossing: number) => boolean = () => false,
): Walk | undefined {
  const runs = graph.runs
  const allowed = (run: number) => !runs.crossings(run).some(isRefused)
  const labels: Label[][] = graph.nodes.map(() => [])
  const heap: Label[] = []
  const reach = (label: Label) => {
    const known = labels[label.node]!
    if (known.some((other) => other.at <= label.at + 1e-9 && other.distance + Math.max(0, label.at - other.at) <= label.distance + 1e-9)) return
    known.push(label)
    push(heap, label)
  }
  start.to.forEach((node, i) => {
    if (allowed(start.run[i]!)) reach({ node, at: start.arrive[i]!, distance: start.length[i]!, before: undefined, leave: 0, run: start.run[i]! })
  })
  let best = Infinity
  let end: { label: Label | undefined; leave: number; run: number } | undefined
  const direct = graph.direct(start, goal)
  if (direct && allowed(direct.run)) {
    best = direct.length
    end = { label: undefined, leave: 0, run: direct.run }
  }
  const exits = new Map<number, { leave: number; length: number; run: number }[]>()
  goal.to.forEach((node, i) => {
    const run = goal.run[i]! === 0 ? 0 : goal.run[i]! ^ 1
    const from = graph.nodes[node]!.twin
    exits.set(from, [...(exits.get(from) ?? []), { leave: graph.nodes[node]!.span - goal.arrive[i]!, length: goal.length[i]!, run }])
  })
  for (let label = pop(heap); label && label.distance < best; label = pop(heap)) {
    const node = graph.nodes[label.node]!
    for (const exit of exits.get(label.node) ?? []) {
      if (exit.leave < label.at - 1e-6 || !allowed(exit.run)) continue
      const length = label.distance + Math.max(0, exit.leave - label.at) + exit.length
      if (length < best) {
        best = length
        end = { label, leave: exit.leave, run: exit.run }
      }
    }
    for (let i = 0; i < node.to.length; i++) {
      const leave = node.leave[i]!
      if (leave < label.at - 1e-6 || !allowed(node.run[i]!)) continue
      const distance = label.distance + Math.max(0, leave - label.at) + node.length[i]!
      reach({ node: node.to[i]!, at: node.arrive[i]!, distance, before: label, leave, run: node.run[i]! })
    }
  }
  if (!end) return undefined
  const legs: number[][] = []
  const crossings: number[][] = [[...runs.crossings(end.run)]]
  let leave = end.leave
  for (let label = end.label; label; label = label.before) {
    legs.unshift(pointsOfArc(graph, label.node, label.at, Math.max(label.at, leave)))
    crossings.unshift([...runs.crossings(label.run)])
    leave = label.leave
  }
  const points = [start.stop.x, start.stop.y, start.x, start.y, ...legs.flat(), goal.x, goal.y, goal.stop.x, goal.stop.y]
  return { length: best + start.lead + goal.lead, points, crossings: crossings.flat() }
}

function push(heap: Label[], label: Label): void {
  let i = heap.push(label) - 1
  while (i > 0) {
    const parent = (i - 1) >> 1
    if (heap[parent]!.distance <= label.distance) break
    heap[i] = heap[parent]!
    i = parent
  }
  heap[i] = label
}

function pop(heap: Label[]): Label | undefined {
  const top = heap[0]
  const last = heap.pop()
  if (!top || !last || heap.length === 0) return top
  let i = 0
  for (;;) {
    let child = 2 * i + 1
    if (child >= heap.length) break
    if (child + 1 < heap.length && heap[child + 1]!.distance < heap[child]!.distance) child++
    if (heap[child]!.distance >= last.distance) break
    heap[i] = heap[child]!
    i = child
  }
  heap[i] = last
  return top
}
