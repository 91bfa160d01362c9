import { differingItems, placesBefore } from '#shared/base/differing-items'
import type { Id } from '#shared/base/ids'
import type { Opening } from '#shared/document/elements/opening'
import type { Wall } from '#shared/document/elements/wall'
import { type BoxList, boxAround, boxListAfter, boxListOf, grownBox, placesNear, putBox } from '#shared/geometry/box-list'
import { pointToMetres, roundOffset, toMillimetres } from '#shared/geometry/millimetres'
import { isSamePoint, type Point } from '#shared/geometry/point'
import { type Box, boxesMeet, boxOf } from '#shared/geometry/polygon'
import type { BuiltOpening, Side } from './building'
import { edgeUnder, type RoomOutline } from './drawn-edges'
import { type Joint, jointsOf, type LaidJamb } from './joints'
import { besideMiddle, isSameSide, placeAt, stretchBoxes, type WallStretch } from './stretches'
import { type DrawnEdge, REACH_MM } from './wall-graph'

/** Part of a stretch without wall, from jamb to jamb. Millimetres along the stretch. */
export type Cut = { readonly start: number; readonly end: number; readonly from: Point; readonly to: Point }

/** One opening in its wall, and what it cuts out of stretches, by their keys. */
export type LaidOpening = {
  /** Undefined where its edge does not exist, or where it lies beyond its end. */
  readonly built: BuiltOpening | undefined
  readonly cuts: readonly { readonly stretch: string; readonly cut: Cut }[]
  /** About its jambs, millimetres. */
  readonly box: Box | undefined
  /** Where one walks through it: its two sides, from first. */
  readonly jambs: readonly [from: LaidJamb, to: LaidJamb] | undefined
  /** Where its edge runs along stretches under it, in the order of the edge. */
  readonly runs: readonly Run[]
}

/** What openings are laid into. */
export type OpeningGround = {
  readonly stretches: readonly WallStretch[]
  readonly rooms: readonly RoomOutline[]
  readonly walls: readonly Wall[]
  readonly outline: readonly Point[] | undefined
  readonly storey: Id
}

/** Openings as they were laid: one for each record, in their order. */
export type LaidOpenings = {
  readonly records: readonly Opening[]
  readonly ground: OpeningGround
  /** Each by itself. */
  readonly single: readonly LaidOpening[]
  /** About each, with all that is something to it. */
  readonly boxes: BoxList
  /** With what meets joined. */
  readonly laid: readonly LaidOpening[]
}

/** A cut or an overlap shorter than this is none. Millimetres. */
const LEAST_MM = 1
/** What lies beyond an opening is looked for this far from the face of its wall. Millimetres. */
const BEYOND_FACE_MM = 150

/**
 * Puts openings into the derived walls: jambs on the centre-lines, sides, and the gaps that doors and archways cut. What no wall and no
 * room has changed about since `before` stays the very same.
 */
export function layOpenings(records: readonly Opening[], ground: OpeningGround, before?: LaidOpenings): LaidOpenings {
  const places = placesBefore(before?.records ?? [], records)
  const olds = records.map((_, index) => before?.single[places[index]!] ?? NOT_LAID)
  const boxes = before === undefined ? boxListOf(olds, boxOfLaid) : boxListAfter(before.boxes, places, olds, boxOfLaid)
  const again = before === undefined ? records.map((_, index) => index) : changedAbout(olds, boxes, before.ground, ground)
  const edges = again.map((index) => edgeUnder(records[index]!, ground))
  const stretches = stretchesAbout(edges, ground.stretches)
  const about = { ...ground, stretches, along: alongEdges(stretches) }
  const single = [...olds]
  again.forEach((index, i) => {
    const [edge, old] = [edges[i], olds[index]!.built]
    const now = (edge === undefined ? undefined : laidOpening(records[index]!, edge, about)) ?? NOT_LAID
    single[index] = old !== undefined && now.built !== undefined && isSameOpening(old, now.built) ? { ...now, built: old } : now
    putBox(boxes, index, boxOfLaid(single[index]))
  })
  return { records, ground, single, boxes, laid: joinedAbout(again, { records, ground, single, boxes }, before) }
}

/** All openings with what meets joined. Whom none of `again` comes near, now or before, is joined as it was: it meets the very same others. */
function joinedAbout(again: readonly number[], now: Omit<LaidOpenings, 'laid'>, before: LaidOpenings | undefined): readonly LaidOpening[] {
  const { records, ground, single, boxes } = now
  const isSame = (record: Opening, i: number) => before?.records[i] === record || before?.records[i]?.id === record.id
  const isInPlace = before !== undefined && before.records.length === records.length && records.every(isSame)
  const laid = isInPlace ? [...before.laid] : [...single]
  const edited = isInPlace ? again.flatMap((index) => [boxOfLaid(single[index]!), boxOfLaid(before.single[index]!)]) : [EVERYWHERE]
  const touched = placesNear(boxes, boxAround(edited), 0)
  const about = placesNear(boxes, boxAround(touched.map((index) => boxOfLaid(single[index]!))), 0)
  const joints = jointsOf(about.map((index) => single[index]!))
  const jointOf = new Map(about.map((index, i) => [index, joints.get(i)]))
  for (const index of touched) laid[index] = joined(single[index]!, jointOf.get(index), ground.stretches)
  return laid
}

const NOT_LAID: LaidOpening = { built: undefined, cuts: [], box: undefined, jambs: undefined, runs: [] }

function isSameOpening(a: BuiltOpening, b: BuiltOpening): boolean {
  return (
    a.opening === b.opening &&
    a.storey === b.storey &&
    isSamePoint(a.from, b.from) &&
    isSamePoint(a.to, b.to) &&
    a.thickness === b.thickness &&
    isSameSide(a.left, b.left) &&
    isSameSide(a.right, b.right)
  )
}

/** Ends that are drawn as one lie this near to one another, however many they are. Millimetres. */
const ENDS_MM = 32 * REACH_MM

/** Of the stretches, in their order, at least those that run along one of these edges or stand in the thickness of a wall there. */
function stretchesAbout(edges: readonly (DrawnEdge | undefined)[], stretches: readonly WallStretch[]): readonly WallStretch[] {
  const all = boxAround(edges.flatMap((edge) => (edge === undefined ? [] : [edge.box])))
  const boxes = stretchBoxes(stretches)
  const thickest = placesNear(boxes, all, ENDS_MM).reduce((most, place) => Math.max(most, stretches[place]!.thickness), 0)
  return placesNear(boxes, all, thickest * 500 + ENDS_MM).map((place) => stretches[place]!)
}

/** What lies so much further from an opening than the thickness of its wall and of the other is nothing to it. Millimetres. */
const BESIDE_MM = BEYOND_FACE_MM + 50

/** The places of those openings about which a wall or a room has changed, and of those that were not laid. */
function changedAbout(laid: readonly LaidOpening[], boxes: BoxList, old: OpeningGround, now: OpeningGround): readonly number[] {
  const stretches = differingItems(old.stretches, now.stretches)
  const rooms = differingItems(old.rooms, now.rooms)
  const near: Box[] = []
  for (const list of [stretches.gone, stretches.come])
    for (const { from, to, thickness } of list) near.push(grownBox(boxOf([from, to]), thickness * 500))
  for (const list of [rooms.gone, rooms.come]) for (const { box } of list) near.push(box)
  if (old.outline !== now.outline) near.push(EVERYWHERE)
  return placesNear(boxes, boxAround(near), 0).filter((place) => {
    const box = boxOfLaid(laid[place]!)
    return box === EVERYWHERE || near.some((each) => boxesMeet(box, each))
  })
}

/** All that is something to an opening; what is not laid may lie anywhere. */
export function boxOfLaid({ built, box }: LaidOpening): Box {
  return built === undefined || box === undefined ? EVERYWHERE : grownBox(box, built.thickness * 500 + BESIDE_MM)
}

const EVERYWHERE: Box = {
  left: Number.NEGATIVE_INFINITY,
  bottom: Number.NEGATIVE_INFINITY,
  right: Number.POSITIVE_INFINITY,
  top: Number.POSITIVE_INFINITY,
}

function laidOpening(
  opening: Opening,
  edge: DrawnEdge,
  { stretches, along, rooms, outline, storey }: OpeningGround & { readonly along: AlongEdges },
): LaidOpening | undefined {
  const runs = runsOf(edge, along)
  const place = placeOnEdge(opening, edge)
  if (place.end - place.start < LEAST_MM) return undefined
  const touched = runs.filter((run) => Math.min(run.end, place.end) - Math.max(run.start, place.start) >= LEAST_MM)
  if (touched.length === 0) return undefined
  touched.sort((r, s) => r.start - s.start)
  const first = touched[0]!
  const last = touched[touched.length - 1]!
  const from = onRun(edge, first, place.start)
  const to = onRun(edge, last, place.end)
  const thickness = touched.reduce((thickest, run) => Math.max(thickest, run.stretch.thickness), 0)
  const reach = thickness * 500 + BEYOND_FACE_MM
  const sideAt = (distance: number): Side => {
    const beside = besideMiddle(from, to, distance)
    return placeAt(beside.x, beside.y, rooms, outline)
  }
  const left: Side = 'room' in opening.on ? { kind: 'room', room: opening.on.room } : sideAt(reach)
  const middle = (place.start + place.end) / 2
  const host = touched.find((run) => run.end >= middle) ?? last
  const across = host.isForward ? host.stretch.right : host.stretch.left
  const right = across.kind === 'room' ? across : sideAt(-reach)
  const built: BuiltOpening = { opening, storey, from: pointToMetres(from), to: pointToMetres(to), thickness, left, right }
  const box = boxOf([from, to])
  if (opening.opening === 'window' || opening.opening === 'passThrough') return { built, cuts: [], box, jambs: undefined, runs: touched }
  const jambs = [jambOn(first, from, true), jambOn(last, to, false)] as const
  return { built, cuts: cutsBetween(from, to, thickness, touched, stretches), box, jambs, runs: touched }
}

/** `isFrom`: the opening lies after it along the edge. */
function jambOn({ stretch, isForward }: Run, point: Point, isFrom: boolean): LaidJamb {
  return { stretch, point, along: alongEdge({ a: stretch.from, b: stretch.to }, point), isEnd: isFrom !== isForward }
}

/** What an opening cuts out of the walls that stand in its thickness. Millimetres; `thickness` in metres. */
function cutsBetween(from: Point, to: Point, thickness: number, own: readonly Run[], stretches: readonly WallStretch[]): LaidOpening['cuts'] {
  const [first, last] = [own[0]!, own[own.length - 1]!]
  const cuts: { readonly stretch: string; readonly cut: Cut }[] = []
  for (const place of placesNear(stretchBoxes(stretches), boxOf([from, to]), thickness * 500 + 2 * REACH_MM)) {
    const stretch = stretches[place]!
    if (stretch.kind === 'open' || isFar(stretch, from, to, thickness) || !isSameWall(stretch, from, to, thickness, own)) continue
    // A jamb stands where it was rounded to: rounded again, the wall could end beside the threshold.
    const start: Jamb = { point: from, isLaid: stretch === first.stretch }
    const end: Jamb = { point: to, isLaid: stretch === last.stretch }
    const cut = cutOf(stretch, start, end)
    if (cut !== undefined) cuts.push({ stretch: stretch.key, cut })
  }
  return cuts
}

const latestJoined = new WeakMap<LaidOpening, { readonly joint: Joint; readonly laid: LaidOpening }>()
const latestBuilt = new WeakMap<BuiltOpening, BuiltOpening>()

/** An opening with its jambs where they meet others. What was joined just so before is the very same. */
function joined(single: LaidOpening, joint: Joint | undefined, stretches: readonly WallStretch[]): LaidOpening {
  const { built, jambs, runs } = single
  if (joint === undefined || built === undefined || jambs === undefined) return single
  const known = latestJoined.get(single)
  if (known !== undefined && isSameJoint(known.joint, joint)) return known.laid
  const from = joint.from ?? jambs[0].point
  const to = joint.to ?? jambs[1].point
  const moved: BuiltOpening = { ...built, from: pointToMetres(from), to: pointToMetres(to) }
  const before = latestBuilt.get(built)
  const now = before !== undefined && isSameOpening(before, moved) ? before : moved
  const laid: LaidOpening = { ...single, built: now, cuts: cutsBetween(from, to, built.thickness, runs, stretches), box: boxOf([from, to]) }
  latestBuilt.set(built, now)
  latestJoined.set(single, { joint, laid })
  return laid
}

function isSameJoint(a: Joint, b: Joint): boolean {
  const isSame = (p: Point | undefined, q: Point | undefined) => p === q || (p !== undefined && q !== undefined && isSamePoint(p, q))
  return isSame(a.from, b.from) && isSame(a.to, b.to)
}

/** An edge where it runs along a stretch: from and to in millimetres along the edge. */
type Run = { readonly stretch: WallStretch; readonly isForward: boolean; readonly start: number; readonly end: number }

type AlongEdges = ReadonlyMap<DrawnEdge, readonly Omit<Run, 'start' | 'end'>[]>

/** The stretches that run along each edge, in their order. */
function alongEdges(stretches: readonly WallStretch[]): AlongEdges {
  const found = new Map<DrawnEdge, Omit<Run, 'start' | 'end'>[]>()
  for (const stretch of stretches) {
    for (const { edge, isForward } of stretch.edges) {
      const known = found.get(edge)
      if (known === undefined) found.set(edge, [{ stretch, isForward }])
      else known.push({ stretch, isForward })
    }
  }
  return found
}

function runsOf(edge: DrawnEdge, along: AlongEdges): readonly Run[] {
  return (along.get(edge) ?? []).flatMap(({ stretch, isForward }) => runOf(edge, stretch, isForward) ?? [])
}

function runOf(edge: DrawnEdge, stretch: WallStretch, isForward: boolean): Run | undefined {
  const start = alongEdge(edge, isForward ? stretch.from : stretch.to)
  const end = alongEdge(edge, isForward ? stretch.to : stretch.from)
  return end > start ? { stretch, isForward, start, end } : undefined
}

function alongEdge({ a, b }: { readonly a: Point; readonly b: Point }, p: Point): number {
  const dx = b.x - a.x
  const dy = b.y - a.y
  return ((p.x - a.x) * dx + (p.y - a.y) * dy) / Math.sqrt(dx * dx + dy * dy)
}

/** Where the jambs lie on the edge, in millimetres from its a, cut short at its ends. */
function placeOnEdge(opening: Opening, edge: DrawnEdge): { readonly start: number; readonly end: number } {
  const long = Math.sqrt((edge.b.x - edge.a.x) ** 2 + (edge.b.y - edge.a.y) ** 2)
  const near = toMillimetres(opening.along)
  const far = near + toMillimetres(opening.width)
  const [start, end] = edge.isReversed ? [long - far, long - near] : [near, far]
  return { start: Math.max(0, start), end: Math.min(long, end) }
}

/** The point `along` millimetres down the edge, moved square onto the stretch and to the grid. */
function onRun(edge: DrawnEdge, { stretch }: Run, along: number): Point {
  const long = Math.sqrt((edge.b.x - edge.a.x) ** 2 + (edge.b.y - edge.a.y) ** 2)
  const p = { x: edge.a.x + ((edge.b.x - edge.a.x) / long) * along, y: edge.a.y + ((edge.b.y - edge.a.y) / long) * along }
  return onStretch(stretch, p)
}

function onStretch({ from, to }: WallStretch, p: Point): Point {
  const dx = to.x - from.x
  const dy = to.y - from.y
  const share = ((p.x - from.x) * dx + (p.y - from.y) * dy) / (dx * dx + dy * dy)
  return { x: from.x + roundOffset(dx * share), y: from.y + roundOffset(dy * share) }
}

/** Is a stretch too far away to stand in the thickness of an opening's wall, which itself may be drawn 2 mm off it. */
function isFar({ from: a, to: b, thickness: other }: WallStretch, from: Point, to: Point, thickness: number): boolean {
  const apart = (other + thickness) * 500 + 2 * REACH_MM
  if (Math.max(a.x, b.x) < Math.min(from.x, to.x) - apart || Math.min(a.x, b.x) > Math.max(from.x, to.x) + apart) return true
  return Math.max(a.y, b.y) < Math.min(from.y, to.y) - apart || Math.min(a.y, b.y) > Math.max(from.y, to.y) + apart
}

/** The opening's own stretches, and every other wall that stands in its thickness: a free wall, a neighbour's drawn a little off. */
function isSameWall(stretch: WallStretch, from: Point, to: Point, thickness: number, own: readonly Run[]): boolean {
  if (own.some((run) => run.stretch === stretch)) return true
  const apart = (stretch.thickness + thickness) * 500
  const dx = stretch.to.x - stretch.from.x
  const dy = stretch.to.y - stretch.from.y
  const ox = to.x - from.x
  const oy = to.y - from.y
  const cross = dx * oy - dy * ox
  const long = dx * dx + dy * dy
  if (cross * cross > 0.01 * long * (ox * ox + oy * oy)) return false
  const off = ((from.x + to.x) / 2 - stretch.from.x) * dy - ((from.y + to.y) / 2 - stretch.from.y) * dx
  return off * off < apart * apart * long
}

/** One side of an opening; `isLaid`: it was put onto this very stretch, not onto another beside it. */
type Jamb = { readonly point: Point; readonly isLaid: boolean }

function cutOf(stretch: WallStretch, from: Jamb, to: Jamb): Cut | undefined {
  const line = { a: stretch.from, b: stretch.to }
  const long = alongEdge(line, stretch.to)
  const runsAlong = alongEdge(line, to.point) > alongEdge(line, from.point)
  const laid = ({ point, isLaid }: Jamb) => (isLaid ? point : onStretch(stretch, point))
  const p = laid(runsAlong ? from : to)
  const q = laid(runsAlong ? to : from)
  const first = alongEdge(line, p)
  const last = alongEdge(line, q)
  const start = Math.max(0, first)
  const end = Math.min(long, last)
  if (end - start < LEAST_MM) return undefined
  return { start, end, from: first <= 0 ? stretch.from : p, to: last >= long ? stretch.to : q }
}
