import { filled } from '#shared/base/filled'
import { firstWhere } from '#shared/base/first-where'
import { studentQuantile } from '#shared/base/student-t'

/** A mean with the interval that holds the true one with so much confidence. */
export type Interval = {
  readonly count: number
  readonly mean: number
  /** Of single values. */
  readonly sd: number
  readonly half: number
  readonly low: number
  readonly high: number
}

/** The mean of independent values by Student's t; one value has no interval (NaN). */
export function meanInterval(values: ArrayLike<number>, confidence = 0.95): Interval {
  const count = values.length
  let mean = 0
  for (let i = 0; i < count; i++) mean += values[i]!
  mean /= count
  let squares = 0
  for (let i = 0; i < count; i++) squares += (values[i]! - mean) * (values[i]! - mean)
  const sd = Math.sqrt(squares / (count - 1))
  const half = count < 2 ? Number.NaN : sd === 0 ? 0 : (quantileFor(confidence, count - 1) * sd) / Math.sqrt(count)
  return { count, mean, sd, half, low: mean - half, high: mean + half }
}

/** The mean of x less y where both faced the same day: what is common to the days falls out. */
export function pairedInterval(x: ArrayLike<number>, y: ArrayLike<number>, confidence = 0.95): Interval {
  const differences = new Float64Array(Math.min(x.length, y.length))
  for (let i = 0; i < differences.length; i++) differences[i] = x[i]! - y[i]!
  return meanInterval(differences, confidence)
}

/** The mean of x less y from days of their own, with unlike variances (Welch 1938). */
export function welchInterval(x: ArrayLike<number>, y: ArrayLike<number>, confidence = 0.95): Interval & { readonly freedom: number } {
  const [a, b] = [meanInterval(x), meanInterval(y)]
  const [va, vb] = [(a.sd * a.sd) / a.count, (b.sd * b.sd) / b.count]
  const freedom = ((va + vb) * (va + vb)) / ((va * va) / (a.count - 1) + (vb * vb) / (b.count - 1))
  const half = studentQuantile(1 - (1 - confidence) / 2, freedom) * Math.sqrt(va + vb)
  const mean = a.mean - b.mean
  return { count: a.count + b.count, mean, sd: Math.sqrt(va + vb), half, low: mean - half, high: mean + half, freedom }
}

/** The confidence each of several intervals needs so that all of them hold together with so much (Bonferroni). */
export function eachOf(count: number, confidence = 0.95): number {
  return 1 - (1 - confidence) / Math.max(1, count)
}

/** How often as many independent runs would be needed as paired ones: the variance of a difference of strangers over that of pairs. */
export function pairingFactor(x: ArrayLike<number>, y: ArrayLike<number>): number {
  const [a, b, difference] = [meanInterval(x), meanInterval(y), pairedInterval(x, y)]
  return (a.sd * a.sd + b.sd * b.sd) / (difference.sd * difference.sd)
}

/** The fewest runs whose interval is at most so wide either way, if further ones vary as these did; undefined beyond a million (Law 2015, section 9.4). */
export function runsForHalf({ count, sd }: Pick<Interval, 'count' | 'sd'>, half: number, confidence = 0.95): number | undefined {
  return fewest(count, confidence, (quantile, n) => quantile * sd <= half * Math.sqrt(n))
}

/** The same for a share of the mean; the estimate of the mean may be off by that share itself. */
export function runsForShare({ count, sd, mean }: Pick<Interval, 'count' | 'sd' | 'mean'>, share: number, confidence = 0.95): number | undefined {
  const allowed = (share / (1 + share)) * Math.abs(mean)
  return fewest(count, confidence, (quantile, n) => quantile * sd <= allowed * Math.sqrt(n))
}

/** The fewest runs after which a difference such as this one is told from none. */
export function runsToTellApart({ count, sd, mean }: Interval, confidence = 0.95): number | undefined {
  return fewest(2, confidence, (quantile, n) => quantile * sd < Math.abs(mean) * Math.sqrt(n) && n >= Math.min(count, 2))
}

const MOST_RUNS = 1_000_000

/** `isEnough` is asked with the quantile for n runs, and holds for less than a quantile that it holds for. */
function fewest(from: number, confidence: number, isEnough: (quantile: number, n: number) => boolean): number | undefined {
  const isEnoughRuns = (n: number) => isMet(confidence, n - 1, (quantile) => isEnough(quantile, n))
  let low = Math.max(2, from)
  if (isEnoughRuns(low)) return low
  let high = low
  while (!isEnoughRuns(high)) {
    if (high >= MOST_RUNS) return undefined
    low = high
    high = Math.min(MOST_RUNS, high * 2)
  }
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (isEnoughRuns(middle)) high = middle
    else low = middle
  }
  return high
}

/** Quantiles of one confidence that were worked out, in the order of their degrees of freedom: the more of these, the smaller. */
type Quantiles = { readonly freedoms: number[]; readonly values: number[] }

const quantilesOf = new Map<number, Quantiles>()

/** More than quantiles of a million degrees of freedom are off by: they come from differences of large logarithms. A share. */
const QUANTILE_ERROR = 1e-6

/** Whether a quantile is small enough. It is worked out, which takes long, only where those known for more and fewer degrees of freedom do not say so. */
function isMet(confidence: number, freedom: number, isEnough: (quantile: number) => boolean): boolean {
  const { freedoms, values } = quantilesFor(confidence)
  const at = placeOf(freedoms, freedom)
  if (freedoms[at] !== freedom) {
    if (at > 0 && isEnough(values[at - 1]! * (1 + QUANTILE_ERROR))) return true
    if (at < values.length && !isEnough(values[at]! * (1 - QUANTILE_ERROR))) return false
  }
  return isEnough(quantileFor(confidence, freedom))
}

function quantileFor(confidence: number, freedom: number): number {
  const { freedoms, values } = quantilesFor(confidence)
  const at = placeOf(freedoms, freedom)
  if (freedoms[at] !== freedom) {
    freedoms.splice(at, 0, freedom)
    values.splice(at, 0, studentQuantile(1 - (1 - confidence) / 2, freedom))
  }
  return values[at]!
}

function quantilesFor(confidence: number): Quantiles {
  return filled(quantilesOf, confidence, () => ({ freedoms: [], values: [] }))
}

/** Where a number stands in a list in order, or would. */
function placeOf(list: readonly number[], number: number): number {
  return firstWhere(0, list.length, (at) => list[at]! >= number)
}
