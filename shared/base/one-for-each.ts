/**
 * Finds the same object for the same key, so that what is known by identity outlives an edit that makes its like anew. After `most` keys all
 * are forgotten at once: forgetting costs time, never a value.
 */
export function oneForEach<T>(most: number): (key: string, make: () => T) => T {
  const known = new Map<string, T>()
  return (key, make) => {
    let found = known.get(key)
    if (found === undefined) {
      if (known.size >= most) known.clear()
      found = make()
      known.set(key, found)
    }
    return found
  }
}
