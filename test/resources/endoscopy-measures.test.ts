import { expect, it } from 'vitest'
import { designsOf } from '#shared/document/document'
import { type Measured, measureDesign } from '#shared/metrics/measure'
import { shippedCatalogue } from '#test/support/catalogue'
import { endoscopyWorkshop } from '#test/support/endoscopy'

const sample = endoscopyWorkshop(shippedCatalogue())
const [before, after, racetrack, oneWay] = designsOf(sample).map(({ id }) => measureDesign(sample, id, 'own')) as [
  Measured,
  Measured,
  Measured,
  Measured,
]

it.each([
  ['today', before],
  ...designsOf(sample)
    .slice(1)
    .flatMap(({ name, id }, index) => {
      const own = [after, racetrack, oneWay][index]!
      return [
        [name, own],
        [`${name} with today’s pathway`, measureDesign(sample, id, 'reference', own)],
      ] as const
    }),
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

it('shows what the racetrack and the one way gain, and what they cost', () => {
  for (const design of [racetrack, oneWay]) {
    for (const metric of ['patientTravel', 'sharedMetresPerDay', 'dignityMetres', 'flowDistance']) {
      expect(figure(design, metric), metric).toBeLessThan(figure(before, metric) * 0.95)
    }
    expect(figure(design, 'observation')).toBe(1)
    expect(figure(design, 'briefMissing')).toBe(11) // neither has the private space that the brief asks for
  }
  // Much the same visit as today, in a larger building with a crossing more.
  expect(figure(racetrack, 'handoffs')).toBe(figure(before, 'handoffs'))
  expect(figure(racetrack, 'queuePoints')).toBe(figure(before, 'queuePoints'))
  expect(figure(racetrack, 'grossArea')).toBeGreaterThan(figure(before, 'grossArea') * 1.05)
  expect(figure(racetrack, 'conflictPlaces')).toBeGreaterThan(figure(before, 'conflictPlaces'))
  // More moves and queues than the pods: patients still pass from stage to stage.
  expect(figure(oneWay, 'moves')).toBeGreaterThan(figure(after, 'moves'))
  expect(figure(oneWay, 'queuePoints')).toBeGreaterThan(figure(after, 'queuePoints'))
})

function figure({ values }: Measured, metric: string): number {
  const found = values.find((value) => value.metric === metric && value.subject === undefined)
  return found?.result.status === 'available' ? found.result.value : Number.NaN
}
