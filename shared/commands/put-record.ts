import { message } from '#shared/base/message'
import { type RecordTable, recordsOf, tableOf, type WardDocument } from '#shared/document/document'
import type { Pathway } from '#shared/document/pathway'
import { type RecordOf, WardRecord } from '#shared/document/record'
import { done, type Edit, type Refused, refused } from './edit'
import { nameOf } from './target'

/** A record of the workshop's tables, or a design's variant of a pathway. */
export type TableRecord = RecordOf<'workshop' | 'settings' | 'role' | 'roomType' | 'fixtureType' | 'scenario' | 'requirement' | 'pathway'>

/** Adds a record to the workshop's tables, or replaces the one of the same id; checked against its schema and its table. */
export function putRecord(document: WardDocument, given: TableRecord): Edit {
  const parsed = WardRecord.safeParse(given)
  if (!parsed.success) return refused(message('refused.wrong-field', { field: parsed.error.issues[0]?.path.join('.') ?? '', id: given.id }))
  const record = parsed.data as TableRecord
  const table = tableOf(document, record.kind === 'pathway' ? record.design : undefined)
  if (table === undefined) return refused(message('refused.unknown', { id: (record as Pathway).design ?? '' }))
  const reason = keyRefusal(table, record) ?? (record.kind === 'pathway' ? variantRefusal(document, record) : undefined)
  if (reason !== undefined) return reason
  const before = table[record.id]
  if (before !== undefined && before.kind !== record.kind) return refused(message('refused.unknown', { id: record.id }))
  const name = message(before === undefined ? 'edit.added' : 'edit.changed', { name: nameOf(record, table, document.workshop) })
  return done(name, before === undefined ? { added: [record] } : { updated: [[before, record]] })
}

/** Roles, types and pathways match by key, so a key stands once in its table; there is one workshop and one record of settings. */
function keyRefusal(table: RecordTable, record: TableRecord): Refused | undefined {
  const sameKind = recordsOf(table, record.kind).filter(({ id }) => id !== record.id)
  const isOnly = record.kind === 'workshop' || record.kind === 'settings'
  if (isOnly ? sameKind.length > 0 : 'key' in record && sameKind.some((other) => 'key' in other && other.key === record.key)) {
    return refused(message('refused.key-taken', { key: 'key' in record ? record.key : record.kind }))
  }
  if (record.kind !== 'pathway') return undefined
  const keys = record.steps.flatMap(({ key, merges }) => [key, ...merges])
  const twice = keys.find((key, index) => keys.indexOf(key) !== index)
  return twice === undefined ? undefined : refused(message('refused.key-taken', { key: twice }))
}

/** A variant has a reference of the same key, keeps every step that adds value, and its design is not locked. */
function variantRefusal(document: WardDocument, variant: Pathway): Refused | undefined {
  if (variant.design === undefined) return undefined
  const design = document.designs[variant.design]?.[variant.design]
  if (design?.kind === 'design' && design.locked) return refused(message('refused.locked', { design: design.name }))
  const reference = recordsOf(document.workshop, 'pathway').find(({ key }) => key === variant.key)
  if (reference === undefined) return refused(message('refused.no-reference', { pathway: variant.name }))
  const kept = new Set(variant.steps.flatMap(({ key, merges }) => [key, ...merges]))
  const lost = reference.steps.find(({ key, value }) => value === 'addsValue' && !kept.has(key))
  return lost === undefined ? undefined : refused(message('refused.value-lost', { step: lost.name, pathway: variant.name }))
}
