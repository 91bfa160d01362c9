import { drawArc } from './disc-draw'
import { type DiscNet, discNet } from './disc-net'
import { directWay, joinedStop } from './disc-stops'
import type { FloorGraph, GraphBuilder } from './walk-graph'

/** The graph that the centre of a body of `radius` millimetres (above 0) walks. */
export const discGraph: GraphBuilder = (parts, radius) => graphOf(discNet(parts, radius))

function graphOf(net: DiscNet): FloorGraph {
  return {
    nodes: net.nodes,
    runs: net.runs,
    join: (stop, reach) => joinedStop(net, stop, reach),
    rejoin: (before, reach) => joinedStop(net, before.stop, reach),
    direct: (a, b) => directWay(net, a, b),
    keepsDirect: () => false,
    draw: (node, arrive, leave, points) => drawArc(net, node, arrive, leave, points),
    // An arc is walked one way round, so whatever is joined at it is taut.
    isTaut: () => true,
    mended: (change) => graphOf(discNet(change.parts, net.field.radius)),
  }
}
