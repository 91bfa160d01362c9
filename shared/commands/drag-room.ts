import type { WardDocument } from '#shared/document/document'
import { recordsOf } from '#shared/document/document'
import type { Edit } from './edit'
import { moveRoom, type RoomMove } from './move-room'
import { centreOf, isInside } from './room-shape'
import { swapRooms } from './swap-rooms'
import { movable } from './target'

/**
 * What dragging a room by dx, dy means: with its centre in another room, and if with centres exchanged
 * neither overlaps anything, a swap; else a move, refused with a ghost where it overlaps. Metres.
 */
export function dragRoom(document: WardDocument, move: RoomMove): Edit {
  const moved = moveRoom(document, move)
  if (moved.status === 'done') return moved
  const target = movable(document, move.room, 'room')
  if (target.status === 'refused') return moved
  const { record: room, table } = target
  const centre = centreOf(room)
  const dropped = { x: centre.x + move.dx, y: centre.y + move.dy }
  const under = recordsOf(table, 'room').find(({ id, storey, corners }) => id !== room.id && storey === room.storey && isInside(dropped, corners))
  if (under === undefined) return moved
  const swapped = swapRooms(document, { room: room.id, other: under.id })
  return swapped.status === 'done' ? swapped : moved
}
