import { logGamma } from '#shared/base/gamma-function'
import { normalDensity, normalShare } from '#shared/base/normal-distribution'
import type { Duration } from './duration'

/** The mean of a step's duration, which static measures use. Seconds. */
export function meanSeconds(duration: Duration): number {
  switch (duration.shape) {
    case 'fixed':
      return duration.value
    case 'uniform':
      return (duration.least + duration.most) / 2
    case 'triangular':
      return (duration.least + duration.mode + duration.most) / 3
    case 'normal':
      return meanOfCutNormal(duration)
    case 'lognormal':
    case 'gamma':
    case 'exponential':
    case 'erlang':
      return duration.mean
    case 'weibull':
      return duration.scale * Math.exp(logGamma(1 + 1 / duration.slope))
    case 'empirical':
      return duration.values.reduce((sum, value) => sum + value, 0) / duration.values.length
  }
}

/** The mean of a normal distribution cut at both ends (Johnson, Kotz and Balakrishnan 1994, section 13.10.1). */
function meanOfCutNormal({ mean, sd, least, most }: Extract<Duration, { shape: 'normal' }>): number {
  if (sd === 0) return Math.min(most, Math.max(least, mean))
  const [a, b] = [(least - mean) / sd, (most - mean) / sd]
  const share = normalShare(b) - normalShare(a)
  // All of it lies beyond one end: what is left huddles there.
  if (share <= 0) return mean < least ? least : most
  return mean + (sd * (normalDensity(a) - normalDensity(b))) / share
}
