import type { Id } from '#shared/base/ids'
import { message } from '#shared/base/message'
import { recordsOf, type WardDocument } from '#shared/document/document'
import { done, type Edit, refused } from './edit'
import { nameOf, tableWith } from './target'

/** Takes a record out of the workshop's tables, or a design's variant of a pathway away. The workshop and its settings stay. */
export function removeRecord(document: WardDocument, { id }: { readonly id: Id }): Edit {
  const table = document.workshop[id] === undefined ? tableWith(document, id) : document.workshop
  const record = table?.[id]
  if (table === undefined || record === undefined) return refused(message('refused.unknown', { id }))
  const isVariant = record.kind === 'pathway' && record.design !== undefined
  if (table !== document.workshop && !isVariant) return refused(message('refused.unknown', { id }))
  const inUse = record.kind === 'scenario' && recordsOf(table, 'settings').some(({ scenario }) => scenario === id)
  if (record.kind === 'workshop' || record.kind === 'settings' || inUse) return refused(message('refused.needed', { name: nameOf(record, table) }))
  const design = isVariant ? recordsOf(table, 'design')[0] : undefined
  if (design?.locked) return refused(message('refused.locked', { design: design.name }))
  return done(message('edit.removed', { names: [nameOf(record, table)] }), { removed: [record] })
}
