import { expect, it } from 'vitest'
import { demandOf } from '#shared/demand/demand'
import { worstDays } from '#shared/demand/worst-days'
import type { Scenario } from '#shared/document/workshop'
import { scenarioOf } from '#shared/journeys/pathways-in-force'
import { modelOfDesign } from '#shared/simulation/lay-design'
import { runModel } from '#shared/simulation/run-model'
import { THREE_DESIGN, threePatients } from '#test/support/three-patients'
import { toldTrace } from '#test/support/told-trace'

const document = threePatients()
const day = scenarioOf(document.workshop)!
const room = { roomType: 'treatment' }
const bed = { ...room, fixtureType: 'bed' }

function bedsUsed(scenario: Scenario) {
  const compiled = modelOfDesign(document, THREE_DESIGN, 'own', scenario)
  if (compiled.status === 'refused') return compiled.reason
  const { trace, status } = runModel(compiled.model, demandOf(scenario, 1, 0, 1))
  expect(status).toBe('ok')
  return [...new Set(toldTrace(compiled.model, trace, 28_800).flatMap((line) => /^P\d step (\w+) treat/.exec(line)?.[1] ?? []))]
}
const closing = (...closed: NonNullable<Scenario['closed']>) => bedsUsed({ ...day, closed })

it('leaves the last bed alone where one is closed, or the room that it stands in', () => {
  expect(bedsUsed(day)).toEqual(['bedaaa', 'bedbbb'])
  expect(closing({ ...bed, count: 1 })).toEqual(['bedaaa'])
  expect(closing({ ...room, count: 1 })).toEqual(['bedaaa'])
})

it('says that a day closes all the places that a step needs, and where', () => {
  const why = {
    key: 'unavailable.allClosed',
    values: { pathway: 'Visit', step: 'Treat', scenario: day.name, place: expect.arrayContaining(['Treatment']) },
  }
  expect(closing({ ...bed, count: 2 })).toMatchObject(why)
  expect(closing({ ...room, count: 1000 })).toMatchObject(why)
})

it('closes one room more on a worst day than the workshop’s own day does', () => {
  const own: Scenario = { ...day, closed: [{ ...room, count: 1 }] }
  const [down] = worstDays(own, { surge: 1, staff: 1, room }).filter(({ key }) => key === 'roomDown')
  expect(bedsUsed(own)).toEqual(['bedaaa'])
  expect(bedsUsed(down!.scenario)).toMatchObject({ key: 'unavailable.allClosed' })
})
