import { studentQuantile } from '#shared/base/student-t'
import { meanInterval, pairedInterval } from './intervals'

/** The constants of the procedure for k systems, an error of alpha and so many runs to begin with (Kim and Nelson 2001, c = 1). */
export function knConstants(k: number, alpha: number, first: number): { readonly eta: number; readonly h2: number } {
  const eta = (((2 * alpha) / (k - 1)) ** (-2 / (first - 1)) - 1) / 2
  return { eta, h2: 2 * eta * (first - 1) }
}

export type ToldApart = {
  /** Indices of systems that may still be the best; one where they are told apart. */
  readonly left: readonly number[]
  /** After how many runs each of the others was given up. */
  readonly log: readonly (readonly [runs: number, systems: readonly number[]])[]
  readonly runs: number
}

/**
 * Which of several designs is the best (least) one, run by run, with runs paired: after each run those are given up that cannot
 * be, with an error of `alpha` for all of it together, where differences below `matters` do not matter (Kim and Nelson 2001).
 * It looks at the rows in order and stops at the first at which one is left.
 */
export function tellApart(rows: readonly (readonly number[])[], alpha: number, matters: number, first: number): ToldApart {
  const k = rows[0]?.length ?? 0
  const { h2 } = knConstants(k, alpha, first)
  const column = (i: number, runs: number) => rows.slice(0, runs).map((row) => row[i]!)
  const variances = Array.from({ length: k }, (_, i) =>
    Array.from({ length: k }, (_, l) => (i === l ? 0 : pairedInterval(column(i, first), column(l, first)).sd ** 2)),
  )
  let left = Array.from({ length: k }, (_, i) => i)
  const log: [number, readonly number[]][] = []
  const sums = Array.from({ length: k }, (_, i) => column(i, Math.min(first, rows.length) - 1).reduce((sum, value) => sum + value, 0))
  let runs = Math.min(first, rows.length) - 1
  while (runs < rows.length && left.length > 1) {
    rows[runs]!.forEach((value, i) => {
      sums[i] = sums[i]! + value
    })
    runs += 1
    const band = (i: number, l: number) => Math.max(0, (matters / (2 * runs)) * ((h2 * variances[i]![l]!) / (matters * matters) - runs))
    const kept = left.filter((i) => left.every((l) => i === l || sums[i]! / runs <= sums[l]! / runs + band(i, l)))
    if (kept.length < left.length && kept.length > 0) {
      log.push([runs, left.filter((i) => !kept.includes(i))])
      left = kept
    }
  }
  return { left, log, runs }
}

/** The t value by which each of k systems is screened after n runs of each, all screenings together as sure as `confidence` (Bonferroni; Rossetti 2023, section 5.7.4). */
export function screeningQuantile(k: number, n: number, confidence: number): number {
  return studentQuantile(1 - (1 - confidence) / (k - 1), n - 1)
}

export type WarmUp = {
  /** Observations to leave out at the beginning. */
  readonly cut: number
  readonly mean: number
  readonly rawMean: number
  /** Whether the cut lies in the first half: else the series is too short to say. */
  readonly isSettled: boolean
  readonly statistic: number
}

/** How much of a series is its beginning: the cut after which the error of the mean of batches of five is least (MSER-5, White et al. 2000). */
export function warmUpOf(series: ArrayLike<number>): WarmUp {
  const count = Math.floor(series.length / BATCH)
  const batches = Array.from({ length: count }, (_, b) => {
    let sum = 0
    for (let i = 0; i < BATCH; i++) sum += series[b * BATCH + i]!
    return sum / BATCH
  })
  let best = { cut: 0, statistic: Number.POSITIVE_INFINITY, mean: 0 }
  // From behind, so that each cut adds one batch to the sums.
  let sum = 0
  let squares = 0
  for (let cut = count - 1; cut >= 0; cut--) {
    const value = batches[cut]!
    sum += value
    squares += value * value
    const left = count - cut
    if (left < BATCH) continue
    const mean = sum / left
    const statistic = Math.max(0, squares - left * mean * mean) / (left * left)
    if (statistic <= best.statistic) best = { cut, statistic, mean }
  }
  const rawMean = meanInterval(batches).mean
  return { cut: best.cut * BATCH, mean: best.mean, rawMean, isSettled: best.cut < count / 2, statistic: best.statistic }
}

const BATCH = 5
