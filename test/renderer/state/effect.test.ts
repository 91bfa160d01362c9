import { expect, it } from 'vitest'
import type { MetricKey, MetricValue } from '#shared/metrics/measurement'
import { effectOf } from '../../../renderer/state/effect'

const value = (metric: MetricKey, amount: number): MetricValue => ({
  metric,
  subject: undefined,
  unit: 'metre',
  per: 'visit',
  better: 'less',
  result: { status: 'available', value: amount },
})
const walks = (patient: number, staff: number) => [value('patientTravel', patient), value('staffTravelPerPatient', staff)]

it('says the larger of what an edit did to patients and to staff', () => {
  expect(effectOf(walks(128, 60), walks(97, 62))).toEqual({ key: 'effect.patient-less', values: { by: 31 } })
  expect(effectOf(walks(128, 60), walks(127, 80))).toEqual({ key: 'effect.staff-more', values: { by: 20 } })
})

it('says nothing where nothing changed, or there is no number', () => {
  expect(effectOf(walks(128, 60), walks(128.01, 60))).toBeUndefined()
  expect(effectOf([], walks(128, 60))).toBeUndefined()
})
