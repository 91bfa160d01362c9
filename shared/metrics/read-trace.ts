import type { Model } from '#shared/simulation/model'
import { DOING, type Trace } from '#shared/simulation/trace'
import { type DayFacts, dayFacts } from './day-facts'
import { LastStays } from './last-stays'
import { Leaders } from './leaders'

const DAY_S = 86_400

type RoleSums = { metres: number; busy: number; duty: number; shifts: number }
type LeadSums = { count: number; lead: number }

/** What a day comes to, in seconds and metres, all visits together: sums by the numbers of the model and of `facts`. */
export type DaySums = {
  readonly facts: DayFacts
  visits: number
  lead: number
  waiting: number
  longest: number
  blocked: number
  patientMetres: number
  adding: number
  handoffs: number
  overtime: number
  turnedAway: number
  readonly roles: readonly RoleSums[]
  readonly flows: readonly LeadSums[]
  /** By trait value. */
  readonly values: readonly LeadSums[]
  /** By place: seconds taken or being turned round; of them for patients, and how often one of them took it. */
  readonly placeSeconds: Float64Array
  readonly staySeconds: Float64Array
  readonly stays: Float64Array
  /** The same of visits with a trait value: by place, then value. */
  readonly valueSeconds: Float64Array
  readonly valueStays: Float64Array
  /** By queue: the wait of everybody who did the step. */
  readonly queues: readonly Waits[]
  /** When the last visit of each day left, in seconds after its midnight. */
  readonly ends: ReadonlyMap<number, number>
}

/** Numbers that are added one by one. */
class Waits {
  count = 0
  sum = 0
  longest = 0
  private values = new Float64Array(32)

  add(wait: number): void {
    if (this.count === this.values.length) {
      const longer = new Float64Array(this.count * 2)
      longer.set(this.values)
      this.values = longer
    }
    this.values[this.count++] = wait
    this.sum += wait
    if (wait > this.longest) this.longest = wait
  }

  /** Theirs to put in another order. */
  all(): Float64Array {
    return this.values.subarray(0, this.count)
  }
}

/** One pass over a trace. Visits that came before `warmUp` seconds, and what was done before then, are left out. */
export function readTrace(model: Model, trace: Trace, warmUp: number): DaySums {
  const facts = dayFacts(model)
  const { who: whos, doing: doings, from: froms, to: tos, step: steps, where: wheres, agents } = trace
  const { kind, of, came, left } = agents
  const some = facts.values.length
  const sums: DaySums = {
    facts,
    visits: 0,
    lead: 0,
    waiting: 0,
    longest: 0,
    blocked: 0,
    patientMetres: 0,
    adding: 0,
    handoffs: 0,
    overtime: 0,
    turnedAway: 0,
    roles: model.roles.map(() => ({ metres: 0, busy: 0, duty: 0, shifts: 0 })),
    flows: model.flows.map(() => ({ count: 0, lead: 0 })),
    values: facts.values.map(() => ({ count: 0, lead: 0 })),
    placeSeconds: new Float64Array(facts.places.length),
    staySeconds: new Float64Array(facts.places.length),
    stays: new Float64Array(facts.places.length),
    valueSeconds: new Float64Array(facts.places.length * some),
    valueStays: new Float64Array(facts.places.length * some),
    queues: facts.queues.map(() => new Waits()),
    ends: new Map(),
  }
  const isPatient = patientsOf(model, trace, warmUp, sums)
  const waitOf = new Float64Array(kind.length)
  const leaders = new Leaders(model, kind.length)
  // A visit waits for one step at a time.
  const waited = new Float64Array(kind.length)
  const waitedFor = new Int16Array(kind.length).fill(-1)
  const isAdding = Uint8Array.from(model.steps, ({ step }) => (step.value === 'addsValue' ? 1 : 0))
  const lastStays = new LastStays(model.spots.length)

  for (let row = 0; row < trace.rows; row++) {
    const doing = doings[row]!
    const who = whos[row]!
    const from = froms[row]!
    const seconds = tos[row]! - from
    if (doing === DOING.occupied || doing === DOING.turned) {
      const spot = wheres[row]!
      const place = spot < 0 ? -1 : facts.placeOf[spot]!
      if (place < 0 || from < warmUp) continue
      sums.placeSeconds[place]! += seconds
      const { values, isTurned } = facts.places[place]!
      if (doing === DOING.occupied && isTurned) lastStays.leave(spot, who, tos[row]!)
      const visit = doing === DOING.occupied ? who : isTurned ? lastStays.whoLeft(spot, from) : -1
      if (visit < 0 || isPatient[visit] === 0) continue
      sums.staySeconds[place]! += seconds
      if (doing === DOING.occupied) sums.stays[place]! += 1
      if (values.length === 0) continue
      for (const value of facts.valuesOf(of[visit]!, agents.traits[visit]!)) {
        if (!values.includes(value)) continue
        sums.valueSeconds[place * some + value]! += seconds
        if (doing === DOING.occupied) sums.valueStays[place * some + value]! += 1
      }
      continue
    }
    if (who < 0) continue
    if (kind[who] === 0) {
      const role = sums.roles[of[who]!]!
      switch (doing) {
        case DOING.duty:
          role.duty += seconds - Math.max(0, Math.min(warmUp, tos[row]!) - from)
          role.shifts += Math.max(1, Math.round(seconds / DAY_S))
          break
        case DOING.overtime:
          if (from < warmUp) break
          sums.overtime += seconds
          role.duty += seconds
          break
        case DOING.break:
          break
        case DOING.work: {
          if (from < warmUp) break
          role.busy += seconds
          const visit = trace.whom[row]!
          if (visit >= 0 && isPatient[visit] === 1 && leaders.isHandedOver(visit, steps[row]!, who, of[who]!)) sums.handoffs += 1
          break
        }
        default:
          if (from < warmUp) break
          role.busy += seconds
          role.metres += trace.metres[row]!
      }
      continue
    }
    if (isPatient[who] === 0) continue
    switch (doing) {
      case DOING.wait:
      case DOING.blocked:
      case DOING.ready: {
        sums.waiting += seconds
        waitOf[who]! += seconds
        if (doing === DOING.blocked) sums.blocked += seconds
        const step = steps[row]!
        waited[who] = waitedFor[who] === step ? waited[who]! + seconds : seconds
        waitedFor[who] = step
        break
      }
      case DOING.step: {
        const step = steps[row]!
        if (isAdding[step] === 1) sums.adding += seconds
        const queue = facts.queueOf[step]!
        if (queue >= 0) sums.queues[queue]!.add(waitedFor[who] === step ? waited[who]! : 0)
        waitedFor[who] = -1
        break
      }
      default:
        sums.patientMetres += trace.metres[row]!
    }
  }
  for (const wait of waitOf) if (wait > sums.longest) sums.longest = wait
  return sums

  function patientsOf({ flows }: Model, { doing, who, rows }: Trace, least: number, into: DaySums): Uint8Array {
    const found = new Uint8Array(kind.length)
    const isAway = new Uint8Array(kind.length)
    for (let row = doing.indexOf(DOING.turnedAway); row >= 0 && row < rows; row = doing.indexOf(DOING.turnedAway, row + 1)) {
      isAway[who[row]!] = 1
      if (froms[row]! >= least) into.turnedAway += 1
    }
    const isOfPatients = Uint8Array.from(flows, ({ pathway }) => (pathway.flow === 'patient' ? 1 : 0))
    const ends = into.ends as Map<number, number>
    for (let one = 0; one < kind.length; one++) {
      const flow = of[one]!
      if (kind[one] !== 1 || isOfPatients[flow] === 0 || came[one]! < least || isAway[one] === 1) continue
      found[one] = 1
      const lead = left[one]! - came[one]!
      if (Number.isNaN(lead)) continue
      into.visits += 1
      into.lead += lead
      const day = Math.floor(came[one]! / DAY_S)
      const end = left[one]! - day * DAY_S
      if (!(ends.get(day)! >= end)) ends.set(day, end)
      into.flows[flow]!.count += 1
      into.flows[flow]!.lead += lead
      for (const value of facts.valuesOf(flow, agents.traits[one]!)) {
        into.values[value]!.count += 1
        into.values[value]!.lead += lead
      }
    }
    return found
  }
}
