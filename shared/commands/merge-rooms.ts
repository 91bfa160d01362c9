import type { Id } from '#shared/base/ids'
import { message } from '#shared/base/message'
import type { WardDocument } from '#shared/document/document'
import type { Opening } from '#shared/document/elements/opening'
import type { Room } from '#shared/document/elements/room'
import { union } from '#shared/geometry/clip'
import { pointToMetres, pointToMillimetres } from '#shared/geometry/millimetres'
import { done, type Edit, refused } from './edit'
import { unlawfulRefusal } from './lawful'
import { cornersAlong, placeAlong } from './ring-corners'
import { movable, openingsOn } from './target'

/**
 * Makes one room of two that share a wall: the first stays what it is and takes the other's floor, openings and furniture. The wall
 * between goes, with what is cut into it. Refused where they share none, or would enclose a hole.
 */
export function mergeRooms(document: WardDocument, given: { readonly room: Id; readonly other: Id }): Edit {
  const target = movable(document, given.room, 'room')
  if (target.status === 'refused') return target
  const otherTarget = movable(document, given.other, 'room')
  if (otherTarget.status === 'refused') return otherTarget
  const { table, record: room } = target
  const { record: other } = otherTarget
  const apart = refused(message('refused.no-shared-wall', { room: room.name, other: other.name }))
  if (room.id === other.id || room.storey !== other.storey || room.design !== other.design) return apart
  const rings = union([room, other].map(({ corners }) => corners.map(pointToMillimetres)))
  const [ring] = rings
  if (rings.length !== 1 || ring === undefined) return apart
  const merged: Room = { ...room, corners: [...cornersAlong(ring.map(pointToMetres), [room, other])] }
  const updated: (readonly [Opening, Opening])[] = []
  const removed: Opening[] = []
  for (const opening of [...openingsOn(table, room.id), ...openingsOn(table, other.id)]) {
    const place = placeAlong(opening, [room, other], merged)
    if (place === undefined) removed.push(opening)
    else updated.push([opening, { ...opening, ...place }])
  }
  const edit = done(message('edit.merged-rooms', { room: room.name, other: other.name }), {
    updated: [[room, merged], ...updated],
    removed: [other, ...removed],
  })
  return unlawfulRefusal(table, edit.change) ?? edit
}
