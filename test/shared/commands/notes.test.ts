import { describe, expect, it } from 'vitest'
import { duplicateDesign } from '#shared/commands/duplicate-design'
import { addNote, moveNote, removeNotes, setNote, shortNote } from '#shared/commands/notes'
import { setDesign } from '#shared/commands/set-design'
import { recordsOf, type WardDocument } from '#shared/document/document'
import { decodeWard, encodeWard } from '#shared/exchange/ward-file'
import { doUndoRedo, refusalOf } from '#test/support/edits'
import { recordOf, smallUnit } from '#test/support/small-unit'
import { workedExample } from '#test/support/worked-example'

const { script, ids, freshId } = smallUnit()
const document = script.document()
const design = ids.design ?? ''
const said = { design, x: 2.00049, y: 5, text: ' The queue stands here at nine ', author: 'MK' }

function pinned(): { readonly after: WardDocument; readonly note: string } {
  const after = doUndoRedo(document, addNote(document, said, freshId))
  return { after, note: recordsOf(after.designs[design] ?? {}, 'note')[0]?.id ?? '' }
}

describe('notes', () => {
  it('are pinned to a whole millimetre of the first storey, not done with', () => {
    const { after, note } = pinned()
    expect(recordOf(after, note, 'note')).toMatchObject({
      number: 1,
      x: 2,
      y: 5,
      author: 'MK',
      isDone: false,
      storey: expect.stringMatching(/^storey_/),
    })
  })

  it('are moved, changed, ticked off and taken away, each a line of the log', () => {
    const { after, note } = pinned()
    const moved = doUndoRedo(after, moveNote(after, { note, dx: 0.1, dy: -1 }))
    expect(recordOf(moved, note, 'note')).toMatchObject({ x: 2.1, y: 4 })
    const done = setNote(moved, { note, fields: { isDone: true } })
    expect(done).toMatchObject({ name: { key: 'edit.resolved-note', values: { note: 'The queue stands here at nine' } } })
    const ticked = doUndoRedo(moved, done)
    expect(recordOf(ticked, note, 'note').isDone).toBe(true)
    expect(doUndoRedo(ticked, setNote(ticked, { note, fields: { text: 'Ask estates' } })).designs[design]?.[note]).toMatchObject({
      text: 'Ask estates',
    })
    const gone = doUndoRedo(ticked, removeNotes(ticked, { notes: [note] }))
    expect(gone.designs[design]?.[note]).toBeUndefined()
  })

  it('are numbered on, so that a number never means another note while the first is there', () => {
    const { after, note } = pinned()
    const two = doUndoRedo(after, addNote(after, { ...said, text: 'Two' }, freshId))
    const without = doUndoRedo(two, removeNotes(two, { notes: [note] }))
    const three = doUndoRedo(without, addNote(without, { ...said, text: 'Three' }, freshId))
    expect(recordsOf(three.designs[design] ?? {}, 'note').map(({ number, text }) => `${number} ${text}`)).toEqual(['2 Two', '3 Three'])
  })

  it('say something, and of what is there', () => {
    const { after, note } = pinned()
    expect(refusalOf(addNote(document, { ...said, text: ' \n' }, freshId)).reason.key).toBe('refused.empty-note')
    expect(refusalOf(setNote(after, { note, fields: { text: '' } })).reason.key).toBe('refused.empty-note')
    expect(refusalOf(addNote(document, { ...said, text: 'x'.repeat(1001) }, freshId)).reason.key).toBe('refused.wrong-field')
    expect(refusalOf(moveNote(after, { note, dx: 1e6, dy: 0 })).reason.key).toBe('refused.wrong-field')
    expect(refusalOf(moveNote(after, { note: ids.bed ?? '', dx: 1, dy: 0 })).reason.key).toBe('refused.unknown')
    expect(refusalOf(removeNotes(after, { notes: [] })).reason.key).toBe('refused.nothing-selected')
  })

  it('may be pinned to a locked design, which is not changed by them', () => {
    const locked = doUndoRedo(document, setDesign(document, { design, fields: { locked: true } }))
    expect(addNote(locked, said, freshId).status).toBe('done')
  })

  it('go with a copy of their design, and through a file', () => {
    const { after } = pinned()
    const copied = duplicateDesign(after, { design, name: 'B' }, freshId)
    const both = doUndoRedo(after, copied)
    const tables = Object.keys(both.designs).map((id) => recordsOf(both.designs[id] ?? {}, 'note'))
    expect(tables.map((notes) => notes.length)).toEqual([1, 1])
    expect(tables[1]?.[0]).toMatchObject({ origin: tables[0]?.[0]?.id, text: tables[0]?.[0]?.text })
    const example = workedExample()
    const [first] = Object.keys(example.designs)
    const noted = doUndoRedo(example, addNote(example, { ...said, design: first ?? '' }, freshId))
    expect(decodeWard(encodeWard(noted))).toMatchObject({ status: 'ok', document: noted })
  })

  it('are told by their beginning', () => {
    expect(shortNote({ text: 'one\n two' })).toBe('one two')
    expect(shortNote({ text: 'x'.repeat(41) })).toBe(`${'x'.repeat(39)}…`)
  })
})
