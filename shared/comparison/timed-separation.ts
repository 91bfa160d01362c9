import type { Measurement, Range } from '#shared/metrics/measurement'
import { timedGrade } from '#shared/metrics/meetings'
import { SEPARATION_GRADES } from '#shared/metrics/separation'
import type { SimulatedRuns } from '#shared/metrics/simulate'
import type { MeasuredDesign } from './comparison'
import { meanInterval } from './intervals'

/** Measured designs whose grades of separation know time, where days of them were simulated. */
export function withTimedSeparation(measured: readonly MeasuredDesign[], runs: readonly SimulatedRuns[]): readonly MeasuredDesign[] {
  return measured.map((one) => {
    const of = runs.find(({ design, reading, rows }) => design === one.design.id && reading === 'own' && rows.length > 0)
    if (of === undefined) return one
    const own = timed(one.own, of)
    return { ...one, own, reference: one.reference === one.own ? own : one.reference }
  })
}

function timed(measurement: Measurement, runs: SimulatedRuns): Measurement {
  return {
    ...measurement,
    *range(metric, subject) {
      const range = yield* measurement.range(metric, subject)
      const value = metric === 'separationGrade' ? measurement.values.find((one) => one.metric === metric && one.subject === subject) : undefined
      const grade = value?.result.status === 'available' ? timedGrade(value.result.value, daysWithMeeting(runs, subject)) : undefined
      return grade === undefined ? range : timedRange(range, grade)
    },
    values: measurement.values.map((value) => {
      const { metric, subject, result } = value
      if (metric !== 'separationGrade' || result.status === 'unavailable') return value
      const grade = timedGrade(result.value, daysWithMeeting(runs, subject))
      return grade === undefined ? value : { ...value, result: { status: 'available', value: grade } }
    }),
  }
}

function daysWithMeeting({ names, rows }: SimulatedRuns, subject: string | undefined): number | undefined {
  const at = names.findIndex((name) => name.metric === 'meetingDays' && name.subject === subject)
  return at < 0 ? undefined : meanInterval(rows.map((row) => row[at]!)).mean
}

/** Days were run by the ways that are walked now: of the others it is known only whether they share anything. */
function timedRange(range: Range | undefined, grade: number): Range | undefined {
  const own = SEPARATION_GRADES.indexOf('ownRoute')
  return range === undefined || (grade !== own && range.low > own) ? undefined : { ...range, high: grade === own ? range.high : grade }
}
