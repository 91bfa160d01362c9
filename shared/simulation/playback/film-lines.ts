import type { Key } from '#shared/base/ids'
import { DOING } from '../trace'
import { type Film, isBusy, isWaiting, isWalking } from './film'

/** A line of a chart: a mean for each stretch of the day; NaN where there is nothing to take a mean of. */
export type FilmLine = { readonly key: Key; readonly name: string; readonly values: Float64Array }

/** What went on over the day, in stretches of equal length. Seconds. */
export type FilmLines = {
  readonly from: number
  readonly width: number
  readonly count: number
  /** People waiting, on average: by the place where they wait, the longest queues first. */
  readonly queues: readonly FilmLine[]
  /** Share of duty that is work, by role. */
  readonly roles: readonly FilmLine[]
  /** Patients inside, and of them those who wait. */
  readonly inside: Float64Array
  readonly waiting: Float64Array
}

/** So many stretches; more of a day than a chart has pixels would not be seen. */
const STRETCHES = 240

export function linesOf(film: Film, stretches = STRETCHES): FilmLines {
  const { from, agents, segments, places, roles } = film
  const count = Math.round(stretches)
  const width = (film.to - from) / count
  const queues = places.map(() => new Float64Array(count))
  const busy = roles.map(() => new Float64Array(count))
  const duty = roles.map(() => new Float64Array(count))
  const inside = new Float64Array(count)
  const waiting = new Float64Array(count)
  const add = (to: Float64Array, begin: number, end: number) => addSpan(to, (begin - from) / width, (end - from) / width)
  for (let agent = 0; agent < agents.kind.length; agent++) {
    for (let at = segments.first[agent]!; at < segments.first[agent + 1]!; at++) {
      const [begin, end, doing, of] = [segments.from[at]!, segments.to[at]!, segments.doing[at]!, agents.of[agent]!]
      if (agents.kind[agent] === 0) {
        if (doing === DOING.break) continue
        add(duty[of]!, begin, end)
        if (isBusy(doing)) add(busy[of]!, begin, end)
      } else if (agents.kind[agent] === 1) {
        add(inside, begin, end)
        if (!isWaiting(doing)) continue
        add(waiting, begin, end)
        const place = segments.place[at]!
        if (place >= 0) add(queues[place]!, begin, end)
      }
    }
  }
  const named = new Map<string, FilmLine>()
  queues.forEach((values, place) => {
    if (values.every((value) => value === 0)) return
    const key = queueOf(places[place]!)
    const before = named.get(key)
    if (before === undefined) named.set(key, { key, name: places[place]!.roomName, values })
    else for (let i = 0; i < count; i++) before.values[i]! += values[i]!
  })
  const total = ({ values }: FilmLine) => values.reduce((sum, value) => sum + value, 0)
  return {
    from,
    width,
    count,
    queues: [...named.values()].sort((a, b) => total(b) - total(a) || (a.key < b.key ? -1 : 1)),
    roles: roles.map(({ key, name }, role) => ({
      key,
      name,
      values: busy[role]!.map((value, i) => (duty[role]![i]! < 1e-9 ? Number.NaN : Math.min(1, value / duty[role]![i]!))),
    })),
    inside,
    waiting,
  }
}

/** All seats of a waiting room are one queue. */
function queueOf({ room, element }: Film['places'][number]): string {
  return room ?? element
}

/** Adds to each stretch the share of it that lies between two times, which are in stretches. */
function addSpan(values: Float64Array, begin: number, end: number): void {
  const first = Math.max(0, Math.floor(begin))
  const last = Math.min(values.length - 1, Math.ceil(end) - 1)
  for (let at = first; at <= last; at++) values[at]! += Math.max(0, Math.min(end, at + 1) - Math.max(begin, at))
}

/** How many patients wait at a moment, all together and by the key of their queue, and of each role how many are on duty and how many of those are at work: what stands on the plan. */
export type FilmMoment = {
  readonly waiting: number
  readonly queues: ReadonlyMap<string, number>
  readonly roles: readonly { readonly onDuty: number; readonly busy: number }[]
}

export function momentOf({ agents, segments, places, roles }: Film, time: number): FilmMoment {
  let waiting = 0
  const queues = new Map<string, number>()
  const counted = roles.map(() => ({ onDuty: 0, busy: 0 }))
  for (let agent = 0; agent < agents.kind.length; agent++) {
    const kind = agents.kind[agent]!
    if (kind > 1) continue
    for (let at = segments.first[agent]!; at < segments.first[agent + 1]! && segments.from[at]! <= time; at++) {
      if (segments.to[at]! <= time) continue
      const doing = segments.doing[at]!
      if (kind === 1) {
        if (!isWaiting(doing)) continue
        waiting += 1
        const place = places[segments.place[at]!]
        if (place !== undefined) queues.set(queueOf(place), (queues.get(queueOf(place)) ?? 0) + 1)
      } else if (doing !== DOING.break) {
        const role = counted[agents.of[agent]!]!
        role.onDuty += 1
        role.busy += isBusy(doing) ? 1 : 0
      }
    }
  }
  return { waiting, queues, roles: counted }
}

/** What has been walked and waited up to a moment, of one agent. Metres, seconds. */
export type SoFar = { readonly metres: number; readonly waited: number }

export function soFar({ segments }: Film, agent: number, time: number): SoFar {
  let metres = 0
  let waited = 0
  for (let at = segments.first[agent]!; at < segments.first[agent + 1]! && segments.from[at]! < time; at++) {
    const [from, to, doing] = [segments.from[at]!, segments.to[at]!, segments.doing[at]!]
    const share = Math.min(1, (time - from) / (to - from))
    if (isWalking(doing)) metres += Math.abs(segments.finish[at]! - segments.start[at]!) * share
    if (isWaiting(doing)) waited += (to - from) * share
  }
  return { metres, waited }
}
