import type { FloorGraph, FloorParts, JoinedStop, NumberedSolid, PartsChange, WalkNode } from '#shared/walkable/walk-graph'

/** An edit as a builder is told of it: some solids taken away, others added behind. */
export function editOf(before: FloorParts, removedSolids: readonly number[], added: readonly (readonly number[])[]): PartsChange {
  const kept = before.solids.map((solid, number) => (removedSolids.includes(number) ? undefined : solid))
  const more: NumberedSolid[] = added.map((ring) => ({ ring, outside: false }))
  return {
    parts: { solids: [...kept, ...more], thresholds: before.thresholds },
    removedSolids,
    addedSolids: more.map((_, i) => kept.length + i),
    removedThresholds: [],
    addedThresholds: [],
  }
}

/** The points of a node's arc between two positions along it, x and y by turns. */
export function pointsOfArc(graph: FloorGraph, node: number, arrive: number, leave: number): number[] {
  const drawing = { points: [], size: 0 }
  graph.draw(node, arrive, leave, drawing)
  return drawing.points
}

/** All edges of a graph as text that says where they are and not how they are numbered, in order. */
export function edgesAsText(graph: FloorGraph): string[] {
  const name = (node: WalkNode, at: number) => {
    const points = pointsOfArc(graph, graph.nodes[node.twin]!.twin, at, at)
    return `${points.map(tidy).join(' ')} about ${node.x} ${node.y}`
  }
  return graph.nodes
    .flatMap((node) =>
      (node?.to ?? []).map((to, i) => {
        const run = graph.runs.crossings(node!.run[i]!).join('+')
        return `${name(node!, node!.leave[i]!)} to ${name(graph.nodes[to]!, node!.arrive[i]!)} in ${tidy(node!.length[i]!)} over ${run} of ${tidy(node!.span)}`
      }),
    )
    .sort()
}

/** The ways of a joined stop as text, likewise. */
export function waysAsText(graph: FloorGraph, stop: JoinedStop | undefined): string[] {
  if (!stop) return ['no standing']
  const ways = stop.to.map((to, i) => {
    const points = pointsOfArc(graph, to, stop.arrive[i]!, stop.arrive[i]!)
    return `${points.map(tidy).join(' ')} in ${tidy(stop.length[i]!)} over ${graph.runs.crossings(stop.run[i]!).join('+')}`
  })
  return [`${tidy(stop.x)} ${tidy(stop.y)} ${tidy(stop.lead)}`, ...ways.sort()]
}

function tidy(value: number): number {
  return Math.round(value * 1e3) / 1e3 + 0
}
