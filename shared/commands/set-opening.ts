import type { Id } from '#shared/base/ids'
import { message } from '#shared/base/message'
import { roundToMillimetre } from '#shared/base/units'
import type { WardDocument } from '#shared/document/document'
import type { Opening } from '#shared/document/elements/opening'
import { done, type Edit } from './edit'
import { type Fields, withFields } from './fields'
import { clampedAlong, hostLength, openingRefusal } from './opening-fit'
import { sound } from './sound'
import { editable, movable, nameOf } from './target'

export type OpeningFields = Fields<Opening, 'name' | 'opening' | 'on' | 'width' | 'admits' | 'oneWay' | 'hinge' | 'swing' | 'gate' | 'monument'>

/** Changes what an opening is. A new width keeps its middle where it was, as far as the wall allows. Metres. */
export function setOpening(document: WardDocument, { opening: id, fields }: { readonly opening: Id; readonly fields: OpeningFields }): Edit {
  const places = fields.on !== undefined || fields.width !== undefined
  const target = places ? movable(document, id, 'opening') : editable(document, id, 'opening')
  if (target.status === 'refused') return target
  const { record: opening, table } = target
  const set = withFields(opening, fields)
  const width = roundToMillimetre(set.width)
  const along = clampedAlong(opening.along + (opening.width - width) / 2, width, hostLength(table, set.on) ?? 0)
  const to: Opening = { ...set, width, along }
  const edit = done(message('edit.changed-opening', { opening: nameOf(opening, table) }), { updated: [[opening, to]] })
  const unsound = sound(edit)
  return unsound.status === 'refused' ? unsound : (openingRefusal(table, to, edit.change) ?? edit)
}
