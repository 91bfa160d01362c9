import { type RecordTable, recordsOf } from '#shared/document/document'
import type { Shape } from './shape'

/** The notes of a storey, each by its number over its place; a tick where it is done with. */
export function drawNotes(table: RecordTable, storey: string, size: number): Shape[] {
  return recordsOf(table, 'note')
    .filter((note) => note.storey === storey)
    .map(({ id, number, isDone, x, y }) => ({
      role: 'noteNumber',
      element: id,
      ...(isDone ? { part: 'done' } : {}),
      form: { type: 'text', at: { x, y }, text: isDone ? `✓ ${number}` : String(number), size, fits: size * 3 },
    }))
}
