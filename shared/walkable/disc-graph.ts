import { drawArc } from './disc-draw'
import { type Mended, mendedNet } from './disc-mend'
import { type DiscNet, discNet } from './disc-net'
import { directWay, isOpenAlong, joinedStop, keepsDirectWay, rejoinedStop } from './disc-stops'
import { isTautAtTip } from './disc-tips'
import { type FloorGraph, type GraphBuilder, isNothing } from './walk-graph'

/** The graph that the centre of a body of `radius` millimetres (above 0) walks. */
export const discGraph: GraphBuilder = (parts, radius) => graphOf(discNet(parts, radius), undefined)

function graphOf(net: DiscNet, mended: Mended | undefined): FloorGraph {
  return {
    nodes: net.nodes,
    runs: net.runs,
    join: (stop, reach) => joinedStop(net, stop, reach),
    rejoin: (before, reach) => (mended ? rejoinedStop(mended, before, reach) : before),
    direct: (a, b) => directWay(net, a, b),
    keepsDirect: (a, b) => mended === undefined || keepsDirectWay(mended, a, b),
    draw: (node, arrive, leave, drawing) => drawArc(net, node, arrive, leave, drawing),
    isOpenAlong: (threshold) => isOpenAlong(net, threshold),
    isTaut(node, fromX, fromY, toX, toY, isShut) {
      const piece = net.field.pieces[node >> 1]!
      // An arc is walked one way round, so whatever is joined at it is taut.
      return piece.radius > 0 || isTautAtTip(net.field.parts, piece, piece.x - fromX, piece.y - fromY, toX - piece.x, toY - piece.y, isShut)
    },
    mended(change) {
      if (isNothing(change)) return graphOf(net, undefined)
      const next = mendedNet(net, change)
      return graphOf(next.net, next)
    },
  }
}
