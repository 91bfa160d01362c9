import type { Model } from '#shared/simulation/model'
import { DOING, type Trace } from '#shared/simulation/trace'
import { dayFacts, placeNames } from './day-facts'
import { LastStays } from './last-stays'
import { Leaders } from './leaders'
import { loadOf, type SimulatedMeeting } from './meetings'
import type { SimulatedName } from './simulated-day'

/**
 * One of those that a simulated figure is made of: a visit, one of the staff, a place, a stay of a visit at one, a visit that came, one
 * that was turned away, or a meeting of two things.
 */
export type BehindRow = {
  readonly kind: 'visit' | 'person' | 'place' | 'stay' | 'came' | 'turnedAway' | 'meeting'
  /** Of the pathway, the role or the place. */
  readonly name: string
  /** Which of the role's people, from 1; else 0. */
  readonly number: number
  /** Of the trace, for following them; -1: a place. */
  readonly agent: number
  /** When it begins: a visit comes, a wait begins. Seconds after the first midnight. */
  readonly from: number
  /** In the unit of the figure; 1 of those that are counted. */
  readonly value: number
  /** Where a stay is; the step that there was no place for. */
  readonly place?: string
  /** When who came left again. Seconds after the first midnight. */
  readonly until?: number
  /** Of a meeting: what was met, and the room's name. */
  readonly met?: { readonly name: string; readonly room: string }
}

const MINUTE_S = 60
const HOUR_S = 3600
const DAY_S = 86_400

/**
 * What a figure of one replication is made of, that with the most to it first (the least, where more is better). For means a visit:
 * every visit that the mean is over.
 */
export function behindFigure(model: Model, trace: Trace, name: SimulatedName, days: number, warmUp = 0): readonly BehindRow[] {
  const { metric, subject, better } = name
  const rows = metric === 'occupancy' ? ofPlaces(model, trace, keyOf(subject) ?? '', days, warmUp) : rowsOf(model, trace, metric, subject, warmUp)
  const sign = better === 'more' ? -1 : 1
  return rows.sort((a, b) => sign * (b.value - a.value) || a.from - b.from || a.agent - b.agent)
}

function rowsOf(model: Model, trace: Trace, metric: SimulatedName['metric'], subject: string | undefined, warmUp: number): BehindRow[] {
  if (metric in OF_VISITS) return ofVisits(model, trace, OF_VISITS[metric]!, subject, warmUp)
  if (metric in OF_PEOPLE) return ofPeople(model, trace, OF_PEOPLE[metric]!, keyOf(subject), warmUp)
  if (metric === 'placeMinutes') return ofStays(model, trace, keyOf(subject) ?? '', warmUp)
  if (metric === 'visits') return ofThoseWhoCame(model, trace, warmUp)
  if (metric === 'turnedAway') return ofTurnedAway(model, trace, warmUp)
  return metric.startsWith('queue') ? ofWaits(model, trace, keyOf(subject) ?? '', warmUp) : []
}

function keyOf(subject: string | undefined): string | undefined {
  return subject?.slice(subject.indexOf(':') + 1)
}

/** Is it a visit of the pathway, or with the trait value, that a figure is about? */
function isMeant({ flows }: Model, { agents }: Trace, agent: number, subject: string | undefined): boolean {
  if (subject === undefined) return true
  const { key, traits } = flows[agents.of[agent]!]!.pathway
  if (!subject.startsWith('trait:')) return subject === `pathway:${key}`
  let rest = agents.traits[agent]!
  // The first trait counts fastest.
  return traits.some((trait) => {
    const value = trait.values[rest % trait.values.length]
    rest = Math.floor(rest / trait.values.length)
    return subject === `trait:${trait.key}/${value}`
  })
}

/** What is behind the meetings of one replication: the closest first, each with the minutes between the two. */
export function behindMeetings(model: Model, trace: Trace, met: readonly SimulatedMeeting[], { subject }: SimulatedName): readonly BehindRow[] {
  const rule = subject?.slice(subject.indexOf(':') + 1) ?? met[0]?.rule
  const nameOf = (row: number) => model.flows[loadOf(model, trace, row).flow]?.pathway.name ?? ''
  const rooms = new Map(model.ground.premises.building.storeys.flatMap(({ rooms: all }) => all.map(({ room }) => [room.id, room.name] as const)))
  return met
    .filter((one) => one.rule === rule)
    .map(({ first, firstRow, secondRow, at, gap, room }): BehindRow => {
      const seen = { name: nameOf(secondRow), room: room === undefined ? '' : (rooms.get(room) ?? '') }
      return { kind: 'meeting', name: nameOf(firstRow), number: 0, agent: first, from: at, value: gap / MINUTE_S, met: seen }
    })
    .sort((a, b) => a.value - b.value || a.from - b.from)
}

type VisitSums = { lead: number; left: number; waiting: number; blocked: number; metres: number; adding: number; handoffs: number }
type PersonSums = { metres: number; busy: number; duty: number; overtime: number }

const OF_VISITS: { readonly [metric in SimulatedName['metric']]?: (sums: VisitSums) => number } = {
  leadTime: ({ lead }) => lead / MINUTE_S,
  waiting: ({ waiting }) => waiting / MINUTE_S,
  longestWait: ({ waiting }) => waiting / MINUTE_S,
  blocked: ({ blocked }) => blocked / MINUTE_S,
  simulatedPatientTravel: ({ metres }) => metres,
  simulatedValueAddedRatio: ({ adding, lead }) => adding / lead,
  personHandoffs: ({ handoffs }) => handoffs,
  dayEnds: ({ left }) => left / HOUR_S,
}

const OF_PEOPLE: { readonly [metric in SimulatedName['metric']]?: (sums: PersonSums) => number } = {
  simulatedStaffTravel: ({ metres }) => metres,
  staffTravelPerPerson: ({ metres }) => metres,
  utilisation: ({ busy, duty }) => busy / duty,
  overtime: ({ overtime }) => overtime / MINUTE_S,
}

function isWait(doing: number): boolean {
  return doing === DOING.wait || doing === DOING.blocked || doing === DOING.ready
}

/** Patients who came after the warm-up and went through, by their number in the trace. */
function visitsOf({ flows }: Model, { agents, who, doing, rows }: Trace, warmUp: number): ReadonlyMap<number, VisitSums> {
  const visits = new Map<number, VisitSums>()
  for (let agent = 0; agent < agents.kind.length; agent++) {
    if (agents.kind[agent] !== 1 || flows[agents.of[agent]!]?.pathway.flow !== 'patient' || agents.came[agent]! < warmUp) continue
    const lead = agents.left[agent]! - agents.came[agent]!
    if (Number.isNaN(lead)) continue
    visits.set(agent, { lead, left: agents.left[agent]!, waiting: 0, blocked: 0, metres: 0, adding: 0, handoffs: 0 })
  }
  for (let row = 0; row < rows; row++) if (doing[row] === DOING.turnedAway) visits.delete(who[row]!)
  return visits
}

function ofVisits(model: Model, trace: Trace, figureOf: (sums: VisitSums) => number, subject: string | undefined, warmUp: number): BehindRow[] {
  const visits = visitsOf(model, trace, warmUp)
  const leaders = new Leaders(model, trace.agents.kind.length)
  for (let row = 0; row < trace.rows; row++) {
    const sums = visits.get(trace.who[row]!)
    const doing = trace.doing[row]!
    const served = doing === DOING.work && trace.from[row]! >= warmUp ? visits.get(trace.whom[row]!) : undefined
    if (served !== undefined) {
      const person = trace.who[row]!
      if (leaders.isHandedOver(trace.whom[row]!, trace.step[row]!, person, trace.agents.of[person]!)) served.handoffs += 1
    }
    if (sums === undefined || doing === DOING.occupied || doing === DOING.turned) continue
    const seconds = trace.to[row]! - trace.from[row]!
    if (isWait(doing)) {
      sums.waiting += seconds
      if (doing === DOING.blocked) sums.blocked += seconds
    } else if (doing === DOING.step) {
      if (model.steps[trace.step[row]!]?.step.value === 'addsValue') sums.adding += seconds
    } else sums.metres += trace.metres[row]!
  }
  return [...visits].flatMap(([agent, sums]): BehindRow[] => {
    const own = model.flows[trace.agents.of[agent]!]!.pathway
    if (!isMeant(model, trace, agent, subject)) return []
    return [{ kind: 'visit', name: own.name, number: trace.agents.number[agent]!, agent, from: trace.agents.came[agent]!, value: figureOf(sums) }]
  })
}

/** Each stay of a visit at places of a name, turning round included: of all visits, or of those with a trait value. */
function ofStays(model: Model, trace: Trace, called: string, warmUp: number): BehindRow[] {
  const [place, value] = called.split(':') as [string, string | undefined]
  const facts = dayFacts(model)
  const index = facts.places.findIndex(({ name }) => name === place)
  const visits = visitsOf(model, trace, warmUp)
  const lastStays = new LastStays(model.spots.length)
  const stays = new Map<string, Writable<BehindRow>>()
  const found: Writable<BehindRow>[] = []
  for (let row = 0; row < trace.rows; row++) {
    const [doing, spot, from, to] = [trace.doing[row]!, trace.where[row]!, trace.from[row]!, trace.to[row]!]
    if ((doing !== DOING.occupied && doing !== DOING.turned) || spot < 0 || facts.placeOf[spot] !== index || from < warmUp) continue
    const minutes = (to - from) / MINUTE_S
    if (doing === DOING.turned) {
      const stay = stays.get(`${spot} ${lastStays.whoLeft(spot, from)}`)
      if (stay !== undefined) stay.value += minutes
      continue
    }
    const agent = trace.who[row]!
    lastStays.leave(spot, agent, to)
    if (!visits.has(agent) || (value !== undefined && !isMeant(model, trace, agent, `trait:${value}`))) continue
    const { name } = model.flows[trace.agents.of[agent]!]!.pathway
    const stay: Writable<BehindRow> = { kind: 'stay', name, number: 0, agent, from, value: minutes, place: model.spots[spot]!.name }
    stays.set(`${spot} ${agent}`, stay)
    found.push(stay)
  }
  return found
}

type Writable<T> = { -readonly [K in keyof T]: T[K] }

function ofThoseWhoCame(model: Model, trace: Trace, warmUp: number): BehindRow[] {
  const { of, number, came } = trace.agents
  return [...visitsOf(model, trace, warmUp)].map(([agent, { left }]): BehindRow => {
    const { name } = model.flows[of[agent]!]!.pathway
    return { kind: 'came', name, number: number[agent]!, agent, from: came[agent]!, value: 1, until: left }
  })
}

function ofTurnedAway(model: Model, trace: Trace, warmUp: number): BehindRow[] {
  const found: BehindRow[] = []
  for (let row = 0; row < trace.rows; row++) {
    if (trace.doing[row] !== DOING.turnedAway || trace.from[row]! < warmUp) continue
    const agent = trace.who[row]!
    const { name } = model.flows[trace.agents.of[agent]!]!.pathway
    const place = model.steps[trace.step[row]!]?.step.name ?? ''
    found.push({ kind: 'turnedAway', name, number: trace.agents.number[agent]!, agent, from: trace.from[row]!, value: 1, place })
  }
  return found
}

/** Each wait for a step of one key, of those who waited. */
function ofWaits(model: Model, trace: Trace, key: string, warmUp: number): BehindRow[] {
  const visits = visitsOf(model, trace, warmUp)
  const isStepMeant = model.steps.map(({ flow, step }) => step.parallelWith === undefined && `${model.flows[flow]!.pathway.key}/${step.key}` === key)
  const waits = new Map<number, { from: number; seconds: number }>()
  const found: BehindRow[] = []
  for (let row = 0; row < trace.rows; row++) {
    const who = trace.who[row]!
    if (!isStepMeant[trace.step[row]!] || !visits.has(who)) continue
    const doing = trace.doing[row]!
    if (isWait(doing)) {
      const wait = waits.get(who) ?? { from: trace.from[row]!, seconds: 0 }
      wait.seconds += trace.to[row]! - trace.from[row]!
      waits.set(who, wait)
    } else if (doing === DOING.step) {
      const wait = waits.get(who)
      waits.delete(who)
      const { name } = model.flows[trace.agents.of[who]!]!.pathway
      found.push({ kind: 'visit', name, number: 0, agent: who, from: wait?.from ?? trace.from[row]!, value: (wait?.seconds ?? 0) / MINUTE_S })
    }
  }
  return found
}

function ofPeople(model: Model, trace: Trace, figureOf: (sums: PersonSums) => number, role: string | undefined, warmUp: number): BehindRow[] {
  const people = new Map<number, PersonSums>()
  trace.agents.kind.forEach((kind, agent) => {
    if (kind === 0 && (role === undefined || model.roles[trace.agents.of[agent]!]?.key === role)) {
      people.set(agent, { metres: 0, busy: 0, duty: 0, overtime: 0 })
    }
  })
  for (let row = 0; row < trace.rows; row++) {
    const sums = people.get(trace.who[row]!)
    const doing = trace.doing[row]!
    const [from, to] = [trace.from[row]!, trace.to[row]!]
    if (sums === undefined || doing === DOING.turned || doing === DOING.occupied || (from < warmUp && doing !== DOING.duty)) continue
    sums.metres += trace.metres[row]!
    if (doing === DOING.duty) sums.duty += to - from - Math.max(0, Math.min(warmUp, to) - from)
    else if (doing === DOING.overtime) {
      sums.overtime += to - from
      sums.duty += to - from
    } else if (doing !== DOING.break) sums.busy += to - from
  }
  return [...people].map(([agent, sums]): BehindRow => {
    const { name } = model.roles[trace.agents.of[agent]!]!
    return { kind: 'person', name, number: trace.agents.number[agent]! + 1, agent, from: trace.agents.came[agent]!, value: figureOf(sums) }
  })
}

/** The places of one kind, each with the share of the opening hours in which it was in use. */
function ofPlaces(model: Model, trace: Trace, key: string, days: number, warmUp: number): BehindRow[] {
  const seconds = new Float64Array(model.spots.length)
  for (let row = 0; row < trace.rows; row++) {
    const doing = trace.doing[row]!
    if ((doing !== DOING.occupied && doing !== DOING.turned) || trace.from[row]! < warmUp || trace.where[row]! < 0) continue
    seconds[trace.where[row]!]! += trace.to[row]! - trace.from[row]!
  }
  const { from, to } = model.scenario.opening
  const measured = Math.max(1e-9, days - warmUp / DAY_S)
  const names = placeNames(model)
  return model.spots.flatMap(({ index, name, capacity }): BehindRow[] => {
    if (names[index] !== key || !Number.isFinite(capacity)) return []
    return [{ kind: 'place', name, number: 0, agent: -1, from, value: seconds[index]! / (capacity * (to - from) * measured) }]
  })
}
