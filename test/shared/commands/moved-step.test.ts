import { expect, it } from 'vitest'
import { setStep } from '#shared/commands/variant-steps'
import { recordsOf } from '#shared/document/document'
import type { Place } from '#shared/document/pathway'
import { say } from '#shared/report/say'
import { counterIds } from '#test/support/counter-ids'
import { doUndoRedo } from '#test/support/edits'
import { workedExample } from '#test/support/worked-example'
import english from '../../../resources/locales/en.json'

const example = workedExample()
const bed = { roomType: 'treatment-room', fixtureType: 'bed' }

/** The log's line where Prepare, which is done at a bed of its choice, is done there instead; and where it is done then. */
function moved(place: Place, document = example) {
  const edit = setStep(document, { pathway: 'treatment-visit', step: 'prepare', fields: { place } }, counterIds())
  const after = doUndoRedo(document, edit)
  const step = recordsOf(after.workshop, 'pathway').flatMap(({ steps }) => steps.filter(({ key }) => key === 'prepare'))[0]
  return { line: edit.status === 'done' ? say(edit.name, english) : undefined, place: step?.place, after }
}

it('says where a step was moved, and what it said of its place and says no more', () => {
  expect(moved({ roomType: 'waiting', choice: 'balanced' })).toMatchObject({
    line: 'Moved Prepare to Waiting and reception, anywhere in it: it no longer says Bed',
    place: { roomType: 'waiting', choice: 'balanced' },
  })
  expect(moved({ ...bed, roomType: 'staff-base', choice: 'balanced' }).line).toBe('Moved Prepare to Staff base')
  const asCheckIn = moved({ step: 'check-in' })
  expect(asCheckIn.line).toBe('Prepare is done where Check-in was, so it no longer says which of several places it takes')
  expect(asCheckIn.place).toEqual({ step: 'check-in' })
  expect(moved({ roomType: 'waiting' }, asCheckIn.after).line).toBe('Moved Prepare to Waiting and reception')
  expect(moved({ step: 'check-in' }, moved(bed).after).line).toBe('Prepare is done where Check-in was')
})

it('says of the same rooms only that the pathway has changed', () => {
  expect(moved({ ...bed, choice: 'nearest' }).line).toBe('Changed Treatment visit')
  expect(moved({ roomType: 'treatment-room' }).line).toBe('Changed Treatment visit')
})
