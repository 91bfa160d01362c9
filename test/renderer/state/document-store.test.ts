import { test } from '@fast-check/vitest'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { message } from '#shared/base/message'
import { moveFixture } from '#shared/commands/move-fixture'
import { canonicalText } from '#shared/exchange/canonical-text'
import { workedExample } from '#test/support/worked-example'
import { committed, isSaved, LONGEST_LOG, markSaved, type OpenDocument, opened, redone, undone } from '../../../renderer/state/document-store'

const TOKEN = `file-${'0'.repeat(32)}`
const fresh = () => opened(workedExample(), TOKEN, 'Unit.ward').open as OpenDocument

function moved(open: OpenDocument, dx: number): OpenDocument {
  const edit = moveFixture(open.document, { fixture: 'fixture_deskstaff', dx, dy: 0 })
  if (edit.status === 'refused') throw new Error(edit.reason.key)
  return committed(open, edit.change, edit.name)
}

it('is saved when opened, not saved after an edit, saved again when that is undone', () => {
  const edited = moved(fresh(), 1)
  expect(isSaved(fresh())).toBe(true)
  expect(isSaved(edited)).toBe(false)
  expect(isSaved(undone(edited)!.open)).toBe(true)
})

it('is not saved by a save that an edit overtook', () => {
  const first = moved(fresh(), 1)
  const later = moved(first, 1)
  expect(isSaved(markSaved(later, first.past.at(-1)!, TOKEN, 'Unit.ward'))).toBe(false)
  expect(isSaved(markSaved(first, first.past.at(-1)!, TOKEN, 'Unit.ward'))).toBe(true)
})

it('is never saved again once the saved state can no longer be reached', () => {
  const saved = moved(fresh(), 1)
  const back = undone(markSaved(saved, saved.past.at(-1)!, TOKEN, 'Unit.ward'))!.open
  const elsewhere = moved(back, 2)
  expect(isSaved(undone(elsewhere)!.open)).toBe(false)
})

it('leaves no line in the log for an edit that changes nothing', () => {
  const open = fresh()
  expect(committed(open, { added: [], updated: [], removed: [] }, message('edit.changed'))).toBe(open)
})

it('keeps of what moved only where it was and where it is, and no record of the document', () => {
  const open = moved(fresh(), 1)
  const desk = workedExample().designs.design_worked?.fixture_deskstaff
  if (desk?.kind !== 'fixture') throw new Error('The worked example has a staff desk')
  expect(open.past[0]?.change).toEqual({
    added: [],
    removed: [],
    updated: [{ id: desk.id, wasIn: desk.design, isIn: desk.design, was: { x: desk.x }, is: { x: desk.x + 1 } }],
  })
})

it('forgets the oldest lines of a log that nobody could read', () => {
  let open = fresh()
  for (let i = 0; i < LONGEST_LOG + 2; i++) open = moved(open, i % 2 === 0 ? 1 : -1)
  expect(open.past).toHaveLength(LONGEST_LOG)
})

it('calls a file by its name without its ending, and writes it as it was', () => {
  expect(opened(workedExample(), TOKEN, 'Unit.ward').open).toMatchObject({ name: 'Unit', form: 'zip' })
  expect(opened(workedExample(), TOKEN, 'Unit.ward.json').open).toMatchObject({ name: 'Unit', form: 'text' })
  expect(opened(workedExample(), null, 'sample').open).toMatchObject({ name: 'Worked example' })
})

test.prop([fc.array(fc.oneof(fc.integer({ min: 1, max: 9 }), fc.constant('undo' as const), fc.constant('redo' as const)), { maxLength: 30 })])(
  'undoing everything gives back the file byte by byte, and redoing everything what was there',
  (doings) => {
    let open = fresh()
    for (const doing of doings) {
      if (doing === 'undo') open = undone(open)?.open ?? open
      else if (doing === 'redo') open = redone(open)?.open ?? open
      else open = moved(open, doing / 10)
    }
    const there = canonicalText(open.document)
    let count = 0
    for (let step = undone(open); step !== undefined; step = undone(open)) {
      open = step.open
      count++
    }
    expect(canonicalText(open.document)).toBe(canonicalText(workedExample()))
    for (; count > 0; count--) open = redone(open)!.open
    expect(canonicalText(open.document)).toBe(there)
  },
)

it('forgets what an edit did that can no longer be done again', () => {
  const edited = moved(fresh(), 1)
  const told = { ...edited, effects: new Map([[edited.past[0]!, message('notice.saved', { name: 'x' })]]) }
  const back = undone(told)!.open
  expect(back.effects.size).toBe(1) // it may come again
  expect(moved(back, 2).effects.size).toBe(0)
})
