import type { Id } from '#shared/base/ids'
import { message } from '#shared/base/message'
import { roundToMillimetre } from '#shared/base/units'
import { type RecordTable, recordsOf, type WardDocument } from '#shared/document/document'
import { Note } from '#shared/document/elements/note'
import type { Point } from '#shared/geometry/point'
import { done, type Edit, type FreshId, type Refused, refused } from './edit'
import { storeyOf, tableWith } from './target'

/** Letters of a note that a line of the undo log has room for. */
const SHOWN_LETTERS = 40

/** Where a note is pinned, in metres, and what it says. No storey: the design's first. */
export type NotePin = Point & { readonly design: Id; readonly storey?: Id | undefined; readonly text: string; readonly author?: string }

/** Pins a note to a place of a design. A locked design takes notes too: nothing is built or measured by them. */
export function addNote(document: WardDocument, { design, storey: wanted, x, y, text, author = '' }: NotePin, freshId: FreshId): Edit {
  const table = document.designs[design]
  if (table === undefined) return refused(message('refused.unknown', { id: design }))
  const storey = storeyOf(table, wanted)
  if ('status' in storey) return storey
  const number = Math.max(0, ...recordsOf(table, 'note').map((other) => other.number)) + 1
  const note = checked({ id: freshId('note'), kind: 'note', design, storey: storey.id, number, ...rounded({ x, y }), text, author, isDone: false })
  return 'status' in note ? note : done(message('edit.added-note', { note: shortNote(note) }), { added: [note] })
}

/** Changes what a note says, whose it is, or whether it is done with. */
export function setNote(
  document: WardDocument,
  given: { readonly note: Id; readonly fields: Partial<Pick<Note, 'text' | 'author' | 'isDone'>> },
): Edit {
  const found = noteOf(document, given.note)
  if (found.status === 'refused') return found
  const to = checked({ ...found.note, ...given.fields })
  if ('status' in to) return to
  const { isDone } = given.fields
  const key = isDone === undefined ? 'edit.changed-note' : isDone ? 'edit.resolved-note' : 'edit.reopened-note'
  return done(message(key, { note: shortNote(to) }), { updated: [[found.note, to]] })
}

/** Pins a note somewhere else on its storey, so many metres from where it was. */
export function moveNote(document: WardDocument, given: { readonly note: Id; readonly dx: number; readonly dy: number }): Edit {
  const found = noteOf(document, given.note)
  if (found.status === 'refused') return found
  const to = checked({ ...found.note, ...rounded({ x: found.note.x + given.dx, y: found.note.y + given.dy }) })
  return 'status' in to ? to : done(message('edit.moved-note', { note: shortNote(to) }), { updated: [[found.note, to]] })
}

/** Takes notes away. */
export function removeNotes(document: WardDocument, given: { readonly notes: readonly Id[] }): Edit {
  const removed: Note[] = []
  for (const id of given.notes) {
    const found = noteOf(document, id)
    if (found.status === 'refused') return found
    removed.push(found.note)
  }
  const [first] = removed
  if (first === undefined) return refused(message('refused.nothing-selected'))
  const name =
    removed.length === 1 ? message('edit.removed-note', { note: shortNote(first) }) : message('edit.removed-notes', { count: removed.length })
  return done(name, { removed })
}

/** The beginning of what a note says, on one line. */
export function shortNote({ text }: Pick<Note, 'text'>): string {
  const line = text.replaceAll(/\s+/g, ' ').trim()
  return line.length <= SHOWN_LETTERS ? line : `${line.slice(0, SHOWN_LETTERS - 1).trimEnd()}…`
}

function noteOf(document: WardDocument, id: Id): Refused | { readonly status: 'found'; readonly note: Note; readonly table: RecordTable } {
  const table = tableWith(document, id)
  const note = table?.[id]
  if (table === undefined || note?.kind !== 'note') return refused(message('refused.unknown', { id }))
  return { status: 'found', note, table }
}

function checked(note: Note): Note | Refused {
  if (note.text.trim() === '') return refused(message('refused.empty-note'))
  const parsed = Note.safeParse(note)
  return parsed.success ? parsed.data : refused(message('refused.wrong-field', { field: parsed.error.issues[0]?.path.join('.') ?? '', id: note.id }))
}

function rounded({ x, y }: Point): Point {
  return { x: roundToMillimetre(x), y: roundToMillimetre(y) }
}
