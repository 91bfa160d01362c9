import { changeOf } from '#shared/comparison/change-of'
import type { MetricUnit, MetricValue } from '#shared/metrics/measurement'
import { decimalText, shortText } from '#shared/report/figures'
import { type ChangeText, changeText as changeTextIn, figureText as figureTextIn } from '#shared/report/metric-text'
import { table } from '../state/words'

export type { ChangeText } from '#shared/report/metric-text'

/** A figure with its unit, as it is read: "128 m", "50 %", "1 h 35 min". */
export function figureText(unit: MetricUnit, value: number, currency = 'GBP'): string {
  return figureTextIn(unit, value, table, currency)
}

/** A figure on the scoreboard: as many decimals at 43.0 as at 43.1, so that it does not jump while it counts. */
export function boardText(unit: MetricUnit, value: number, currency = 'GBP'): string {
  if (unit === 'metre' && Math.abs(value) < 99.95) return `${decimalText(value, 1)} m`
  if (unit === 'count') return shortText(value, 1)
  return figureText(unit, value, currency)
}

/** Split before its unit, so that the unit can be set smaller. */
export function figureParts(text: string): { readonly figure: string; readonly unit: string } {
  const space = text.lastIndexOf(' ')
  const single = space > 0 && text.indexOf(' ') === space
  return single ? { figure: text.slice(0, space), unit: text.slice(space + 1) } : { figure: text, unit: '' }
}

/** How a value stands to today's, in words, by the one rule that the report goes by too. `smallest` is the relative difference that matters. */
export function changeText(value: MetricValue, today: MetricValue | undefined, smallest: number): ChangeText | undefined {
  const change = changeTextIn(changeOf(value, today, smallest), table)
  return change && { ...change, share: change.share.replace('-', '−') }
}
