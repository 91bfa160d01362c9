/** The place of a value in a list by its key: put behind the others where the index has none. */
export function indexed<K, T>(index: Map<K, number>, list: T[], key: K, value: T): number {
  let found = index.get(key)
  if (found === undefined) {
    found = list.length
    list.push(value)
    index.set(key, found)
  }
  return found
}
