import type { Opening } from '#shared/document/elements/opening'
import { pointToMetres, pointToMillimetres, roundOffset, toMillimetres } from '#shared/geometry/millimetres'
import type { Point } from '#shared/geometry/point'
import { type Box, boxOf } from '#shared/geometry/polygon'
import type { BuiltOpening, Side } from './building'
import { besideMiddle, placeAt, type RoomOutline, type WallStretch } from './stretches'
import { type DrawnEdge, REACH_MM } from './wall-graph'

/** Part of a stretch without wall, from jamb to jamb. Millimetres along the stretch. */
export type Cut = { readonly start: number; readonly end: number; readonly from: Point; readonly to: Point }

export type LaidOpenings = {
  /** In the order of the records; an opening whose edge does not exist, or that lies beyond its end, is left out. */
  readonly openings: readonly BuiltOpening[]
  /** What doors and archways cut out of each stretch, by its key. */
  readonly cuts: ReadonlyMap<string, readonly Cut[]>
}

/** A cut or an overlap shorter than this is none. Millimetres. */
const LEAST_MM = 1
/** What lies beyond an opening is looked for this far from the face of its wall. Millimetres. */
const BEYOND_FACE_MM = 150

/** Puts openings into the derived walls: jambs on the centre-lines, sides, and the gaps that doors and archways cut. */
export function layOpenings(
  records: readonly Opening[],
  edges: readonly DrawnEdge[],
  stretches: readonly WallStretch[],
  rooms: readonly RoomOutline[],
  outline: readonly Point[] | undefined,
  storey: string,
  before?: readonly WallStretch[],
): LaidOpenings {
  const ground = groundOf(edges, stretches, rooms, outline)
  const old = before === undefined || before === stretches ? undefined : grounds.get(before)
  const stays = old && stayingLaid(old, ground)
  const cuts = new Map<string, Cut[]>()
  const openings: BuiltOpening[] = []
  for (const opening of records) {
    let laid = ground.laid.get(opening)
    if (laid === undefined) {
      laid = stays?.(opening) ?? laidOpening(opening, ground, storey) ?? NOT_LAID
      ground.laid.set(opening, laid)
    }
    if (laid.built !== undefined) openings.push(laid.built)
    for (const { stretch, cut } of laid.cuts) {
      const known = cuts.get(stretch)
      if (known === undefined) cuts.set(stretch, [cut])
      else known.push(cut)
    }
  }
  return { openings, cuts }
}

/** One opening in its wall, and what it cuts out of stretches, by their keys. */
type Laid = { readonly built: BuiltOpening | undefined; readonly cuts: readonly { readonly stretch: string; readonly cut: Cut }[] }

const NOT_LAID: Laid = { built: undefined, cuts: [] }

/** What openings are laid into. While an opening is dragged the walls stay, and so do the other openings. */
type Ground = {
  readonly edgeNamed: ReadonlyMap<string, DrawnEdge>
  readonly runsOf: ReadonlyMap<DrawnEdge, readonly Run[]>
  readonly stretches: readonly WallStretch[]
  readonly rooms: readonly RoomOutline[]
  readonly outline: readonly Point[] | undefined
  readonly laid: WeakMap<Opening, Laid>
}

const grounds = new WeakMap<readonly WallStretch[], Ground>()

/** Stretches are made anew with whatever else openings are laid into, so they stand for all of it. */
function groundOf(
  edges: readonly DrawnEdge[],
  stretches: readonly WallStretch[],
  rooms: readonly RoomOutline[],
  outline: readonly Point[] | undefined,
): Ground {
  const known = grounds.get(stretches)
  if (known !== undefined) return known
  const runsOf = new Map<DrawnEdge, Run[]>()
  for (const stretch of stretches) {
    for (const { edge, isForward } of stretch.edges) {
      const run = runOf(edge, stretch, isForward)
      if (run === undefined) continue
      const runs = runsOf.get(edge)
      if (runs === undefined) runsOf.set(edge, [run])
      else runs.push(run)
    }
  }
  const edgeNamed = new Map(edges.map((edge) => [edgeName(edge.owner, edge.corner), edge]))
  const ground: Ground = { edgeNamed, runsOf, stretches, rooms, outline, laid: new WeakMap() }
  grounds.set(stretches, ground)
  return ground
}

/** What lies so much further from an opening than the thickness of its wall and of the other is nothing to it. Millimetres. */
const BESIDE_MM = BEYOND_FACE_MM + 50

/** How an opening was laid, where no wall and no room about it has changed since. */
function stayingLaid(old: Ground, now: Ground): (opening: Opening) => Laid | undefined {
  const near: (Box & { readonly half: number })[] = []
  for (const [here, there] of [
    [old, now],
    [now, old],
  ] as const) {
    const others = new Set<unknown>([...there.stretches, ...there.rooms])
    for (const stretch of here.stretches) if (!others.has(stretch)) near.push({ ...boxOf([stretch.from, stretch.to]), half: stretch.thickness * 500 })
    for (const room of here.rooms) if (!others.has(room)) near.push({ ...room.box, half: 0 })
  }
  return (opening) => {
    const laid = old.laid.get(opening)
    if (laid?.built === undefined) return undefined
    const { left, right, bottom, top } = boxOf([pointToMillimetres(laid.built.from), pointToMillimetres(laid.built.to)])
    const own = laid.built.thickness * 500 + BESIDE_MM
    const isAlone = near.every((box) => {
      const reach = own + box.half
      return box.left > right + reach || box.right < left - reach || box.bottom > top + reach || box.top < bottom - reach
    })
    return isAlone ? laid : undefined
  }
}

function laidOpening(opening: Opening, { edgeNamed, runsOf, stretches, rooms, outline }: Ground, storey: string): Laid | undefined {
  const edge = edgeNamed.get('room' in opening.on ? edgeName(opening.on.room, opening.on.corner) : edgeName(opening.on.wall, undefined))
  const runs = edge === undefined ? undefined : runsOf.get(edge)
  if (edge === undefined || runs === undefined) return undefined
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
  if (opening.opening === 'window' || opening.opening === 'passThrough') return { built, cuts: [] }
  const cuts: { readonly stretch: string; readonly cut: Cut }[] = []
  for (const stretch of stretches) {
    if (stretch.kind === 'open' || isFar(stretch, from, to, thickness) || !isSameWall(stretch, from, to, thickness, touched)) continue
    // A jamb stands where it was rounded to: rounded again, the wall could end beside the threshold.
    const start: Jamb = { point: from, isLaid: stretch === first.stretch }
    const end: Jamb = { point: to, isLaid: stretch === last.stretch }
    const cut = cutOf(stretch, start, end)
    if (cut !== undefined) cuts.push({ stretch: stretch.key, cut })
  }
  return { built, cuts }
}

/** An edge where it runs along a stretch: from and to in millimetres along the edge. */
type Run = { readonly stretch: WallStretch; readonly isForward: boolean; readonly start: number; readonly end: number }

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

function edgeName(owner: string, corner: string | undefined): string {
  return corner === undefined ? owner : `${owner}/${corner}`
}
