import { createStore } from 'zustand/vanilla'
import type { Id } from '#shared/base/ids'
import type { Message } from '#shared/base/message'
import { applyChange, type Change, isEmptyChange, ownerOf } from '#shared/document/change'
import { recordsOf, type WardDocument } from '#shared/document/document'
import { changeAgain, changeBack, type KeptChange, keepChange } from '#shared/document/kept-change'
import type { FileToken } from '#shared/ipc/requests'
import type { FileForm } from '../workers/codec-messages'

/** So many lines the log has at most, more than anybody draws in two days; then the oldest go. */
export const LONGEST_LOG = 5000

/** One line of the undo log. */
export type Entry = {
  readonly change: KeptChange
  readonly name: Message
  /** The design it is about; undefined for the workshop. */
  readonly design: Id | undefined
}

export type OpenDocument = {
  readonly document: WardDocument
  /** Counts every change, undo and redo since the file was opened; answers of the live worker name it. */
  readonly revision: number
  readonly past: readonly Entry[]
  readonly future: readonly Entry[]
  /** What stands between the file on disk and the document; undefined where the file is older than the log. */
  readonly savedAt: Entry | 'opened' | undefined
  readonly file: FileToken | null
  readonly name: string
  /** How it is written: what it was read as. */
  readonly form: FileForm
  readonly saveProblem: Message | undefined
  /** What edits did to the journeys, for those that were measured before and after. */
  readonly effects: ReadonlyMap<Entry, Message>
}

export type DocumentState = { readonly open: OpenDocument | undefined }

/** The document as committed, its history and what is saved of it. Previews never come here. */
export function createDocumentStore() {
  return createStore<DocumentState>(() => ({ open: undefined }))
}

/** The store's state after an opened file. A file without a token (a sample) is saved by asking where. */
export function opened(document: WardDocument, file: FileToken | null, fileName: string): DocumentState {
  const title = recordsOf(document.workshop, 'workshop')[0]?.title ?? ''
  const named = namesOf(fileName)
  const names = file === null && title !== '' ? { ...named, name: title } : named
  return { open: { document, revision: 0, past: [], future: [], savedAt: 'opened', file, ...names, saveProblem: undefined, effects: new Map() } }
}

/** After one edit: what could be redone is gone. An edit that changes nothing leaves everything as it was. */
export function committed(open: OpenDocument, change: Change, name: Message): OpenDocument {
  if (isEmptyChange(change)) return open
  const entry = { change: keepChange(change), name, design: designOf(change) }
  // What cannot be done again any more is forgotten with what it did.
  const gone = new Set(open.future)
  const told = gone.size === 0 ? open.effects : new Map([...open.effects].filter(([each]) => !gone.has(each)))
  const effects = told.size < LONGEST_LOG ? told : new Map([...told].slice(1 - LONGEST_LOG))
  const savedAt = open.future.some((later) => later === open.savedAt) ? undefined : open.savedAt
  return {
    ...open,
    document: applyChange(open.document, change),
    revision: open.revision + 1,
    past: [...open.past, entry].slice(-LONGEST_LOG),
    future: [],
    savedAt,
    effects,
  }
}

/** After taking back the last edit; the same state when there is none. */
export function undone(open: OpenDocument): { readonly open: OpenDocument; readonly change: Change } | undefined {
  const entry = open.past.at(-1)
  if (entry === undefined) return undefined
  const change = changeBack(open.document, entry.change)
  const document = applyChange(open.document, change)
  return { open: { ...open, document, revision: open.revision + 1, past: open.past.slice(0, -1), future: [entry, ...open.future] }, change }
}

export function redone(open: OpenDocument): { readonly open: OpenDocument; readonly change: Change } | undefined {
  const entry = open.future[0]
  if (entry === undefined) return undefined
  const change = changeAgain(open.document, entry.change)
  const document = applyChange(open.document, change)
  return { open: { ...open, document, revision: open.revision + 1, past: [...open.past, entry], future: open.future.slice(1) }, change }
}

/** Whether the file holds what is on the screen. */
export function isSaved(open: OpenDocument): boolean {
  return open.savedAt !== undefined && open.savedAt === (open.past.at(-1) ?? 'opened')
}

export function markSaved(open: OpenDocument, at: Entry | 'opened', file: FileToken, fileName: string): OpenDocument {
  return { ...open, savedAt: at, file, ...namesOf(fileName), saveProblem: undefined }
}

/** What a person calls the file, and how it is written. */
function namesOf(fileName: string): Pick<OpenDocument, 'name' | 'form'> {
  return { name: fileName.replace(/\.ward(\.json)?$/i, ''), form: /\.json$/i.test(fileName) ? 'text' : 'zip' }
}

/** The design that a change is about: the first record's that lies in one. */
function designOf(change: Change): Id | undefined {
  for (const record of [...change.added, ...change.updated.map(([, to]) => to), ...change.removed]) {
    const owner = ownerOf(record)
    if (owner !== undefined) return owner
  }
  return undefined
}
