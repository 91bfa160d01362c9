import { expect, it } from 'vitest'
import { designsOf } from '#shared/document/document'
import { type Measured, measureDesign } from '#shared/metrics/measure'
import { shippedCatalogue } from '#test/support/catalogue'
import { endoscopyWorkshop } from '#test/support/endoscopy'

const sample = endoscopyWorkshop(shippedCatalogue())
const [today, pods] = designsOf(sample).map(({ id }) => id) as [string, string]

const before = measureDesign(sample, today, 'own')
const after = measureDesign(sample, pods, 'own')

it.each([
  ['today', before],
  ['pods with today’s pathway', measureDesign(sample, pods, 'reference', after)],
  ['pods', after],
] as const)('%s carries the demand, and has every measure that needs no time', (_name, measured) => {
  const missing = measured.values.flatMap(({ metric, result }) => (result.status === 'available' ? [] : [[metric, result.reason.key]]))
  expect(missing.filter(([metric]) => metric !== 'valueAddedRatio' && metric !== 'sameSexBreaches')).toEqual([])
  expect(measured.overloaded).toEqual([])
})

it('shows the everyday faults of today, and what the pods do about each', () => {
  for (const metric of ['patientTravel', 'moves', 'handoffs', 'queuePoints', 'sharedMetresPerDay', 'dignityMetres', 'briefMissing']) {
    expect(figure(after, metric), metric).toBeLessThan(figure(before, metric) * 0.95)
  }
  // Private rooms cost observation: the plan is not tuned to hide it.
  expect(figure(after, 'observation')).toBeLessThan(figure(before, 'observation'))
  expect(figure(before, 'steps')).toBeCloseTo(12.3, 1) // about 12 steps and 5 to 6 handoffs: domain.md section 4
  expect(figure(before, 'handoffs')).toBeGreaterThan(5)
  expect(figure(before, 'handoffs')).toBeLessThan(6)
})

function figure({ values }: Measured, metric: string): number {
  const found = values.find((value) => value.metric === metric && value.subject === undefined)
  return found?.result.status === 'available' ? found.result.value : Number.NaN
}
