import type { Id } from '#shared/base/ids'
import { message } from '#shared/base/message'
import { roundToMillimetre } from '#shared/base/units'
import type { WardDocument } from '#shared/document/document'
import type { Corner } from '#shared/document/elements/room'
import { done, type Edit, refused } from './edit'
import { type Fields, withFields } from './fields'
import { sound } from './sound'
import { editable } from './target'

export type EdgeFields = Fields<Corner, 'edge' | 'thickness'>

/** Makes an edge of a room a wall, glazing or open floor, or gives its wall a thickness of its own (undefined: by the rule). Metres. */
export function setRoomEdge(document: WardDocument, given: { readonly room: Id; readonly corner: string; readonly fields: EdgeFields }): Edit {
  const target = editable(document, given.room, 'room')
  if (target.status === 'refused') return target
  const { record: room } = target
  if (!room.corners.some(({ key }) => key === given.corner)) return refused(message('refused.unknown', { id: given.corner }))
  const fields = given.fields.thickness === undefined ? given.fields : { ...given.fields, thickness: roundToMillimetre(given.fields.thickness) }
  const corners = room.corners.map((corner) => (corner.key === given.corner ? withFields(corner, fields) : corner))
  return sound(done(message('edit.changed', { name: room.name }), { updated: [[room, { ...room, corners }]] }))
}
