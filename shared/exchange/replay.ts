import type { Id } from '#shared/base/ids'
import { type Message, message } from '#shared/base/message'
import { applyChange, type Change } from '#shared/document/change'
import type { WardDocument } from '#shared/document/document'
import { recordsIn } from '#shared/document/document-of'
import { FORMAT_VERSION, type Migrated, migrate } from '#shared/document/migrations/migrate'
import type { Migration, RawRecords } from '#shared/document/migrations/migration'
import { WardRecord } from '#shared/document/record'
import { structureFault } from '#shared/document/structure'
import { documentFromRecords } from './document-text'
import { type JournalLine, type ReadJournal, readJournal } from './journal'
import { decodeWard, rawWard } from './ward-file'
import type { Parts } from './zip'

/** The document at the end of a journal. `changes` of them were applied; `isWhole`: nothing behind them was left out. */
export type Replayed =
  | { readonly status: 'ok'; readonly document: WardDocument; readonly assets: Parts; readonly changes: number; readonly isWhole: boolean }
  | { readonly status: 'refused'; readonly problem: Message }

/** A change as the journal keeps it: what is there after it, whatever was before. */
export function lineOf(change: Change, said: Pick<JournalLine, 'at' | 'what' | 'design'>): JournalLine {
  const put = [...change.added, ...change.updated.map(([, to]) => to)]
  const there = new Set(put.map(({ id }) => id))
  const gone = [...change.removed, ...change.updated.map(([from]) => from)].map(({ id }) => id).filter((id) => !there.has(id))
  return { ...said, put, gone }
}

/** How records of older formats become those of format `to`; a test may bring its own. */
type Frame = { readonly migrations?: Readonly<Record<number, Migration>> | undefined; readonly to?: number }

/**
 * Makes the document again that was on the screen: the file as it was, and every change since, brought to today's format. Never throws,
 * whatever the bytes.
 */
export function replayed(bytes: Uint8Array, { migrations, to = FORMAT_VERSION }: Frame = {}): Replayed {
  const journal = readJournal(bytes)
  if (journal === undefined) return { status: 'refused', problem: { key: 'journal.broken', values: {} } }
  const { format } = journal.head
  if (format > to) return { status: 'refused', problem: message('journal.newerVersion', { found: format, known: to }) }
  if (format < to) return replayedOlder(journal, (records, from, until = to) => migrate(records, from, migrations, until))
  const decoded = decodeWard(journal.base)
  if (decoded.status === 'refused') return decoded
  const { document, changes } = withLines(decoded.document, journal.lines)
  const assets = new Map([...decoded.assets, ...journal.parts])
  return { status: 'ok', document, assets, changes, isWhole: journal.isWhole && changes === journal.lines.length }
}

/**
 * A journal of an older format: its lines change records as that format had them, and only what stands at the end is migrated, for a
 * migration sees a whole file. Where that is no document, as much of it as still becomes one, looked for by halves: a whole file is read
 * for each try, and what one line spoilt stays spoilt. O(log lines) files.
 */
function replayedOlder({ head, base, parts, lines, isWhole }: ReadJournal, migrated: (...of: [RawRecords, number, number?]) => Migrated): Replayed {
  const raw = rawWard(base)
  if (raw.status === 'refused') return raw
  const start = migrated(raw.records, raw.formatVersion, head.format)
  if (start.status === 'refused') return start
  let problem: Message = message('journal.broken')
  let found: { readonly document: WardDocument; readonly changes: number } | undefined
  let [low, high] = [0, countThatMakesSense(start.records, lines)]
  for (let changes = high; low <= high; changes = Math.floor((low + high) / 2)) {
    const today = migrated(withRawLines(start.records, lines.slice(0, changes)), head.format)
    if (today.status === 'refused') return today
    const made = documentFromRecords(today.records)
    if (made.status === 'ok') {
      found = { document: made.document, changes }
      low = changes + 1
    } else {
      problem = made.problem
      high = changes - 1
    }
  }
  if (found === undefined) return { status: 'refused', problem }
  return { status: 'ok', ...found, assets: new Map([...raw.assets, ...parts]), isWhole: isWhole && found.changes === lines.length }
}

/** How many lines there are before the first that takes away what is not there, or puts what has no id. */
function countThatMakesSense(base: RawRecords, lines: ReadJournal['lines']): number {
  const ids = new Set(base.map(idOf))
  for (const [index, { put, gone }] of lines.entries()) {
    for (const id of gone) if (!ids.delete(id)) return index
    for (const record of put) {
      const id = idOf(record)
      if (id === undefined) return index
      ids.add(id)
    }
  }
  return lines.length
}

/** Records of an older format after lines that make sense. */
function withRawLines(base: RawRecords, lines: ReadJournal['lines']): RawRecords {
  const records = new Map<unknown, unknown>(base.map((record) => [idOf(record), record]))
  for (const { put, gone } of lines) {
    for (const id of gone) records.delete(id)
    for (const record of put) records.set(idOf(record), record)
  }
  return [...records.values()]
}

function idOf(record: unknown): string | undefined {
  const id = typeof record === 'object' && record !== null && 'id' in record ? record.id : undefined
  return typeof id === 'string' ? id : undefined
}

/** Applies what makes sense; where the end of it is no document, as much as still is one. */
function withLines(base: WardDocument, lines: ReadJournal['lines']): { readonly document: WardDocument; readonly changes: number } {
  const documents = [base]
  const known = new Map<Id, WardRecord>(recordsIn(base).map((record) => [record.id, record]))
  let document = base
  for (const line of lines) {
    const change = changeOf(line, known)
    if (change === undefined) break
    for (const { id } of change.removed) known.delete(id)
    for (const record of [...change.added, ...change.updated.map(([, to]) => to)]) known.set(record.id, record)
    document = applyChange(document, change)
    documents.push(document)
  }
  while (documents.length > 1 && structureFault(recordsIn(documents.at(-1) as WardDocument)) !== undefined) documents.pop()
  return { document: documents.at(-1) as WardDocument, changes: documents.length - 1 }
}

function changeOf({ put, gone }: JournalLine, known: ReadonlyMap<Id, WardRecord>): Change | undefined {
  const [added, updated, removed]: [WardRecord[], (readonly [WardRecord, WardRecord])[], WardRecord[]] = [[], [], []]
  for (const value of put) {
    const parsed = WardRecord.safeParse(value)
    if (!parsed.success) return undefined
    const before = known.get(parsed.data.id)
    if (before === undefined) added.push(parsed.data)
    else updated.push([before, parsed.data])
  }
  for (const id of gone) {
    const before = known.get(id)
    if (before === undefined) return undefined
    removed.push(before)
  }
  return { added, updated, removed }
}
