import type { Id } from '#shared/base/ids'
import { message } from '#shared/base/message'
import { designsOf, type WardDocument } from '#shared/document/document'
import type { Design } from '#shared/document/elements/design'
import { done, type Edit, refused } from './edit'
import { type Fields, withFields } from './fields'
import { sound } from './sound'

export type DesignFields = Fields<Design, 'name' | 'idea' | 'round' | 'status' | 'isCurrentState' | 'locked' | 'placeShares' | 'via'>

/** Changes what a design is called, is and is worth. A locked one can only be unlocked. */
export function setDesign(document: WardDocument, { design: id, fields }: { readonly design: Id; readonly fields: DesignFields }): Edit {
  const design = document.designs[id]?.[id]
  if (design?.kind !== 'design') return refused(message('refused.unknown', { id }))
  const unlocks = fields.locked === false && Object.keys(fields).length === 1
  if (design.locked && !unlocks) return refused(message('refused.locked', { design: design.name }))
  if (fields.isCurrentState && designsOf(document).some((other) => other.isCurrentState && other.id !== id)) {
    return refused(message('refused.today-exists'))
  }
  const to = withFields(design, fields)
  const name = fields.locked === undefined ? 'edit.changed' : fields.locked ? 'edit.locked-design' : 'edit.unlocked-design'
  return sound(done(message(name, { name: to.name }), { updated: [[design, to]] }))
}
