import { expect, it } from 'vitest'
import { setClosed } from '#shared/commands/set-closed'
import { recordsOf, type WardDocument } from '#shared/document/document'
import { say } from '#shared/report/say'
import { doUndoRedo, refusalOf } from '#test/support/edits'
import { workedExample } from '#test/support/worked-example'
import english from '../../../resources/locales/en.json'

const example = workedExample()
const scenario = 'scenario_oneday'
const room = { roomType: 'treatment-room' }
const bed = { ...room, fixtureType: 'bed' }
const closedOn = (document: WardDocument) => recordsOf(document.workshop, 'scenario')[0]?.closed
const closing = (document: WardDocument, place: typeof room | typeof bed, count: number) => {
  const edit = setClosed(document, { scenario, place, count })
  return { document: doUndoRedo(document, edit), said: edit.status === 'done' ? say(edit.name, english) : '' }
}

it('closes so many of a kind of place, changes how many, and opens them again, as the log says', () => {
  const one = closing(example, bed, 1)
  expect([closedOn(one.document), one.said]).toEqual([[{ ...bed, count: 1 }], 'Closed 1 of Treatment room, Bed on One day'])
  const both = closing(one.document, room, 2)
  expect([closedOn(both.document), both.said]).toEqual([
    [
      { ...bed, count: 1 },
      { ...room, count: 2 },
    ],
    'Closed 2 of Treatment room on One day',
  ])
  expect(closedOn(closing(both.document, bed, 3).document)?.[0]).toEqual({ ...bed, count: 3 })
  const opened = closing(both.document, bed, 0)
  expect([closedOn(opened.document), opened.said]).toEqual([[{ ...room, count: 2 }], 'Opened Treatment room, Bed again on One day'])
  expect(closing(opened.document, room, 0).document).toEqual(example)
  expect(closing(example, room, 0).document).toEqual(example)
})

it('makes one line of several about the same places', () => {
  const line = { ...room, count: 1 }
  const [day] = recordsOf(example.workshop, 'scenario')
  const twice: WardDocument = { ...example, workshop: { ...example.workshop, [scenario]: { ...day!, closed: [line, line] } } }
  expect(closedOn(closing(twice, bed, 1).document)).toEqual([
    { ...room, count: 2 },
    { ...bed, count: 1 },
  ])
})

it('refuses days, rooms and machines that are not there, and numbers that are none', () => {
  const reason = (given: Partial<Parameters<typeof setClosed>[1]>) =>
    refusalOf(setClosed(example, { scenario, place: room, count: 1, ...given })).reason.key
  expect(reason({ scenario: 'settings_worked' })).toBe('refused.unknown')
  expect(reason({ place: { roomType: 'theatre' } })).toBe('refused.unknown')
  expect(reason({ place: { ...room, fixtureType: 'laser' } })).toBe('refused.unknown')
  for (const count of [-1, 0.5, 1001, Number.NaN]) expect(reason({ count })).toBe('refused.wrong-number')
})
