import type { Id } from '#shared/base/ids'
import type { Message } from '#shared/base/message'
import type { Demand } from '#shared/demand/demand'
import { EventHeap } from './event-heap'
import type { FlowModel, LineModel, Model, RoleNeed } from './model'
import { PeopleBoard } from './people-board'
import { chooseSpot, placeKey } from './place-board'
import { initialHome } from './pool-homes'
import {
  type Gear,
  Inside,
  JOB,
  Job,
  NOBODY,
  Person,
  Pool,
  RequestClass,
  RoleState,
  SetState,
  SpotState,
  STATE,
  STOP,
  type Stay,
  Stop,
  THEN,
  Visit,
} from './run-state'
import { stuckReason } from './stuck'
import { DOING, type Trace, TraceWriter } from './trace'

export type RunResult =
  | { readonly status: 'ok'; readonly trace: Trace; readonly events: number }
  | { readonly status: 'stopped'; readonly reason: Message; readonly trace: Trace; readonly events: number }

const EVENT = { arrival: 0, person: 1, visit: 2, end: 3, on: 4, off: 5, break: 6, breakEnd: 7, turned: 8 } as const
/** At the same moment: what ends first, then who comes on duty, then who comes through the door, then who goes home. */
const RANK = { end: 0, on: 1, arrival: 2, off: 3 } as const
const DAY_S = 86_400

/** Runs a model through the days of a demand. The same model and demand give the same trace, to the last bit. */
export function runModel(model: Model, demand: Demand): RunResult {
  return new Run(model, demand).go()
}

type Stream = { readonly flow: FlowModel; readonly times: Float64Array; readonly patients: Float64Array; next: number }
class Stopped extends Error {
  readonly reason: Message
  constructor(reason: Message) {
    super(reason.key)
    this.reason = reason
  }
}

/** The state of one run. Everything that happens is an event, after which requests are met until none can be (`settle`). */
export class Run {
  readonly model: Model
  readonly heap = new EventHeap()
  readonly trace = new TraceWriter()
  readonly roles: RoleState[]
  readonly classes: RequestClass[] = []
  now = 0
  /** Visits that are inside. */
  readonly inside = new Inside()
  private readonly demand: Demand
  private readonly spots: SpotState[]
  private readonly sets: SetState[]
  private readonly people: PeopleBoard
  private readonly draws
  private readonly traits
  private readonly uses: Float64Array
  private readonly aboutSteps: (Set<number> | undefined)[] = []
  private readonly onFoot: Gear
  private readonly pools = new Map<number, Pool>()
  private readonly classIndex = new Map<string, RequestClass>()
  private readonly openClasses: (RequestClass | undefined)[] = []
  private readonly keptClasses: (RequestClass | undefined)[] = []
  private readonly pinned = new Map<string, SetState>()
  private readonly liftFree = new Map<Id, number>()
  private dirty: RequestClass[] = []
  /** What was dirty before: used again, so that nothing is made an event. */
  private spare: RequestClass[] = []
  private asked: Job[] = []
  private spareAsked: Job[] = []
  private lingering: Person[] = []
  private homeless: Person[] = []
  private said = 0
  private round = 0
  private events = 0

  constructor(model: Model, demand: Demand) {
    this.model = model
    this.demand = demand
    this.spots = model.spots.map((spot) => new SpotState(spot))
    this.sets = model.sets.map(
      (set) =>
        new SetState(
          set,
          set.spots.map(({ index }) => this.spots[index]!),
        ),
    )
    this.roles = model.roles.map((role) => new RoleState(role))
    this.people = new PeopleBoard(model, this.sets)
    this.onFoot = { gait: model.onFoot, via: NO_VIA }
    this.draws = model.steps.map(({ flow, step }) => demand.stepOf(model.flows[flow]!.pathway.key, step))
    this.traits = model.flows.map(({ pathway }) => demand.traitsOf(pathway))
    this.uses = new Float64Array(model.steps.reduce((most, { lines }) => lines.reduce((all, { index }) => Math.max(all, index + 1), most), 0))
  }

  go(): RunResult {
    const { heap } = this
    let reason: Message | undefined
    try {
      this.openShifts()
      this.openStock()
      this.openArrivals()
      while (heap.size > 0) {
        heap.pop()
        this.now = heap.time
        this.events += 1
        this.happen(heap.kind, heap.subject, heap.serial)
        this.settleAll()
      }
      if (this.inside.size > 0) reason = stuckReason(this)
    } catch (error) {
      if (!(error instanceof Stopped)) throw error
      reason = error.reason
    }
    const trace = this.trace.close(this.now)
    return reason === undefined ? { status: 'ok', trace, events: this.events } : { status: 'stopped', reason, trace, events: this.events }
  }

  private happen(kind: number, subject: unknown, serial: number): void {
    switch (kind) {
      case EVENT.arrival:
        this.arrive(subject as Stream)
        return
      case EVENT.person: {
        const person = subject as Person
        if (person.serial === serial) this.personMoved(person)
        return
      }
      case EVENT.visit:
        this.visitMoved(subject as Visit)
        return
      case EVENT.end:
        this.endJob(subject as Job)
        return
      case EVENT.on:
        this.comeOnDuty(subject as Person, serial)
        return
      case EVENT.off:
        this.shiftOver(subject as Person, serial)
        return
      case EVENT.break:
        this.breakDue(subject as Person, serial)
        return
      case EVENT.breakEnd:
        this.breakOver(subject as Person)
        return
      case EVENT.turned:
        this.turned(subject as Job)
        return
    }
  }

  // ------------------------------------------------------------------ opening

  private openArrivals(): void {
    for (const host of this.model.hosts) {
      const flow = this.model.flows[host]!
      const { times, patients } = this.demand.arrivalsOf(flow.pathway.key)
      if (times.length > 0) this.heap.push(times[0]!, RANK.arrival, EVENT.arrival, { flow, times, patients, next: 0 }, 0)
    }
  }

  private openShifts(): void {
    const { shifts } = this.model.scenario
    for (const role of this.roles) {
      let number = 0
      for (const shift of shifts) {
        const count = Math.round(shift.people[role.model.key] ?? 0)
        for (let i = 0; i < count; i++) {
          const { bases } = role.model
          const base = bases.length === 0 ? -1 : bases[number % bases.length]!
          const agent = this.trace.agent(0, role.model.index, number, -1, 0, 0)
          const person = new Person(agent, role, base)
          role.people.push(person)
          number += 1
          for (const [from, to] of dutyOf(shift.from, shift.to, this.demand.days)) {
            this.heap.push(from, RANK.on, EVENT.on, person, Math.round(to))
            this.heap.push(to, RANK.off, EVENT.off, person, Math.round(to))
          }
          for (const { from, to, duration } of shift.breaks ?? []) {
            // One after the other; when the time between is over, from its start again.
            const room = Math.max(1, Math.floor((to - from) / Math.max(1, duration)))
            const at = from + (i % room) * duration
            for (let day = 0; day < this.demand.days; day++) this.heap.push(day * DAY_S + at, RANK.off, EVENT.break, person, Math.round(duration))
          }
        }
      }
    }
  }

  private openStock(): void {
    for (const flow of this.model.flows) {
      if (flow.source !== 'loop') continue
      const pool = this.poolOf(flow)
      for (let i = 0; i < (flow.stock ?? 0); i++) this.stockUp(flow, pool)
    }
  }

  private stockUp(flow: FlowModel, pool: Pool): void {
    const home = initialHome(this.model, flow, pool.made, 0)
    const item = this.newVisit(flow, pool.made, undefined)
    pool.made += 1
    item.seat = item.spot = home === undefined ? undefined : this.spots[home.index]
    item.next = item.ops.length
    pool.items.push(item)
  }

  private poolOf(flow: FlowModel): Pool {
    let pool = this.pools.get(flow.index)
    if (pool === undefined) {
      pool = new Pool()
      this.pools.set(flow.index, pool)
    }
    return pool
  }

  private newVisit(flow: FlowModel, patient: number, owner: Visit | undefined): Visit {
    const of = flow.pathway.traits
    const draws = this.traits[flow.index]!
    let traits = 0
    let factor = 1
    for (let at = 0; at < of.length; at++) {
      traits += factor * draws.valueOf(at, patient)
      factor *= of[at]!.values.length
    }
    const agent = this.trace.agent(owner === undefined && flow.whom !== 'item' ? 1 : 2, flow.index, patient, owner?.agent ?? -1, traits, this.now)
    return new Visit(agent, flow, patient, flow.opsFor(traits))
  }

  private arrive(stream: Stream): void {
    const { flow, times, patients } = stream
    const visit = this.newVisit(flow, patients[stream.next]!, undefined)
    stream.next += 1
    if (stream.next < times.length) this.heap.push(times[stream.next]!, RANK.arrival, EVENT.arrival, stream, 0)
    this.inside.add(visit)
    if (flow.gateIn !== undefined) {
      // Several doors of one name share who comes in.
      visit.spot = this.spots[flow.gateIn[visit.patient % flow.gateIn.length]!.index]!
      visit.seat = visit.spot
    }
    this.proceed(visit, NOBODY)
  }

  // ------------------------------------------------------------------ visits

  /** To the next step, or out. `kept`: people of the step before whom the next one needs too. */
  private proceed(visit: Visit, kept: readonly Person[]): void {
    const { ops } = visit
    let staying = kept
    let next = visit.next
    while (next < ops.length && ops[next]!.isParallel) {
      const op = ops[next]!
      const job = new Job(JOB.parallel, visit, op, next, this.now, this.said++)
      job.kept = staying
      staying = NOBODY
      this.ask(job)
      next += 1
    }
    visit.next = next
    if (next === ops.length) {
      this.leave(visit)
      return
    }
    const op = ops[next]!
    visit.since = this.now
    if (op.waitsAlways) {
      visit.kept = staying
      this.walkToSeat(visit, this.seatFor(visit, op.step.waitSet, op.gait), op, THEN.request)
      return
    }
    this.request(visit, staying)
  }

  private request(visit: Visit, kept: readonly Person[]): void {
    const op = visit.ops[visit.next]!
    const job = new Job(JOB.step, visit, op, visit.next, this.now, this.said++)
    job.kept = kept
    visit.job = job
    this.ask(job)
  }

  private ask(job: Job): void {
    const made = this.classOf(job)
    // People who go on with the visit are not there for anybody who waits.
    if (job.kept.length > 0 && (made.set === undefined || (made.set.free > 0 && made.first() === undefined))) {
      if (this.people.choose(job, made.needs, this.roles, this.spotFor(job, made.set), this)) {
        this.grant(job, made.set)
        return
      }
    }
    made.add(job)
    this.markClass(made)
    this.asked.push(job)
  }

  private classOf(job: Job): RequestClass {
    const { op, visit } = job
    const { step } = op
    if (job.kind === JOB.errand) return this.findClass(undefined, [{ role: job.line!.carrier, people: 1 }], step.priority)
    if (job.kind === JOB.turnaround) return this.findClass(undefined, [{ role: job.stay!.turnRole, people: 1 }], step.priority)
    const takesPlace = job.kind === JOB.step && op.root === job.index && visit.inherited === undefined
    if (!takesPlace || step.set < 0) {
      this.keptClasses[step.index] ??= this.findClass(undefined, step.needs, step.priority)
      return this.keptClasses[step.index]!
    }
    const set = this.sets[step.set]!
    // Set down before its place: it can only be taken there.
    if (visit.flow.whom === 'item' && visit.seat !== undefined && visit.next === 0 && visit.seat === visit.spot && set.spots.includes(visit.spot))
      return this.findClass(this.pinnedSet(set, visit.spot), step.needs, step.priority)
    if (set.model.choice === 'assigned') {
      const u = this.demand.placeOf(visit.flow.pathway.key, step.step.key).uniform(visit.patient, op.copy)
      let at = 0
      let passed = set.model.shares[0] ?? 1
      while (u >= passed && at < set.spots.length - 1) passed += set.model.shares[++at] ?? 0
      return this.findClass(this.pinnedSet(set, set.spots[at]!), step.needs, step.priority)
    }
    this.openClasses[step.index] ??= this.findClass(set, step.needs, step.priority)
    return this.openClasses[step.index]!
  }

  private pinnedSet(set: SetState, spot: SpotState): SetState {
    let found = this.pinned.get(spot.model.key)
    if (found === undefined) {
      found = new SetState({ ...set.model, index: -1, spots: [spot.model], choice: 'balanced', shares: [1] }, [spot])
      this.pinned.set(spot.model.key, found)
    }
    return found
  }

  private findClass(set: SetState | undefined, needs: readonly RoleNeed[], priority: number): RequestClass {
    const key = `${set === undefined ? '' : placeKey(set)}|${needs.map(({ role, people }) => `${role}x${people}`).join()}|${priority}`
    let found = this.classIndex.get(key)
    if (found === undefined) {
      found = new RequestClass(set, needs, priority)
      this.classIndex.set(key, found)
      this.classes.push(found)
      set?.classes.push(found)
      for (const { role } of needs) {
        for (const other of this.roles[role]!.classes) {
          if (!other.companions.includes(found)) other.companions.push(found)
          if (!found.companions.includes(other)) found.companions.push(other)
        }
        this.roles[role]!.classes.push(found)
      }
    }
    return found
  }

  // ------------------------------------------------------------------ settling

  private markClass(made: RequestClass): void {
    if (made.isDirty) return
    made.isDirty = true
    this.dirty.push(made)
    for (const other of made.companions) {
      if (other.isDirty) continue
      other.isDirty = true
      this.dirty.push(other)
    }
  }

  private markRole(role: RoleState): void {
    for (const made of role.classes) this.markClass(made)
  }

  /** Meets requests, then sees to who was not met and to who has nothing to do, until nothing changes any more. */
  private settleAll(): void {
    for (;;) {
      this.settle()
      if (this.asked.length > 0) {
        const asked = this.asked
        this.asked = this.spareAsked
        this.asked.length = 0
        this.spareAsked = asked
        for (const job of asked) if (!job.isGranted && !job.isDropped) this.notMet(job)
        continue
      }
      if (this.lingering.length > 0) {
        const idle = this.lingering
        this.lingering = []
        for (const person of idle)
          if (person.job === undefined && person.state === STATE.busy && !person.isWalking && !this.staysToTurn(person)) this.release(person)
        continue
      }
      if (this.dirty.length === 0) break
    }
    if (this.homeless.length === 0) return
    const homeless = this.homeless
    this.homeless = []
    for (const person of homeless) if (person.state === STATE.free && !person.isWalking) this.goHome(person)
  }

  /** A visit that is about to be fetched leaves a place to be turned round: one of those who are there waits for that. */
  private staysToTurn(person: Person): boolean {
    const visit = person.lastVisit
    const stay = visit === undefined || visit.at < 0 ? undefined : visit.stays[visit.at]
    if (visit === undefined || stay === undefined || stay.turnSeconds === 0 || stay.turnRole !== person.role.model.index) return false
    if (visit.job?.isGranted !== true || visit.job.spot === stay.spot || !stay.present.includes(person)) return false
    if (stay.turner !== undefined && stay.turner !== person) return false
    stay.turner = person
    return true
  }

  private settle(): void {
    while (this.dirty.length > 0) {
      const round = ++this.round
      const some = this.dirty
      this.dirty = this.spare
      this.dirty.length = 0
      this.spare = some
      for (const made of some) made.isDirty = false
      for (;;) {
        let best: RequestClass | undefined
        let bestJob: Job | undefined
        for (const made of some) {
          if (made.stuckAt === round) continue
          const job = made.first()
          if (job === undefined) continue
          if (
            bestJob === undefined ||
            made.priority > best!.priority ||
            (made.priority === best!.priority && (job.since < bestJob.since || (job.since === bestJob.since && job.said < bestJob.said)))
          ) {
            best = made
            bestJob = job
          }
        }
        if (best === undefined || bestJob === undefined) break
        if (!this.meet(best, bestJob, round)) best.stuckAt = round
      }
    }
  }

  /** Gives the first of a class what it asks for, if all of it is there. */
  private meet(made: RequestClass, first: Job, round: number): boolean {
    if (made.set !== undefined && made.set.free <= 0) return false
    if (made.needs.length === 0) {
      made.take(first)
      this.grant(first, made.set)
      return true
    }
    let lacks = 0
    let lacking: RoleState | undefined
    for (const { role, people } of made.needs) {
      const of = this.roles[role]!
      if (keptOf(first, of) + (of.claimedAt === round ? 0 : of.free) < people) {
        lacks += 1
        lacking = of
      }
    }
    // Somebody who waits for nothing but more people of one role comes before whoever asks for them later.
    if (lacks === 1) lacking!.claimedAt = round
    if (lacks > 0) return false
    if (this.people.choose(first, made.needs, this.roles, this.spotFor(first, made.set), this)) {
      made.take(first)
      this.grant(first, made.set)
      return true
    }
    // Whoever is free is on the way home from this very visit: they may still do for the next.
    for (const job of made.waiting()) {
      if (job === first || !this.people.choose(job, made.needs, this.roles, this.spotFor(job, made.set), this)) continue
      made.take(job)
      this.grant(job, made.set)
      return true
    }
    return false
  }

  /** Where a job will be, for choosing who goes there. */
  private spotFor(job: Job, set: SetState | undefined): SpotState | undefined {
    const { visit, op } = job
    if (job.spot !== undefined) return job.spot
    if (visit.inherited !== undefined) return visit.inherited.spot
    const held = visit.stays[op.root]?.spot
    if (held !== undefined) return held
    const from = visit.spot === undefined ? -1 : outOf(visit, visit.spot)
    const of = set ?? this.sets[op.step.set]
    return of === undefined ? visit.spot : chooseSpot(this.model.legs, of, from, visit.flow.whom, op.gait, 'place')
  }

  private notMet(job: Job): void {
    const { visit, op } = job
    for (const person of job.kept) this.release(person)
    job.kept = NOBODY
    if (job.kind !== JOB.step || visit.job !== job) return
    const { step } = op
    const isAtGate = visit.seat !== undefined
    if (step.waitSet >= 0 && !step.waitsAlways && visit.flow.whom !== 'item' && op.copy === 0) {
      const seat = this.seatFor(visit, step.waitSet, op.gait)
      if (step.leavesWhenFull && seat.seated + seat.used >= seat.model.seats) {
        this.turnAway(visit, job)
        return
      }
      this.walkToSeat(visit, seat, op, THEN.seated)
    } else if (step.leavesWhenFull && (isAtGate || visit.spot === undefined || step.waitSet < 0)) this.turnAway(visit, job)
  }

  private turnAway(visit: Visit, job: Job): void {
    job.isDropped = true
    visit.job = undefined
    this.trace.add(visit.agent, DOING.turnedAway, visit.spot?.model.index ?? -1, this.now, this.now, job.op.step.index, -1, 0)
    visit.next = visit.ops.length
    this.leave(visit)
  }

  /** Who holds the place where they are to wait goes on holding it. */
  private walkToSeat(visit: Visit, seat: SpotState, op: Job['op'], onward: number): void {
    if (visit.spot !== seat || visit.seat !== undefined || visit.at < 0) {
      this.vacate(visit)
      seat.sit()
      visit.isSeated = true
    }
    this.walkVisit(visit, seat, op.gait, op.speed, NO_VIA, onward, op.step.index, NOBODY)
  }

  private seatFor(visit: Visit, set: number, gait: number): SpotState {
    return chooseSpot(this.model.legs, this.sets[set]!, visit.spot === undefined ? -1 : outOf(visit, visit.spot), visit.flow.whom, gait, 'seat')
  }

  // ------------------------------------------------------------------ what was asked for begins

  private grant(job: Job, set: SetState | undefined): void {
    job.isGranted = true
    const { visit, op } = job
    switch (job.kind) {
      case JOB.errand:
        this.beginErrand(job)
        return
      case JOB.turnaround:
        this.beginTurnaround(job)
        return
    }
    if (job.kind === JOB.step && op.root === job.index) {
      if (visit.inherited !== undefined) {
        visit.stays[op.root] = visit.inherited
        visit.inherited = undefined
      } else {
        const from = visit.spot === undefined ? -1 : outOf(visit, visit.spot)
        const spot = chooseSpot(this.model.legs, set!, from, visit.flow.whom, op.gait, 'place')
        spot.used += 1
        spot.visits += 1
        for (const of of spot.sets) of.free -= 1
        visit.stays[op.root] = { spot, from: this.now, turnSeconds: 0, turnRole: -1, present: NOBODY }
      }
    }
    const spot = visit.stays[op.root]?.spot ?? (op.step.set < 0 ? visit.spot : this.parallelSpot(job))
    job.spot = spot
    if (job.kind === JOB.step) job.pending = 1
    this.sendPeople(job, spot)
    if (job.kind === JOB.step) this.setOut(job)
    else if (job.pending === 0) this.begin(job)
  }

  /** A step beside others takes no place from anybody. */
  private parallelSpot({ visit, op }: Job): SpotState {
    const from = visit.spot === undefined ? -1 : outOf(visit, visit.spot)
    return chooseSpot(this.model.legs, this.sets[op.step.set]!, from, visit.flow.whom, op.gait, 'place')
  }

  private sendPeople(job: Job, spot: SpotState | undefined): void {
    const { visit, op } = job
    const { step } = op
    const { needs, works, escorts, lines } = step
    if (needs.length === 0 && lines.length === 0) return
    const canEscort =
      job.kind === JOB.step && op.copy === 0 && visit.flow.whom === 'patient' && visit.spot !== undefined && visit.spot !== spot && escorts.length > 0
    const kept = job.kept
    const taken = job.people
    const crew: Person[] = []
    job.people = crew
    const isDue = lines.map((line) => line.isNeeded && this.isDue(line))
    needs.forEach(({ role, people }, at) => {
      let number = 0
      for (const person of [...kept, ...taken]) {
        if (person.role.model.index !== role || number === people) continue
        const isFirst = number === 0
        number += 1
        crew.push(person)
        const wasKept = kept.includes(person)
        person.job = job
        const stops: Person['stops'] = []
        this.addTakeAway(person, stops)
        const isEscort = isFirst && canEscort && escorts.includes(role)
        if (isEscort) {
          job.escortsAway += 1
          stops.push(new Stop(STOP.patient, visit.spot!.model.patientOut, this.onFoot, job, undefined, undefined, visit))
        }
        const fetched: LineModel[] = []
        if (isFirst) {
          lines.forEach((line, index) => {
            if (!isDue[index] || line.carrier !== role) return
            this.needItem(line, visit)
            stops.push(new Stop(STOP.store, -1, this.model.gearFor(fetched), job, line, undefined, visit))
            fetched.push(line)
          })
        }
        if (works[at] || fetched.length > 0) {
          job.pending += 1
          stops.push(...this.stopsToPlace(job, spot, fetched, wasKept))
        }
        person.stops = stops
        person.nextStop = 0
        if (stops.length > 0) this.advance(person)
      }
    })
    for (const person of kept) if (person.job !== job) this.lingering.push(person)
    lines.forEach((line, index) => {
      if (!isDue[index] || needs.some(({ role }) => role === line.carrier)) return
      job.pending += 1
      this.needItem(line, visit)
      this.sendErrand(job, line, visit, spot)
    })
  }

  private stopsToPlace(job: Job, spot: SpotState | undefined, fetched: readonly LineModel[], wasKept: boolean): Person['stops'] {
    const { visit, op } = job
    const { whom, by } = visit.flow
    const stops: Person['stops'] = []
    let gear = this.model.gearFor(fetched)
    const isItem = whom === 'item'
    if (isItem && wasKept && visit.spot !== undefined) {
      if (visit.spot.model.staffIn !== visit.spot.model.staffOut)
        stops.push(new Stop(STOP.pass, visit.spot.model.staffOut, this.onFoot, job, undefined, spot, visit))
      if (fetched.length === 0 && by !== undefined) gear = { gait: op.gait, via: op.step.via }
    }
    const end = spot === undefined ? -1 : isItem && visit.spot === undefined ? spot.model.staffOut : spot.model.staffIn
    stops.push(new Stop(STOP.place, end, gear, job, undefined, spot, visit))
    return stops
  }

  /** The patient on the way, once escorts have come and nothing else is being walked. */
  private setOut(job: Job): void {
    const { visit, op } = job
    if (visit.isWalking || job.escortsAway > 0) return
    const spot = job.spot
    if (this.now > visit.since) {
      const isHeld = visit.at >= 0 && visit.seat === undefined
      const doing = !isHeld ? DOING.wait : visit.spot === spot ? DOING.ready : DOING.blocked
      this.trace.add(visit.agent, doing, visit.spot?.model.index ?? -1, visit.since, this.now, op.step.index, -1, 0)
    }
    const escorts = job.people.filter(({ stops, nextStop }) => stops[nextStop]?.code === STOP.patient)
    if (spot === undefined) {
      this.reached(visit, job)
      return
    }
    const speed = escorts.reduce((least, { role }) => Math.min(least, role.model.speed), op.speed)
    this.walkVisit(visit, spot, escorts.length > 0 ? op.escortedGait : op.gait, speed, op.step.via, THEN.step, op.step.index, escorts)
  }

  private begin(job: Job): void {
    const { visit, op } = job
    const { step } = op
    job.began = this.now
    const where = job.spot?.model.index ?? -1
    if (job.kind === JOB.step && this.now > job.arrived) this.trace.add(visit.agent, DOING.ready, where, job.arrived, this.now, step.index, -1, 0)
    for (const person of job.people) {
      if (person.job === job && this.now > person.readySince && !person.isWalking)
        this.trace.add(person.agent, DOING.ready, where, person.readySince, this.now, step.index, visit.agent, 0)
    }
    const seconds = this.draws[step.index]!.seconds(visit.patient, op.copy)
    this.heap.push(this.now + seconds, RANK.end, EVENT.end, job, 0)
  }

  private endJob(job: Job): void {
    const { visit, op } = job
    const { step } = op
    const where = job.spot?.model.index ?? -1
    const isMain = job.kind === JOB.step
    if (isMain) this.trace.add(visit.agent, DOING.step, where, job.began, this.now, step.index, -1, 0)
    const here = job.people.length === 0 ? NOBODY : job.people.filter((person) => person.job === job)
    for (const person of here) this.trace.add(person.agent, DOING.work, where, job.began, this.now, step.index, visit.agent, 0)
    const stay = visit.stays[op.root]
    if (isMain && stay !== undefined && step.turnSeconds > 0) {
      stay.turnSeconds += step.turnSeconds
      stay.turnRole = step.turnRole
    }
    const kept = isMain && here.length > 0 ? this.keptFor(here, visit, job.index + 1) : NOBODY
    for (const person of here) {
      person.job = undefined
      person.lastVisit = visit
      if (!kept.includes(person)) this.lingering.push(person)
    }
    if (step.lines.length > 0) this.leaveItems(job, here)
    if (!isMain) {
      return
    }
    if (stay !== undefined) stay.present = kept.length === 0 ? here : here.filter((person) => !kept.includes(person))
    visit.job = undefined
    visit.next = job.index + 1
    this.proceed(visit, kept)
  }

  /** Those whom the next step needs as well go on with the visit. */
  private keptFor(here: readonly Person[], visit: Visit, index: number): readonly Person[] {
    const next = visit.ops[index]
    if (next === undefined) return NOBODY
    const kept: Person[] = []
    for (const { role, people } of next.step.needs) {
      let number = 0
      for (const person of here) {
        if (person.role.model.index === role && number < people) {
          kept.push(person)
          number += 1
        }
      }
    }
    return kept
  }

  // ------------------------------------------------------------------ items

  /** Is it this use that a trip is made for? Needed things are fetched before the first of several uses, left ones taken away after the last. */
  private isDue(line: LineModel): boolean {
    const used = this.uses[line.index]! + 1
    this.uses[line.index] = used
    if (line.perTrip === 1) return true
    const round = line.isNeeded ? Math.ceil : Math.floor
    return round(used / line.perTrip - 1e-9 * (line.isNeeded ? 1 : -1)) > round((used - 1) / line.perTrip - 1e-9 * (line.isNeeded ? 1 : -1))
  }

  /** Something that has to be made ready starts on its way. */
  private needItem(line: LineModel, visit: Visit): void {
    const flow = this.model.flows[line.flow]!
    if (flow.source === 'loop') {
      const pool = this.poolOf(flow)
      if (flow.stock === undefined && pool.items.length === 0) this.stockUp(flow, pool)
    } else if (flow.source === 'made') {
      const item = this.newVisit(flow, visit.patient, visit)
      this.inside.add(item)
      if (flow.gateIn !== undefined) item.seat = item.spot = this.spots[flow.gateIn[0]!.index]!
      this.proceed(item, NOBODY)
    }
  }

  private sendErrand(target: Job, line: LineModel, visit: Visit, spot: SpotState | undefined): void {
    const job = new Job(JOB.errand, visit, target.op, target.index, this.now, this.said++)
    job.line = line
    job.target = target
    job.spot = spot
    this.ask(job)
  }

  private beginErrand(job: Job): void {
    const person = job.people[0]!
    const { line, visit, spot } = job as Job & { line: LineModel }
    person.job = job
    person.stops = []
    person.nextStop = 0
    if (line.isNeeded) {
      person.stops.push(new Stop(STOP.store, -1, this.onFoot, job, line, undefined, visit))
      person.stops.push(new Stop(STOP.place, spot?.model.staffIn ?? -1, this.model.gearFor([line]), job, undefined, spot, visit))
    } else {
      person.stops.push(new Stop(STOP.pass, spot?.model.staffIn ?? -1, this.onFoot, job, undefined, spot, visit))
      person.takeAway = { lines: [line], from: spot!, visit, step: job.op.step.index }
    }
    this.advance(person)
  }

  /** What a step leaves is taken away by those who did it, or by others who come for it. */
  private leaveItems(job: Job, here: readonly Person[]): void {
    const { visit, op, spot } = job
    const { lines, needs, index } = op.step
    if (spot === undefined) return
    const own = new Map<number, LineModel[]>()
    for (const line of lines) {
      if (line.isNeeded || !this.isDue(line)) continue
      if (needs.some(({ role }) => role === line.carrier)) own.set(line.carrier, [...(own.get(line.carrier) ?? []), line])
      else this.sendErrand(job, line, visit, spot)
    }
    for (const [role, due] of own) {
      const person = here.find((one) => one.role.model.index === role)
      if (person !== undefined) person.takeAway = { lines: due, from: spot, visit, step: index }
    }
  }

  private addTakeAway(person: Person, stops: Person['stops']): void {
    const { takeAway } = person
    if (takeAway === undefined) return
    person.takeAway = undefined
    const { lines, from, visit } = takeAway
    lines.forEach((line, at) => {
      const item = this.leftItem(line, visit, from)
      const gear = this.model.gearFor(lines.slice(at))
      const spot = this.disposalOf(item, from)
      person.carried.push({ line, item, from, since: this.now })
      if (spot !== undefined) stops.push(new Stop(STOP.disposal, spot.model.staffIn, gear, undefined, line, spot, visit))
    })
  }

  /** The thing itself where it goes round, else a new one. */
  private leftItem(line: LineModel, visit: Visit, from: SpotState): Visit {
    const flow = this.model.flows[line.flow]!
    const round = flow.becomes >= 0 ? visit.inUse?.get(flow.becomes) : undefined
    if (round !== undefined) {
      visit.inUse!.delete(flow.becomes)
      this.takeUp(round, flow)
      round.seat = round.spot = from
      return round
    }
    const item = this.newVisit(flow, visit.patient, visit)
    item.seat = item.spot = from
    return item
  }

  private takeUp(item: Visit, flow: FlowModel): void {
    const made = flow.opsFor(0)
    item.flow = flow
    item.ops = made.ops
    item.gaitOut = made.gaitOut
    item.speedOut = made.speedOut
    item.next = 0
    item.stays = []
    item.at = -1
    this.trace.become(item.agent, flow.index)
  }

  private disposalOf(item: Visit, from: SpotState): SpotState | undefined {
    const [first] = item.ops
    const { legs } = this.model
    if (first !== undefined) {
      if (first.step.set < 0) return from
      return chooseSpot(legs, this.sets[first.step.set]!, from.model.itemOut, 'item', first.gait, 'drop')
    }
    return this.gateFor(item.flow, from.model.itemOut, item.gaitOut, 'item')
  }

  private gateFor(flow: FlowModel, from: number, gait: number, whom: FlowModel['whom']): SpotState | undefined {
    if (flow.gateOut === undefined) return undefined
    let best: SpotState | undefined
    let least = Number.POSITIVE_INFINITY
    for (const gate of flow.gateOut) {
      const cost = from < 0 ? 0 : this.model.legs.cost(from, inOf(whom, this.spots[gate.index]!), gait)
      if (best === undefined || cost < least - 1e-9) {
        best = this.spots[gate.index]
        least = cost
      }
    }
    return best
  }

  private carriedTo(person: Person, line: LineModel, spot: SpotState): void {
    const at = person.carried.findIndex((held) => held.line === line)
    const held = person.carried[at]
    if (held === undefined) return
    person.carried.splice(at, 1)
    const { legs } = this.model
    const gait = legs.gaits.length === 0 ? 0 : held.item.gaitOut
    const leg = held.from === spot ? -1 : legs.leg(held.from.model.itemOut, spot.model.itemIn, gait, NO_VIA)
    this.trace.add(held.item.agent, DOING.carried, leg, held.since, this.now, person.legStep, person.agent, leg < 0 ? 0 : legs.legs[leg]!.metres)
    held.item.spot = spot
    held.item.seat = spot
    if (line.isNeeded) {
      const flow = this.model.flows[line.flow]!
      if (flow.source === 'loop') {
        const visit = person.job?.visit
        if (visit !== undefined) {
          visit.inUse ??= new Map()
          visit.inUse.set(flow.index, held.item)
        }
      } else this.trace.leave(held.item.agent, this.now)
      return
    }
    // A thing left goes on by its own pathway from where it was put down.
    if (held.item.ops.length === 0) this.trace.leave(held.item.agent, this.now)
    else {
      this.inside.add(held.item)
      this.proceed(held.item, NOBODY)
    }
  }

  /** The next thing of a kind for somebody who has come to fetch one; false where they have to wait for it. */
  private findItem(person: Person, stop: Person['stops'][number]): boolean {
    const line = stop.line!
    const flow = this.model.flows[line.flow]!
    const { legs } = this.model
    if (flow.source === 'store') {
      const step = flow.steps[0]!
      stop.spot = chooseSpot(legs, this.sets[step.set]!, person.at, 'staffOut', stop.gait, 'drop')
      stop.end = stop.spot.model.staffOut
      return true
    }
    const pool = this.poolOf(flow)
    let best = -1
    let least = Number.POSITIVE_INFINITY
    pool.items.forEach((item, at) => {
      const cost = person.at < 0 || item.spot === undefined ? 0 : legs.cost(person.at, item.spot.model.staffOut, stop.gait)
      if (best < 0 || cost < least - 1e-9) {
        best = at
        least = cost
      }
    })
    if (best < 0) {
      pool.waiting.push(person)
      return false
    }
    const [item] = pool.items.splice(best, 1)
    stop.spot = item!.spot
    stop.end = item!.spot?.model.staffOut ?? person.at
    person.carried.push({ line, item: item!, from: item!.spot!, since: this.now })
    return true
  }

  private putInPool(item: Visit): void {
    const pool = this.poolOf(item.flow)
    item.seat = item.spot
    pool.items.push(item)
    const person = pool.waiting.shift()
    if (person !== undefined) this.advance(person)
  }

  // ------------------------------------------------------------------ walking

  private walkVisit(
    visit: Visit,
    goal: SpotState,
    gait: number,
    speed: number,
    via: readonly Id[],
    onward: number,
    step: number,
    escorts: readonly Person[],
  ): void {
    const from = visit.spot
    if (from !== goal && !visit.isSeated) this.vacate(visit)
    else if (visit.isSeated && visit.seat !== undefined) this.vacate(visit)
    visit.goal = goal
    visit.onward = onward
    visit.escorts = escorts
    visit.isWalking = true
    const { legs } = this.model
    if (from === undefined || from === goal || !visit.flow.walks) {
      visit.leg = -1
      this.visitMoved(visit)
      return
    }
    const [start, end] = [outOf(visit, from), inOf(visit.flow.whom, goal)]
    if (start === end) {
      visit.leg = -1
      this.visitMoved(visit)
      return
    }
    const leg = legs.leg(start, end, gait, via)
    if (leg < 0) throw new Stopped(this.model.ground.reasonOf(legs.ends[start]!, legs.ends[end]!, legs.gaits[gait]!, via))
    visit.leg = leg
    visit.legFrom = this.now
    visit.legStep = step
    this.heap.push(this.now + this.secondsOf(leg, speed, visit.agent, step), RANK.end, EVENT.visit, visit, 0)
  }

  /** Seconds of a leg: walking, doors, and lifts with the wait for whoever has them. */
  private secondsOf(leg: number, speed: number, who: number, step: number): number {
    const { metres, delay, rides } = this.model.legs.legs[leg]!
    let seconds = metres / speed + delay
    let late = 0
    for (const { lift, metresBefore, secondsBefore, seconds: ride } of rides) {
      const there = this.now + metresBefore / speed + secondsBefore + late
      const off = Math.max(there, this.liftFree.get(lift) ?? 0)
      if (off > there) this.trace.add(who, DOING.liftWait, -1, there, off, step, -1, 0)
      this.trace.add(who, DOING.lift, -1, off, off + ride, step, -1, 0)
      this.liftFree.set(lift, off + ride)
      late += off - there + ride
    }
    seconds += late
    return seconds
  }

  private visitMoved(visit: Visit): void {
    const goal = visit.goal!
    visit.isWalking = false
    const { legs } = this.model
    if (visit.leg >= 0) {
      const { metres } = legs.legs[visit.leg]!
      this.trace.add(visit.agent, DOING.walk, visit.leg, visit.legFrom, this.now, visit.legStep, -1, metres)
      for (const person of visit.escorts)
        this.trace.add(person.agent, DOING.walk, visit.leg, visit.legFrom, this.now, visit.legStep, visit.agent, metres)
    }
    visit.leg = -1
    visit.spot = goal
    const escorts = visit.escorts
    visit.escorts = NOBODY
    switch (visit.onward) {
      case THEN.seated: {
        if (visit.isSeated) visit.seat = goal
        const job = visit.job
        visit.since = this.now
        if (job?.isGranted) this.setOut(job)
        return
      }
      case THEN.request: {
        if (visit.isSeated) visit.seat = goal
        visit.since = this.now
        const kept = visit.kept
        visit.kept = NOBODY
        this.request(visit, kept)
        return
      }
      case THEN.step: {
        const job = visit.job!
        for (const person of escorts) {
          person.at = goal.model.staffIn
          person.nextStop += 1
          if (person.nextStop < person.stops.length) this.advance(person)
          else this.escorted(person, job)
        }
        this.reached(visit, job)
        return
      }
      default:
        this.gone(visit)
    }
  }

  /** Somebody who only escorts stays if the next step needs them, else they are done. */
  private escorted(person: Person, job: Job): void {
    const next = job.visit.ops[job.index + 1]
    if (next?.step.needs.some(({ role }) => role === person.role.model.index)) {
      person.readySince = this.now
      return
    }
    person.job = undefined
    person.lastVisit = job.visit
    job.people = job.people.filter((one) => one !== person)
    this.lingering.push(person)
  }

  private reached(visit: Visit, job: Job): void {
    visit.seat = undefined
    visit.at = job.op.root
    job.arrived = this.now
    job.pending -= 1
    if (job.pending === 0) this.begin(job)
  }

  private leave(visit: Visit): void {
    const { flow } = visit
    if (flow.whom === 'item' && flow.becomes >= 0 && visit.ops.length > 0) {
      this.becomeClean(visit)
      return
    }
    const from = visit.spot === undefined ? -1 : outOf(visit, visit.spot)
    const gate = this.gateFor(flow, from, visit.gaitOut, flow.whom)
    if (gate === undefined) {
      this.vacate(visit)
      this.gone(visit)
      return
    }
    this.walkVisit(visit, gate, visit.gaitOut, visit.speedOut, flow.viaOut, THEN.gone, -1, NOBODY)
  }

  private becomeClean(item: Visit): void {
    const stay = item.at >= 0 ? item.stays[item.at] : undefined
    const clean = this.model.flows[item.flow.becomes]!
    this.takeUp(item, clean)
    item.inherited = stay
    this.proceed(item, NOBODY)
  }

  private gone(visit: Visit): void {
    this.inside.delete(visit)
    if (visit.flow.whom === 'item' && visit.flow.gateOut === undefined && (visit.flow.source === 'loop' || visit.flow.source === 'made')) {
      this.putInPool(visit)
    } else this.trace.leave(visit.agent, this.now)
    for (const role of this.roles) for (const person of role.people) if (person.isOver) this.mayGo(person)
  }

  /** Leaves where it is: the place is free again once it has been turned round, unless a later step of the visit is to be there. */
  private vacate(visit: Visit): void {
    if (visit.seat !== undefined) {
      if (visit.isSeated) {
        visit.seat.stand()
        visit.isSeated = false
        for (const { classes } of visit.seat.sets) for (const made of classes) this.markClass(made)
      }
      visit.seat = undefined
      return
    }
    const at = visit.at
    const stay = at < 0 ? undefined : visit.stays[at]
    if (stay === undefined) return
    visit.at = -1
    if (visit.ops[at]!.last >= visit.next) return
    visit.stays[at] = undefined
    this.trace.add(visit.agent, DOING.occupied, stay.spot.model.index, stay.from, this.now, -1, -1, 0)
    if (stay.turnSeconds > 0) this.turnRound(visit, stay, visit.ops[at]!)
    else this.free(stay.spot)
  }

  private free(spot: SpotState): void {
    spot.used -= 1
    for (const set of spot.sets) {
      set.free += 1
      for (const made of set.classes) this.markClass(made)
    }
  }

  private turnRound(visit: Visit, stay: Stay, op: Job['op']): void {
    const job = new Job(JOB.turnaround, visit, op, -1, this.now, this.said++)
    job.stay = stay
    job.spot = stay.spot
    stay.from = this.now
    if (stay.turnRole < 0) {
      job.began = this.now
      this.heap.push(this.now + stay.turnSeconds, RANK.end, EVENT.turned, job, 0)
      return
    }
    // Whoever of them did the step and has nothing else to do stays for it.
    const present =
      stay.turner ??
      stay.present.find((person) => person.role.model.index === stay.turnRole && person.job === undefined && person.state === STATE.busy)
    if (present === undefined) {
      this.ask(job)
      return
    }
    present.job = job
    job.people = [present]
    job.isGranted = true
    job.began = this.now
    this.heap.push(this.now + stay.turnSeconds, RANK.end, EVENT.turned, job, 0)
  }

  private beginTurnaround(job: Job): void {
    const person = job.people[0]!
    person.job = job
    person.stops = [new Stop(STOP.place, job.spot!.model.staffIn, this.onFoot, job, undefined, job.spot, job.visit)]
    person.nextStop = 0
    this.advance(person)
  }

  private turned(job: Job): void {
    const stay = job.stay!
    const where = stay.spot.model.index
    const [person] = job.people
    this.trace.add(-1, DOING.turned, where, stay.from, this.now, job.op.step.index, person?.agent ?? -1, 0)
    if (person !== undefined) {
      this.trace.add(person.agent, DOING.turnaround, where, job.began, this.now, job.op.step.index, job.visit.agent, 0)
      person.job = undefined
      person.lastVisit = job.visit
      this.lingering.push(person)
    }
    this.free(stay.spot)
  }

  // ------------------------------------------------------------------ people

  /** On to the next stop; stops that take no walking are passed at once. */
  private advance(person: Person): void {
    for (;;) {
      if (person.partial !== undefined) {
        this.walkPartial(person)
        return
      }
      const stop = person.stops[person.nextStop]
      if (stop === undefined) return
      if (stop.code === STOP.store && stop.end < 0 && !this.findItem(person, stop)) return
      if (person.at >= 0 && stop.end >= 0 && person.at !== stop.end) {
        this.walkPerson(person, stop.end, stop.gait, stop.via, stop.job, stop.visit)
        return
      }
      if (stop.end >= 0) person.at = stop.end
      if (!this.atStop(person)) return
    }
  }

  private walkPerson(person: Person, end: number, gait: number, via: readonly Id[], job: Job | undefined, visit: Visit | undefined): void {
    const { legs } = this.model
    const leg = legs.leg(person.at, end, gait, via)
    if (leg < 0) throw new Stopped(this.model.ground.reasonOf(legs.ends[person.at]!, legs.ends[end]!, legs.gaits[gait]!, via))
    person.leg = leg
    person.legFrom = this.now
    person.legStep = job?.op.step.index ?? -1
    person.legWhom = visit?.agent ?? -1
    person.legSeconds = this.secondsOf(leg, person.role.model.speed, person.agent, person.legStep)
    person.legDoing = DOING.walk
    person.legMetres = legs.legs[leg]!.metres
    person.legStart = 0
    person.isWalking = true
    person.serial += 1
    this.heap.push(this.now + person.legSeconds, RANK.end, EVENT.person, person, person.serial)
  }

  private walkPartial(person: Person): void {
    const { leg, doing, metres, start, seconds, end } = person.partial!
    person.partial = undefined
    person.leg = leg
    person.legFrom = this.now
    person.legSeconds = seconds
    person.legDoing = doing
    person.legMetres = metres
    person.legStart = start
    person.at = end
    person.legStep = person.job?.op.step.index ?? -1
    person.legWhom = person.job?.visit.agent ?? -1
    person.isWalking = true
    person.serial += 1
    this.heap.push(this.now + seconds, RANK.end, EVENT.person, person, person.serial)
  }

  private personMoved(person: Person): void {
    this.trace.add(person.agent, person.legDoing, person.leg, person.legFrom, this.now, person.legStep, person.legWhom, person.legMetres)
    person.isWalking = false
    if (person.isWalkingHome) {
      person.isWalkingHome = false
      person.role.homeward -= 1
      person.at = person.base
      this.atHome(person)
      return
    }
    if (person.legDoing === DOING.walk) {
      person.at = this.model.legs.legs[person.leg]!.to
      if (!this.atStop(person)) return
    }
    this.advance(person)
  }

  /** What is done at a stop; false where one stays there. */
  private atStop(person: Person): boolean {
    const stop = person.stops[person.nextStop]!
    switch (stop.code) {
      case STOP.patient: {
        const job = stop.job!
        job.escortsAway -= 1
        this.setOut(job)
        return false
      }
      case STOP.store: {
        const line = stop.line!
        const flow = this.model.flows[line.flow]!
        if (flow.source === 'store') {
          const item = this.newVisit(flow, stop.visit!.patient, stop.visit)
          item.spot = stop.spot
          person.carried.push({ line, item, from: stop.spot!, since: this.now })
        } else {
          const held = person.carried.findIndex((one) => one.line === line)
          person.carried[held] = { ...person.carried[held]!, since: this.now }
        }
        person.nextStop += 1
        return true
      }
      case STOP.place:
        person.nextStop += 1
        this.atPlace(person, stop.job!)
        return person.nextStop < person.stops.length
      case STOP.disposal:
        this.carriedTo(person, stop.line!, stop.spot!)
        person.nextStop += 1
        if (person.nextStop < person.stops.length) return true
        this.stopsDone(person)
        return false
      default:
        person.nextStop += 1
        if (person.nextStop < person.stops.length) return true
        this.stopsDone(person)
        return false
    }
  }

  private atPlace(person: Person, job: Job): void {
    person.readySince = this.now
    if (job.spot !== undefined) for (const { line } of [...person.carried]) if (line.isNeeded) this.carriedTo(person, line, job.spot)
    if (job.kind === JOB.errand) {
      const target = job.target!
      this.stopsDone(person)
      target.pending -= 1
      if (target.pending === 0) this.begin(target)
      return
    }
    if (job.kind === JOB.turnaround) {
      job.began = this.now
      this.heap.push(this.now + job.stay!.turnSeconds, RANK.end, EVENT.turned, job, 0)
      return
    }
    job.pending -= 1
    if (job.pending === 0) this.begin(job)
  }

  /** All errands of somebody are done. */
  private stopsDone(person: Person): void {
    if (person.job !== undefined && person.job.kind === JOB.errand) {
      person.lastVisit = person.job.visit
      person.job = undefined
    }
    if (person.job === undefined) this.lingering.push(person)
  }

  /** Done with a job: what is left is taken away, then it is break, home time, the next who waits, or the way home. */
  private release(person: Person): void {
    person.job = undefined
    person.stops = []
    person.nextStop = 0
    if (person.takeAway !== undefined) {
      this.addTakeAway(person, person.stops)
      if (person.stops.length > 0) {
        this.advance(person)
        return
      }
    }
    person.state = STATE.free
    person.role.free += 1
    if (person.at === person.base || person.base < 0) {
      this.atHome(person)
      return
    }
    this.markRole(person.role)
    this.homeless.push(person)
    if (person.isOver) this.mayGo(person)
  }

  private atHome(person: Person): void {
    person.lastVisit = undefined
    if (person.isOver && this.mayGo(person)) return
    const pause = person.breaksDue.shift()
    if (pause !== undefined) {
      person.state = STATE.break
      person.role.free -= 1
      person.readySince = this.now
      this.heap.push(this.now + pause, RANK.end, EVENT.breakEnd, person, 0)
      return
    }
    this.markRole(person.role)
  }

  private goHome(person: Person): void {
    if (person.isOver && this.mayGo(person)) return
    if (person.base < 0 || person.at === person.base) return
    this.walkPerson(person, person.base, this.model.onFoot, NO_VIA, undefined, undefined)
    person.isWalkingHome = true
    person.role.homeward += 1
  }

  private comeOnDuty(person: Person, until: number): void {
    person.dutyTo = until
    if (person.state !== STATE.off) {
      // Still there from the shift before: overtime ends where duty begins again.
      person.isOver = false
      return
    }
    person.state = STATE.free
    person.isOver = false
    person.dutyFrom = this.now
    person.at = person.base
    person.role.free += 1
    person.role.onDuty += 1
    this.markRole(person.role)
  }

  private shiftOver(person: Person, at: number): void {
    if (person.state === STATE.off) return
    person.isOver = true
    person.dutyTo = at
    this.mayGo(person)
  }

  /** Whose shift is over goes as soon as they are free, if others of the role are on duty or nobody inside will need them any more. */
  private mayGo(person: Person): boolean {
    if (person.state !== STATE.free) return false
    const isRelieved = person.role.people.some((other) => other.state !== STATE.off && other.dutyTo > this.now)
    if (!isRelieved && this.isStillNeeded(person.role.model.index)) return false
    if (person.isWalkingHome) {
      person.role.homeward -= 1
      person.isWalkingHome = false
      const share = person.legSeconds === 0 ? 1 : (this.now - person.legFrom) / person.legSeconds
      this.trace.add(person.agent, person.legDoing, person.leg, person.legFrom, this.now, -1, -1, person.legMetres * share)
    }
    person.isWalking = false
    person.serial += 1
    person.state = STATE.off
    person.role.free -= 1
    person.role.onDuty -= 1
    person.breaksDue = []
    person.isOver = false
    const over = Math.min(person.dutyTo, this.now)
    this.trace.add(person.agent, DOING.duty, -1, person.dutyFrom, over, -1, -1, 0)
    if (this.now > over) this.trace.add(person.agent, DOING.overtime, -1, over, this.now, -1, -1, 0)
    return true
  }

  /** Does anybody inside, or what they leave behind, still have to do with people of a role? */
  private isStillNeeded(role: number): boolean {
    if (this.roles[role]!.classes.some((made) => made.first() !== undefined)) return true
    for (const { ops, next } of this.inside.all()) {
      for (let index = Math.max(0, next - 1); index < ops.length; index++) if (this.rolesAbout(ops[index]!.step.index).has(role)) return true
    }
    return false
  }

  /** The roles of a step, of what hangs on it, and of what that becomes. */
  private rolesAbout(step: number): ReadonlySet<number> {
    let known = this.aboutSteps[step]
    if (known === undefined) {
      known = new Set<number>()
      this.aboutSteps[step] = known
      const { needs, lines, turnRole } = this.model.steps[step]!
      for (const { role } of needs) known.add(role)
      if (turnRole >= 0) known.add(turnRole)
      for (const { carrier, flow } of lines) {
        known.add(carrier)
        for (let at = flow; at >= 0; at = this.model.flows[at]!.becomes) {
          for (const { index } of this.model.flows[at]!.steps) for (const role of this.rolesAbout(index)) known.add(role)
          if (this.model.flows[at]!.becomes === flow) break
        }
      }
    }
    return known
  }

  private breakDue(person: Person, seconds: number): void {
    if (person.state === STATE.off) return
    person.breaksDue.push(seconds)
    if (person.state === STATE.free && !person.isWalkingHome && (person.at === person.base || person.base < 0)) this.atHome(person)
  }

  private breakOver(person: Person): void {
    this.trace.add(person.agent, DOING.break, -1, person.readySince, this.now, -1, -1, 0)
    person.state = STATE.free
    person.role.free += 1
    this.atHome(person)
  }
}

const NO_VIA: readonly Id[] = []

function outOf({ flow: { whom } }: Visit, { model }: SpotState): number {
  return whom === 'patient' ? model.patientOut : whom === 'staff' ? model.staffOut : model.itemOut
}

function inOf(whom: FlowModel['whom'], { model }: SpotState): number {
  return whom === 'patient' ? model.patientIn : whom === 'staff' ? model.staffIn : model.itemIn
}

function keptOf({ kept }: Job, role: RoleState): number {
  let count = 0
  for (const person of kept) if (person.role === role) count += 1
  return count
}

/** When somebody of a shift is on duty, over all days; shifts that meet are one. The night before the first day counts. */
function dutyOf(from: number, to: number, days: number): readonly (readonly [number, number])[] {
  const found: [number, number][] = []
  for (let day = to > DAY_S ? -1 : 0; day < days; day++) {
    const [start, end] = [Math.max(0, day * DAY_S + from), day * DAY_S + to]
    if (end <= start) continue
    const last = found.at(-1)
    if (last !== undefined && start <= last[1]) last[1] = Math.max(last[1], end)
    else found.push([start, end])
  }
  return found
}
