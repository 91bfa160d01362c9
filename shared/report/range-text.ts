import { type Message, message } from '#shared/base/message'
import type { MetricUnit, Range } from '#shared/metrics/measurement'
import type { AskedRange } from '#shared/metrics/range-asked'
import { messageJson } from './message-json'
import { figureText } from './metric-text'
import { say, type Words } from './say'

/** The two ends of a range: "5.1 m to 8.4 m", "own route or shared"; undefined where both are read as the same. */
export function rangeText(unit: MetricUnit, { low, high }: Pick<Range, 'low' | 'high'>, words: Words, currency?: string): string | undefined {
  const [least, most] = [low, high].map((value) => figureText(unit, value, words, currency)) as [string, string]
  return least === most ? undefined : say(message(unit === 'grade' ? 'range.grades' : 'range.figures', { low: least, high: most }), words)
}

/** Which legs a range comes from, and what settles it. */
export function rangeLegsText(legs: readonly { readonly subject: Message }[], words: Words): string {
  const [first] = legs
  const leg = first === undefined ? '' : say(first.subject, words)
  return say(legs.length === 1 ? message('range.leg', { leg }) : message('range.legs', { count: legs.length, leg }), words)
}

/** A range for machines: what the value becomes, and by which legs; or of how many legs it was not sought. */
export function rangeJson(asked: AskedRange, words: Words): object {
  if (asked.status === 'unasked') return { notSoughtOf: asked.legs }
  const { low, high, legs } = asked.range
  return {
    low,
    high,
    legs: legs.map((leg) => ({
      trip: leg.trip.key,
      subject: messageJson(leg.subject, words),
      low: leg.low,
      high: leg.high,
      otherWays: leg.marks.length,
    })),
  }
}
