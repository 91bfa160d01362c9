import type { Model } from '#shared/simulation/model'
import { DOING, type Trace } from '#shared/simulation/trace'
import { placeNames } from './day-facts'
import { loadOf, type SimulatedMeeting } from './meetings'
import type { SimulatedName } from './simulated-day'

/** One of those that a simulated figure is made of: a visit, one of the staff, a place, or a meeting of two things. */
export type BehindRow = {
  readonly kind: 'visit' | 'person' | 'place' | 'meeting'
  /** Of the pathway, the role or the place. */
  readonly name: string
  /** Which of the role's people, from 1; else 0. */
  readonly number: number
  /** Of the trace, for following them; -1: a place. */
  readonly agent: number
  /** When it begins: a visit comes, a wait begins. Seconds after the first midnight. */
  readonly from: number
  /** In the unit of the figure. */
  readonly value: number
  /** Of a meeting: what was met, and the room's name. */
  readonly met?: { readonly name: string; readonly room: string }
}

const MINUTE_S = 60
const HOUR_S = 3600
const DAY_S = 86_400

/** Figures that have rows behind them. */
export function hasRowsBehind({ metric }: Pick<SimulatedName, 'metric'>): boolean {
  return isOfMeetings(metric) || metric in OF_VISITS || metric in OF_PEOPLE || metric.startsWith('queue') || metric === 'occupancy'
}

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

function isOfMeetings(metric: SimulatedName['metric']): boolean {
  return metric === 'meetings' || metric === 'meetingDays'
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

type VisitSums = { lead: number; left: number; waiting: number; blocked: number; metres: number; adding: number }
type PersonSums = { metres: number; busy: number; duty: number; overtime: number }

const OF_VISITS: { readonly [metric in SimulatedName['metric']]?: (sums: VisitSums) => number } = {
  leadTime: ({ lead }) => lead / MINUTE_S,
  waiting: ({ waiting }) => waiting / MINUTE_S,
  longestWait: ({ waiting }) => waiting / MINUTE_S,
  blocked: ({ blocked }) => blocked / MINUTE_S,
  simulatedPatientTravel: ({ metres }) => metres,
  simulatedValueAddedRatio: ({ adding, lead }) => adding / lead,
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
    visits.set(agent, { lead, left: agents.left[agent]!, waiting: 0, blocked: 0, metres: 0, adding: 0 })
  }
  for (let row = 0; row < rows; row++) if (doing[row] === DOING.turnedAway) visits.delete(who[row]!)
  return visits
}

function ofVisits(model: Model, trace: Trace, figureOf: (sums: VisitSums) => number, subject: string | undefined, warmUp: number): BehindRow[] {
  const visits = visitsOf(model, trace, warmUp)
  for (let row = 0; row < trace.rows; row++) {
    const sums = visits.get(trace.who[row]!)
    const doing = trace.doing[row]!
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
