import { words } from '../state/words'

/** Names in their order, those that are alike with which of how many they are: `Seats 2 of 4`. */
export function numberedNames(names: readonly string[]): readonly string[] {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  const seen = new Map<string, number>()
  return names.map((name) => {
    const count = counts.get(name) ?? 1
    const nth = (seen.get(name) ?? 0) + 1
    seen.set(name, nth)
    return count === 1 ? name : words('objects.one-of', { name, nth, count })
  })
}
