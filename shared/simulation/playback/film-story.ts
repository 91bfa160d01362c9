import { type Message, message } from '#shared/base/message'
import { DOING } from '../trace'
import { type Film, isWaiting, isWalking } from './film'

/** A line of somebody's day. Seconds. */
export type FilmTale = {
  readonly at: number
  readonly until: number
  readonly kind: 'arrive' | 'wait' | 'walk' | 'step' | 'hand' | 'leave' | 'pause'
  readonly says: Message
}

/** Waits and walks shorter than this are not told. Seconds. */
const WORTH_TELLING_S = 5
/** Two moments that are one. Seconds. */
const SAME_S = 1e-6

/** The day of one visit, or of one member of staff or thing, line by line. */
export function tellDay(film: Film, agent: number): readonly FilmTale[] {
  return film.agents.kind[agent] === 1 ? tellVisit(film, agent) : tellOther(film, agent)
}

function tellVisit(film: Film, agent: number): readonly FilmTale[] {
  const { segments, agents, steps } = film
  const told: FilmTale[] = []
  const work = workOn(film, agent)
  let leader: number | undefined
  const first = segments.first[agent]!
  const last = segments.first[agent + 1]!
  told.push(tale(agents.came[agent]!, agents.came[agent]!, 'arrive', message('playback.tale.arrive', { place: placeNear(film, first) })))
  for (let at = first; at < last; at++) {
    const [from, to, doing, step] = [segments.from[at]!, segments.to[at]!, segments.doing[at]!, segments.step[at]!]
    if (isWaiting(doing) && to - from >= WORTH_TELLING_S) told.push(tale(from, to, 'wait', waitOf(film, agent, at)))
    else if (isWalking(doing)) {
      const metres = Math.abs(segments.finish[at]! - segments.start[at]!)
      const along = work.filter((one) => isWalking(one.doing) && one.path === segments.path[at] && Math.abs(one.from - from) < SAME_S)
      const with_ = along.map((one) => personName(film, one.agent))
      const to_ = placeAfter(film, at, last)
      const values = { metres, to: to_, with: with_ }
      const key = to_ === '' ? 'playback.tale.walk-on' : with_.length > 0 ? 'playback.tale.walk-with' : 'playback.tale.walk'
      if (metres > 0.5) told.push(tale(from, to, 'walk', message(key, values)))
    } else if (doing === DOING.lift) told.push(tale(from, to, 'walk', message('playback.tale.lift', { time: to - from })))
    else if (doing === DOING.step && step >= 0) {
      const by = work.filter((one) => one.doing === DOING.work && one.step === step && one.from < to - SAME_S && one.to > from + SAME_S)
      const lead = by.find((one) => agents.of[one.agent] === steps[step]!.lead)?.agent
      if (lead !== undefined) {
        if (leader !== undefined && leader !== lead) {
          told.push(tale(from, from, 'hand', message('playback.tale.hand', { from: personName(film, leader), to: personName(film, lead) })))
        }
        leader = lead
      }
      const values = { step: steps[step]!.name, time: to - from, place: placeName(film, at), with: by.map((one) => personName(film, one.agent)) }
      told.push(tale(from, to, 'step', message(by.length > 0 ? 'playback.tale.step-with' : 'playback.tale.step', values)))
    }
  }
  const left = agents.left[agent]!
  if (!Number.isNaN(left)) told.push(tale(left, left, 'leave', message('playback.tale.leave', { time: left - agents.came[agent]! })))
  return told
}

/** What was waited for: the place, where it came free as the wait ended; else whoever leads the step. */
function waitOf(film: Film, agent: number, at: number): Message {
  const { segments, steps, stays, roles, places } = film
  const [from, to, step] = [segments.from[at]!, segments.to[at]!, segments.step[at]!]
  const values = { time: to - from, place: placeName(film, at) }
  const next = step < 0 ? undefined : steps[step]
  if (next === undefined) return message('playback.tale.wait', values)
  const goal = placeOfStep(film, agent, at, step)
  const cameFree = (place: number) => {
    for (let stay = stays.first[place]!; stay < stays.first[place + 1]!; stay++) if (Math.abs(stays.to[stay]! - to) < SAME_S) return true
    return false
  }
  if (segments.doing[at] !== DOING.ready && goal >= 0 && cameFree(goal)) {
    return message('playback.tale.wait-place', { ...values, for: places[goal]!.name, step: next.name })
  }
  const role = roles[next.lead >= 0 ? next.lead : (next.needs[0] ?? -1)]
  if (role === undefined) return message('playback.tale.wait-step', { ...values, step: next.name })
  return message('playback.tale.wait-role', { ...values, for: role.name, step: next.name })
}

/** Where an agent does a step after a segment. */
function placeOfStep({ segments }: Film, agent: number, after: number, step: number): number {
  for (let at = after + 1; at < segments.first[agent + 1]!; at++) {
    if (segments.step[at] === step && segments.doing[at] === DOING.step) return segments.place[at]!
  }
  return -1
}

function tellOther(film: Film, agent: number): readonly FilmTale[] {
  const { segments, steps, agents } = film
  const told: FilmTale[] = []
  const last = segments.first[agent + 1]!
  for (let at = segments.first[agent]!; at < last; at++) {
    const [from, to, doing, step, whom] = [segments.from[at]!, segments.to[at]!, segments.doing[at]!, segments.step[at]!, segments.whom[at]!]
    const name = step < 0 ? '' : steps[step]!.name
    if (isWalking(doing)) {
      const metres = Math.abs(segments.finish[at]! - segments.start[at]!)
      const to_ = placeAfter(film, at, last)
      if (metres > 0.5) told.push(tale(from, to, 'walk', message(to_ === '' ? 'playback.tale.walk-on' : 'playback.tale.walk', { metres, to: to_ })))
    } else if (doing === DOING.work || doing === DOING.step || doing === DOING.turnaround) {
      const key =
        doing === DOING.turnaround ? 'playback.tale.turn' : whom >= 0 && agents.kind[whom] === 1 ? 'playback.tale.work' : 'playback.tale.step'
      const values = { step: name, time: to - from, place: placeName(film, at), whom: whom < 0 ? '' : agentNumber(film, whom) }
      told.push(tale(from, to, 'step', message(key, values)))
    } else if (doing === DOING.carried) {
      const values = { who: whom < 0 ? '' : personName(film, whom), time: to - from }
      told.push(tale(from, to, 'walk', message('playback.tale.carried', values)))
    } else if (doing === DOING.break) told.push(tale(from, to, 'pause', message('playback.tale.break', { time: to - from })))
    else if (isWaiting(doing) && to - from >= WORTH_TELLING_S) {
      told.push(tale(from, to, 'wait', message('playback.tale.ready', { time: to - from, step: name, place: placeName(film, at) })))
    }
  }
  return told
}

/** What staff are called: the role, and which of them. */
export function personName({ agents, roles }: Film, agent: number): string {
  const { name } = roles[agents.of[agent]!]!
  const others = agents.kind.filter((kind, other) => kind === 0 && agents.of[other] === agents.of[agent]).length
  return others > 1 ? `${name} ${agents.number[agent]! + 1}` : name
}

/** Which visit, counted from 1 in the order of coming, so that designs agree on it. */
function agentNumber({ agents }: Film, agent: number): string {
  return String(agents.number[agent]! + 1)
}

/** What an agent is called, with the words to put it in: a role with a number, or a pathway with one. */
export function agentName(film: Film, agent: number): Message {
  const { agents, flows } = film
  if (agents.kind[agent] === 0) return message('playback.name.staff', { name: personName(film, agent) })
  const values = { name: flows[agents.of[agent]!]!.name, number: agents.number[agent]! + 1 }
  return message(agents.kind[agent] === 1 ? 'playback.name.visit' : 'playback.name.item', values)
}

type Work = {
  readonly agent: number
  readonly from: number
  readonly to: number
  readonly doing: number
  readonly step: number
  readonly path: number
}

/** All that staff do for a visit. */
function workOn({ segments, agents }: Film, visit: number): readonly Work[] {
  const found: Work[] = []
  for (let agent = 0; agent < agents.kind.length; agent++) {
    if (agents.kind[agent] !== 0) continue
    for (let at = segments.first[agent]!; at < segments.first[agent + 1]!; at++) {
      if (segments.whom[at] !== visit) continue
      found.push({
        agent,
        from: segments.from[at]!,
        to: segments.to[at]!,
        doing: segments.doing[at]!,
        step: segments.step[at]!,
        path: segments.path[at]!,
      })
    }
  }
  return found
}

function tale(at: number, until: number, kind: FilmTale['kind'], says: Message): FilmTale {
  return { at, until, kind, says }
}

function placeName({ segments, places }: Film, at: number): string {
  return places[segments.place[at]!]?.name ?? ''
}

/** The place where a walk leads to: of the next thing that is done somewhere, else what lies at its end. */
function placeAfter(film: Film, at: number, last: number): string {
  const name = at + 1 < last ? placeName(film, at + 1) : ''
  if (name !== '') return name
  const { segments, paths } = film
  const path = segments.path[at]!
  const end = paths.first[path + 1]! - 1
  if (segments.finish[at] === 0) return placeAt(film, paths.first[path]!)
  // A lift is on the way: it leads nowhere yet.
  return segments.finish[at]! < paths.along[end]! - 1e-6 ? '' : placeAt(film, end)
}

/** The place where a day begins: where one waits first, or the way in. */
function placeNear(film: Film, at: number): string {
  const name = placeName(film, at)
  const path = film.segments.path[at] ?? -1
  return name !== '' || path < 0 ? name : placeAt(film, film.paths.first[path]!)
}

/** What lies at a point of a line. */
function placeAt({ paths, places }: Film, point: number): string {
  const near = places.find(({ x, y, storey }) => storey === paths.storey[point] && Math.hypot(x - paths.x[point]!, y - paths.y[point]!) < 0.01)
  return near?.name ?? ''
}
