import {
  boxAround,
  bundleOf,
  changedThresholds,
  concern,
  crossesBox,
  type Edit,
  edgesOfSolids,
  hidesFloor,
  isNearBundle,
  meetsBundle,
  uncovered,
} from './disc-edit'
import { type Line, type LineField, lineAgain, linesBetween, visitPiecesInSight } from './disc-lines'
import type { DiscNet } from './disc-net'
import { nodesOf } from './disc-nodes'
import { type Piece, positionKey } from './disc-piece'
import { piecesAt } from './disc-pieces'
import { thresholdEnds } from './disc-tips'
import { changedWalls } from './disc-walls'
import { boxDistance, mayBeSeen, mayBoxBeSeen, type SeenBox, type Shadow, shadowOn } from './shadow'
import type { FloorParts, PartsChange } from './walk-graph'

/** A mended graph, and what about it is not as it was: pieces that are new, and kept ones that may see where walls were. */
export type Mended = {
  readonly from: DiscNet
  readonly net: DiscNet
  readonly edit: Edit
  readonly newPieces: readonly number[]
  readonly seeing: readonly number[]
}

/**
 * The graph of the edited floor: corners near the edit are looked at again, and lines that touch a corner
 * that changed, or pass where a wall or threshold came or went. All else is shared with `net`, which stays as it was.
 */
export function mendedNet(net: DiscNet, change: PartsChange): Mended {
  const before = net.field
  const { radius } = before
  const { parts } = change
  const thresholds = [...parts.thresholds.keys()].filter((number) => parts.thresholds[number])
  const walls = changedWalls(before.walls, parts, change.removedSolids)
  const taken = edgesOfSolids(before.parts, change.removedSolids)
  const given = edgesOfSolids(parts, change.addedSolids)
  const goneEdges = uncovered(taken, given)
  const newEdges = uncovered(given, taken)
  const changedLines = changedThresholds(before.parts, change)

  const pieces = [...before.pieces]
  const piecesByCorner = overlaid(before.piecesByCorner)
  const gone: number[] = []
  const fresh: number[] = []
  for (const { x, y, isThere, isCorner } of cornersToSee(before.parts, change, [...goneEdges, ...newEdges], changedLines, radius)) {
    const key = positionKey(x, y)
    const old = before.piecesByCorner.get(key) ?? NO_PIECES
    const around = isThere ? piecesAt(parts, walls, thresholds, x, y, isCorner, radius) : []
    if (isSame(old, around, pieces)) continue
    for (const id of old) pieces[id] = undefined
    gone.push(...old)
    const ids = around.map((_, i) => pieces.length + i)
    fresh.push(...ids)
    pieces.push(...around)
    piecesByCorner.changed.set(key, ids.length > 0 ? ids : undefined)
  }
  for (const id of gone) pushPoint(goneEdges, before.pieces[id]!)
  for (const id of fresh) pushPoint(newEdges, pieces[id]!)
  const removed = bundleOf(goneEdges, radius, concern(radius))
  const added = bundleOf(newEdges, radius, concern(radius))
  const lines = bundleOf(changedLines, radius, 1)
  const edit = {
    removed,
    added,
    thresholds: lines,
    all: boxAround([removed, added, lines]),
    isFloorChanged: hidesFloor(change, before.parts, radius),
  }
  const field = { parts, thresholds, walls, radius, pieces, piecesByCorner, places: before.places }
  const seeing = piecesSeeing(net, field, edit.removed.tight)
  return { from: net, net: netWith(net, field, edit, gone, fresh, seeing), edit, newPieces: fresh, seeing }
}

type PiecesByCorner = DiscNet['field']['piecesByCorner']
type Changes = Map<number, readonly number[] | undefined>

const NO_PIECES: readonly number[] = []
/** Of pieces by corner that were laid over others: what they were laid over, and what changed. */
const layers = new WeakMap<PiecesByCorner, { readonly under: PiecesByCorner; readonly changed: Changes }>()

/** Pieces by corner, some of which will change: an edit changes few, so they are not copied. Never more than two layers. */
function overlaid(before: PiecesByCorner): PiecesByCorner & { readonly changed: Changes } {
  const former = layers.get(before)
  const under = former?.under ?? before
  const changed: Changes = new Map(former?.changed)
  const made = { get: (key: number) => (changed.has(key) ? changed.get(key) : under.get(key)), changed }
  layers.set(made, { under, changed })
  return made
}

function pushPoint(edges: number[], { x, y }: Piece): void {
  edges.push(x, y, x, y)
}

function isSame(old: readonly number[], around: readonly Piece[], pieces: readonly (Piece | undefined)[]): boolean {
  return (
    old.length === around.length &&
    around.every((piece, i) => {
      const known = pieces[old[i]!]!
      return (
        piece.ax === known.ax &&
        piece.ay === known.ay &&
        piece.bx === known.bx &&
        piece.by === known.by &&
        piece.radius === known.radius &&
        piece.before === known.before &&
        piece.behind === known.behind &&
        piece.crossings.length === known.crossings.length &&
        piece.crossings.every((crossing, k) => crossing === known.crossings[k])
      )
    })
  )
}

/** A corner of a wall or the end of a threshold to look at again; `isThere`: the edited floor has it. */
type SeenCorner = { readonly x: number; readonly y: number; readonly isThere: boolean; readonly isCorner: boolean }

/** Corners of either floor whose arcs an edit may have changed: with a changed wall edge within two radii or a changed threshold within one. */
function cornersToSee(before: FloorParts, change: PartsChange, edges: readonly number[], lines: readonly number[], radius: number): SeenCorner[] {
  const walls = bundleOf(edges, radius, 0)
  const thresholds = bundleOf(lines, radius, 0)
  const seen = new Map<number, SeenCorner>()
  const see = (ring: readonly number[], isThere: boolean, isCorner: boolean) => {
    for (let i = 0; i < ring.length; i += 2) {
      const x = ring[i]!
      const y = ring[i + 1]!
      const isBy = x >= walls.x0 && x <= walls.x1 && y >= walls.y0 && y <= walls.y1
      const isByLine = x >= thresholds.x0 && x <= thresholds.x1 && y >= thresholds.y0 && y <= thresholds.y1
      if (!isBy && !isByLine) continue
      const key = positionKey(x, y)
      if (seen.has(key)) continue
      if ((isBy && isNearBundle(walls, x, y, 2 * radius)) || (isByLine && isNearBundle(thresholds, x, y, radius + 1)))
        seen.set(key, { x, y, isThere, isCorner })
    }
  }
  for (const solid of change.parts.solids) if (solid) see(solid.ring, true, true)
  see(thresholdEnds(change.parts), true, false)
  for (const number of change.removedSolids) see(before.solids[number]?.ring ?? [], false, true)
  see(thresholdEnds(before), false, false)
  return [...seen.values()].sort((p, q) => p.x - q.x || p.y - q.y)
}

/** The lines of a net, each once, and their ends: ax, ay, bx, by of each. Every preview looks through all of them. */
type LineList = { readonly list: readonly Line[]; readonly ends: Float64Array }

const lineLists = new WeakMap<DiscNet, LineList>()

function lineListOf(net: DiscNet): LineList {
  let known = lineLists.get(net)
  if (known === undefined) {
    const list = net.lines.flatMap((lines, id) => lines.filter(({ a }) => a === id))
    const ends = new Float64Array(4 * list.length)
    for (let i = 0; i < list.length; i++) {
      const { ax, ay, bx, by } = list[i]!
      ends.set([ax, ay, bx, by], 4 * i)
    }
    known = { list, ends }
    lineLists.set(net, known)
  }
  return known
}

function netWith(net: DiscNet, field: LineField, edit: Edit, gone: readonly number[], fresh: readonly number[], sighted: readonly number[]): DiscNet {
  const { pieces } = field
  const known = net.field.pieces.length
  const dropped = new Set<Line>()
  for (const id of gone) for (const line of net.lines[id]!) dropped.add(line)
  const found: Line[] = []
  const hint = new Float64Array(4 * pieces.length).fill(Number.NaN)

  const { list, ends } = lineListOf(net)
  for (let i = 0, k = 0; i < list.length; i++, k += 4) {
    if (!crossesBox(edit.all, ends[k]!, ends[k + 1]!, ends[k + 2]!, ends[k + 3]!)) continue
    const line = list[i]!
    if (!pieces[line.a] || !pieces[line.b]) continue
    const ux = (line.bx - line.ax) / line.length
    const uy = (line.by - line.ay) / line.length
    const isRemoval = meetsBundle(edit.removed, line.ax, line.ay, ux, uy, line.length)
    if (
      !isRemoval &&
      !meetsBundle(edit.added, line.ax, line.ay, ux, uy, line.length) &&
      !meetsBundle(edit.thresholds, line.ax, line.ay, ux, uy, line.length)
    )
      continue
    dropped.add(line)
    // Those by a removed wall are found below.
    const again = isRemoval ? undefined : lineAgain(field, line, hint)
    if (again) found.push(again)
  }
  const box = edit.removed
  for (let i = 0; i < sighted.length; i++) {
    const p = pieces[sighted[i]!]!
    const shadow = shadowOn(net.field.parts, net.field.walls, p.x, p.y)
    const nearest = boxDistance(p.x, p.y, box.tight)
    for (let j = i + 1; j < sighted.length; j++) {
      const q = pieces[sighted[j]!]!
      if (crossesBox(box, p.x, p.y, q.x, q.y) && mayBeSeen(shadow, q.x, q.y, nearest)) linesBetween(field, sighted[i]!, sighted[j]!, hint, found, box)
    }
  }
  for (const j of fresh) {
    const shadow = shadowOn(field.parts, field.walls, pieces[j]!.x, pieces[j]!.y)
    visitPiecesInSight(field, shadow, (i) => {
      if (i < j) linesBetween(field, j, i, hint, found)
    })
  }

  const touched = new Set<number>(fresh)
  for (const line of dropped) touched.add(line.a).add(line.b)
  for (const line of found) touched.add(line.a).add(line.b)
  const lines: (readonly Line[])[] = [...net.lines]
  const nodes = [...net.nodes]
  const runs = net.runs
  const gained = new Map<number, Line[]>()
  for (const id of touched) {
    const kept = id < known ? net.lines[id]!.filter((line) => !dropped.has(line)) : []
    gained.set(id, kept)
    lines[id] = kept
  }
  for (const line of found) {
    gained.get(line.a)!.push(line)
    gained.get(line.b)!.push(line)
  }
  for (const id of touched) {
    const pair = nodesOf(pieces, id, lines[id]!, runs)
    nodes[2 * id] = pair[0]
    nodes[2 * id + 1] = pair[1]
  }
  for (const id of gone) {
    lines[id] = []
    nodes[2 * id] = undefined
    nodes[2 * id + 1] = undefined
  }
  return { field, lines, nodes, runs }
}

/**
 * Kept pieces from whose corner something in the box may be in sight. Only between two of these can a removed wall have been all
 * that stood in a line's way: what a body sweeps on such a line is a rectangle with no other wall in it, with both
 * corners on its edge and a point of the wall in it, so from each corner one looks straight at that point.
 */
function piecesSeeing(net: DiscNet, field: LineField, box: SeenBox): number[] {
  const shadows = shadowsOf(net)
  const seeing: number[] = []
  for (let id = 0; id < shadows.length; id++) {
    const shadow = shadows[id]
    if (shadow === undefined || !field.pieces[id]) continue
    if (mayBoxBeSeen(shadow, box, boxDistance(shadow.x, shadow.y, box))) seeing.push(id)
  }
  return seeing
}

const shadowsOfPieces = new WeakMap<DiscNet, readonly (Shadow | undefined)[]>()

/** The shadow from the corner of each piece, on the floor of its own net. */
function shadowsOf(net: DiscNet): readonly (Shadow | undefined)[] {
  let shadows = shadowsOfPieces.get(net)
  if (shadows === undefined) {
    const { parts, walls, pieces } = net.field
    shadows = pieces.map((piece) => (piece ? shadowOn(parts, walls, piece.x, piece.y) : undefined))
    shadowsOfPieces.set(net, shadows)
  }
  return shadows
}
