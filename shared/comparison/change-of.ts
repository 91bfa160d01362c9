import type { MetricKey, MetricUnit, MetricValue, Result } from '#shared/metrics/measurement'
import { NEGLIGIBLE } from './negligible'

/**
 * How a value stands to its datum. `same`: the difference is smaller than the smallest that matters, or negligible.
 * `different`: it matters, but neither way is better.
 */
export type Verdict = 'better' | 'worse' | 'same' | 'different'

/** A paired difference. Amounts in the value's unit, relative ones as shares. */
export type MetricChange = {
  readonly metric: MetricKey
  readonly subject: string | undefined
  readonly unit: MetricUnit
  readonly per: MetricValue['per']
  readonly better: MetricValue['better']
  readonly datum: Result
  readonly value: Result
  /** Value less datum; undefined where one of them is unavailable. */
  readonly change: number | undefined
  /** Of the datum; undefined where it is 0, and for grades. */
  readonly relative: number | undefined
  readonly verdict: Verdict | undefined
}

/** Sums of the same lengths in another order differ by this much. */
const NOISE = 1e-9

/** `smallest` is the relative difference that matters (settings.smallestDifference). */
export function changeOf(value: MetricValue, datum: MetricValue | undefined, smallest: number): MetricChange {
  const { metric, subject, unit, per, better } = value
  const common = { metric, subject, unit, per, better, datum: datum?.result ?? UNKNOWN, value: value.result }
  if (value.result.status === 'unavailable' || datum === undefined || datum.result.status === 'unavailable') {
    return { ...common, change: undefined, relative: undefined, verdict: undefined }
  }
  const [now, then] = [value.result.value, datum.result.value]
  const change = Math.abs(now - then) <= NOISE * Math.max(1, Math.abs(then)) ? 0 : now - then
  const isCounted = unit !== 'grade' && then !== 0
  const relative = isCounted ? change / Math.abs(then) : undefined
  return { ...common, change, relative, verdict: verdictOf(change, relative, value, smallest) }
}

/** What stands for the datum where the other design has no such value at all. */
const UNKNOWN: Result = { status: 'unavailable', reason: { key: 'unavailable.notMeasured', values: {} } }

function verdictOf(change: number, relative: number | undefined, { better, unit }: MetricValue, smallest: number): Verdict {
  if (change === 0 || Math.abs(change) < NEGLIGIBLE[unit]) return 'same'
  if (relative !== undefined && Math.abs(relative) < smallest - NOISE) return 'same'
  if (better === 'neither') return 'different'
  return change < 0 === (better === 'less') ? 'better' : 'worse'
}

/** The values of `values` against the same metric and subject of `datum`; those that only the datum has are left out. */
export function changesOf(values: readonly MetricValue[], datum: readonly MetricValue[], smallest: number): readonly MetricChange[] {
  const byName = new Map(datum.map((value) => [nameOf(value), value]))
  return values.map((value) => changeOf(value, byName.get(nameOf(value)), smallest))
}

/** One name for a metric and its subject. */
export function nameOf({ metric, subject }: Pick<MetricValue, 'metric' | 'subject'>): string {
  return subject === undefined ? metric : `${metric} ${subject}`
}
