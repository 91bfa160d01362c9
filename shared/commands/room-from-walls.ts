import type { Id } from '#shared/base/ids'
import { message } from '#shared/base/message'
import { roundToMillimetre } from '#shared/base/units'
import { outerWallLine } from '#shared/building/outer-wall-line'
import { type RecordTable, recordsOf, type WardDocument } from '#shared/document/document'
import type { Opening } from '#shared/document/elements/opening'
import type { Corner, Room } from '#shared/document/elements/room'
import type { Wall } from '#shared/document/elements/wall'
import type { WardRecord } from '#shared/document/record'
import { difference, shrunk, union } from '#shared/geometry/clip'
import type { Point } from '#shared/geometry/point'
import { boxOf, distanceToSegment, sideOfRing, signedArea } from '#shared/geometry/polygon'
import { edgesOfRing, type Segment } from '#shared/geometry/segment'
import { done, type Edit, type FreshId, refused } from './edit'
import { unlawfulRefusal } from './lawful'
import { distance, isInside, storedCorners } from './room-shape'
import { sound } from './sound'
import { editableDesign, openingsOn, storeyOf } from './target'

/** Clipping works in whole numbers: of tenths of a millimetre, so that the lines come back to the millimetre. */
const UNITS_A_METRE = 10_000
/** Half of what stands for a line while faces are found: gaps of twice that are closed. */
const HALF_LINE = 10
/** A wall lies on an edge that is this near. Metres. */
const ON_EDGE_M = 0.003

export type FoundRoom = { readonly design: Id; readonly storey?: Id; readonly at: Point; readonly roomType: string; readonly name: string }

/**
 * Makes a room of the floor round a point that walls, partitions and other rooms close off. The partitions on its edges become its
 * walls, with their openings; what of them reaches further stays a partition. Refused in a room, and where nothing closes or it runs round other rooms. Metres.
 */
export function roomFromWalls(document: WardDocument, given: FoundRoom, freshId: FreshId): Edit {
  const target = editableDesign(document, given.design)
  if (target.status === 'refused') return target
  const { table } = target
  const storey = storeyOf(table, given.storey)
  if ('status' in storey) return storey
  const inside = recordsOf(table, 'room').find((room) => room.storey === storey.id && isInside(given.at, room.corners))
  if (inside !== undefined) return refused(message('refused.room-is-here', { room: inside.name }))
  const found = faceRound(given.at, linesOf(table, storey.id))
  const loose = looseEndNear(table, storey.id, given.at)
  // What is closed may be more than was meant: the corridor, for a box of partitions with one of them a little short.
  if (loose !== undefined && found.status === 'closed' && loose.gap <= SLIP_M && isInside(loose.end, found.ring))
    return refused(message('refused.not-closed-end', { gap: loose.gap }))
  if (found.status !== 'closed') {
    if (loose !== undefined) return refused(message('refused.not-closed-end', { gap: loose.gap }))
    if (found.status === 'open') return refused(message('refused.not-closed'))
    const rooms = recordsOf(table, 'room').filter((room) => room.storey === storey.id && room.corners.every((corner) => isInside(corner, found.ring)))
    return refused(message('refused.runs-round', { rooms: rooms.map(({ name }) => name) }))
  }
  const { ring: face } = found
  const walls = recordsOf(table, 'wall').filter((wall) => wall.storey === storey.id)
  const room: Room = {
    id: freshId('room'),
    kind: 'room',
    design: given.design,
    storey: storey.id,
    roomType: given.roomType,
    name: given.name,
    corners: [...storedCorners(face.map((from, index) => ({ ...from, ...lookOf(from, face[(index + 1) % face.length] as Point, walls) })))],
    for: 'any',
  }
  const taken = takenOver(table, walls, room, freshId)
  const edit = done(message('edit.found-room', { room: room.name }), {
    added: [room, ...taken.added],
    updated: taken.updated,
    removed: taken.removed,
  })
  return unlawfulRefusal(table, edit.change) ?? sound(edit)
}

/** Everything on a storey that closes floor off: edges of rooms that are not open, partitions, the outer walls. */
function linesOf(table: RecordTable, storey: Id): readonly Segment[] {
  const level = table[storey]
  return [
    ...recordsOf(table, 'room').flatMap((room) => (room.storey === storey ? edgesOfRing(room.corners) : [])),
    ...recordsOf(table, 'wall').filter((wall) => wall.storey === storey),
    ...(level?.kind === 'storey' ? edgesOfRing(outerWallLine(level)) : []),
  ]
}

/** A gap wider than this is meant: there a wall is not just short of the next. Metres. */
const WIDEST_GAP_M = 3
/** Nobody gets through a gap of this: it was meant to be none. Metres. */
const SLIP_M = 0.3
/** Further from where one pointed than this it is no wall of the same floor. Metres. */
const NEAR_M = 8

/** The partition that ends nearest to a point without reaching another wall, and how many metres short of it, a slip before a wide gap; undefined where none does. */
export function looseEndNear(
  table: RecordTable,
  storey: Id,
  at: Point,
): { readonly wall: Id; readonly end: Point; readonly gap: number } | undefined {
  const lines = linesOf(table, storey)
  let best: { readonly wall: Id; readonly end: Point; readonly gap: number; readonly rank: number } | undefined
  for (const wall of recordsOf(table, 'wall')) {
    if (wall.storey !== storey) continue
    for (const end of [wall.from, wall.to]) {
      const gap = Math.min(...lines.filter((line) => line !== wall).map(({ from, to }) => distanceToSegment(end.x, end.y, from, to)))
      const off = distance(end, at)
      if (off > NEAR_M || gap <= ON_EDGE_M || gap > WIDEST_GAP_M) continue
      const rank = off + (gap <= SLIP_M ? 0 : NEAR_M)
      if (best === undefined || rank < best.rank) best = { wall: wall.id, end, gap, rank }
    }
  }
  return best && { wall: best.wall, end: best.end, gap: roundToMillimetre(best.gap) }
}

/**
 * The corners of the floor round a point, on the lines that close it off, counter-clockwise. `round`: it runs round rooms, which no room
 * can; `open`: nothing closes it off. Metres.
 */
type Face = { readonly status: 'closed' | 'round'; readonly ring: readonly Point[] } | { readonly status: 'open' }

function faceRound(at: Point, lines: readonly Segment[]): Face {
  if (lines.length === 0) return { status: 'open' }
  const strips = lines.map(stripOf).filter((strip) => strip.length > 0)
  const { left, bottom, right, top } = boxOf(strips.flat())
  const margin = UNITS_A_METRE
  const sheet = [
    { x: left - margin, y: bottom - margin },
    { x: right + margin, y: bottom - margin },
    { x: right + margin, y: top + margin },
    { x: left - margin, y: top + margin },
  ]
  const x = Math.round(at.x * UNITS_A_METRE)
  const y = Math.round(at.y * UNITS_A_METRE)
  // Outer rings run counter-clockwise, holes the other way; of nested pieces of floor the innermost is meant, never the sheet itself.
  const pieces = difference([sheet], union(strips))
  const faces = pieces.filter((piece) => signedArea(piece) > 0 && sideOfRing(piece, x, y) > 0)
  const [ring] = faces.filter((piece) => boxOf(piece).left > left - margin).sort((a, b) => signedArea(a) - signedArea(b))
  if (ring === undefined) return { status: 'open' }
  // Floor that runs round other rooms is no room: a wall is missing somewhere.
  const isRound = pieces.some((piece) => signedArea(piece) < 0 && sideOfRing(ring, piece[0]?.x ?? 0, piece[0]?.y ?? 0) > 0)
  // Free ends of partitions inside the face leave slits: they close when it grows back to the lines.
  const [grown] = shrunk([ring], -HALF_LINE)
  const corners = grown?.map((corner) => ({ x: roundToMillimetre(corner.x / UNITS_A_METRE), y: roundToMillimetre(corner.y / UNITS_A_METRE) }))
  return corners === undefined ? { status: 'open' } : { status: isRound ? 'round' : 'closed', ring: withoutStraight(corners) }
}

/** A line as a thin strip, a little longer than it is, so that ends that nearly touch do. */
function stripOf({ from, to }: Segment): readonly Point[] {
  const [ax, ay, bx, by] = [from.x, from.y, to.x, to.y].map((metres) => Math.round(metres * UNITS_A_METRE)) as [number, number, number, number]
  const size = Math.hypot(bx - ax, by - ay)
  if (size === 0) return []
  const [ux, uy] = [((bx - ax) / size) * HALF_LINE, ((by - ay) / size) * HALF_LINE]
  return [
    { x: ax - ux + uy, y: ay - uy - ux },
    { x: bx + ux + uy, y: by + uy - ux },
    { x: bx + ux - uy, y: by + uy + ux },
    { x: ax - ux - uy, y: ay - uy + ux },
  ].map((corner) => ({ x: Math.round(corner.x), y: Math.round(corner.y) }))
}

function withoutStraight(ring: readonly Point[]): readonly Point[] {
  return ring.filter((corner, index) => {
    const before = ring[(index + ring.length - 1) % ring.length] as Point
    const after = ring[(index + 1) % ring.length] as Point
    return distanceToSegment(corner.x, corner.y, before, after) > 0.0008
  })
}

/** The kind and thickness of an edge: those of the partition that most of it lies on. */
function lookOf(from: Point, to: Point, walls: readonly Wall[]): Partial<Pick<Corner, 'edge' | 'thickness'>> {
  let best: Wall | undefined
  let most = 0
  for (const wall of walls) {
    const [start, end] = overlapOf(wall, { from, to })
    if (end - start > most) [best, most] = [wall, end - start]
  }
  return best === undefined ? {} : { edge: best.edge, thickness: best.thickness }
}

/** The part of a wall that lies on an edge, in metres along the wall; empty (start = end) where none does. */
function overlapOf(wall: Segment, edge: Segment): readonly [number, number] {
  const length = distance(wall.from, wall.to)
  const on = (point: Point) => ((point.x - wall.from.x) * (wall.to.x - wall.from.x) + (point.y - wall.from.y) * (wall.to.y - wall.from.y)) / length
  const off = (point: Point) =>
    Math.abs((wall.to.x - wall.from.x) * (point.y - wall.from.y) - (wall.to.y - wall.from.y) * (point.x - wall.from.x)) / length
  if (length === 0 || off(edge.from) > ON_EDGE_M || off(edge.to) > ON_EDGE_M) return [0, 0]
  const [a, b] = [on(edge.from), on(edge.to)]
  const [start, end] = [Math.max(0, Math.min(a, b)), Math.min(length, Math.max(a, b))]
  return end - start > ON_EDGE_M ? [start, end] : [0, 0]
}

type Taken = {
  readonly added: readonly WardRecord[]
  readonly updated: (readonly [WardRecord, WardRecord])[]
  readonly removed: readonly WardRecord[]
}

/** Partitions whose line is now an edge of the room go; what of them reaches past it stays. Their openings move onto the edge. */
function takenOver(table: RecordTable, walls: readonly Wall[], room: Room, freshId: FreshId): Taken {
  const added: WardRecord[] = []
  const updated: (readonly [WardRecord, WardRecord])[] = []
  const removed: WardRecord[] = []
  const edges = edgesOfRing(room.corners).map(({ from, to }) => ({ key: from.key, from, to }))
  for (const wall of walls) {
    const covered = edges.flatMap((edge) => {
      const [start, end] = overlapOf(wall, edge)
      return end > start ? [{ edge, start, end }] : []
    })
    if (covered.length === 0) continue
    const length = distance(wall.from, wall.to)
    const at = (along: number): Point => ({
      x: roundToMillimetre(wall.from.x + ((wall.to.x - wall.from.x) * along) / length),
      y: roundToMillimetre(wall.from.y + ((wall.to.y - wall.from.y) * along) / length),
    })
    const openings = openingsOn(table, wall.id)
    const rests = restsOf(length, covered)
    const pieces = rests.map(({ start, end }, index): { start: number; end: number; id: Id } => {
      const id = index === 0 ? wall.id : freshId('wall')
      const piece: Wall = { ...wall, id, from: at(start), to: at(end) }
      if (index === 0) updated.push([wall, piece])
      else added.push(piece)
      return { start, end, id }
    })
    if (pieces.length === 0) removed.push(wall)
    for (const opening of openings) {
      const place = placeOn(opening, covered, pieces, room.id, at)
      if (place === undefined) removed.push(opening)
      else updated.push([opening, { ...opening, ...place }])
    }
  }
  return { added, updated, removed }
}

/** The stretches of a wall that no edge covers, metres along it. */
function restsOf(
  length: number,
  covered: readonly { readonly start: number; readonly end: number }[],
): readonly { readonly start: number; readonly end: number }[] {
  const rests: { start: number; end: number }[] = []
  let from = 0
  for (const { start, end } of [...covered].sort((a, b) => a.start - b.start)) {
    if (start - from > ON_EDGE_M) rests.push({ start: from, end: start })
    from = Math.max(from, end)
  }
  if (length - from > ON_EDGE_M) rests.push({ start: from, end: length })
  return rests
}

function placeOn(
  opening: Opening,
  covered: readonly {
    readonly edge: { readonly key: string; readonly from: Point; readonly to: Point }
    readonly start: number
    readonly end: number
  }[],
  pieces: readonly { readonly start: number; readonly end: number; readonly id: Id }[],
  room: Id,
  at: (along: number) => Point,
): Pick<Opening, 'on' | 'along'> | undefined {
  const [start, end] = [opening.along, opening.along + opening.width]
  const isHolding = (piece: { readonly start: number; readonly end: number }) => start >= piece.start - 0.002 && end <= piece.end + 0.002
  const onto = covered.find(isHolding)
  if (onto !== undefined) {
    const { from } = onto.edge
    const along = Math.min(distance(from, at(start)), distance(from, at(end)))
    return { on: { room, corner: onto.edge.key }, along: roundToMillimetre(along) }
  }
  const rest = pieces.find(isHolding)
  return rest === undefined ? undefined : { on: { wall: rest.id }, along: roundToMillimetre(Math.max(0, start - rest.start)) }
}
