import type { MetricUnit, MetricValue } from '#shared/metrics/measurement'
import { areaText, decimalText, durationText, metresText, moneyText, percentText, shortText } from '#shared/report/figures'
import { hasWords, words } from '../state/words'

/** A figure with its unit, as it is read: "128 m", "50 %", "1 h 35 min". */
export function figureText(unit: MetricUnit, value: number, currency = 'GBP'): string {
  switch (unit) {
    case 'metre':
      return metresText(value)
    case 'squareMetre':
      return areaText(value)
    case 'share':
      return percentText(value)
    case 'minute':
      return durationText(value * 60)
    case 'hour':
      return `${shortText(value, Math.abs(value) >= 100 ? 0 : 1)} h`
    case 'money':
      return moneyText(value, currency)
    case 'count':
      return shortText(value, 1)
    case 'grade': {
      const key = `grade.${value}`
      return hasWords(key) ? words(key) : String(value)
    }
  }
}

/** A figure on the scoreboard: as many decimals at 43.0 as at 43.1, so that it does not jump while it counts. */
export function boardText(unit: MetricUnit, value: number, currency = 'GBP'): string {
  if (unit === 'metre' && Math.abs(value) < 99.95) return `${decimalText(value, 1)} m`
  return figureText(unit, value, currency)
}

/** Split before its unit, so that the unit can be set smaller. */
export function figureParts(text: string): { readonly figure: string; readonly unit: string } {
  const space = text.lastIndexOf(' ')
  const single = space > 0 && text.indexOf(' ') === space
  return single ? { figure: text.slice(0, space), unit: text.slice(space + 1) } : { figure: text, unit: '' }
}

export type Verdict = 'better' | 'worse' | 'same' | 'different'
export type ChangeText = {
  readonly verdict: Verdict
  readonly direction: 'up' | 'down' | 'none'
  readonly amount: string
  readonly share: string
  readonly word: string
}

/** A count that differs by less than this has not changed. */
const COUNT_NOISE = 1e-6

/** How a value stands to today's, in words. `smallest` is the relative difference that matters. */
export function changeText(value: MetricValue, today: MetricValue | undefined, smallest: number): ChangeText | undefined {
  if (today === undefined || value.result.status === 'unavailable' || today.result.status === 'unavailable') return undefined
  const [now, then] = [value.result.value, today.result.value]
  const by = now - then
  const matters = value.unit === 'count' ? Math.abs(by) > COUNT_NOISE : Math.abs(by) > Math.abs(then) * smallest && Math.abs(by) > COUNT_NOISE
  if (!matters) {
    const isEqual = Math.abs(by) <= COUNT_NOISE
    return { verdict: 'same', direction: 'none', amount: '', share: '', word: words(isEqual ? 'change.none' : 'change.about-the-same') }
  }
  const direction = by > 0 ? 'up' : 'down'
  const size = Math.abs(by)
  const figure =
    value.unit === 'share' ? words('change.points', { points: decimalText(size * 100, size < 0.0995 ? 1 : 0) }) : figureText(value.unit, size)
  const kind = value.unit === 'count' ? (by > 0 ? 'change.more' : 'change.fewer') : by > 0 ? 'change.more' : 'change.less'
  const isRelative = value.unit !== 'share' && then !== 0
  const share = isRelative ? `${by > 0 ? '+' : '−'}${percentText(size / Math.abs(then))}` : ''
  const verdict = value.better === 'neither' ? 'different' : (value.better === 'more') === by > 0 ? 'better' : 'worse'
  const word = verdict === 'different' ? '' : words(verdict === 'better' ? 'change.better' : 'change.worse')
  return { verdict, direction, amount: words(kind, { figure }), share, word }
}
