import { message } from '#shared/base/message'
import type { MetricChange, Verdict } from '#shared/comparison/change-of'
import { type RecordTable, recordsOf } from '#shared/document/document'
import { traitText } from '#shared/document/value-name'
import type { MetricUnit, MetricValue, Result } from '#shared/metrics/measurement'
import { areaText, decimalText, durationText, metresText, moneyText, percentText, shortText } from './figures'
import { say, type Words } from './say'

/** A figure with its unit, as it is read: 128 m, 50 %, 1 h 35 min, £1,327. `currency` is ISO 4217. */
export function figureText(unit: MetricUnit, value: number, words: Words, currency = 'GBP'): string {
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
      return `${shortText(value, Math.abs(value) >= 99.95 ? 0 : 1)} h`
    case 'money':
      return moneyText(value, currency)
    case 'count':
      return shortText(value, 2)
    case 'grade': {
      const key = `grade.${value}`
      return Object.hasOwn(words, key) ? say(message(key), words) : shortText(value, 1)
    }
  }
}

/** A result as it is read: its figure, or the reason why there is none. */
export function resultText(result: Result, unit: MetricUnit, words: Words, currency?: string): string {
  return result.status === 'available' ? figureText(unit, result.value, words, currency) : say(result.reason, words)
}

/** A change in words, in pieces that a screen may set apart. */
export type ChangeText = {
  readonly verdict: Verdict
  readonly direction: 'up' | 'down' | 'none'
  /** "31 m less"; empty where nothing that matters changed. */
  readonly amount: string
  /** "-24 %"; empty where there is no share of the datum, and for changes in points. */
  readonly share: string
  /** The verdict in a word or two. */
  readonly word: string
}

/** How a change is said; undefined where one of its two values is unavailable. */
export function changeText(change: MetricChange, words: Words, currency?: string): ChangeText | undefined {
  const { verdict, unit, relative } = change
  const by = change.change
  if (by === undefined || verdict === undefined) return undefined
  if (verdict === 'same')
    return { verdict, direction: 'none', amount: '', share: '', word: say(message(by === 0 ? 'change.none' : 'change.about-the-same'), words) }
  const direction = by > 0 ? 'up' : 'down'
  const word = say(message(`change.${verdict}`), words)
  if (unit === 'grade') return { verdict, direction, amount: '', share: '', word }
  const size = Math.abs(by)
  const figure =
    unit === 'share'
      ? say(message('change.points', { points: decimalText(size * 100, size < 0.0995 ? 1 : 0) }), words)
      : figureText(unit, size, words, currency)
  const kind = by > 0 ? 'change.more' : unit === 'count' ? 'change.fewer' : 'change.less'
  const share = relative === undefined || unit === 'share' ? '' : `${relative > 0 ? '+' : ''}${percentText(relative)}`
  return { verdict, direction, amount: say(message(kind, { figure }), words), share, word }
}

/** The amount with its share: "31 m less (-24 %)". */
function amountText({ amount, share }: Pick<ChangeText, 'amount' | 'share'>): string {
  return share === '' ? amount : `${amount} (${share})`
}

/** The change in one line: "31 m less (-24 %), better", "about the same". */
export function changeLine(change: MetricChange, words: Words, currency?: string): string {
  const text = changeText(change, words, currency)
  if (text === undefined) return say(message('change.unknown'), words)
  return text.amount === '' ? text.word : `${amountText(text)}, ${text.word}`
}

/** The change in as few letters as tell it: "-58 %, better"; in the unit where there is no share of today. */
export function shortLine(change: MetricChange, words: Words, currency?: string): string {
  const text = changeText(change, words, currency)
  const size = text === undefined ? '' : text.share || text.amount
  return text === undefined || size === '' ? changeLine(change, words, currency) : `${size}, ${text.word}`
}

/** A metric by its name, with what part it is of and what it is a number of: "Staff travel, Nurse, per person and shift". */
export function metricName(
  { metric, subject, per, unit }: Pick<MetricValue, 'metric' | 'subject' | 'per' | 'unit'>,
  words: Words,
  workshop: RecordTable,
): string {
  const name = say(message(`metric.${metric}`), words)
  const part = subject === undefined ? '' : `, ${subjectText(subject, words, workshop)}`
  // A share is of a whole, not of a day.
  const denominator = per === undefined || unit === 'share' ? '' : ` ${say(message(`per.${per}`), words)}`
  return `${name}${denominator}${part}`
}

/** The part of a metric that `subject` names (`role:nurse`, `place:treatment/bed`), as people call it. */
export function subjectText(subject: string, words: Words, workshop: RecordTable): string {
  const colon = subject.indexOf(':')
  const [kind, rest] = [subject.slice(0, Math.max(0, colon)), subject.slice(colon + 1)]
  const named = (of: 'role' | 'pathway' | 'roomType' | 'fixtureType', key: string | undefined) => {
    const records: readonly { readonly key: string; readonly name: string }[] = recordsOf(workshop, of)
    return records.find((record) => record.key === key)?.name ?? key ?? ''
  }
  switch (kind) {
    case 'role':
    case 'pathway':
      return named(kind, rest)
    case 'place': {
      const [roomType, fixtureType] = rest.split('/')
      const room = named('roomType', roomType)
      return fixtureType === undefined || fixtureType === ''
        ? room
        : say(message('subject.place', { room, fixture: named('fixtureType', fixtureType).toLowerCase() }), words)
    }
    case 'roomType':
      return named('roomType', rest)
    case 'separation':
      return Object.hasOwn(words, `separation.${rest}`) ? say(message(`separation.${rest}`), words) : rest
    case 'trait':
      return traitText(rest, workshop)
    default:
      return subject
  }
}
