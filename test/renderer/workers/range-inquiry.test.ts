import { expect, it } from 'vitest'
import { type Measured, measureDesign } from '#shared/metrics/measure'
import { TWO_WAYS_DESIGN, twoWaysUnit } from '#test/support/two-ways-unit'
import { answerToInquiry } from '../../../renderer/workers/inquiries'

const measured = measureDesign(twoWaysUnit(0.2), TWO_WAYS_DESIGN, 'own')
const [clean] = measured.trips.filter(({ flow, role }) => flow === 'clean' && role === undefined)
/** As many trips of the clean set as would take a while. */
const many = { ...measured, trips: Array.from({ length: 401 }, () => clean!) }

type Figure = 'sharedMetresPerTrip' | 'dignityMetres' | 'patientTravel'

/** By a clock that stands still, unless it is told to go. */
function ask(metric: Figure, of: Measured = measured, isPressed = false, now = () => 0) {
  return answerToInquiry({ about: 'range', design: TWO_WAYS_DESIGN, reading: 'own', isLatest: false, isPressed, metric, subject: undefined }, of, now)
}

it('says between what a figure lies, with the flow of each trip concerned and nothing that cannot be sent', () => {
  const found = ask('sharedMetresPerTrip')
  expect(found).toMatchObject({ status: 'found', low: 0, legs: [{ trip: clean!.key, flow: 'clean', low: 0 }] })
  // The way that it goes, and the one that it may go.
  expect(found).toMatchObject({ legs: [{ drawn: { trip: { perDay: 20 }, marks: [{ role: 'route' }, { role: 'otherWay' }] } }] })
  expect(structuredClone(found)).toEqual(found)
  expect(ask('patientTravel')).toBeUndefined()
})

it('tries hundreds of trips only for whoever presses for it', () => {
  expect(ask('sharedMetresPerTrip', many)).toEqual({ status: 'unasked', legs: 401 })
  expect(ask('sharedMetresPerTrip', many, true)).toMatchObject({ low: 0 })
  // No patient is among the many, and a number that hangs on no way needs no trial.
  expect(ask('dignityMetres', many)).toMatchObject({ low: 0, high: 10 })
  expect(ask('patientTravel', many)).toBeUndefined()
})

it('answers within a moment, and goes on where it stopped when asked again', () => {
  const anew = measureDesign(twoWaysUnit(0.2), TWO_WAYS_DESIGN, 'own')
  let clock = 0
  const leaping = () => {
    clock += 100
    return clock
  }
  const answers = Array.from({ length: 10 }, () => ask('sharedMetresPerTrip', anew, false, leaping))
  const shares = answers.map((answer) => (answer !== undefined && 'done' in answer ? answer.done : 1))
  // One of the two legs, clean and used, at each asking, and then what they come to.
  expect(shares.slice(0, 4)).toEqual([0.5, 1, 1, 1])
  expect(answers.slice(2).every((answer) => answer !== undefined && 'status' in answer && answer.status === 'found')).toBe(true)
  expect(answers.at(-1)).toEqual(ask('sharedMetresPerTrip'))
})
