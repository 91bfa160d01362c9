import type { Arrivals, Scenario } from '#shared/document/workshop'

type Volume = Scenario['volumes'][number]
type Opening = Scenario['opening']

/** How those of a volume come: evenly over the opening hours, at random, or at set times. */
export type ArrivalKind = 'evenly' | Arrivals['by']

/** As many as a list may have. */
const MOST_TIMES = 10_000
/** Where a list has one time only, the next ones come so long after it. Seconds. */
const GAP_S = 300
const MINUTE_S = 60

/**
 * The same volume with more or fewer visits a day. A list of set times grows and shrinks with it, or simulated days would go on
 * with the patients of before: some go evenly out of all, new ones come between those that are there. Nobody a day keeps the list.
 */
export function withPerDay(volume: Volume, perDay: number): Volume {
  const { arrivals } = volume
  if (arrivals?.by !== 'list' || perDay === 0 || arrivals.didNotAttend === 1) return { ...volume, perDay }
  // Some do not come: the list is longer than the visits.
  const wanted = Math.min(MOST_TIMES, Math.max(1, Math.round(perDay / (1 - (arrivals.didNotAttend ?? 0)))))
  const sorted = [...arrivals.times].sort((a, b) => a - b)
  const times = wanted < sorted.length ? fewerOf(sorted, wanted) : moreOf(sorted, wanted)
  return { ...volume, perDay, arrivals: wanted === sorted.length ? arrivals : { ...arrivals, times } }
}

/** The same volume with people who come in another way. Set times say how many come; else it stays as it is. */
export function withArrivals(volume: Volume, arrivals: Arrivals | undefined): Volume {
  const { arrivals: _before, ...rest } = volume
  if (arrivals === undefined) return rest
  if (arrivals.by === 'rate') return { ...rest, arrivals }
  return { ...rest, perDay: Math.round(arrivals.times.length * (1 - (arrivals.didNotAttend ?? 0)) * 1e9) / 1e9, arrivals }
}

/** What somebody begins with who chooses a way of coming: for set times as many as come, at equal distances from opening on, on whole minutes. */
export function firstArrivals(kind: ArrivalKind, { perDay }: Volume, { from, to }: Opening): Arrivals | undefined {
  if (kind === 'evenly') return undefined
  if (kind === 'rate') return { by: 'rate' }
  const count = Math.min(MOST_TIMES, Math.max(1, Math.round(perDay)))
  return { by: 'list', times: Array.from({ length: count }, (_, i) => wholeMinutes(from + (i * (to - from)) / count)) }
}

function fewerOf(times: readonly number[], wanted: number): number[] {
  return Array.from({ length: wanted }, (_, i) => times[Math.floor(((i + 0.5) * times.length) / wanted)]!)
}

function moreOf(times: readonly number[], wanted: number): number[] {
  const extra = wanted - times.length
  const last = times.length - 1
  const found = Array.from({ length: extra }, (_, i) => {
    const at = ((i + 0.5) * Math.max(1, last)) / extra
    const index = Math.min(last, Math.floor(at))
    const before = times[index]!
    const after = times[index + 1] ?? before + GAP_S
    return wholeMinutes(before + (at - index) * (after - before))
  })
  return [...times, ...found].sort((a, b) => a - b)
}

function wholeMinutes(seconds: number): number {
  return Math.round(seconds / MINUTE_S) * MINUTE_S
}
