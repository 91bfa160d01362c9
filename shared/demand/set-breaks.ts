import type { Break } from '#shared/document/breaks'
import type { Scenario } from '#shared/document/workshop'

type Shift = Scenario['shifts'][number]

const HALF_AN_HOUR_S = 1800

/** What somebody begins with who adds a break: half an hour within the two after the middle of the shift, which is taken to the half hour. */
export function firstBreak({ from, to }: Pick<Shift, 'from' | 'to'>): Break {
  const middle = Math.round((from + to) / 2 / HALF_AN_HOUR_S) * HALF_AN_HOUR_S
  return { from: middle, to: middle + 4 * HALF_AN_HOUR_S, duration: HALF_AN_HOUR_S }
}
