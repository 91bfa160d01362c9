import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { changeOf } from '#shared/comparison/change-of'
import { METRIC_KEYS, type MetricUnit, type MetricValue } from '#shared/metrics/measurement'
import { changeLine, figureText, metricName, resultText } from '#shared/report/metric-text'
import { workedExample } from '#test/support/worked-example'

const words = JSON.parse(readFileSync(new URL('../../../resources/locales/en.json', import.meta.url), 'utf8')) as Record<string, string>
const { workshop } = workedExample()

function value(unit: MetricUnit, amount: number, rest: Partial<MetricValue> = {}): MetricValue {
  return { metric: 'patientTravel', subject: undefined, unit, per: 'visit', better: 'less', result: { status: 'available', value: amount }, ...rest }
}

describe('a figure', () => {
  it.each<[MetricUnit, number, string]>([
    ['metre', 128, '128 m'],
    ['squareMetre', 190, '190 m²'],
    ['share', 0.729167, '73 %'],
    ['minute', 95, '1 h 35 min'],
    ['hour', 66.346, '66.3 h'],
    ['money', 1326.92, '£1,327'],
    ['count', 2, '2'],
  ])('in the unit %s', (unit, amount, text) => {
    expect(figureText(unit, amount, words)).toBe(text)
  })

  it('that is unavailable says why', () => {
    expect(resultText({ status: 'unavailable', reason: { key: 'unavailable.notMeasured', values: {} } }, 'metre', words)).toMatch(/^Not measured/)
  })
})

describe('a change', () => {
  it.each<[MetricUnit, number, number, string]>([
    ['metre', 97, 128, '31 m less (-24 %), better'],
    ['metre', 150, 128, '22 m more (+17 %), worse'],
    ['metre', 127, 128, 'about the same'],
    ['metre', 128, 128, 'no change'],
    ['count', 3, 5, '2 fewer (-40 %), better'],
    ['share', 0.7, 0.5, '20 points more, worse'],
  ])('in the unit %s from %d to %d', (unit, now, then, text) => {
    // The datum is the second figure.
    expect(changeLine(changeOf(value(unit, now), value(unit, then), 0.05), words)).toBe(text)
  })
})

describe('a metric', () => {
  it('has a name for every key', () => {
    for (const metric of METRIC_KEYS)
      expect(metricName({ metric, subject: undefined, per: undefined, unit: 'count' }, words, workshop)).not.toContain('metric.')
  })

  it('is named with its part and denominator', () => {
    expect(metricName({ metric: 'staffTravelPerPersonShift', subject: 'role:nurse', per: 'personShift', unit: 'metre' }, words, workshop)).toBe(
      'Staff travel for the tasks listed a person and shift, Nurse',
    )
    expect(metricName({ metric: 'load', subject: 'place:treatment-room/bed', per: 'day', unit: 'share' }, words, workshop)).toBe(
      'Load, Treatment room: bed',
    )
  })
})
