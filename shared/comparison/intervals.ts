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
  return meanInterval(
    Array.from({ length: Math.min(x.length, y.length) }, (_, i) => x[i]! - y[i]!),
    confidence,
  )
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
  return fewest(count, (n) => quantileFor(confidence, n - 1) * sd <= half * Math.sqrt(n))
}

/** The same for a share of the mean; the estimate of the mean may be off by that share itself. */
export function runsForShare({ count, sd, mean }: Pick<Interval, 'count' | 'sd' | 'mean'>, share: number, confidence = 0.95): number | undefined {
  const allowed = (share / (1 + share)) * Math.abs(mean)
  return fewest(count, (n) => quantileFor(confidence, n - 1) * sd <= allowed * Math.sqrt(n))
}

/** The fewest runs after which a difference such as this one is told from none. */
export function runsToTellApart({ count, sd, mean }: Interval, confidence = 0.95): number | undefined {
  return fewest(2, (n) => quantileFor(confidence, n - 1) * sd < Math.abs(mean) * Math.sqrt(n) && n >= Math.min(count, 2))
}

const MOST_RUNS = 1_000_000

function fewest(from: number, isEnough: (n: number) => boolean): number | undefined {
  let low = Math.max(2, from)
  if (isEnough(low)) return low
  let high = low
  while (!isEnough(high)) {
    if (high >= MOST_RUNS) return undefined
    low = high
    high = Math.min(MOST_RUNS, high * 2)
  }
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (isEnough(middle)) high = middle
    else low = middle
  }
  return high
}

const quantiles = new Map<string, number>()

function quantileFor(confidence: number, freedom: number): number {
  const key = `${confidence} ${freedom}`
  let quantile = quantiles.get(key)
  if (quantile === undefined) {
    quantile = studentQuantile(1 - (1 - confidence) / 2, freedom)
    quantiles.set(key, quantile)
  }
  return quantile
}
