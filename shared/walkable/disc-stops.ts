import { crossingsOf, type LineEnd, NO_CROSSINGS } from './disc-crossings'
import { CLEARANCE, endOnPiece, isOnPiece, placeOnPiece, touchesBetween } from './disc-lines'
import type { DiscNet } from './disc-net'
import { nodeNumber } from './disc-nodes'
import { isFloor } from './disc-pieces'
import { standingNear } from './disc-standing'
import { blocker, isClear } from './disc-walls'
import type { DirectWay, JoinedStop, StopPoint } from './walk-graph'

/** Joins a stop to the graph from where the body stands free: at the stop, or nearest to it within `reach`. */
export function joinedStop(net: DiscNet, stop: StopPoint, reach: number): JoinedStop | undefined {
  const { parts, walls, radius, thresholds } = net.field
  const isFree = isClear(walls, stop.x, stop.y, radius - CLEARANCE) && isFloor(parts, stop.x, stop.y)
  const standing = isFree ? stop : standingNear(net.field, stop.x, stop.y, reach)
  if (!standing) return undefined
  const lead = Math.hypot(standing.x - stop.x, standing.y - stop.y)
  const end = endOfStop(standing.x, standing.y, stop.region)
  const before = isFree ? NO_CROSSINGS : (crossingsOf(parts, thresholds, endOfStop(stop.x, stop.y, stop.region), end) ?? NO_CROSSINGS)
  const ways = waysFrom(net, end, before)
  ways.sort((p, q) => p.length - q.length || p.to - q.to)
  return {
    stop,
    x: standing.x,
    y: standing.y,
    lead,
    to: ways.map((way) => way.to),
    arrive: ways.map((way) => way.arrive),
    length: ways.map((way) => way.length),
    run: ways.map((way) => way.run),
  }
}

function endOfStop(x: number, y: number, region: number): LineEnd {
  return { x, y, nearX: x, nearY: y, region, isShared: false }
}

type Way = { readonly to: number; readonly arrive: number; readonly length: number; readonly run: number }

function waysFrom(net: DiscNet, from: LineEnd, before: readonly number[]): Way[] {
  const { field, runs } = net
  const { parts, thresholds, walls, radius, pieces } = field
  const ways: Way[] = []
  for (let id = 0; id < pieces.length; id++) {
    const piece = pieces[id]
    if (!piece) continue
    const dx = piece.x - from.x
    const dy = piece.y - from.y
    const square = dx * dx + dy * dy
    // Nought where the body stands on the very arc.
    const length = Math.sqrt(Math.max(0, square - radius * radius))
    const reach = Math.max(length, radius)
    for (const turn of [1, -1]) {
      const k = -turn * radius
      const nx = (length * dy + k * dx) / square
      const ny = (k * dy - length * dx) / square
      const tx = turn * nx
      const ty = turn * ny
      if (!isOnPiece(piece, tx, ty, reach)) continue
      if (blocker(walls, from.x, from.y, -ny, nx, length, radius - CLEARANCE) >= 0 || touchesBetween(field, from.x, from.y, -ny, nx, length)) continue
      const at = placeOnPiece(piece, tx, ty, radius)
      const crossings = crossingsOf(parts, thresholds, from, endOnPiece(piece, tx, ty, radius, at))
      if (!crossings) continue
      const arrive = turn > 0 ? at : radius * piece.span - at
      ways.push({ to: nodeNumber(id, turn), arrive, length, run: runs.intern([...before, ...crossings]) })
    }
  }
  return ways
}

/** The straight line between two stops where the body has room, the leads' crossings included. */
export function directWay(net: DiscNet, a: JoinedStop, b: JoinedStop): DirectWay | undefined {
  const { parts, thresholds, walls, radius } = net.field
  const length = Math.hypot(b.x - a.x, b.y - a.y)
  if (length > 0) {
    const ux = (b.x - a.x) / length
    const uy = (b.y - a.y) / length
    if (blocker(walls, a.x, a.y, ux, uy, length, radius - CLEARANCE) >= 0) return undefined
  }
  const endA = endOfStop(a.x, a.y, a.stop.region)
  const endB = endOfStop(b.x, b.y, b.stop.region)
  const crossings = [...leadCrossings(net, a, false), ...(crossingsOf(parts, thresholds, endA, endB) ?? []), ...leadCrossings(net, b, true)]
  return { length, run: net.runs.intern(crossings) }
}

function leadCrossings(net: DiscNet, stop: JoinedStop, isBack: boolean): readonly number[] {
  if (stop.lead === 0) return NO_CROSSINGS
  const { parts, thresholds } = net.field
  const outer = endOfStop(stop.stop.x, stop.stop.y, stop.stop.region)
  const inner = endOfStop(stop.x, stop.y, stop.stop.region)
  return (isBack ? crossingsOf(parts, thresholds, inner, outer) : crossingsOf(parts, thresholds, outer, inner)) ?? NO_CROSSINGS
}
