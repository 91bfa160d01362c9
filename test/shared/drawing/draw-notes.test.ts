import { expect, it } from 'vitest'
import type { Edit } from '#shared/commands/edit'
import { addNote, setNote } from '#shared/commands/notes'
import { applyChange } from '#shared/document/change'
import { recordsOf, type WardDocument } from '#shared/document/document'
import { drawNotes } from '#shared/drawing/draw-notes'
import { smallUnit } from '#test/support/small-unit'

const unit = smallUnit()
const design = unit.ids.design ?? ''

function after(document: WardDocument, edit: Edit): WardDocument {
  if (edit.status === 'refused') throw new Error(edit.reason.key)
  return applyChange(document, edit.change)
}

it('tells a note that is done with by a tick and by its part, so that it can be drawn hollow', () => {
  const pinned = [1, 2].reduce(
    (document, x) => after(document, addNote(document, { design, x, y: 3, text: 'Ask' }, unit.freshId)),
    unit.script.document(),
  )
  const [open, other] = recordsOf(pinned.designs[design] ?? {}, 'note')
  if (open === undefined || other === undefined) throw new Error('no notes')
  const done = after(pinned, setNote(pinned, { note: other.id, fields: { isDone: true } }))
  const drawn = drawNotes(done.designs[design] ?? {}, open.storey, 0.3)
  expect(drawn).toMatchObject([
    { role: 'noteNumber', element: open.id, form: { text: String(open.number), at: { x: open.x, y: 3 } } },
    { role: 'noteNumber', element: other.id, part: 'done', form: { text: `✓ ${other.number}` } },
  ])
  expect(drawn[0]).not.toHaveProperty('part')
})
