import type { Id } from '#shared/base/ids'
import { message } from '#shared/base/message'
import type { WardDocument } from '#shared/document/document'
import type { Design } from '#shared/document/elements/design'
import { copiedTable } from './copied-table'
import { done, type Edit, type FreshId, refused } from './edit'
import { sound } from './sound'

/**
 * Copies a design with everything drawn in it. The copy is unlocked, a new idea that names the design
 * as its parent; every record gets a fresh id and keeps the id it was first drawn under as `origin`.
 */
export function duplicateDesign(document: WardDocument, { design: id, name, idea = '' }: DesignCopy, freshId: FreshId): Edit {
  const table = document.designs[id]
  const design = table?.[id]
  if (table === undefined || design?.kind !== 'design') return refused(message('refused.unknown', { id }))
  const added = copiedTable(table, freshId)
  const copy = added.find((record) => record.kind === 'design') as Design
  const named: Design = { ...copy, name, idea, parent: id, round: design.round + 1, status: 'idea', isCurrentState: false, locked: false }
  const edit = done(message('edit.duplicated-design', { design: design.name, copy: name }), {
    added: added.map((record) => (record === copy ? named : record)),
  })
  return sound(edit)
}

export type DesignCopy = { readonly design: Id; readonly name: string; readonly idea?: string }
