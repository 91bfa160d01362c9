import { firstWhere } from '#shared/base/first-where'
import type { Id } from '#shared/base/ids'
import type { Design } from './elements/design'
import type { RecordKind, RecordOf, WardRecord } from './record'

/** Records keyed by id. Made without a prototype, so that no id can be a name the language knows. */
export type RecordTable = { readonly [id: Id]: WardRecord }

/**
 * A file in memory: one dictionary for the workshop and one for each design, so that a change in
 * one design leaves the others identical (`===`) and caches keyed by a table stay good. A design's
 * own record lies in its own table.
 */
export type WardDocument = {
  readonly workshop: RecordTable
  readonly designs: { readonly [designId: Id]: RecordTable }
}

export function emptyTable(): Record<Id, WardRecord> {
  return Object.create(null)
}

/** The ids of a table, in the order in which they were put there. Cached by the identity of the table: listing them is most of copying it. */
export function idsOf(table: RecordTable): readonly Id[] {
  let ids = idsByTable.get(table)
  if (ids === undefined) {
    ids = Object.keys(table)
    idsByTable.set(table, ids)
  }
  return ids
}

const idsByTable = new WeakMap<RecordTable, readonly Id[]>()

/** The records of one kind in a table, in the order of ids. Cached by the identity of the table. */
export function recordsOf<K extends RecordKind>(table: RecordTable, kind: K): readonly RecordOf<K>[] {
  let byKind = recordsByKind.get(table)
  if (byKind === undefined) {
    byKind = new Map()
    for (const id of Object.keys(table).sort()) {
      const record = table[id] as WardRecord
      const sameKind = byKind.get(record.kind)
      if (sameKind === undefined) byKind.set(record.kind, [record])
      else sameKind.push(record)
    }
    recordsByKind.set(table, byKind)
  }
  const records = byKind.get(kind) ?? NONE
  return areOfKind(records, kind) ? records : []
}

const NONE: readonly WardRecord[] = []

/** Records are kept by kind, so the first one speaks for all. */
function areOfKind<K extends RecordKind>(records: readonly WardRecord[], kind: K): records is readonly RecordOf<K>[] {
  return records.length === 0 || records[0]?.kind === kind
}

const recordsByKind = new WeakMap<RecordTable, Map<RecordKind, WardRecord[]>>()

/**
 * What is known of the lists of `from` holds for `to`, which an edit made of it: lists of kinds that the edit left alone are the very
 * same ones, so that later stages see by identity what to work out anew. `edited`: every record that went, came, or was and is.
 */
export function carryRecords(from: RecordTable, to: RecordTable, edited: readonly WardRecord[]): void {
  const known = recordsByKind.get(from)
  if (known === undefined || recordsByKind.has(to)) return
  const byKind = new Map(known)
  for (const kind of new Set(edited.map((record) => record.kind))) {
    const before = known.get(kind) ?? NONE
    const touched = new Set(edited.flatMap((record) => (record.kind === kind ? [record.id] : [])))
    const isNew = (id: Id) => from[id]?.kind !== kind && to[id]?.kind === kind
    const ids = [...touched].some(isNew) ? [...new Set([...before.map(({ id }) => id), ...touched])].sort() : undefined
    const list: WardRecord[] = []
    if (ids === undefined) {
      let from = 0
      for (const id of [...touched].sort()) {
        const at = placeOf(before, id)
        for (; from < at; from++) list.push(before[from]!)
        if (before[at]?.id !== id) continue
        const record = to[id]
        if (record?.kind === kind) list.push(record)
        from = at + 1
      }
      for (; from < before.length; from++) list.push(before[from]!)
    } else {
      for (const id of ids) {
        const record = to[id]
        if (record?.kind === kind) list.push(record)
      }
    }
    byKind.set(kind, list)
  }
  recordsByKind.set(to, byKind)
}

/** Where a record with this id lies among records in the order of ids, or would lie. */
function placeOf(records: readonly WardRecord[], id: Id): number {
  return firstWhere(0, records.length, (at) => records[at]!.id >= id)
}

/** The designs of a document in the order of ids. */
export function designsOf(document: WardDocument): readonly Design[] {
  return Object.keys(document.designs)
    .sort()
    .flatMap((id) => recordsOf(document.designs[id] as RecordTable, 'design'))
}

/** The table that a record with this `design` (none: the workshop's) lies in. */
export function tableOf(document: WardDocument, designId: Id | undefined): RecordTable | undefined {
  return designId === undefined ? document.workshop : document.designs[designId]
}
