import type { Id } from '#shared/base/ids'
import { backwards, type FloorGraph, type JoinedStop, type WalkNode } from '#shared/walkable/walk-graph'
import { type Access, NO_ROOM, REFUSED } from './access'
import type { NumberedFloor } from './numbered-floor'

/**
 * A graph in as many layers as there are rooms and openings to pass, and one more: walking over the next one
 * leads a layer up, and goals are tied to the last. Any search finds legs via them by searching this
 * graph. Node v of layer j is j n + v; (layers + j) n + v is its way back, of which only the edges that lead to it are read.
 */
export type ViaGraph = {
  readonly graph: FloorGraph
  readonly access: Access
  start(joined: JoinedStop): JoinedStop
  goal(joined: JoinedStop): JoinedStop
}

/**
 * `rooms` are the private rooms that may be entered besides those in `via`: the start's and the goal's. A room counts as
 * passed when it is entered, or when the leg starts in it; one crossing may pass an opening and then the room behind it.
 */
export function viaGraph(numbered: NumberedFloor, base: FloorGraph, rules: Access, via: readonly Id[], rooms: readonly number[]): ViaGraph {
  const n = base.nodes.length
  const layers = via.length + 1
  const regionOf = (id: Id) => numbered.floor.regions.flatMap(({ room }, index) => (room === id ? [numbered.regionNumbers[index]!] : []))
  const viaRegions = via.map(regionOf)
  const open = new Set([...rooms, ...viaRegions.flat()])
  const access: Access = {
    ...rules,
    roomA: roomOf,
    roomB: roomOf,
    isPrivate: () => false,
    rooms: (crossing) => rules.rooms(crossing).filter((r) => !open.has(r)),
  }

  function roomOf(run: number): number {
    const crossings = base.runs.crossings(run)
    return crossings.every((crossing) => rules.refusal(crossing) === undefined && access.rooms(crossing).length === 0) ? NO_ROOM : REFUSED
  }

  function advanced(layer: number, run: number): number {
    let next = layer
    for (const crossing of base.runs.crossings(run)) {
      const line = numbered.parts.thresholds[crossing >> 1]
      if (line === undefined) continue
      if (next < via.length && numbered.rules[crossing >> 1]?.opening === via[next]) next++
      const entered = (crossing & 1) === 1 ? line.rightRegion : line.leftRegion
      if (next < via.length && viaRegions[next]!.includes(entered)) next++
    }
    return next
  }

  /** The layers from which a run leads to a layer. */
  function layersBefore(layer: number, run: number): number[] {
    return Array.from({ length: layer + 1 }, (_, from) => from).filter((from) => advanced(from, run) === layer)
  }

  const firstLayer = (region: number) => (viaRegions[0]?.includes(region) === true ? 1 : 0)
  const nodes: (WalkNode | undefined)[] = []
  for (let layer = 0; layer < layers; layer++) {
    base.nodes.forEach((node, v) => {
      if (node === undefined) return
      const to = node.to.map((target, i) => advanced(layer, node.run[i]!) * n + target)
      nodes[layer * n + v] = { ...node, twin: (layers + layer) * n + v, to }
      nodes[(layers + layer) * n + v] = wayBack(base, v, node, layer)
    })
  }

  function wayBack(graph: FloorGraph, v: number, node: WalkNode, layer: number): WalkNode {
    const back = graph.nodes[node.twin]!
    const made = { to: [] as number[], leave: [] as number[], arrive: [] as number[], length: [] as number[], run: [] as number[] }
    back.to.forEach((target, i) => {
      const run = back.run[i]!
      for (const from of layersBefore(layer, backwards(run))) {
        made.to.push((layers + from) * n + graph.nodes[target]!.twin)
        made.leave.push(back.leave[i]!)
        made.arrive.push(back.arrive[i]!)
        made.length.push(back.length[i]!)
        made.run.push(run)
      }
    })
    return { x: node.x, y: node.y, span: node.span, twin: layer * n + v, ...made }
  }

  const given = new Map<JoinedStop, JoinedStop>()
  const remember = (made: JoinedStop, joined: JoinedStop) => {
    given.set(made, joined)
    return made
  }
  const graph: FloorGraph = {
    ...base,
    nodes,
    join: () => undefined,
    rejoin: () => undefined,
    direct(a, b) {
      const way = base.direct(given.get(a)!, given.get(b)!)
      return way !== undefined && advanced(firstLayer(a.stop.region), way.run) === via.length ? way : undefined
    },
    draw: (node, arrive, leave, drawing) => base.draw(node % n, arrive, leave, drawing),
    isTaut: (node, fromX, fromY, toX, toY, isShut) => base.isTaut(node % n, fromX, fromY, toX, toY, isShut),
  }
  return {
    graph,
    access,
    start(joined) {
      const layer = firstLayer(joined.stop.region)
      return remember({ ...joined, to: joined.to.map((node, i) => advanced(layer, joined.run[i]!) * n + node) }, joined)
    },
    goal(joined) {
      const made = { to: [] as number[], arrive: [] as number[], length: [] as number[], run: [] as number[] }
      joined.to.forEach((node, i) => {
        for (const layer of layersBefore(via.length, backwards(joined.run[i]!))) {
          made.to.push((layers + layer) * n + base.nodes[node]!.twin)
          made.arrive.push(joined.arrive[i]!)
          made.length.push(joined.length[i]!)
          made.run.push(joined.run[i]!)
        }
      })
      return remember({ ...joined, ...made }, joined)
    },
  }
}
