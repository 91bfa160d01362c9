import type { Film } from './film'

/** The next moment at which something happens to a visit or a place after a time; the end where nothing does. Seconds. */
export function nextEvent({ events, to }: Film, time: number): number {
  const at = firstAfter(events, time + STILL_S)
  return at < events.length ? Math.min(events[at]!, to) : to
}

/** The last moment before a time at which something happened; the beginning where nothing did. Seconds. */
export function previousEvent({ events, from }: Film, time: number): number {
  const at = firstAfter(events, time - STILL_S) - 1
  return at >= 0 && events[at]! >= from ? (events[at]! < time - STILL_S ? events[at]! : at > 0 ? Math.max(from, events[at - 1]!) : from) : from
}

/** The same for one agent: what they begin or end. Seconds. */
export function nextEventOf({ segments: { first, from, to }, ...film }: Film, agent: number, time: number): number {
  for (let at = first[agent]!; at < first[agent + 1]!; at++) {
    if (from[at]! > time + STILL_S) return from[at]!
    if (at + 1 === first[agent + 1] && to[at]! > time + STILL_S) return Math.min(to[at]!, film.to)
  }
  return film.to
}

export function previousEventOf({ segments: { first, from }, ...film }: Film, agent: number, time: number): number {
  for (let at = first[agent + 1]! - 1; at >= first[agent]!; at--) if (from[at]! < time - STILL_S) return Math.max(film.from, from[at]!)
  return film.from
}

/** Moments nearer than this are one. Seconds. */
const STILL_S = 0.01

/** The first of rising numbers that is more than a value. */
function firstAfter(numbers: Float64Array, value: number): number {
  let low = 0
  let high = numbers.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (numbers[middle]! > value) high = middle
    else low = middle + 1
  }
  return low
}
