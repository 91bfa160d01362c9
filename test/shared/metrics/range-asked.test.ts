import { expect, it } from 'vitest'
import { measureDesign } from '#shared/metrics/measure'
import { askedRange, legsNotTried } from '#shared/metrics/range-asked'
import { TWO_WAYS_DESIGN, twoWaysUnit } from '#test/support/two-ways-unit'

const measured = measureDesign(twoWaysUnit(0.2), TWO_WAYS_DESIGN, 'own')
const [clean] = measured.trips.filter(({ flow, role }) => flow === 'clean' && role === undefined)
const withLegs = (count: number) => ({ ...measured, trips: Array.from({ length: count }, () => clean!) })

it('finds the range while few legs have to be tried for it, and says how many there are where they are more than 400', () => {
  expect(askedRange(measured, { metric: 'sharedMetresPerTrip', subject: undefined })).toMatchObject({
    status: 'found',
    range: { low: 0, legs: [{ trip: clean }] },
  })
  expect(askedRange(withLegs(400), { metric: 'sharedMetresPerTrip', subject: undefined })).toMatchObject({ status: 'found', range: { low: 0 } })
  expect(askedRange(withLegs(401), { metric: 'sharedMetresPerTrip', subject: undefined })).toEqual({ status: 'unasked', legs: 401 })
  expect(askedRange(withLegs(401), { metric: 'sharedMetresPerTrip', subject: undefined }, true)).toMatchObject({ status: 'found', range: { low: 0 } })
})

it('counts patients for exposed metres, the others for what is kept apart, and nobody for what hangs on no way', () => {
  expect(askedRange(withLegs(401), { metric: 'dignityMetres', subject: undefined })).toMatchObject({ status: 'found', range: { low: 0, high: 10 } })
  expect(askedRange(withLegs(401), { metric: 'patientTravel', subject: undefined })).toBeUndefined()
  expect([measured, withLegs(400), withLegs(401)].map(legsNotTried)).toEqual([0, 0, 401])
})
