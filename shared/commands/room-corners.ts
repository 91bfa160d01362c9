import type { Id } from '#shared/base/ids'
import { message } from '#shared/base/message'
import { roundToMillimetre } from '#shared/base/units'
import type { RecordTable, WardDocument } from '#shared/document/document'
import type { Corner, Room } from '#shared/document/elements/room'
import type { Point } from '#shared/geometry/point'
import { done, type Edit, refused } from './edit'
import { unlawfulRefusal } from './lawful'
import { distance, edgeOf, freshKey } from './room-shape'
import { openingsKept, withEdgeMoved } from './shifted-edges'
import { movable, openingsOn } from './target'

/** A right angle, as a cosine. */
const SQUARE = 1e-3

/** `isSquare`: where the corner is a right angle it stays one, and both edges at it move across themselves. */
export type CornerMove = { readonly room: Id; readonly corner: string; readonly to: Point; readonly isSquare?: boolean }

/** Moves one corner of a room; the two edges at it turn, or move along. Refused, with a ghost, where walls would cross or rooms overlap. Metres. */
export function moveRoomCorner(document: WardDocument, given: CornerMove): Edit {
  const target = movable(document, given.room, 'room')
  if (target.status === 'refused') return target
  const { table, record: room } = target
  const found = edgeOf(room, given.corner)
  if (found === undefined) return refused(message('refused.unknown', { id: given.corner }))
  const at = { x: roundToMillimetre(given.to.x), y: roundToMillimetre(given.to.y) }
  const turned = { ...room, corners: room.corners.map((corner) => (corner === found.from ? { ...corner, ...at } : corner)) }
  const to = (given.isSquare ? withCornerSquare(room, given.corner, at) : undefined) ?? turned
  const name = message('edit.moved-corner', { room: room.name, by: distance(found.from, at) })
  return reshaped(table, room, to, name)
}

/** The room with a right-angled corner moved and both its edges moved across themselves; undefined where it is none. */
function withCornerSquare(room: Room, key: string, at: Point): Room | undefined {
  const { corners } = room
  const found = edgeOf(room, key)
  if (found === undefined) return undefined
  const before = corners[(found.index + corners.length - 1) % corners.length] as Corner
  const [u, v] = [way(before, found.from), way(found.from, found.to)]
  if (Math.abs(u.x * v.x + u.y * v.y) > SQUARE) return undefined
  const by = { x: at.x - found.from.x, y: at.y - found.from.y }
  // Corners run counter-clockwise, so the outside of an edge is on its right.
  const outwards = (along: Point) => by.x * along.y - by.y * along.x
  const moved = withEdgeMoved(room, before.key, outwards(u))
  return moved && withEdgeMoved(moved, key, outwards(v))
}

function way(from: Point, to: Point): Point {
  const size = distance(from, to)
  return { x: (to.x - from.x) / size, y: (to.y - from.y) / size }
}

/** Adds a corner in an edge, `along` metres from its start, so that the edge may be bent there. Both halves keep its kind; openings stay on the plan. */
export function addRoomCorner(document: WardDocument, given: { readonly room: Id; readonly corner: string; readonly along: number }): Edit {
  const target = movable(document, given.room, 'room')
  if (target.status === 'refused') return target
  const { table, record: room } = target
  const edge = edgeOf(room, given.corner)
  if (edge === undefined) return refused(message('refused.unknown', { id: given.corner }))
  const length = distance(edge.from, edge.to)
  if (given.along <= 0 || given.along >= length) return refused(message('refused.no-corner-here'))
  const share = given.along / length
  const at = {
    x: roundToMillimetre(edge.from.x + (edge.to.x - edge.from.x) * share),
    y: roundToMillimetre(edge.from.y + (edge.to.y - edge.from.y) * share),
  }
  const before = distance(edge.from, at)
  if (before === 0 || before >= length) return refused(message('refused.no-corner-here'))
  const key = freshKey(new Set(room.corners.map((corner) => corner.key)))
  const corner: Corner = { ...edge.from, key, ...at }
  const updated = openingsOn(table, room.id).flatMap((opening) => {
    if (!('room' in opening.on) || opening.on.corner !== given.corner || opening.along + opening.width <= before) return []
    return [[opening, { ...opening, on: { room: room.id, corner: key }, along: roundToMillimetre(opening.along - before) }] as const]
  })
  if (updated.some(([, to]) => to.along < 0)) return refused(message('refused.corner-in-opening'))
  const to = { ...room, corners: [...room.corners.slice(0, edge.index + 1), corner, ...room.corners.slice(edge.index + 1)] }
  return done(message('edit.added-corner', { room: room.name }), { updated: [[room, to], ...updated] })
}

/** Takes a corner away: the two edges at it become one, of the kind of the first. Refused where an opening would be left out. */
export function removeRoomCorner(document: WardDocument, given: { readonly room: Id; readonly corner: string }): Edit {
  const target = movable(document, given.room, 'room')
  if (target.status === 'refused') return target
  const { table, record: room } = target
  const gone = edgeOf(room, given.corner)
  if (gone === undefined) return refused(message('refused.unknown', { id: given.corner }))
  if (room.corners.length === 3) return refused(message('refused.too-few-corners', { room: room.name }))
  if (openingsOn(table, room.id).some(({ on }) => 'room' in on && on.corner === given.corner)) return refused(message('refused.edge-has-openings'))
  const to = { ...room, corners: room.corners.filter((corner) => corner !== gone.from) }
  return reshaped(table, room, to, message('edit.removed-corner', { room: room.name }))
}

function reshaped(table: RecordTable, room: Room, to: Room, name: ReturnType<typeof message>): Edit {
  const openings = openingsKept(table, room, to)
  if ('status' in openings) return { ...openings, ghost: { added: [], updated: [[room, to]], removed: [] } }
  const edit = done(name, { updated: [[room, to], ...openings] })
  return unlawfulRefusal(table, edit.change) ?? edit
}
