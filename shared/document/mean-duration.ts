import type { Duration } from './pathway'

/** The mean of a step's duration, which static measures use. Seconds. */
export function meanSeconds(duration: Duration): number {
  switch (duration.shape) {
    case 'fixed':
      return duration.value
    case 'uniform':
      return (duration.least + duration.most) / 2
    case 'triangular':
      return (duration.least + duration.mode + duration.most) / 3
  }
}
