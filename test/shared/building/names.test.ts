import { describe, expect, it } from 'vitest'
import { buildBuilding } from '#shared/building/build-building'
import { quickFindings } from '#shared/building/document-findings'
import { nameOfFixture, nameOfGate } from '#shared/building/names'
import type { Edit } from '#shared/commands/edit'
import { moveFixture } from '#shared/commands/move-fixture'
import { putRecord } from '#shared/commands/put-record'
import { setOpening } from '#shared/commands/set-opening'
import { applyChange } from '#shared/document/change'
import { recordsOf, type WardDocument } from '#shared/document/document'
import { premisesOf } from '#shared/journeys/premises'
import { say } from '#shared/report/say'
import { smallUnit } from '#test/support/small-unit'
import english from '../../../resources/locales/en.json'

const { script, ids } = smallUnit()
const { design = '', desk = '', bed = '', officeDoor = '' } = ids

/** The workshop calls its desks by a word of its own; none has a name. */
script.run((document) => {
  const type = recordsOf(document.workshop, 'fixtureType').find(({ key }) => key === 'desk')
  if (type === undefined) throw new Error('no type of desk')
  return putRecord(document, { ...type, name: 'Nurse table' })
})
const document = script.document()

function after(edit: Edit): WardDocument {
  if (edit.status === 'refused') throw new Error(edit.reason.key)
  return applyChange(document, edit.change)
}

const built = ({ designs, workshop }: WardDocument) => buildBuilding(designs[design]!, workshop)
const fixtureIn = (of: WardDocument, id: string) => built(of).storeys[0]!.fixtures.find(({ fixture }) => fixture.id === id)!
const premises = (of: WardDocument) => premisesOf(built(of), () => undefined, of.workshop)

describe('a piece of furniture without a name', () => {
  it('is called alike on the plan, in the log, in findings and in trips: as the workshop calls its type', () => {
    expect(nameOfFixture(fixtureIn(document, desk))).toBe('Nurse table')
    const moved = moveFixture(document, { fixture: desk, dx: 19, dy: 0 })
    expect(moved).toMatchObject({ status: 'done', name: { values: { fixture: 'Nurse table' } } })
    expect(quickFindings(after(moved), design)).toContainEqual(
      expect.objectContaining({ message: { key: 'finding.fixtureOutside', values: { fixture: 'Nurse table' } } }),
    )
    const offered = premises(document)
    expect(offered.placeNameOf(offered.end(`${desk}#0`))).toBe('Nurse table')
  })

  it('is another object once its type is called something else, and what is of other types stays the very object', () => {
    const type = recordsOf(document.workshop, 'fixtureType').find(({ key }) => key === 'desk')!
    const renamed = { ...document, workshop: { ...document.workshop, [type.id]: { ...type, name: 'Desk again' } } }
    const before = fixtureIn(document, bed)
    expect(nameOfFixture(fixtureIn(renamed, desk))).toBe('Desk again')
    expect(fixtureIn(renamed, bed)).toBe(before)
  })
})

describe('an entrance without a name', () => {
  const words = (name: ReturnType<typeof nameOfGate>) => (typeof name === 'string' ? name : say(name, english))

  it('is called by the words of its gate, its own name before them, and a gate without words by its key', () => {
    expect(words(nameOfGate({ name: '', gate: 'main' }))).toBe('Main entrance')
    expect(words(nameOfGate({ name: 'North door', gate: 'main' }))).toBe('North door')
    expect(words(nameOfGate({ name: '', gate: 'day-unit' }))).toBe('day unit')
    // So that the ends of two trips are told to be the same.
    expect(nameOfGate({ name: '', gate: 'main' })).toBe(nameOfGate({ name: '', gate: 'main' }))
  })

  it('is called so where a trip comes from', () => {
    const gated = after(setOpening(document, { opening: officeDoor, fields: { gate: 'main', name: '' } }))
    const offered = premises(gated)
    expect(words(offered.nameOf(offered.end(officeDoor)))).toBe('Main entrance')
  })
})
