import type { Id } from '#shared/base/ids'
import { type Message, message } from '#shared/base/message'
import type { Finding } from '../finding'

export function errorOf(key: string, where: readonly Id[], values: Message['values'] = {}): Finding {
  return { severity: 'error', message: message(key, values), where }
}

export function warningOf(key: string, where: readonly Id[], values: Message['values'] = {}): Finding {
  return { severity: 'warning', message: message(key, values), where }
}

/** The keys that stand more than once, each once, in the order in which they first repeat. */
export function repeatedKeys<T>(items: readonly T[], keyOf: (item: T) => string): readonly { readonly key: string; readonly items: readonly T[] }[] {
  const byKey = new Map<string, T[]>()
  for (const item of items) {
    const same = byKey.get(keyOf(item))
    if (same === undefined) byKey.set(keyOf(item), [item])
    else same.push(item)
  }
  return [...byKey].flatMap(([key, same]) => (same.length > 1 ? [{ key, items: same }] : []))
}
