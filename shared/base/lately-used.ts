/** A table that keeps what was put in or asked for lately. */
export type LatelyUsed<K, V> = {
  get(key: K): V | undefined
  set(key: K, value: V): void
}

/**
 * Keeps the last `most` entries put in or asked for, and up to as many before them: what is asked for again and again is never forgotten,
 * as it would be by a table that is emptied when it is full. Forgetting costs time, never a value.
 */
export function latelyUsed<K, V>(most: number): LatelyUsed<K, V> {
  let young = new Map<K, V>()
  let old = new Map<K, V>()

  function set(key: K, value: V): void {
    if (young.size >= most) {
      old = young
      young = new Map()
    }
    young.set(key, value)
  }

  return {
    set,
    get(key) {
      const found = young.get(key)
      if (found !== undefined || old.size === 0) return found
      const older = old.get(key)
      if (older !== undefined) set(key, older)
      return older
    },
  }
}
