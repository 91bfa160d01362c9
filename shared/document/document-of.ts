import { applyChange } from './change'
import { emptyTable, type WardDocument } from './document'
import type { WardRecord } from './record'

/** The document that has exactly these records, each in its own table. */
export function documentOf(records: readonly WardRecord[]): WardDocument {
  return applyChange({ workshop: emptyTable(), designs: Object.create(null) }, { added: records, updated: [], removed: [] })
}

/** Every record of a document, in the order of ids. */
export function recordsIn(document: WardDocument): readonly WardRecord[] {
  const records = [...Object.values(document.workshop), ...Object.values(document.designs).flatMap((table) => Object.values(table))]
  return records.sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
}
