import type { Steps } from '#shared/base/steps'
import { onStoreys } from '#shared/journeys/trip'
import { HANGS_ON_WAYS, type Measurement, type MetricValue, type Range } from './measurement'

/** Of so many legs the other ways are looked for in well under a second. */
const MOST_LEGS_UNASKED = 400

/**
 * The range of a value as `Measurement.range` finds it, bit by bit; or, where more legs would have to be tried than anybody should wait for
 * who did not press for it, how many they are.
 */
export function* rangeOrLegs(
  measurement: Pick<Measurement, 'range' | 'trips'>,
  { metric, subject }: Pick<MetricValue, 'metric' | 'subject'>,
  isPressed = false,
): Steps<Range | number | undefined> {
  const legs = !isPressed && HANGS_ON_WAYS.has(metric) ? legsToTry(measurement, metric === 'dignityMetres') : 0
  return legs > MOST_LEGS_UNASKED ? legs : yield* measurement.range(metric, subject)
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
