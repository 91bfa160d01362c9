import { oneForEach } from '#shared/base/one-for-each'
import type { Fixture } from '#shared/document/elements/fixture'
import type { Storey } from '#shared/document/elements/storey'
import { isConvex } from '#shared/geometry/convex'
import { pointToMillimetres } from '#shared/geometry/millimetres'
import type { Point } from '#shared/geometry/point'
import { ringKey } from '#shared/geometry/ring-key'
import { visibleStretches as visibleInField, visibleOf } from '#shared/geometry/shadows'
import {
  type Blocker,
  mayBoxBeSeen as mayBoxBeSeenInField,
  type SightField,
  sees as seesInField,
  seesTheSame,
  sightField,
  type View,
  viewFrom,
} from '#shared/geometry/sightlines'
import type { BuildingStorey, BuiltFixture, BuiltOpening, WallPiece } from './building'

/** What an eye at a point of a storey sees. The same object as long as no edit can change it: results may be cached by it. */
export type EyeView = View

const fields = new WeakMap<BuildingStorey, SightField>()
/** Fields made for a storey, the newest first: previews differ little from the plan they start from, and from one another. */
const latestFields = new WeakMap<Storey, readonly SightField[]>()
const KEPT_FIELDS = 3

function fieldOf(storey: BuildingStorey): SightField {
  let field = fields.get(storey)
  if (field === undefined) {
    const blockers = [...wallsInSight(storey), ...storey.openings.flatMap(doorLeaf), ...storey.fixtures.flatMap(screenSides)]
    const latest = latestFields.get(storey.storey) ?? []
    field = sightField(blockers, latest)
    fields.set(storey, field)
    // The one that differs least stays longest: the plan that previews start from.
    const like = latest.filter(({ views }) => views === field!.before?.views)
    const others = latest.filter((each) => !like.includes(each))
    latestFields.set(storey.storey, [field, ...like, ...others].slice(0, KEPT_FIELDS))
  }
  return field
}

/**
 * What an eye at `eye` (metres) sees on its storey: through glazing, windows, open edges and archways,
 * not through walls, door leaves (which are closed), pass-throughs and screens.
 */
export function eyeView(storey: BuildingStorey, eye: Point): EyeView {
  return viewFrom(fieldOf(storey), pointToMillimetres(eye))
}

/** Is a point (metres) seen, no further away than `limit` metres. */
export function sees(view: EyeView, point: Point, limit: number): boolean {
  return seesInField(view, { x: point.x * 1000, y: point.y * 1000 }, limit * 1000)
}

/** The parts of a line x0, y0, x1, y1, ... (metres) that are seen within `limit` metres: start, end, start, end, ... in metres along it. Exact. */
export function visibleStretches(view: EyeView, line: ArrayLike<number>, limit: number): readonly number[] {
  const scaled = new Float64Array(line.length)
  for (let i = 0; i < line.length; i++) scaled[i] = line[i]! * 1000
  return visibleInField(view, scaled, limit * 1000).map((distance) => distance / 1000)
}

/** The same of one straight piece (metres). A route along a thin wall keeps off it on the side of `wallSide`: 1 left, -1 right, 0 unknown. */
export function visibleOn(view: EyeView, ax: number, ay: number, bx: number, by: number, wallSide: number, limit: number): readonly number[] {
  pieceStart.x = ax * 1000
  pieceStart.y = ay * 1000
  pieceEnd.x = bx * 1000
  pieceEnd.y = by * 1000
  const found = visibleOf(view, pieceStart, pieceEnd, wallSide, limit * 1000)
  return found.length === 0 ? found : found.map((distance) => distance / 1000)
}

/** May anything in a box (metres) be seen: false only where all of it is surely hidden. */
export function mayBoxBeSeen(view: EyeView, x0: number, y0: number, x1: number, y1: number): boolean {
  return mayBoxBeSeenInField(view, x0 * 1000, y0 * 1000, x1 * 1000, y1 * 1000)
}

// Tens of thousands of pieces are looked at in a large design: room for the one at hand.
const pieceStart = { x: 0, y: 0 }
const pieceEnd = { x: 0, y: 0 }

/** The view from there before the last edit, where the eye has one. */
export { viewBefore } from '#shared/geometry/sightlines'

/** Does a view see just that of a straight piece (metres) which the one before it saw. False where that is not certain. */
export function isUnchangedOn(view: EyeView, ax: number, ay: number, bx: number, by: number): boolean {
  return seesTheSame(view, ax * 1000, ay * 1000, bx * 1000, by * 1000)
}

/** The same of a point (metres). */
export function isUnchangedAt(view: EyeView, { x, y }: Point): boolean {
  return isUnchangedOn(view, x, y, x, y)
}

/** Blockers of one shape are one: a wall that an edit makes anew where it stood hides what it hid. */
const blockerOf = oneForEach<readonly [Blocker]>(5000)

function blockerAt(ring: readonly Point[]): readonly [Blocker] {
  return blockerOf(ringKey(ring.flatMap(({ x, y }) => [x, y])), () => [ring])
}

const wholeWalls = new WeakMap<WallPiece, readonly [Blocker]>()

function wholeWall(piece: WallPiece): readonly [Blocker] {
  let blocker = wholeWalls.get(piece)
  if (blocker === undefined) {
    blocker = blockerAt(piece.ring.map(pointToMillimetres))
    wholeWalls.set(piece, blocker)
  }
  return blocker
}

const partsOfWalls = new WeakMap<WallPiece, { readonly signature: string; readonly parts: readonly Blocker[] }>()

/** Opaque wall with its windows left out, the whole thickness of it. */
function wallsInSight(storey: BuildingStorey): readonly Blocker[] {
  const windows = storey.openings.filter(({ opening }) => opening.opening === 'window')
  return storey.walls.flatMap((piece) => {
    if (piece.edge === 'glazed') return []
    const gaps = gapsOf(piece, windows)
    if (gaps.length === 0) return wholeWall(piece)
    const signature = gaps.map(({ from, to }) => `${from},${to}`).join(' ')
    const known = partsOfWalls.get(piece)
    if (known !== undefined && known.signature === signature) return known.parts
    const parts = partsBetween(piece, gaps)
    partsOfWalls.set(piece, { signature, parts })
    return parts
  })
}

/** Millimetres along a piece of wall. */
type Gap = { readonly from: number; readonly to: number }

const NO_GAPS: readonly Gap[] = []

function gapsOf(piece: WallPiece, windows: readonly BuiltOpening[]): readonly Gap[] {
  let gaps: Gap[] | undefined
  for (const window of windows) {
    // Most windows are nowhere near.
    const reach = Math.max(2, (piece.thickness + window.thickness) * 500)
    if (isFarFrom(piece, window, reach / 1000)) continue
    gaps ??= []
    gaps.push(...gapOf(piece, window, reach))
  }
  return gaps ?? NO_GAPS
}

/** Where a window lies in a piece of wall: it lies in its line, or within the thickness of both. */
function gapOf(piece: WallPiece, window: BuiltOpening, reach: number): readonly Gap[] {
  const a = pointToMillimetres(piece.from)
  const b = pointToMillimetres(piece.to)
  const p = pointToMillimetres(window.from)
  const q = pointToMillimetres(window.to)
  const dx = b.x - a.x
  const dy = b.y - a.y
  const long = Math.sqrt(dx * dx + dy * dy)
  const cross = dx * (q.y - p.y) - dy * (q.x - p.x)
  if (cross * cross > 0.01 * long * long * ((q.x - p.x) ** 2 + (q.y - p.y) ** 2)) return []
  const off = ((p.x + q.x) / 2 - a.x) * dy - ((p.y + q.y) / 2 - a.y) * dx
  if (Math.abs(off) > reach * long) return []
  const first = ((p.x - a.x) * dx + (p.y - a.y) * dy) / long
  const last = ((q.x - a.x) * dx + (q.y - a.y) * dy) / long
  const from = Math.max(0, Math.min(first, last))
  const to = Math.min(long, Math.max(first, last))
  return to - from > 1e-6 ? [{ from, to }] : []
}

/** Are the boxes of two lines further apart than `reach`, in metres. */
function isFarFrom({ from: a, to: b }: WallPiece, { from: p, to: q }: BuiltOpening, reach: number): boolean {
  if (Math.max(a.x, b.x) + reach < Math.min(p.x, q.x) || Math.min(a.x, b.x) - reach > Math.max(p.x, q.x)) return true
  return Math.max(a.y, b.y) + reach < Math.min(p.y, q.y) || Math.min(a.y, b.y) - reach > Math.max(p.y, q.y)
}

function partsBetween(piece: WallPiece, gaps: readonly Gap[]): readonly Blocker[] {
  const [ring] = wholeWall(piece)
  const a = pointToMillimetres(piece.from)
  const b = pointToMillimetres(piece.to)
  const long = Math.sqrt((b.x - a.x) ** 2 + (b.y - a.y) ** 2)
  const along = (p: Point) => ((p.x - a.x) * (b.x - a.x) + (p.y - a.y) * (b.y - a.y)) / long
  const parts: Blocker[] = []
  // A window that begins at the very end of a piece leaves no joint standing there.
  let start = Number.NEGATIVE_INFINITY
  for (const { from, to } of [...gaps].sort((g, h) => g.from - h.from)) {
    if (from > 1e-6 && from > start) parts.push(cutAcross(cutAcross(ring, along, start, 1), along, from, -1))
    start = Math.max(start, to)
  }
  if (start < long - 1e-6) parts.push(cutAcross(ring, along, start, 1))
  return parts.filter((part) => part.length >= 2)
}

/** The part of a convex ring, or of a segment, on one side of a line square to a wall. */
function cutAcross(ring: readonly Point[], along: (p: Point) => number, at: number, side: 1 | -1): readonly Point[] {
  if (!Number.isFinite(at)) return ring
  const left: Point[] = []
  ring.forEach((p, i) => {
    const isSegmentEnd = ring.length === 2 && i === 1
    const q = ring[i + 1 === ring.length ? 0 : i + 1]!
    const here = (along(p) - at) * side
    const there = (along(q) - at) * side
    if (here >= 0) left.push(p)
    if (!isSegmentEnd && ((here > 0 && there < 0) || (here < 0 && there > 0))) {
      const share = here / (here - there)
      left.push({ x: p.x + (q.x - p.x) * share, y: p.y + (q.y - p.y) * share })
    }
  })
  return left
}

const leaves = new WeakMap<BuiltOpening, readonly Blocker[]>()

/** A closed door leaf, in the line of its wall. A pass-through needs none: the wall is not cut for it. */
function doorLeaf(built: BuiltOpening): readonly Blocker[] {
  if (built.opening.opening !== 'door') return []
  let leaf = leaves.get(built)
  if (leaf === undefined) {
    leaf = blockerAt([pointToMillimetres(built.from), pointToMillimetres(built.to)])
    leaves.set(built, leaf)
  }
  return leaf
}

const screens = new WeakMap<Fixture, readonly Blocker[]>()

function screenSides({ fixture, footprint }: BuiltFixture): readonly Blocker[] {
  if (!fixture.screen) return []
  let blockers = screens.get(fixture)
  if (blockers === undefined) {
    const ring = footprint.map(pointToMillimetres)
    blockers = isConvex(ring) ? [ring] : ring.map((p, i) => [p, ring[i + 1 === ring.length ? 0 : i + 1]!])
    screens.set(fixture, blockers)
  }
  return blockers
}
