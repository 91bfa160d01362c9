import { allAtOnce, type Steps } from '#shared/base/steps'
import { onStoreys } from '#shared/journeys/trip'
import { HANGS_ON_WAYS, type Measurement, type MetricValue, type Range } from './measurement'

/** Of so many legs the other ways are looked for in well under a second. */
const MOST_LEGS_UNASKED = 400

/** What is known of the range of a value: it, or of how many legs it was not looked for. */
export type AskedRange = { readonly status: 'found'; readonly range: Range } | UnaskedRange
/** So many legs would have to be tried that nobody should wait for it who did not press for it. */
export type UnaskedRange = { readonly status: 'unasked'; readonly legs: number }

type RangeOf = Pick<MetricValue, 'metric' | 'subject'>

/** The range of a value as `Measurement.range` finds it, bit by bit; undefined where it has none. */
export function* steadyRange(
  measurement: Pick<Measurement, 'range' | 'trips'>,
  { metric, subject }: RangeOf,
  isPressed = false,
): Steps<AskedRange | undefined> {
  const legs = !isPressed && HANGS_ON_WAYS.has(metric) ? legsToTry(measurement, metric === 'dignityMetres') : 0
  if (legs > MOST_LEGS_UNASKED) return { status: 'unasked', legs }
  const range = yield* measurement.range(metric, subject)
  return range && { status: 'found', range }
}

/** The range of a value at once. */
export function askedRange(measurement: Pick<Measurement, 'range' | 'trips'>, of: RangeOf, isPressed = false): AskedRange | undefined {
  return allAtOnce(steadyRange(measurement, of, isPressed))
}

/** The most legs that any range of a measurement is not looked for unasked because of; 0 where all are. */
export function legsNotTried(measurement: Pick<Measurement, 'trips'>): number {
  const most = Math.max(legsToTry(measurement, true), legsToTry(measurement, false))
  return most > MOST_LEGS_UNASKED ? most : 0
}

/** `arePatients`: the walks that may be exposed; else those of all that is kept apart. */
function legsToTry({ trips }: Pick<Measurement, 'trips'>, arePatients: boolean): number {
  return onStoreys(trips).filter(({ role, flow }) => role === undefined && (flow === 'patient') === arePatients).length
}
