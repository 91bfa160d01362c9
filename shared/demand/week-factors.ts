import { type Arrivals, DAYS_A_WEEK } from '#shared/document/workshop'

const EVEN: readonly number[] = Array.from({ length: DAYS_A_WEEK }, () => 1)

/** By what share of the mean day people come at random on each day of the week, Monday first; 1 on all where no day is weighted, or none has any weight. */
export function weekFactors(overWeek: Extract<Arrivals, { by: 'rate' }>['overWeek']): readonly number[] {
  const mean = overWeek === undefined ? 0 : overWeek.reduce((sum, weight) => sum + weight, 0) / DAYS_A_WEEK
  return overWeek === undefined || mean === 0 ? EVEN : overWeek.map((weight) => weight / mean)
}
