import { gammaQuantile } from '#shared/base/gamma-function'
import { normalQuantile, normalShare } from '#shared/base/normal-distribution'
import type { Duration } from '#shared/document/duration'

/** Seconds at a share 0 < p < 1 of a distribution. */
export type Quantile = (p: number) => number

/** Values are drawn by inversion, one number a value: the same patient takes long in every design. */
export function durationQuantile(duration: Duration): Quantile {
  switch (duration.shape) {
    case 'fixed': {
      const { value } = duration
      return () => value
    }
    case 'uniform': {
      const { least, most } = duration
      return (p) => least + p * (most - least)
    }
    case 'triangular':
      return triangular(duration)
    case 'normal':
      return cutNormal(duration)
    case 'lognormal': {
      const { mean, sd } = duration
      if (mean === 0 || sd === 0) return () => mean
      const variance = Math.log(1 + (sd / mean) * (sd / mean))
      const [centre, spread] = [Math.log(mean) - variance / 2, Math.sqrt(variance)]
      return (p) => Math.exp(centre + spread * normalQuantile(p))
    }
    case 'gamma': {
      const { mean, sd } = duration
      if (mean === 0 || sd === 0) return () => mean
      return gamma((mean / sd) * (mean / sd), mean)
    }
    case 'weibull': {
      const { scale, slope } = duration
      return (p) => scale * (-Math.log(1 - p)) ** (1 / slope)
    }
    case 'exponential': {
      const { mean } = duration
      return (p) => -mean * Math.log(1 - p)
    }
    case 'erlang':
      return gamma(duration.phases, duration.mean)
    case 'empirical': {
      const sorted = Float64Array.from(duration.values).sort()
      return (p) => sorted[Math.floor(p * sorted.length)]!
    }
  }
}

function triangular({ least, mode, most }: Extract<Duration, { shape: 'triangular' }>): Quantile {
  const width = most - least
  if (width === 0) return () => least
  const turn = (mode - least) / width
  return (p) => (p < turn ? least + Math.sqrt(p * width * (mode - least)) : most - Math.sqrt((1 - p) * width * (most - mode)))
}

function cutNormal({ mean, sd, least, most }: Extract<Duration, { shape: 'normal' }>): Quantile {
  if (sd === 0) return () => Math.min(most, Math.max(least, mean))
  const from = normalShare((least - mean) / sd)
  const share = normalShare((most - mean) / sd) - from
  if (share <= 0) return () => (mean < least ? least : most)
  return (p) => Math.min(most, Math.max(least, mean + sd * normalQuantile(from + p * share)))
}

function gamma(shape: number, mean: number): Quantile {
  if (shape === 1) return (p) => -mean * Math.log(1 - p)
  return (p) => (mean / shape) * gammaQuantile(shape, p)
}
