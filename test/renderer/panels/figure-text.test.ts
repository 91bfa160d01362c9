import { describe, expect, it } from 'vitest'
import type { MetricValue } from '#shared/metrics/measurement'
import { boardText, changeText, figureParts } from '../../../renderer/panels/figure-text'
import { headline } from '../../../renderer/panels/tiles'

const value = (given: Partial<MetricValue>, amount: number): MetricValue => ({
  metric: 'patientTravel',
  subject: undefined,
  unit: 'metre',
  per: 'visit',
  better: 'less',
  result: { status: 'available', value: amount },
  ...given,
})
const against = (given: Partial<MetricValue>, now: number, then: number) => changeText(value(given, now), value(given, then), 0.05)

describe('a change against today', () => {
  it('is said with its amount, its share and whether it is better', () => {
    expect(against({}, 97, 128)).toEqual({ verdict: 'better', direction: 'down', amount: '31 m less', share: '−24 %', word: 'better' })
    expect(against({}, 128, 97)).toMatchObject({ verdict: 'worse', direction: 'up', amount: '31 m more' })
  })

  it('is better upwards where more is better', () => {
    expect(against({ metric: 'observation', unit: 'share', better: 'more' }, 0.75, 0.5)).toMatchObject({
      verdict: 'better',
      amount: '25 points more',
      share: '',
    })
  })

  it('is about the same below the smallest difference that matters', () => {
    expect(against({}, 100, 104)).toMatchObject({ verdict: 'same', word: 'about the same' })
    expect(against({}, 100, 100)).toMatchObject({ verdict: 'same', word: 'no change' })
  })

  it('counts fewer steps, by the same rule', () => {
    expect(against({ metric: 'steps', unit: 'count', per: 'visit' }, 11, 12)).toMatchObject({ verdict: 'better', amount: '1 fewer' })
    expect(against({ metric: 'steps', unit: 'count', per: 'visit' }, 29, 30)).toMatchObject({ verdict: 'same' })
  })

  it('is nothing where one of the two is unavailable', () => {
    const none = value({ result: { status: 'unavailable', reason: { key: 'x', values: {} } } }, 0)
    expect(changeText(none, value({}, 1), 0.05)).toBeUndefined()
    expect(changeText(value({}, 1), undefined, 0.05)).toBeUndefined()
  })
})

it('shows as many decimals at 43.0 m as at 43.1 m', () => {
  expect(boardText('metre', 43.04)).toBe('43.0 m')
  expect(boardText('metre', 1400)).toBe('1.4 km')
})

it('sets the unit apart, but not within 1 h 35 min', () => {
  expect(figureParts('128 m')).toEqual({ figure: '128', unit: 'm' })
  expect(figureParts('1 h 35 min')).toEqual({ figure: '1 h 35 min', unit: '' })
})

it('shows the fullest place as the load, one that has no number first', () => {
  const load = (subject: string, amount: number) => value({ metric: 'load', unit: 'share', subject }, amount)
  expect(headline([load('role:nurse', 0.6), load('place:bed', 0.7)], 'load')?.subject).toBe('place:bed')
})
