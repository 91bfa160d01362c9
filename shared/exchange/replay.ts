import type { Id } from '#shared/base/ids'
import type { Message } from '#shared/base/message'
import { applyChange, type Change } from '#shared/document/change'
import type { WardDocument } from '#shared/document/document'
import { recordsIn } from '#shared/document/document-of'
import { WardRecord } from '#shared/document/record'
import { structureFault } from '#shared/document/structure'
import { type JournalLine, type ReadJournal, readJournal } from './journal'
import { decodeWard } from './ward-file'
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

/** Makes the document again that was on the screen: the file as it was, and every change since. Never throws, whatever the bytes. */
export function replayed(bytes: Uint8Array): Replayed {
  const journal = readJournal(bytes)
  if (journal === undefined) return { status: 'refused', problem: { key: 'journal.broken', values: {} } }
  const decoded = decodeWard(journal.base)
  if (decoded.status === 'refused') return decoded
  const { document, changes } = withLines(decoded.document, journal.lines)
  const assets = new Map([...decoded.assets, ...journal.parts])
  return { status: 'ok', document, assets, changes, isWhole: journal.isWhole && changes === journal.lines.length }
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
