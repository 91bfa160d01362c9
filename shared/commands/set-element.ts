import type { Id } from '#shared/base/ids'
import { message } from '#shared/base/message'
import type { WardDocument } from '#shared/document/document'
import type { Fixture } from '#shared/document/elements/fixture'
import type { Room } from '#shared/document/elements/room'
import type { Wall } from '#shared/document/elements/wall'
import { done, type Edit } from './edit'
import { type Fields, withFields } from './fields'
import { sound } from './sound'
import { editable, nameOf } from './target'

export type RoomFields = Fields<Room, 'name' | 'roomType' | 'capacity' | 'for' | 'monument'>
export type FixtureFields = Fields<Fixture, 'name' | 'fixtureType' | 'blocks' | 'eye' | 'screen' | 'monument'>
export type WallFields = Fields<Wall, 'edge' | 'thickness' | 'monument'>

/** What `setElement` is asked for: which element, of what kind, and the fields to set. */
export type ElementFields =
  | { readonly kind: 'room'; readonly id: Id; readonly fields: RoomFields }
  | { readonly kind: 'fixture'; readonly id: Id; readonly fields: FixtureFields }
  | { readonly kind: 'wall'; readonly id: Id; readonly fields: WallFields }

/** Changes what a room, fixture or free wall is called and is; where it stands stays as it is. */
export function setElement(document: WardDocument, given: ElementFields): Edit {
  const target = editable(document, given.id, given.kind)
  if (target.status === 'refused') return target
  const { record, table } = target
  const to = withFields<Room | Fixture | Wall, never>(record, given.fields)
  return sound(done(message('edit.changed', { name: nameOf(to, table, document.workshop) }), { updated: [[record, to]] }))
}
