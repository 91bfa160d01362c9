import type { Id } from '#shared/base/ids'

/** Elements of two designs: those that are each other's, and those that only one of them has. */
export type Matching<T> = { readonly pairs: readonly (readonly [a: T, b: T])[]; readonly gone: readonly T[]; readonly added: readonly T[] }

/** By what an element of one design is known in another: a name, and where several have it, how far apart they are. */
export type Likeness<T> = {
  /** Undefined: not by this name. */
  readonly nameOf: (element: T, side: 'a' | 'b') => string | undefined
  /** Metres. */
  readonly apart: (a: T, b: T) => number
}

/** An element, as far as it is known by. */
export type Drawn = { readonly id: Id; readonly origin?: Id | undefined }

/**
 * Pairs elements that were drawn as one and the same (a copy of a design keeps the origin), then what is left by the likenesses in their
 * order, the nearest first. Each has at most one partner; the other way round gives the same pairs.
 */
export function matched<T>(a: readonly T[], b: readonly T[], recordOf: (element: T) => Drawn, likenesses: readonly Likeness<T>[]): Matching<T> {
  const pairs: (readonly [T, T])[] = []
  let [left, right] = [a, b]
  const byOrigin: Likeness<T> = {
    nameOf: (element) => recordOf(element).origin ?? recordOf(element).id,
    apart: likenesses[0]?.apart ?? (() => 0),
  }
  for (const likeness of [byOrigin, ...likenesses]) {
    const found = nearestFirst(left, right, likeness, recordOf)
    pairs.push(...found)
    const taken = new Set(found.flat())
    left = left.filter((element) => !taken.has(element))
    right = right.filter((element) => !taken.has(element))
  }
  return { pairs, gone: left, added: right }
}

/** The same name for two elements that are each other's, the lesser of their ids; any other goes by its own. */
export function commonNames(pairs: readonly (readonly [Drawn, Drawn])[]): (id: string) => string {
  const common = new Map<string, string>()
  for (const [one, other] of pairs) {
    const name = one.id < other.id ? one.id : other.id
    common.set(one.id, name)
    common.set(other.id, name)
  }
  return (id) => common.get(id) ?? id
}

function nearestFirst<T>(
  a: readonly T[],
  b: readonly T[],
  { nameOf, apart }: Likeness<T>,
  recordOf: (element: T) => Drawn,
): readonly (readonly [T, T])[] {
  const byName = new Map<string, T[]>()
  for (const element of b) {
    const name = nameOf(element, 'b')
    if (name === undefined) continue
    const same = byName.get(name)
    if (same === undefined) byName.set(name, [element])
    else same.push(element)
  }
  const candidates = a.flatMap((one) => {
    const name = nameOf(one, 'a')
    return name === undefined ? [] : (byName.get(name) ?? []).map((other) => ({ one, other, metres: apart(one, other), key: keyOf(one, other) }))
  })
  // Equal distances are told apart by both ids, whichever design is which.
  function keyOf(one: T, other: T): string {
    return [recordOf(one).id, recordOf(other).id].sort().join(' ')
  }
  candidates.sort((p, q) => p.metres - q.metres || (p.key < q.key ? -1 : 1))
  const taken = new Set<T>()
  const pairs: (readonly [T, T])[] = []
  for (const { one, other } of candidates) {
    if (taken.has(one) || taken.has(other)) continue
    taken.add(one)
    taken.add(other)
    pairs.push([one, other])
  }
  return pairs
}
