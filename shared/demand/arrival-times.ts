import { normalQuantile } from '#shared/base/normal-distribution'
import type { Scenario } from '#shared/document/workshop'
import { DrawStream } from './keyed-draws'
import { weekFactors } from './week-factors'

export type Volume = Scenario['volumes'][number]

/** Who comes: seconds after the first midnight, in order, and the number that each patient's own draws are keyed by. */
export type ArrivalTimes = { readonly times: Float64Array; readonly patients: Float64Array }

const DAY_S = 86_400
/** Patients of one day at most: their numbers stay apart from day to day. */
const PATIENTS_A_DAY = 1_000_000

/** The arrivals of one pathway over some days. The same patient has the same number whatever else a scenario changes. */
export function arrivalTimes(volume: Volume, opening: Scenario['opening'], seed: number, replication: number, days: number): ArrivalTimes {
  const { arrivals } = volume
  const found: (readonly [time: number, patient: number])[] = []
  const stream = (purpose: string) => new DrawStream(seed, replication, `${volume.pathway}|${purpose}`)
  if (arrivals === undefined) addEvenly(found, volume, opening, days, stream('count'))
  else if (arrivals.by === 'list') addList(found, arrivals, days, stream('punctual'), stream('attends'))
  else return atRandom(volume, arrivals, opening, days, stream('arrival'))
  found.sort((a, b) => a[0] - b[0] || a[1] - b[1])
  return { times: Float64Array.from(found, ([time]) => time), patients: Float64Array.from(found, ([, patient]) => patient) }
}

type Found = (readonly [number, number])[]

/** One after the other at equal distances over the opening hours, the first half a distance after opening. A part of a patient comes on that share of days. */
function addEvenly(found: Found, { perDay }: Volume, { from, to }: Scenario['opening'], days: number, draws: DrawStream): void {
  for (let day = 0; day < days; day++) {
    const whole = Math.floor(perDay + 1e-9)
    const count = whole + (draws.uniform(day, 0) < perDay - whole ? 1 : 0)
    for (let i = 0; i < count; i++) found.push([day * DAY_S + from + ((i + 0.5) * (to - from)) / count, day * PATIENTS_A_DAY + i])
  }
}

type ListArrivals = Extract<NonNullable<Volume['arrivals']>, { by: 'list' }>

function addList(
  found: Found,
  { times, punctuality, didNotAttend = 0 }: ListArrivals,
  days: number,
  punctual: DrawStream,
  attends: DrawStream,
): void {
  for (let day = 0; day < days; day++) {
    times.forEach((time, i) => {
      const patient = day * PATIENTS_A_DAY + i
      if (didNotAttend > 0 && attends.uniform(patient, 0) < didNotAttend) return
      const off = punctuality === undefined ? 0 : punctuality.mean + punctuality.sd * normalQuantile(punctual.uniform(patient, 0))
      found.push([Math.max(0, day * DAY_S + time + off), patient])
    })
  }
}

type RateArrivals = Extract<NonNullable<Volume['arrivals']>, { by: 'rate' }>

/** A Poisson process by inversion of its cumulative rate: the n-th gap of a day is one number, so more patients leave the first ones as they were. */
function atRandom(
  { perDay }: Volume,
  { overDay, overWeek, together = 1 }: RateArrivals,
  opening: Scenario['opening'],
  days: number,
  draws: DrawStream,
): ArrivalTimes {
  let times = new Float64Array(Math.ceil(perDay * days * 1.05) + 64)
  let patients = new Float64Array(times.length)
  let count = 0
  const profile = dayProfile(overDay, opening)
  const factors = weekFactors(overWeek)
  for (let day = 0; day < days; day++) {
    const groups = (perDay / together) * factors[day % factors.length]!
    if (groups === 0) continue
    let passed = 0
    let slot = 0
    for (let i = 0; ; i++) {
      passed -= Math.log(1 - draws.uniform(day * PATIENTS_A_DAY + i, 0)) / groups
      // Gaps are exponential, so what is left of a day when it ends is forgotten.
      if (passed >= 1) break
      while (profile.passed[slot + 1]! <= passed) slot += 1
      const share = (passed - profile.passed[slot]!) / (profile.passed[slot + 1]! - profile.passed[slot]!)
      const time = day * DAY_S + profile.starts[slot]! + share * (profile.starts[slot + 1]! - profile.starts[slot]!)
      while (count + together > times.length) {
        times = grown(times)
        patients = grown(patients)
      }
      for (let each = 0; each < together; each++) {
        times[count] = time
        patients[count++] = day * PATIENTS_A_DAY + i * together + each
      }
    }
  }
  return { times: times.subarray(0, count), patients: patients.subarray(0, count) }
}

function grown(values: Float64Array): Float64Array<ArrayBuffer> {
  const longer = new Float64Array(values.length * 2)
  longer.set(values)
  return longer
}

/** Where the parts of a day start, in seconds, and which share of its arrivals has come by then. */
function dayProfile(overDay: readonly number[] | undefined, { from, to }: Scenario['opening']) {
  const rates = overDay === undefined || overDay.every((rate) => rate === 0) ? undefined : overDay
  if (rates === undefined) return { starts: [from, to], passed: [0, 1] }
  const sum = rates.reduce((total, rate) => total + rate, 0)
  const starts = [0]
  const passed = [0]
  rates.forEach((rate, i) => {
    starts.push(((i + 1) * DAY_S) / rates.length)
    passed.push(i === rates.length - 1 ? 1 : passed[i]! + rate / sum)
  })
  return { starts, passed }
}
