import { fc, test } from '@fast-check/vitest'
import { expect } from 'vitest'
import { applyChange, type Change } from '#shared/document/change'
import { type RecordTable, recordsOf, type WardDocument } from '#shared/document/document'
import type { RecordKind, WardRecord } from '#shared/document/record'

const KINDS = ['room', 'wall'] as const
const IDS = Array.from({ length: 9 }, (_, i) => `x_${i}`)

/** As much of a record as a table knows of it. */
function record(id: string, kind: RecordKind, name: string): WardRecord {
  return { id, kind, name, design: 'design_1' } as unknown as WardRecord
}

const edits = fc.array(
  fc.array(fc.tuple(fc.constantFrom(...IDS), fc.constantFrom('room', 'wall', 'gone'), fc.string({ maxLength: 2 })), { maxLength: 5 }),
  {
    maxLength: 6,
  },
)

function changeOf(table: RecordTable, edit: readonly (readonly [string, RecordKind | 'gone', string])[]): Change {
  const wanted = new Map(edit.map((each) => [each[0], each]))
  const change = { added: [] as WardRecord[], updated: [] as [WardRecord, WardRecord][], removed: [] as WardRecord[] }
  for (const [id, kind, name] of wanted.values()) {
    const from = table[id]
    if (kind === 'gone') {
      if (from !== undefined) change.removed.push(from)
    } else if (from === undefined) change.added.push(record(id, kind, name))
    else change.updated.push([from, record(id, kind, name)])
  }
  return change
}

test.prop([edits])('lists the records of each kind after edits as it lists those of a table that nobody has asked about', (all) => {
  let document: WardDocument = { workshop: {}, designs: { design_1: Object.assign(Object.create(null), { x_4: record('x_4', 'room', '') }) } }
  for (const edit of all) {
    const before = document.designs.design_1 ?? {}
    for (const kind of KINDS) recordsOf(before, kind) // asked, so that it is carried on
    document = applyChange(document, changeOf(before, edit))
    const table = document.designs.design_1 ?? {}
    for (const kind of KINDS) expect(recordsOf(table, kind)).toEqual(recordsOf({ ...table }, kind))
  }
})
