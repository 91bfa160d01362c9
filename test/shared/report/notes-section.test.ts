import { expect, it } from 'vitest'
import type { Edit } from '#shared/commands/edit'
import { addNote, setNote } from '#shared/commands/notes'
import { applyChange } from '#shared/document/change'
import { recordsOf } from '#shared/document/document'
import { notesSection } from '#shared/report/notes-section'
import type { Writer } from '#shared/report/report-input'
import { smallUnit } from '#test/support/small-unit'

const { script, ids, freshId } = smallUnit()
const design = ids.design ?? ''
const text: Writer['text'] = (key) => (typeof key === 'string' ? key : key.key)

it('lists what is open first, each note with the room that it is in', () => {
  let document = script.document()
  const run = (edit: Edit) => {
    if (edit.status === 'refused') throw new Error(edit.reason.key)
    document = applyChange(document, edit.change)
  }
  expect(notesSection({ document, text } as Writer)).toEqual([])
  run(addNote(document, { design, x: 2, y: 5, text: 'Done last week', author: 'MK' }, freshId))
  run(addNote(document, { design, x: 1, y: 1, text: 'Ask estates' }, freshId))
  run(addNote(document, { design, x: 11, y: 1, text: 'Free floor' }, freshId))
  const first = recordsOf(document.designs[design] ?? {}, 'note').find(({ number }) => number === 1)
  run(setNote(document, { note: first?.id ?? '', fields: { isDone: true } }))
  const table = notesSection({ document, text } as Writer)[1]
  expect(table?.type === 'table' && table.rows.map(({ cells }) => cells.map((cell) => cell.text))).toEqual([
    ['A', '2', 'Store', 'Ask estates', '', 'report.noteOpen'],
    ['A', '3', '', 'Free floor', '', 'report.noteOpen'],
    ['A', '1', 'Ward', 'Done last week', 'MK', 'report.noteDone'],
  ])
})
