/** What is only in one of two lists, each in its order. */
export type DifferingItems<T> = { readonly gone: readonly T[]; readonly come: readonly T[] }

/**
 * The very objects that are only in `before` and only in `now`. Quick where most lie where they lay, or come or go together: of a list of
 * thousands an edit changes a few.
 */
export function differingItems<T>(before: readonly T[], now: readonly T[]): DifferingItems<T> {
  if (before === now) return { gone: [], come: [] }
  const least = Math.min(before.length, now.length)
  let start = 0
  while (start < least && before[start] === now[start]) start += 1
  let after = 0
  while (after < least - start && before[before.length - 1 - after] === now[now.length - 1 - after]) after += 1
  const [ends, endsNow] = [before.length - after, now.length - after]
  const gone: T[] = []
  const come: T[] = []
  const isAligned = before.length === now.length
  for (let i = start; i < ends; i++) if (!isAligned || before[i] !== now[i]) gone.push(before[i]!)
  for (let i = start; i < endsNow; i++) if (!isAligned || before[i] !== now[i]) come.push(now[i]!)
  if (gone.length === 0 || come.length === 0) return { gone, come }
  // What only moved to another place of the list is in both.
  const [were, are] = [new Set(gone), new Set(come)]
  return { gone: gone.filter((item) => !are.has(item)), come: come.filter((item) => !were.has(item)) }
}
