import type { Id } from '#shared/base/ids'
import { message } from '#shared/base/message'
import { roundToMillimetre } from '#shared/base/units'
import type { WardDocument } from '#shared/document/document'
import { done, type Edit } from './edit'
import { unlawfulRefusal } from './lawful'
import { movedRoom, withBelongings } from './moved-room'
import { distance } from './room-shape'
import { monumentAmong, movable } from './target'

export type RoomMove = { readonly room: Id; readonly dx: number; readonly dy: number }

/**
 * Moves a room by whole millimetres with its openings and the fixtures standing in it, never its
 * neighbours. Refused, with a ghost, where it would lie over another room. Metres.
 */
export function moveRoom(document: WardDocument, given: RoomMove): Edit {
  const target = movable(document, given.room, 'room')
  if (target.status === 'refused') return target
  const { table, record: room } = target
  const fixed = monumentAmong(withBelongings(table, room), table, document.workshop)
  if (fixed !== undefined) return fixed
  const [dx, dy] = [roundToMillimetre(given.dx), roundToMillimetre(given.dy)]
  const name = message('edit.moved-room', { room: room.name, by: distance({ x: 0, y: 0 }, { x: dx, y: dy }) })
  if (dx === 0 && dy === 0) return done(name, {})
  const edit = done(name, { updated: movedRoom(table, room, dx, dy) })
  return unlawfulRefusal(table, edit.change) ?? edit
}
