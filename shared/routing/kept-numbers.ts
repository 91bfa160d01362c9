/** Parts of a floor before an edit: by key their numbers, and what each number stands for. */
type Former<T> = { readonly byKey: ReadonlyMap<string, number>; part(number: number): T | undefined }

/**
 * The numbers that parts of an edited floor keep, -1 for none: first each that is as its namesake was, then each that lies where another lay
 * that is left over and was the same but for its name.
 */
export function keptNumbers<T>(
  parts: readonly T[],
  keys: readonly string[],
  former: Former<T>,
  isSame: (old: T, part: T) => boolean,
  placeOf: (part: T) => string,
): Int32Array {
  const numbers = new Int32Array(parts.length).fill(-1)
  const taken = new Set<number>()
  parts.forEach((part, index) => {
    const number = former.byKey.get(keys[index]!)
    const old = number === undefined ? undefined : former.part(number)
    if (number === undefined || old === undefined || !isSame(old, part)) return
    numbers[index] = number
    taken.add(number)
  })
  if (taken.size === parts.length || taken.size === former.byKey.size) return numbers
  const leftOver = new Map<string, number[]>()
  for (const number of former.byKey.values()) {
    const old = taken.has(number) ? undefined : former.part(number)
    if (old === undefined) continue
    const place = placeOf(old)
    const there = leftOver.get(place)
    if (there === undefined) leftOver.set(place, [number])
    else there.push(number)
  }
  parts.forEach((part, index) => {
    if (numbers[index]! >= 0) return
    const there = leftOver.get(placeOf(part)) ?? []
    const at = there.findIndex((number) => isSame(former.part(number)!, part))
    if (at >= 0) numbers[index] = there.splice(at, 1)[0]!
  })
  return numbers
}

/** Keys that are unique in a list: the second of a name gets a mark. */
export function uniqueKeys<T>(parts: readonly T[], keyOf: (part: T) => string): readonly string[] {
  const taken = new Set<string>()
  return parts.map((part) => {
    let key = keyOf(part)
    while (taken.has(key)) key += ' again'
    taken.add(key)
    return key
  })
}
