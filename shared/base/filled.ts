/** A Map, a WeakMap, or what else is asked for what lies under a key. */
type Table<K, V> = { readonly get: (key: K) => V | undefined; readonly set: (key: K, value: V) => unknown }

/**
 * What a table has for a key; made and put there when it has none. Of a table of tables the inner one is asked for first:
 * `filled(filled(shelves, a, () => new Map()), b, () => workedOut(a, b))`. A value that is `undefined` is made anew each time.
 */
export function filled<K, V>(table: Table<K, V>, key: K, make: () => V): V {
  const known = table.get(key)
  if (known !== undefined) return known
  const made = make()
  table.set(key, made)
  return made
}
