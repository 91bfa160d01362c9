import { crossingsOf, type LineEnd, NO_CROSSINGS } from './disc-crossings'
import { crossesBox, type EdgeBundle, isNearBundle, meetsBundle, meetsEdit } from './disc-edit'
import { CLEARANCE, endOnPiece, isTouched, placeOnPiece, rememberEdge, touchesBetween, visitPiecesInSight } from './disc-lines'
import type { Mended } from './disc-mend'
import type { DiscNet } from './disc-net'
import { nodeNumber } from './disc-nodes'
import { TOUCH } from './disc-piece'
import { standingNear } from './disc-standing'
import { blocker, isClear, lengthOf, stripHits, type Walls } from './disc-walls'
import { isFloor } from './on-floor'
import { boxDistance, mayBeSeen, mayBoxBeSeen, type Shadow, shadowOn } from './shadow'
import type { DirectWay, JoinedStop, StopPoint } from './walk-graph'

/** Joins a stop to the graph from where the body stands free: at the stop, or nearest to it within `reach`. */
export function joinedStop(net: DiscNet, stop: StopPoint, reach: number): JoinedStop | undefined {
  const { parts, walls, radius } = net.field
  const isFree = isClear(walls, stop.x, stop.y, radius - CLEARANCE) && isFloor(parts, stop.x, stop.y)
  const standing = isFree ? stop : standingNear(net.field, stop.x, stop.y, reach)
  if (!standing) return undefined
  const lead = lengthOf(standing.x - stop.x, standing.y - stop.y)
  const end = endOfStop(standing.x, standing.y, stop.region)
  const before = leadCrossings(net, { stop, lead, x: standing.x, y: standing.y }, false)
  const ways: Way[] = []
  const shadow = shadowOn(parts, walls, standing.x, standing.y)
  inTheWay.fill(Number.NaN)
  visitPiecesInSight(net.field, shadow, (id) => waysTo(net, end, before, id, ways))
  return withWays({ stop, x: standing.x, y: standing.y, lead }, ways)
}

/** A stop joined before an edit as it is after it: itself when nothing about it changed. */
export function rejoinedStop({ from, net, edit, newPieces, seeing }: Mended, before: JoinedStop, reach: number): JoinedStop | undefined {
  const { parts, radius, pieces } = net.field
  const { x, y, lead, stop } = before
  const around = lead + radius + TOUCH
  if (isNearBundle(edit.removed, stop.x, stop.y, around) || isNearBundle(edit.added, stop.x, stop.y, around)) return joinedStop(net, stop, reach)
  if (lead > 0 && isNearBundle(edit.thresholds, stop.x, stop.y, around)) return joinedStop(net, stop, reach)
  if (edit.isFloorChanged && !isFloor(parts, x, y)) return joinedStop(net, stop, reach)
  const shadow = shadowOfStop(from, before)
  const bundles = [edit.removed, edit.added, edit.thresholds]
  // Walls nearer than all that changed are surely still there to hide it.
  const nearest = Math.min(...bundles.map(({ tight }) => boxDistance(x, y, tight)))
  if (!bundles.some(({ tight }) => mayBoxBeSeen(shadow, tight, nearest)) && hasSameRuns(from, net, before)) return before
  const end = endOfStop(x, y, stop.region)
  const crossed = leadCrossings(net, before, false)
  const kept: Way[] = []
  const ways: Way[] = []
  const isListed = new Set<number>()
  let isSame = true
  inTheWay.fill(Number.NaN)
  before.to.forEach((to, i) => {
    // See hasSameRuns.
    const old = before.run[i]!
    const run = net.runs.crossings(old) === from.runs.crossings(old) ? old : net.runs.intern(from.runs.crossings(old))
    if (run !== old) isSame = false
    const way = { to, arrive: before.arrive[i]!, length: before.length[i]!, run }
    const id = to >> 1
    if (!pieces[id]) return
    const { nx, ny, length } = touchOf(net, end, id, to % 2 === 0 ? 1 : -1)
    const isChanged = meetsEdit(edit, x, y, -ny, nx, length)
    if (isChanged) isListed.add(id)
    else kept.push(way)
  })
  for (const id of isListed) {
    waysTo(net, end, crossed, id, ways)
    for (let i = kept.length - 1; i >= 0; i--) if (kept[i]!.to >> 1 === id) kept.splice(i, 1)
  }
  for (const id of seeing) {
    const piece = pieces[id]!
    if (!isListed.has(id) && crossesBox(edit.removed, x, y, piece.x, piece.y)) waysTo(net, end, crossed, id, ways, edit.removed)
  }
  for (const id of newPieces) if (mayBeSeen(shadow, pieces[id]!.x, pieces[id]!.y, nearest)) waysTo(net, end, crossed, id, ways)
  return isSame && ways.length === 0 && kept.length === before.to.length ? before : withWays(before, [...kept, ...ways])
}

const shadowsOfStops = new WeakMap<JoinedStop, { readonly of: DiscNet['field']['parts']; readonly shadow: Shadow }>()

/** The shadow from where a stop is joined: stops are asked about again in every preview of one floor. */
function shadowOfStop({ field: { parts, walls } }: DiscNet, stop: JoinedStop): Shadow {
  let known = shadowsOfStops.get(stop)
  if (known === undefined || known.of !== parts) {
    known = { of: parts, shadow: shadowOn(parts, walls, stop.x, stop.y) }
    shadowsOfStops.set(stop, known)
  }
  return known.shadow
}

/** Does the run table after the edit know the stop's runs? It may have been joined after the edit was made. */
function hasSameRuns(from: DiscNet, net: DiscNet, stop: JoinedStop): boolean {
  return net.runs === from.runs || stop.run.every((run) => net.runs.crossings(run) === from.runs.crossings(run))
}

/** Can an edit not have changed the straight line between two stops that it left joined as they were? */
export function keepsDirectWay({ edit }: Mended, a: JoinedStop, b: JoinedStop): boolean {
  if (!crossesBox(edit.all, a.x, a.y, b.x, b.y)) return true
  const length = lengthOf(b.x - a.x, b.y - a.y)
  if (length === 0) return true
  const ux = (b.x - a.x) / length
  const uy = (b.y - a.y) / length
  return !meetsEdit(edit, a.x, a.y, ux, uy, length)
}

function withWays({ stop, x, y, lead }: Standing, ways: Way[]): JoinedStop {
  ways.sort((p, q) => p.length - q.length || p.to - q.to)
  return {
    stop,
    x,
    y,
    lead,
    to: ways.map((way) => way.to),
    arrive: ways.map((way) => way.arrive),
    length: ways.map((way) => way.length),
    run: ways.map((way) => way.run),
  }
}

type Standing = Pick<JoinedStop, 'stop' | 'x' | 'y' | 'lead'>

function endOfStop(x: number, y: number, region: number): LineEnd {
  return { x, y, nearX: x, nearY: y, region, isShared: false }
}

type Way = { readonly to: number; readonly arrive: number; readonly length: number; readonly run: number }

/** One touch is worked out at a time. */
const touch = { nx: 0, ny: 0, length: 0 }

/** The line from a point that touches a piece walked `turn` round, if it does: along (-ny, nx), n its right normal. */
function touchOf(net: DiscNet, from: LineEnd, id: number, turn: number): typeof touch {
  const piece = net.field.pieces[id]!
  const { radius } = piece
  const dx = piece.x - from.x
  const dy = piece.y - from.y
  const square = dx * dx + dy * dy
  // Nought where the body stands on the very arc.
  touch.length = Math.sqrt(Math.max(0, square - radius * radius))
  const k = -turn * radius
  touch.nx = (touch.length * dy + k * dx) / square
  touch.ny = (k * dy - touch.length * dx) / square
  return touch
}

/** The ends of the wall edge that stood in the way last, of the stop under way: pieces are looked at cell by cell, and mostly it does again. */
const inTheWay = new Float64Array(4)

/** Is a body of radius `free` held up on a straight line? */
function isHeldUp(walls: Walls, x: number, y: number, ux: number, uy: number, length: number, free: number): boolean {
  if (stripHits(x, y, ux, uy, length, free, inTheWay[0]!, inTheWay[1]!, inTheWay[2]!, inTheWay[3]!)) return true
  const hit = blocker(walls, x, y, ux, uy, length, free)
  if (hit >= 0) rememberEdge(walls, hit, inTheWay, 0)
  return hit >= 0
}

/** The ways from a point to a piece; with `near`, only those that come by one of its edges. */
function waysTo(net: DiscNet, from: LineEnd, before: readonly number[], id: number, ways: Way[], near?: EdgeBundle): void {
  const { field, runs } = net
  const { parts, thresholds, walls, radius, pieces } = field
  const piece = pieces[id]
  if (!piece) return
  if (piece.x === from.x && piece.y === from.y) return
  for (let turn = 1; turn >= -1; turn -= 2) {
    const { nx, ny, length } = touchOf(net, from, id, turn)
    const tx = turn * nx
    const ty = turn * ny
    if (!isTouched(piece, turn, nx, ny, ny, -nx, Math.max(length, radius))) continue
    if (near && !meetsBundle(near, from.x, from.y, -ny, nx, length)) continue
    if (isHeldUp(walls, from.x, from.y, -ny, nx, length, radius - CLEARANCE) || touchesBetween(field, from.x, from.y, -ny, nx, length)) continue
    const at = placeOnPiece(piece, tx, ty)
    const crossings = crossingsOf(parts, thresholds, from, endOnPiece(piece, tx, ty, at, ny, -nx))
    if (!crossings) continue
    const arrive = turn > 0 ? at : piece.radius * piece.span - at
    ways.push({ to: nodeNumber(piece, id, turn), arrive, length, run: runs.intern(joinedTo(before, crossings)) })
  }
}

/** The straight line between two stops where the body has room, the leads' crossings included. */
export function directWay(net: DiscNet, a: JoinedStop, b: JoinedStop): DirectWay | undefined {
  const { parts, thresholds, walls, radius } = net.field
  const length = lengthOf(b.x - a.x, b.y - a.y)
  if (length > 0) {
    const ux = (b.x - a.x) / length
    const uy = (b.y - a.y) / length
    if (blocker(walls, a.x, a.y, ux, uy, length, radius - CLEARANCE) >= 0) return undefined
  }
  const endA = endOfStop(a.x, a.y, a.stop.region)
  const endB = endOfStop(b.x, b.y, b.stop.region)
  const between = crossingsOf(parts, thresholds, endA, endB) ?? NO_CROSSINGS
  return { length, run: net.runs.intern(joinedTo(joinedTo(leadCrossings(net, a, false), between), leadCrossings(net, b, true))) }
}

/** Has the body room all along a threshold, between jambs at both its ends? */
export function isOpenAlong({ field: { parts, walls, radius } }: DiscNet, threshold: number): boolean {
  const line = parts.thresholds[threshold]
  if (line === undefined) return false
  const long = lengthOf(line.bx - line.ax, line.by - line.ay)
  const ux = (line.bx - line.ax) / long
  const uy = (line.by - line.ay) / long
  const free = long - 2 * radius
  return free <= 0 || blocker(walls, line.ax + ux * radius, line.ay + uy * radius, ux, uy, free, radius - CLEARANCE) < 0
}

/** Mostly nothing is crossed on one of two pieces of a way. */
function joinedTo(before: readonly number[], behind: readonly number[]): readonly number[] {
  return before.length === 0 ? behind : behind.length === 0 ? before : [...before, ...behind]
}

function leadCrossings(net: DiscNet, stop: Standing, isBack: boolean): readonly number[] {
  if (stop.lead === 0) return NO_CROSSINGS
  const { parts, thresholds } = net.field
  const outer = endOfStop(stop.stop.x, stop.stop.y, stop.stop.region)
  const inner = endOfStop(stop.x, stop.y, stop.stop.region)
  return (isBack ? crossingsOf(parts, thresholds, inner, outer) : crossingsOf(parts, thresholds, outer, inner)) ?? NO_CROSSINGS
}
