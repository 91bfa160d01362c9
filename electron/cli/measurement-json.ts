import type { Design } from '#shared/document/elements/design'
import type { Measurement, MetricValue, Part } from '#shared/metrics/measurement'
import { askedRange } from '#shared/metrics/range-asked'
import { figureText } from '#shared/report/metric-text'
import { rangeJson } from '#shared/report/range-text'
import { messageJson, WORDS } from './output'

/** `withParts`: what each number is made of. `withRanges`: between what numbers lie, however many legs have to be tried for it. */
export type MeasurementDetail = { readonly withParts: boolean; readonly withRanges: boolean }

/** A measurement for machines. */
export function measurementJson(design: Design, measurement: Measurement, { withParts, withRanges }: MeasurementDetail): object {
  return {
    id: design.id,
    name: design.name,
    isCurrentState: design.isCurrentState,
    reading: measurement.reading,
    overloaded: measurement.overloaded.map(messageJson),
    values: measurement.values.map((value) => ({
      ...valueJson(value),
      ...rangeOf(measurement, value, withRanges),
      ...(withParts ? { parts: measurement.parts(value.metric, value.subject).map(partJson) } : {}),
    })),
  }
}

/** Where the value hangs on which of two ways is taken. */
function rangeOf(measurement: Measurement, value: MetricValue, isPressed: boolean): object {
  const asked = askedRange(measurement, value, isPressed)
  return asked === undefined ? {} : { range: rangeJson(asked, WORDS) }
}

export function valueJson({ metric, subject, unit, per, better, result }: MetricValue): object {
  const name = { metric, subject: subject ?? null, unit, per: per ?? null, better }
  if (result.status === 'unavailable') return { ...name, status: result.status, reason: messageJson(result.reason) }
  // A grade is a number only so that grades can be ranked.
  const grade = unit === 'grade' ? { text: figureText(unit, result.value, WORDS) } : {}
  return { ...name, status: result.status, value: result.value, ...grade }
}

export function partJson({ trip, subject, amount }: Part): object {
  if (trip === undefined) return { amount, subject: messageJson(subject) }
  const { key, pathway, flow, purpose, role, steps, from, to, perDay, length } = trip
  return {
    amount,
    subject: messageJson(subject),
    trip: { key, pathway, flow, purpose, role: role ?? null, steps, from: from.element, to: to.element, perDay, metres: length },
  }
}
