/** What is only in one of two lists, each in its order. */
export type DifferingItems<T> = { readonly gone: readonly T[]; readonly come: readonly T[] }

/** So far ahead it is looked for where a list goes on after some have gone; beyond that by a map. */
const AHEAD = 32

/**
 * Where each item lay in another list, -1 where it did not: the very same object. Quick where most lie in the order in which they lay: of a list
 * of thousands an edit changes a few. Of the same two lists it is the same answer, which is only read.
 */
export function placesBefore<T>(before: readonly T[], now: readonly T[]): Int32Array {
  const known = knownPlaces.get(now)?.get(before)
  if (known !== undefined) return known
  const places = placesOfAll(before, now)
  if (now.length < WORTH_KNOWING) return places
  const ofNow = knownPlaces.get(now) ?? new WeakMap<readonly unknown[], Int32Array>()
  knownPlaces.set(now, ofNow.set(before, places))
  return places
}

/** Each step of mending a building asks about the same two lists: of this length or more they are compared once. Neither is kept by it. */
const WORTH_KNOWING = 64
const knownPlaces = new WeakMap<readonly unknown[], WeakMap<readonly unknown[], Int32Array>>()

function placesOfAll<T>(before: readonly T[], now: readonly T[]): Int32Array {
  const places = new Int32Array(now.length)
  const passed: number[] = []
  const come: number[] = []
  let next = 0
  for (let i = 0; i < now.length; i++) {
    const item = now[i]!
    if (before[next] !== item) {
      const end = Math.min(before.length, next + AHEAD)
      let at = next + 1
      while (at < end && before[at] !== item) at += 1
      if (at >= end) {
        places[i] = -1
        come.push(i)
        continue
      }
      for (; next < at; next++) passed.push(next)
    }
    places[i] = next++
  }
  for (; next < before.length; next++) passed.push(next)
  if (come.length === 0 || passed.length === 0) return places
  // What only moved to another place of the list is in both.
  const left = new Map<T, number>()
  for (const at of passed) left.set(before[at]!, at)
  for (const i of come) places[i] = left.get(now[i]!) ?? -1
  return places
}

/** The very objects that are only in `before` and only in `now`. */
export function differingItems<T>(before: readonly T[], now: readonly T[]): DifferingItems<T> {
  if (before === now) return { gone: [], come: [] }
  const places = placesBefore(before, now)
  const stays = new Uint8Array(before.length)
  const come: T[] = []
  for (let i = 0; i < places.length; i++) {
    if (places[i] === -1) come.push(now[i]!)
    else stays[places[i]!] = 1
  }
  const gone: T[] = []
  for (let i = 0; i < stays.length; i++) if (stays[i] === 0) gone.push(before[i]!)
  return { gone, come }
}
