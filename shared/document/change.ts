import type { Id } from '#shared/base/ids'
import { carryRecords, emptyTable, idsOf, type RecordTable, type WardDocument } from './document'
import type { WardRecord } from './record'

/** What one edit did: the unit of undo, the autosave journal, a live preview and the difference of two designs. */
export type Change = {
  readonly added: readonly WardRecord[]
  readonly updated: readonly (readonly [from: WardRecord, to: WardRecord])[]
  readonly removed: readonly WardRecord[]
}

export function isEmptyChange({ added, updated, removed }: Change): boolean {
  return added.length === 0 && updated.length === 0 && removed.length === 0
}

/** The document after `change`. Tables that it does not touch stay the very same objects. */
export function applyChange(document: WardDocument, change: Change): WardDocument {
  const edited = new Map<Id | undefined, Record<Id, WardRecord>>()
  const tableFor = (record: WardRecord) => {
    const owner = ownerOf(record)
    let table = edited.get(owner)
    if (table === undefined) {
      const before = owner === undefined ? document.workshop : document.designs[owner]
      table = emptyTable()
      // By far the quickest way to copy thousands of them, and a drag does it for each preview.
      if (before !== undefined) for (const id of idsOf(before)) table[id] = before[id] as WardRecord
      edited.set(owner, table)
    }
    return table
  }
  const thinned = new Set<Id | undefined>()
  const removeFrom = (record: WardRecord) => {
    delete tableFor(record)[record.id]
    thinned.add(ownerOf(record))
  }
  for (const record of change.removed) removeFrom(record)
  for (const [from, to] of change.updated) {
    if (ownerOf(from) !== ownerOf(to)) removeFrom(from)
    tableFor(to)[to.id] = to
  }
  for (const record of change.added) tableFor(record)[record.id] = record

  if (edited.size === 0) return document
  const records = [...change.removed, ...change.updated.flat(), ...change.added]
  for (const [owner, table] of edited) {
    const before = owner === undefined ? document.workshop : document.designs[owner]
    if (before !== undefined) carryRecords(before, table, records)
  }
  const designs: Record<Id, RecordTable> = Object.assign(Object.create(null), document.designs)
  for (const [owner, table] of edited) {
    if (owner === undefined) continue
    if (thinned.has(owner) && Object.keys(table).length === 0) delete designs[owner]
    else designs[owner] = table
  }
  return { workshop: edited.get(undefined) ?? document.workshop, designs }
}

/** The id of the design whose table a record lies in; undefined for the workshop's own. */
export function ownerOf(record: WardRecord): Id | undefined {
  if (record.kind === 'design') return record.id
  return 'design' in record ? record.design : undefined
}
