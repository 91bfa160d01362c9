import type { Id } from '#shared/base/ids'
import { message } from '#shared/base/message'
import { roundToMillimetre } from '#shared/base/units'
import type { WardDocument } from '#shared/document/document'
import { done, type Edit, refused } from './edit'
import { unlawfulRefusal } from './lawful'
import { movedRoom, withBelongings } from './moved-room'
import { centreOf } from './room-shape'
import { monumentAmong, movable } from './target'

/**
 * Exchanges the centres (centroids) of two rooms of a storey; each carries its openings and fixtures.
 * Refused, with a ghost, where either would then lie over anything.
 */
export function swapRooms(document: WardDocument, { room: id, other: otherId }: { readonly room: Id; readonly other: Id }): Edit {
  const target = movable(document, id, 'room')
  if (target.status === 'refused') return target
  const otherTarget = movable(document, otherId, 'room')
  if (otherTarget.status === 'refused') return otherTarget
  const { table, record: room } = target
  const other = otherTarget.record
  if (room.storey !== other.storey || room.id === other.id) return refused(message('refused.not-swappable', { room: room.name, other: other.name }))
  const fixed = monumentAmong([...withBelongings(table, room), ...withBelongings(table, other)], table, document.workshop)
  if (fixed !== undefined) return fixed
  const [from, to] = [centreOf(room), centreOf(other)]
  const [dx, dy] = [roundToMillimetre(to.x - from.x), roundToMillimetre(to.y - from.y)]
  const edit = done(message('edit.swapped-rooms', { room: room.name, other: other.name }), {
    updated: [...movedRoom(table, room, dx, dy), ...movedRoom(table, other, -dx, -dy)],
  })
  return unlawfulRefusal(table, edit.change) ?? edit
}
