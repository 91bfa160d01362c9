import { message } from '#shared/base/message'
import { roundToMillimetre } from '#shared/base/units'
import { nameOfOpening } from '#shared/building/names'
import type { WardDocument } from '#shared/document/document'
import type { Opening } from '#shared/document/elements/opening'
import { done, type Edit, type FreshId, refused } from './edit'
import { clampedAlong, hostLength, openingRefusal } from './opening-fit'
import { editable, nameOf } from './target'

/** `along` and `width` in metres; `along` left out: the middle of the wall. */
export type NewOpening = Pick<Opening, 'opening' | 'on' | 'width'> &
  Partial<Pick<Opening, 'along' | 'name' | 'admits' | 'oneWay' | 'hinge' | 'swing' | 'gate' | 'monument'>>

/** Cuts a door, archway, window or pass-through into an edge of a room or a free wall; it stops at the wall's ends. */
export function addOpening(document: WardDocument, given: NewOpening, freshId: FreshId): Edit {
  const target = 'room' in given.on ? editable(document, given.on.room, 'room') : editable(document, given.on.wall, 'wall')
  if (target.status === 'refused') return target
  const { table } = target
  const host = hostLength(table, given.on)
  if (host === undefined) return refused(message('refused.no-wall', { opening: nameOfOpening({ name: '', ...given }, undefined) }))
  const width = roundToMillimetre(given.width)
  const { opening: kind, on, along = (host - width) / 2, name = '', hinge = 'start', swing = 'in', ...rest } = given
  const opening: Opening = {
    ...rest,
    id: freshId('opening'),
    kind: 'opening',
    design: target.design.id,
    name,
    opening: kind,
    on,
    along: clampedAlong(along, width, host),
    width,
    hinge,
    swing,
  }
  const edit = done(message('edit.added-opening', { opening: nameOf(opening, table) }), { added: [opening] })
  return openingRefusal(table, opening, edit.change) ?? edit
}
