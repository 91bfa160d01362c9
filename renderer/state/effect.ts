import { type Message, message } from '#shared/base/message'
import type { MetricKey, MetricValue } from '#shared/metrics/measurement'

/** Metres a visit that are worth a word. */
const LEAST_SAID_M = 0.05

const SAID: readonly { readonly metric: MetricKey; readonly less: string; readonly more: string }[] = [
  { metric: 'patientTravel', less: 'effect.patient-less', more: 'effect.patient-more' },
  { metric: 'staffTravelPerPatient', less: 'effect.staff-less', more: 'effect.staff-more' },
]

/** What an edit did to the walks of patients, or else of staff: the larger of the two changes; undefined where neither changed. */
export function effectOf(before: readonly MetricValue[], after: readonly MetricValue[]): Message | undefined {
  const changes = SAID.flatMap(({ metric, less, more }) => {
    const by = wholeOf(after, metric) - wholeOf(before, metric)
    return Math.abs(by) >= LEAST_SAID_M ? [{ by: Math.abs(by), key: by < 0 ? less : more }] : []
  })
  const largest = changes.sort((a, b) => b.by - a.by)[0]
  return largest === undefined ? undefined : message(largest.key, { by: largest.by })
}

/** NaN where there is no number, so that no difference is made up. */
function wholeOf(values: readonly MetricValue[], metric: MetricKey): number {
  const value = values.find((each) => each.metric === metric && each.subject === undefined)
  return value?.result.status === 'available' ? value.result.value : Number.NaN
}
