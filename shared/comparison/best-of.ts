import type { Id } from '#shared/base/ids'
import type { Ranking } from './comparison'

/**
 * The designs that are best by one measure: the first, and all that are about the same as it. None where
 * every ranked design is, or only one is ranked: a best must have somebody to be better than.
 * `smallest` is the relative difference that matters.
 */
export function bestOf({ ranked }: Ranking, smallest: number): readonly Id[] {
  const first = ranked[0]
  if (first === undefined) return []
  const best = ranked.filter(({ value, rank }) => rank === 1 || isAboutTheSame(value, first.value, smallest))
  return best.length === ranked.length ? [] : best.map(({ design }) => design)
}

/** As a change is judged: by its share of the datum, here the best; nothing is about the same as 0. */
function isAboutTheSame(value: number, best: number, smallest: number): boolean {
  return best !== 0 && Math.abs(value - best) / Math.abs(best) < smallest - 1e-9
}
