import type { Id } from '#shared/base/ids'
import { message } from '#shared/base/message'
import type { WardDocument } from '#shared/document/document'
import type { Room } from '#shared/document/elements/room'
import { done, type Edit, type FreshId, refused } from './edit'
import { unlawfulRefusal } from './lawful'
import { type DrawnCorner, rectangleCorners, storedCorners } from './room-shape'
import { sound } from './sound'
import { editableDesign, storeyOf } from './target'

export type NewRoom = Partial<Pick<Room, 'name' | 'capacity' | 'for' | 'monument'>> & {
  readonly design: Id
  /** None: the design's first. */
  readonly storey?: Id
  readonly roomType: string
} & (
    | { readonly corners: readonly DrawnCorner[] }
    /** Lower left corner and size of an upright rectangle, whose edges are keyed south, east, north, west. */
    | { readonly x: number; readonly y: number; readonly width: number; readonly depth: number }
  )

/** Draws a room on the centre-lines of its walls, in metres. Refused where it would lie over another. */
export function placeRoom(document: WardDocument, given: NewRoom, freshId: FreshId): Edit {
  const target = editableDesign(document, given.design)
  if (target.status === 'refused') return target
  const storey = storeyOf(target.table, given.storey)
  if ('status' in storey) return storey
  const drawn = 'corners' in given ? given.corners : rectangleCorners(given.x, given.y, given.width, given.depth)
  if (drawn.length < 3) return refused(message('refused.too-small', { room: given.name ?? given.roomType }))
  const room: Room = {
    id: freshId('room'),
    kind: 'room',
    design: given.design,
    storey: storey.id,
    roomType: given.roomType,
    name: given.name ?? given.roomType,
    corners: [...storedCorners(drawn)],
    ...(given.capacity === undefined ? {} : { capacity: given.capacity }),
    for: given.for ?? 'any',
    ...(given.monument === undefined ? {} : { monument: given.monument }),
  }
  const edit = done(message('edit.placed-room', { room: room.name }), { added: [room] })
  return unlawfulRefusal(target.table, edit.change) ?? sound(edit)
}
