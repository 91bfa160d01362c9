import type { FreshId } from '#shared/commands/edit'

/** Ids in counting order, `room_000001`, `room_000002`, ...: the same script gives the same ids. */
export function counterIds(): FreshId {
  const last = new Map<string, number>()
  return (prefix) => {
    const number = (last.get(prefix) ?? 0) + 1
    last.set(prefix, number)
    return `${prefix}_${String(number).padStart(6, '0')}`
  }
}
