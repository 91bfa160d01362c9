import type { Id } from '#shared/base/ids'
import { type Message, message } from '#shared/base/message'
import type { WardDocument } from '#shared/document/document'
import { emptiesEachNight, insideByHour } from '#shared/metrics/inside'
import type { Reading } from '#shared/metrics/measurement'
import { openSimulator, type SimulatedRuns, type SimulationPlan } from '#shared/metrics/simulate'
import { warmUpOf } from './told-apart'

/** How long a unit takes to forget that it began empty. */
export type WarmUpNeeded = {
  readonly emptiesAtNight: boolean
  /** To leave out at the beginning: whole days in seconds; 0 where every day begins empty anyway. */
  readonly seconds: number
  /** False where it never settled in the time tried: more come than the unit can see to, or far more days are needed. */
  readonly isSettled: boolean
}

const DAY_S = 86_400
const SHORT_DAYS = 3
/** Long enough for a unit whose patients stay some days. */
const TRIAL_DAYS = 28
const TRIALS = 5

/**
 * Whether a design's unit empties between days, and if not, after how many of them it is as it stays: MSER-5 (White et al. 2000) on
 * the mean number inside, hour by hour, over a few trial runs. Undefined where it cannot be run.
 */
export function warmUpNeeded(
  document: WardDocument,
  design: Id,
  reading: Reading,
  plan: Pick<SimulationPlan, 'seed' | 'scenario'>,
): WarmUpNeeded | undefined {
  const few = openSimulator(document, design, reading, { ...plan, days: SHORT_DAYS })
  const { model } = few
  const { trace, reason } = few.trace(0)
  if (model === undefined || trace === undefined || reason !== undefined) return undefined
  if (emptiesEachNight(model, trace, SHORT_DAYS)) return { emptiesAtNight: true, seconds: 0, isSettled: true }
  const many = openSimulator(document, design, reading, { ...plan, days: TRIAL_DAYS }, model)
  const mean = new Float64Array(TRIAL_DAYS * 24)
  for (let replication = 0; replication < TRIALS; replication++) {
    const run = many.trace(replication)
    if (run.trace === undefined || run.reason !== undefined) return undefined
    insideByHour(model, run.trace, TRIAL_DAYS).forEach((inside, hour) => {
      mean[hour]! += inside / TRIALS
    })
  }
  const days = byDay(mean)
  // Each day stands for a batch of five.
  const { cut, isSettled } = warmUpOf(days.flatMap((value) => [value, value, value, value, value]))
  return { emptiesAtNight: false, seconds: (cut / 5) * DAY_S, isSettled }
}

/** What several designs need together: they are held against each other on the same days. */
export type FillNeeded = {
  /** Days to leave out at the beginning of each run: those that the slowest design takes. */
  readonly days: number
  /** The design that takes them, or the first that never settled; undefined where every one empties at night. */
  readonly slowest: Id | undefined
  readonly isSettled: boolean
}

/** How many days all designs have to leave out, and for which of them. Those that cannot be run (undefined) have no say. */
export function fillNeeded(designs: readonly { readonly design: Id; readonly needed: WarmUpNeeded | undefined }[]): FillNeeded {
  let seconds = 0
  let slowest: Id | undefined
  let isSettled = true
  for (const { design, needed } of designs) {
    if (needed === undefined || needed.emptiesAtNight) continue
    const isWorse = needed.isSettled ? isSettled && needed.seconds > seconds : isSettled
    if (slowest === undefined || isWorse) slowest = design
    seconds = Math.max(seconds, needed.seconds)
    isSettled &&= needed.isSettled
  }
  return { days: Math.ceil(seconds / DAY_S), slowest, isSettled }
}

/** What is left out at the beginning, and why. */
export function fillMessage({ days, slowest, isSettled }: FillNeeded, nameOf: (design: Id) => string): Message {
  if (slowest === undefined) return message('warmUp.empties')
  const design = nameOf(slowest)
  if (!isSettled) return message('warmUp.unsettled', { design, days, tried: TRIAL_DAYS })
  return days === 0 ? message('warmUp.fullAtOnce', { design }) : message('warmUp.fills', { design, days })
}

const HOUR_S = 3600

/**
 * Do patients stay into the next day? Told from figures that are there: the mean of when each day's last patient left is after the next
 * day opens (`opens`: seconds after midnight).
 */
export function staysOverNight({ names, rows }: Pick<SimulatedRuns, 'names' | 'rows'>, opens: number): boolean {
  const at = names.findIndex(({ metric }) => metric === 'dayEnds')
  const ends = rows.flatMap((row) => (at < 0 || Number.isNaN(row[at]!) ? [] : [row[at]!]))
  return ends.length > 0 && ends.reduce((sum, end) => sum + end, 0) / ends.length > (DAY_S + opens) / HOUR_S
}

/** Hours go up and down with the day; what settles is the mean of days. */
function byDay(hours: Float64Array): readonly number[] {
  return Array.from({ length: hours.length / 24 }, (_, day) => hours.subarray(day * 24, day * 24 + 24).reduce((sum, value) => sum + value, 0) / 24)
}
