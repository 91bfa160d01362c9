import { expect, it } from 'vitest'
import { buildBuilding } from '#shared/building/build-building'
import { quickFindings } from '#shared/building/document-findings'
import { sharesTaken } from '#shared/building/share-findings'
import { moveFixture } from '#shared/commands/move-fixture'
import { setPlaceShares } from '#shared/commands/set-place-shares'
import { recordsOf, type WardDocument } from '#shared/document/document'
import { doUndoRedo } from '#test/support/edits'
import { WORKED_DESIGN, workedExample } from '#test/support/worked-example'
import { withRecords, withStep } from '#test/support/worked-variations'

const beds = { roomType: 'treatment-room', fixtureType: 'bed' }
const [one, two] = ['fixture_bedone', 'fixture_bedtwo'] as const
const assigned = withStep(workedExample(), 'prepare', (step) => ({ ...step, place: { ...beds, choice: 'assigned' } }))
const uneven = doUndoRedo(assigned, setPlaceShares(assigned, { design: WORKED_DESIGN, place: beds, weights: { [one]: 1, [two]: 3 } }))

function about(document: WardDocument) {
  return quickFindings(document, WORKED_DESIGN)
    .filter(({ message }) => /hare/.test(message.key))
    .map(({ message, where, severity }) => ({ severity, key: message.key, where, values: message.values }))
}

it('says nothing where every place has its share, and none where none is said', () => {
  expect(about(assigned)).toEqual([])
  expect(about(uneven)).toEqual([])
})

it('says what share of the visits a place takes, of those that go by shares, and a room with all of its places', () => {
  const taken = (element: string, document: WardDocument) => {
    const table = document.designs[WORKED_DESIGN] ?? {}
    return sharesTaken(element, buildBuilding(table, document.workshop), document.workshop, recordsOf(document.workshop, 'pathway'))
  }
  const of = { type: ['Treatment room', 'Bed'], pathway: 'treatment-visit', step: 'prepare' }
  expect(taken(two, assigned)).toEqual([{ ...of, share: 0.5 }])
  expect(taken(two, uneven)).toEqual([{ ...of, share: 0.75 }])
  expect(taken('room_treatment', uneven)).toEqual([{ ...of, share: 1 }])
  expect(taken('room_waiting', uneven)).toEqual([])
  expect(taken(two, workedExample())).toEqual([])
})

it('says of a place that was added since that it takes no visits', () => {
  const third = withRecords(uneven, (record) => (record.kind === 'design' ? { ...record, placeShares: [{ ...beds, shares: { [one]: 1 } }] } : record))
  expect(about(third)).toEqual([
    { severity: 'warning', key: 'finding.placeWithoutShare', where: [two], values: { place: 'Bed 2', type: ['Treatment room', 'Bed'] } },
  ])
})

it('says of a place that has left its rooms that its share goes to the others', () => {
  const away = doUndoRedo(uneven, moveFixture(uneven, { fixture: two, dx: 0, dy: 20 }))
  expect(about(away)).toEqual([
    { severity: 'warning', key: 'finding.shareElsewhere', where: [two], values: { place: 'Bed 2', type: ['Treatment room', 'Bed'] } },
  ])
})

it('says nothing of shares that no step goes by', () => {
  const evenly = withStep(uneven, 'prepare', (step) => ({ ...step, place: { ...beds, choice: 'balanced' } }))
  const away = doUndoRedo(evenly, moveFixture(evenly, { fixture: two, dx: 0, dy: 20 }))
  expect(about(away)).toEqual([])
})
