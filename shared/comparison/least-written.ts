import type { MetricUnit } from '#shared/metrics/measurement'

/** Half of the last place that a change in a unit is ever written to: what is smaller would read as 0 that is better or worse. */
export const LEAST_WRITTEN: Readonly<Record<MetricUnit, number>> = {
  metre: 0.005,
  squareMetre: 0.05,
  count: 0.005,
  share: 0.0005,
  minute: 0.5 / 60,
  hour: 0.5 / 60,
  money: 0.005,
  grade: 0,
}
