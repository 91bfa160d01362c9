import { expect, it } from 'vitest'
import { measureDesign } from '#shared/metrics/measure'
import { TWO_WAYS_DESIGN, twoWaysUnit } from '#test/support/two-ways-unit'
import { answerToInquiry } from '../../../renderer/workers/inquiries'

const measured = measureDesign(twoWaysUnit(0.2), TWO_WAYS_DESIGN, 'own')
const [clean] = measured.trips.filter(({ flow, role }) => flow === 'clean' && role === undefined)
/** As many trips of the clean set as would take a while. */
const many = { ...measured, trips: Array.from({ length: 401 }, () => clean!) }

function ask(metric: 'sharedMetresPerTrip' | 'dignityMetres' | 'patientTravel', of = measured, isPressed = false) {
  return answerToInquiry({ about: 'range', design: TWO_WAYS_DESIGN, reading: 'own', isLatest: false, isPressed, metric, subject: undefined }, of)
}

it('says between what a figure lies, with the flow of each trip concerned and nothing that cannot be sent', () => {
  const found = ask('sharedMetresPerTrip')
  expect(found).toMatchObject({ low: 0, legs: [{ trip: clean!.key, flow: 'clean', low: 0 }] })
  // The way that it goes, and the one that it may go.
  expect(found).toMatchObject({ legs: [{ drawn: { trip: { perDay: 20 }, marks: [{ role: 'route' }, { role: 'otherWay' }] } }] })
  expect(structuredClone(found)).toEqual(found)
  expect(ask('patientTravel')).toBeUndefined()
})

it('tries hundreds of trips only for whoever presses for it', () => {
  expect(ask('sharedMetresPerTrip', many)).toBe(401)
  expect(ask('sharedMetresPerTrip', many, true)).toMatchObject({ low: 0 })
  // No patient is among the many, and a number that hangs on no way needs no trial.
  expect(ask('dignityMetres', many)).toMatchObject({ low: 0, high: 10 })
  expect(ask('patientTravel', many)).toBeUndefined()
})
