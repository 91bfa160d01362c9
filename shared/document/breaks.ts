import type { Scenario } from './workshop'

export type Break = NonNullable<Scenario['shifts'][number]['breaks']>[number]

/** Whether a break of its length can be taken between its two times. */
export function isTakeable({ from, to, duration }: Break): boolean {
  return to - from >= duration
}
