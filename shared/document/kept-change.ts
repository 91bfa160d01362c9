import type { Id } from '#shared/base/ids'
import { type Change, ownerOf } from './change'
import type { WardDocument } from './document'
import type { WardRecord } from './record'

type Fields = Readonly<Record<string, unknown>>

/**
 * A change as a long log keeps it: of what was updated only the fields that differ, and no record that a document holds. Whatever is
 * worked out of a record is known for as long as the record is, and a log of whole records would keep the shapes and rings of every
 * place that anything ever stood at.
 */
export type KeptChange = {
  readonly added: readonly WardRecord[]
  readonly removed: readonly WardRecord[]
  readonly updated: readonly KeptUpdate[]
}

/** A field that one side lacks stands on the other side alone. The tables are designs'; undefined is the workshop's. */
type KeptUpdate = {
  readonly id: Id
  readonly wasIn: Id | undefined
  readonly isIn: Id | undefined
  readonly was: Fields
  readonly is: Fields
}

export function keepChange({ added, updated, removed }: Change): KeptChange {
  return { added: added.map(copyOf), removed: removed.map(copyOf), updated: updated.map(([from, to]) => keptUpdate(from, to)) }
}

/** The change once more, of a document that is as it was before it. */
export function changeAgain(document: WardDocument, { added, updated, removed }: KeptChange): Change {
  return {
    added: added.map(copyOf),
    removed,
    updated: updated.map(({ id, wasIn, was, is }) => patched(recordIn(document, wasIn, id), was, is)),
  }
}

/** The change that takes it back, of a document that is as it was after it. */
export function changeBack(document: WardDocument, { added, updated, removed }: KeptChange): Change {
  return {
    added: removed.map(copyOf),
    removed: added,
    updated: updated.map(({ id, isIn, was, is }) => patched(recordIn(document, isIn, id), is, was)),
  }
}

function copyOf(record: WardRecord): WardRecord {
  return { ...record }
}

function keptUpdate(from: WardRecord, to: WardRecord): KeptUpdate {
  const [before, after]: readonly [Fields, Fields] = [from, to]
  const was: Record<string, unknown> = {}
  const is: Record<string, unknown> = {}
  for (const key of Object.keys(before)) if (!(key in after) || before[key] !== after[key]) was[key] = before[key]
  for (const key of Object.keys(after)) if (!(key in before) || before[key] !== after[key]) is[key] = after[key]
  return { id: to.id, wasIn: ownerOf(from), isIn: ownerOf(to), was, is }
}

function recordIn({ workshop, designs }: WardDocument, table: Id | undefined, id: Id): WardRecord {
  const record = (table === undefined ? workshop : designs[table])?.[id]
  if (record === undefined) throw new Error(`The log changes ${id}, which is not there`)
  return record
}

function patched(record: WardRecord, off: Fields, on: Fields): readonly [from: WardRecord, to: WardRecord] {
  const to: Record<string, unknown> = { ...record }
  for (const key of Object.keys(off)) if (!(key in on)) delete to[key]
  return [record, Object.assign(to, on) as WardRecord]
}
