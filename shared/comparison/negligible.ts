import type { MetricUnit } from '#shared/metrics/measurement'

/** Differences below these are nothing to decide by, however large a share of next to nothing they are: half a centimetre, half a second, a twentieth of a point. */
export const NEGLIGIBLE: Readonly<Record<MetricUnit, number>> = {
  metre: 0.005,
  squareMetre: 0.05,
  count: 0.005,
  share: 0.0005,
  minute: 0.5 / 60,
  hour: 0.5 / 60,
  money: 0.005,
  grade: 0,
}
