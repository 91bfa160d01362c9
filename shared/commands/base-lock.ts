import type { Id } from '#shared/base/ids'
import { message } from '#shared/base/message'
import type { RecordTable, WardDocument } from '#shared/document/document'
import { done, type Edit, type Refused, refused } from './edit'
import { withFields } from './fields'
import { editable } from './target'

/** Locks the base plan of a storey (its outline, its columns, what lies under it) with a reason, or unlocks it: no reason. */
export function setBaseLock(document: WardDocument, given: { readonly storey: Id; readonly reason: string | undefined }): Edit {
  const target = editable(document, given.storey, 'storey')
  if (target.status === 'refused') return target
  const { record } = target
  const reason = given.reason?.trim()
  if (reason === '') return refused(message('refused.no-lock-reason'))
  const to = withFields(record, { baseLock: reason })
  const name = message(reason === undefined ? 'edit.unlocked-base' : 'edit.locked-base')
  return done(name, { updated: [[record, to]] })
}

/** The refusal to move what belongs to the base plan of a storey, if that is locked. */
export function baseLockRefusal(table: RecordTable, storey: Id): Refused | undefined {
  const record = table[storey]
  if (record?.kind !== 'storey' || record.baseLock === undefined) return undefined
  return refused(message('refused.base-locked', { reason: record.baseLock }))
}
