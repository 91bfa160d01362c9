import { expect, it } from 'vitest'
import { shippedCatalogue } from '#electron/cli/catalogue'
import { recordsOf } from '#shared/document/document'
import { planOfTerms, scenarioMessage, scenarioNames, USUAL_TERMS, worstDaysOf } from '#shared/simulation/run-terms'
import { endoscopyWorkshop } from '#test/support/endoscopy'
import { workedExample } from '#test/support/worked-example'

const { workshop } = endoscopyWorkshop(shippedCatalogue())

it('tries a unit against what can go wrong in it', () => {
  expect(worstDaysOf(workshop).map(({ key, of }) => [key, of?.roomType, of?.fixtureType])).toEqual([
    ['surge', undefined, undefined],
    ['fewStaff', undefined, undefined],
    ['roomDown', 'procedure-room', undefined],
    ['washerDown', 'scope-wash', 'washer'],
    ['moreWheels', undefined, undefined],
  ])
  const more = worstDaysOf(workshop).find(({ key }) => key === 'moreWheels')
  expect(more?.scenario.volumes[0]?.traits.mobility).toMatchObject({ walking: 0.84, wheelchair: 0.16 })
  // Nothing is washed there, and nobody comes in a wheelchair.
  expect(worstDaysOf(workedExample().workshop).map(({ key }) => key)).toEqual(['surge', 'fewStaff', 'roomDown'])
})

it('makes a plan of terms: days that fill the unit come before those that are looked at', () => {
  expect(planOfTerms(USUAL_TERMS, workshop)).toEqual({ seed: 1, days: 1 })
  expect(planOfTerms({ ...USUAL_TERMS, days: 5, warmUp: 2 }, workshop)).toEqual({ seed: 1, days: 7, warmUp: 172_800 })
  const down = planOfTerms({ ...USUAL_TERMS, scenario: 'roomDown' }, workshop)
  expect(down.scenario?.closed).toEqual([{ roomType: 'procedure-room', count: 1 }])
})

it('names scenarios, those that go wrong by what does', () => {
  expect(scenarioMessage(undefined, workshop)).toEqual({ key: 'worst.usual', values: {} })
  expect(scenarioMessage('roomDown', workshop)).toEqual({ key: 'worst.roomDown', values: { of: 'Procedure room' } })
  const [own] = recordsOf(workshop, 'scenario')
  expect(scenarioMessage(own?.id, workshop)).toEqual({ key: 'worst.own', values: { name: own?.name } })
  expect(scenarioNames(workshop)).toContain(own?.name)
})
