import type { Id } from '#shared/base/ids'
import type { Verdict } from './change-of'
import type { Ranking } from './comparison'

/** How designs stand to today's: today's own id, and what each of the others is told to be against it. */
type AgainstToday = { readonly datum: Id | undefined; readonly told: ReadonlyMap<Id, Verdict | undefined> }

/**
 * The designs that are best by one measure: the first, and all that are about the same as it. None where every ranked design is, or only
 * one is ranked: a best must have somebody to be better than. None either where it would be called best by a difference that counts as none:
 * where another is about the same as one of them, or one of them is about the same as today, or today is one of several.
 * `smallest` is the relative difference that matters.
 */
export function bestOf({ ranked }: Ranking, smallest: number, { datum, told }: AgainstToday): readonly Id[] {
  const first = ranked[0]
  if (first === undefined) return []
  const isBest = ({ value, rank }: Ranking['ranked'][number]) => rank === 1 || isAboutTheSame(value, first.value, smallest)
  const best = ranked.filter(isBest)
  const others = ranked.filter((one) => !isBest(one))
  if (others.length === 0) return []
  if (others.some((other) => best.some(({ value }) => isAboutTheSame(other.value, value, smallest)))) return []
  if (best.some(({ design }) => told.get(design) === 'same' || (design === datum && best.length > 1))) return []
  return best.map(({ design }) => design)
}

/** As a change is judged: by its share of the datum, here the best; nothing is about the same as 0. */
function isAboutTheSame(value: number, best: number, smallest: number): boolean {
  return best !== 0 && Math.abs(value - best) / Math.abs(best) < smallest - 1e-9
}
