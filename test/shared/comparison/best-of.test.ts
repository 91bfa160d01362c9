import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { bestOf } from '#shared/comparison/best-of'
import { changeOf, type Verdict } from '#shared/comparison/change-of'
import type { Ranking } from '#shared/comparison/comparison'
import { MEASURE_GROUPS } from '#shared/comparison/measure-groups'
import { METRIC_KEYS, type MetricValue } from '#shared/metrics/measurement'

function ranking(...values: readonly number[]): Ranking {
  const ranked = values.map((value, index) => ({ design: `design_${index}`, value, rank: 1 + values.filter((other) => other < value).length }))
  return { metric: 'patientTravel', subject: undefined, ranked, unranked: [] }
}

const travel = (value: number, better: 'less' | 'more'): MetricValue => ({
  metric: 'patientTravel',
  subject: undefined,
  unit: 'metre',
  per: 'visit',
  better,
  result: { status: 'available', value },
})

const nobody = { datum: undefined, told: new Map<string, Verdict>() }

it.each([
  ['the first', [100, 106, 130], ['design_0']],
  ['all that are about the same as it', [100, 104.9, 130], ['design_0', 'design_1']],
  ['none where all are about the same', [100, 101, 104], []],
  ['none where another is about the same as one that is as good as the first', [100, 104, 108], []],
  ['none where only one is ranked', [100], []],
  ['none where nothing is ranked', [], []],
  ['those with none at all before one with a little', [0, 0, 0.01], ['design_0', 'design_1']],
] as const)('best is %s', (_, values, best) => {
  expect(bestOf(ranking(...values), 0.05, nobody)).toEqual(best)
})

describe('best and what is told against today do not contradict each other', () => {
  const told = (...verdicts: readonly (Verdict | 'today')[]) => ({
    datum: verdicts.includes('today') ? `design_${verdicts.indexOf('today')}` : undefined,
    told: new Map(verdicts.flatMap((verdict, index) => (verdict === 'today' ? [] : [[`design_${index}`, verdict] as const]))),
  })

  it('today alone is best where every other is worse', () => {
    expect(bestOf(ranking(100, 106), 0.05, told('today', 'worse'))).toEqual(['design_0'])
  })

  it('none is where it is about the same as today, as good as the first or by a hair less', () => {
    expect(bestOf(ranking(96, 100, 130), 0.05, told('same', 'today', 'worse'))).toEqual([])
    // 4.9 % of today's 100, which counts as none, and 5.2 % of 95.1.
    expect(bestOf(ranking(95.1, 100, 130), 0.05, told('same', 'today', 'worse'))).toEqual([])
  })

  it('none is where it is about the same as today, which is not ranked', () => {
    expect(bestOf(ranking(96, 130), 0.05, told('same', 'worse'))).toEqual([])
  })

  test.prop([fc.array(fc.integer({ min: 0, max: 200 }), { minLength: 2, maxLength: 6 }), fc.nat(), fc.constantFrom('less', 'more')])(
    'whatever the values are',
    (values, nth, better) => {
      const sign = better === 'less' ? 1 : -1
      const sorted = [...values].sort((a, b) => sign * (a - b))
      const ranked = sorted.map((value, index) => ({
        design: `design_${index}`,
        value,
        rank: 1 + sorted.filter((other) => sign * (other - value) < 0).length,
      }))
      const today = nth % sorted.length
      const verdicts = sorted.map((value) => changeOf(travel(value, better), travel(sorted[today]!, better), 0.05).verdict)
      const against = {
        datum: `design_${today}`,
        told: new Map<string, Verdict | undefined>(verdicts.map((verdict, index) => [`design_${index}`, verdict])),
      }
      against.told.delete(against.datum)
      const best = bestOf({ metric: 'patientTravel', subject: undefined, ranked, unranked: [] }, 0.05, against)
      for (const id of best) expect([undefined, 'better']).toContain(against.told.get(id))
      if (best.includes(against.datum)) expect([...against.told.values()]).not.toContain('better')
    },
  )
})

it('every measure stands in one group', () => {
  expect(MEASURE_GROUPS.flatMap(({ metrics }) => metrics).sort()).toEqual([...METRIC_KEYS].sort())
})
