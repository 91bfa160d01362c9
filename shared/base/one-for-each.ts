import { latelyUsed } from './lately-used'

/**
 * Finds the same object for the same key, so that what is known by identity outlives an edit that makes its like anew. `most` keys and up to
 * as many before them are remembered: forgetting costs time, never a value.
 */
export function oneForEach<T extends object>(most: number): (key: string, make: () => T) => T {
  const known = latelyUsed<string, T>(most)
  return (key, make) => {
    let found = known.get(key)
    if (found === undefined) {
      found = make()
      known.set(key, found)
    }
    return found
  }
}
