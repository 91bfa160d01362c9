import { expect, it } from 'vitest'
import { changeOf, type MetricChange } from '#shared/comparison/change-of'
import type { DesignComparison } from '#shared/comparison/comparison'
import { Design } from '#shared/document/elements/design'
import type { MetricKey, MetricValue } from '#shared/metrics/measurement'
import { changeGroups } from '../../../../renderer/panels/compare/change-bars'

function change(metric: MetricKey, now: number, then: number, better: MetricValue['better'] = 'less'): MetricChange {
  const value = (amount: number): MetricValue => ({
    metric,
    subject: undefined,
    unit: 'metre',
    per: 'visit',
    better,
    result: { status: 'available', value: amount },
  })
  return changeOf(value(now), value(then), 0.05)
}

function compared(name: string, isDatum: boolean, ...whole: readonly MetricChange[]): DesignComparison {
  const design = Design.parse({ id: `design_${name}`, kind: 'design', name, idea: '', isCurrentState: isDatum })
  return { design, isDatum, whole, layout: whole, process: [], roomLevel: [], hasVariants: false, overloaded: [] }
}

const today = compared('todays', true, change('patientTravel', 100, 100))

it('a bar leads to the right where the change is for the better, whichever way the figure goes', () => {
  const design = compared('another', false, change('patientTravel', 70, 100), change('observation', 50, 100, 'more'))
  const { groups } = changeGroups([today, design])
  expect(groups.map(({ first, bars }) => [first.metric, bars.map(({ index, gain }) => [index, gain])])).toEqual([
    ['patientTravel', [[1, expect.closeTo(0.3, 9)]]],
    ['observation', [[1, expect.closeTo(-0.5, 9)]]],
  ])
})

it('a measure that no design changes by enough is named, and has no bar', () => {
  const { groups, same } = changeGroups([today, compared('another', false, change('patientTravel', 98, 100), change('handoffs', 3, 5))])
  expect(groups.map(({ first }) => first.metric)).toEqual(['handoffs'])
  expect(same.map(({ metric }) => metric)).toEqual(['patientTravel'])
})

it('a change from nothing has no share, and is a bar without a length', () => {
  const { groups } = changeGroups([today, compared('another', false, change('conflictPlaces', 2, 0))])
  expect(groups[0]?.bars[0]).toMatchObject({ gain: undefined, change: { change: 2, verdict: 'worse' } })
})
