import { expect, it } from 'vitest'
import { bestOf } from '#shared/comparison/best-of'
import type { Ranking } from '#shared/comparison/comparison'
import { MEASURE_GROUPS } from '#shared/comparison/measure-groups'
import { METRIC_KEYS } from '#shared/metrics/measurement'

function ranking(...values: readonly number[]): Ranking {
  const ranked = values.map((value, index) => ({ design: `design_${index}`, value, rank: 1 + values.filter((other) => other < value).length }))
  return { metric: 'patientTravel', subject: undefined, ranked, unranked: [] }
}

it.each([
  ['the first', [100, 106, 130], ['design_0']],
  ['all that are about the same as it', [100, 104.9, 130], ['design_0', 'design_1']],
  ['none where all are about the same', [100, 101, 104], []],
  ['none where only one is ranked', [100], []],
  ['none where nothing is ranked', [], []],
  ['those with none at all before one with a little', [0, 0, 0.01], ['design_0', 'design_1']],
] as const)('best is %s', (_, values, best) => {
  expect(bestOf(ranking(...values), 0.05)).toEqual(best)
})

it('every measure stands in one group', () => {
  expect(MEASURE_GROUPS.flatMap(({ metrics }) => metrics).sort()).toEqual([...METRIC_KEYS].sort())
})
