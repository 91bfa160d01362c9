import { expect, it } from 'vitest'
import { meanInterval } from '#shared/comparison/intervals'
import { differenceOf } from '#shared/comparison/simulated'
import type { SimulatedName } from '#shared/metrics/simulated-day'
import { clockText } from '#shared/report/figures'
import { differenceText, intervalTexts, neededMessage, rangeText, simulatedFigureText } from '#shared/report/simulated-figures'
import words from '../../../resources/locales/en.json'

const LEAD = { metric: 'leadTime', subject: undefined, unit: 'minute', better: 'less' } as const

it('says times of day as a clock does, and what is more than a day later', () => {
  expect(clockText(34_500)).toBe('09:35')
  expect(clockText(86_400 + 300)).toBe('00:05 +1')
  expect(simulatedFigureText({ metric: 'dayEnds', unit: 'hour' }, 17.5, words)).toBe('17:30')
  expect(simulatedFigureText({ metric: 'visits', unit: 'count' }, 2, words)).toBe('2.00')
})

it('says a mean with the interval that it lies in, which is never below nothing', () => {
  // Mean 40, sd 10, t 4.303 for two degrees of freedom: 24.8 either way.
  expect(intervalTexts({ name: LEAD, interval: meanInterval([30, 40, 50]) }, words)).toEqual({ mean: '40 min', range: '15 min to 1 h 5 min' })
  expect(intervalTexts({ name: LEAD, interval: meanInterval([0, 1, 8]) }, words).range).toMatch(/^0 min to /)
  // A tenth of a minute at most: nothing is told in seconds, too.
  expect(intervalTexts({ name: LEAD, interval: meanInterval([0, 0.01, 0.05]) }, words)).toEqual({ mean: '1 s', range: '0 s to 5 s' })
  expect(intervalTexts({ name: LEAD, interval: meanInterval([5, 5]) }, words)).toEqual({ mean: '5 min', range: undefined })
  expect(intervalTexts({ name: LEAD, interval: meanInterval([]) }, words).range).toBeUndefined()
  // Seconds apart, which minutes do not show.
  expect(intervalTexts({ name: LEAD, interval: meanInterval([5, 5.001]) }, words)).toEqual({ mean: '5 min', range: undefined })
})

it('says both ends of a range, and one where they read the same', () => {
  expect(rangeText(LEAD, 8, 15, words)).toBe('8 min to 15 min')
  expect(rangeText(LEAD, 10, 10, words)).toBe('10 min')
})

it('says how many runs would tell, where so far they do not', () => {
  const interval = meanInterval([-1, 3, 2, -2])
  const about = { interval, relative: undefined, sentence: { key: '', values: {} }, pairing: undefined }
  expect(neededMessage({ ...about, verdict: 'unclear', runsNeeded: 90 })).toEqual({ key: 'simulated.needed', values: { runs: 90 } })
  expect(neededMessage({ ...about, verdict: 'unclear', runsNeeded: undefined })?.key).toBe('simulated.neededNone')
  expect(neededMessage({ ...about, verdict: 'better', runsNeeded: 90 })).toBeUndefined()
})

it('calls no difference better or worse that is negligible', () => {
  const name: SimulatedName = { metric: 'queueLength', subject: 'step:visit/check-in', unit: 'count', better: 'less' }
  const ofDays = (design: string, days: readonly number[]) =>
    ({ design, reading: 'own', names: [name], rows: days.map((day) => Float64Array.of(day)), stopped: undefined, events: 0 }) as const
  const than = (more: readonly number[]) => {
    const [today, other] = [ofDays('design_today', [0, 0, 0.001]), ofDays('design_other', more)]
    return differenceText(differenceOf(other, today, name, 0, 0.95, 0.05)!, words)
  }
  // Twice as many and more, but a thousandth of a person.
  expect(than([0.002, 0.002, 0.003])).toBe('about the same (3 runs)')
  expect(than([0.02, 0.02, 0.021])).toBe('about 0.02 more (3 runs), worse')
  // By 0.001 to 0.007, 0.004 in the mean: more days would not show it either.
  expect(than([0.003, 0.004, 0.006])).toBe('too small to call (3 runs)')
})
