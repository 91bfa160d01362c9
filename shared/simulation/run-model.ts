import type { Message } from '#shared/base/message'
import type { Demand } from '#shared/demand/demand'
import { Arrivals, type Stream } from './arrivals'
import { Duty } from './duty'
import { EventHeap } from './event-heap'
import { Inside } from './inside'
import { Items } from './items'
import type { Model } from './model'
import { PeopleBoard } from './people-board'
import { PersonWalks } from './person-walks'
import { PlaceTurns } from './place-turns'
import { Requests } from './requests'
import type { Run } from './run'
import { EVENT } from './run-events'
import { type Gear, type Job, NO_VIA, type Person, type RequestClass, RoleState, SetState, SpotState, type Visit } from './run-state'
import { Settling } from './settling'
import { StepWork } from './step-work'
import { stuckReason } from './stuck'
import { packed, type Trace, TraceWriter } from './trace'
import { VisitCourse } from './visit-course'
import { VisitWalks } from './visit-walks'
import { Stopped, WalkedLegs } from './walked-legs'

export type RunResult =
  | { readonly status: 'ok'; readonly trace: Trace; readonly events: number }
  | { readonly status: 'stopped'; readonly reason: Message; readonly trace: Trace; readonly events: number }

/**
 * Runs a model through the days of a demand. The same model and demand give the same trace, to the last bit. With a writer of
 * earlier runs its room is used again: then a trace is good until the next run.
 */
export function runModel(model: Model, demand: Demand, writer?: TraceWriter): RunResult {
  if (writer === undefined) {
    const result = new WholeRun(model, demand, new TraceWriter()).go()
    return { ...result, trace: packed(result.trace) }
  }
  writer.clear()
  return new WholeRun(model, demand, writer).go()
}

/** The state of one run, and its parts, which see it as a `Run`. Everything that happens is an event, after which requests are met until none can be. */
class WholeRun implements Run {
  readonly model: Model
  readonly demand: Demand
  readonly heap = new EventHeap()
  readonly trace: TraceWriter
  readonly spots: readonly SpotState[]
  readonly sets: readonly SetState[]
  readonly roles: readonly RoleState[]
  readonly people: PeopleBoard
  readonly classes: RequestClass[] = []
  /** Visits that are inside. */
  readonly inside = new Inside()
  readonly onFoot: Gear
  /** Seconds of each step, and traits of each pathway. */
  readonly draws
  readonly traits
  now = 0
  /** Requests made so far: who asked first at the same moment. */
  said = 0
  private events = 0

  readonly arrivals: Arrivals
  readonly course: VisitCourse
  readonly walks: VisitWalks
  readonly requests: Requests
  readonly settling: Settling
  readonly steps: StepWork
  readonly places: PlaceTurns
  readonly items: Items
  readonly staff: PersonWalks
  readonly duty: Duty
  readonly legs: WalkedLegs

  constructor(model: Model, demand: Demand, trace: TraceWriter) {
    this.model = model
    this.demand = demand
    this.trace = trace
    const spots = model.spots.map((spot) => new SpotState(spot))
    this.spots = spots
    this.sets = model.sets.map(
      (set) =>
        new SetState(
          set,
          set.spots.map(({ index }) => spots[index]!),
        ),
    )
    this.roles = model.roles.map((role) => new RoleState(role))
    this.people = new PeopleBoard(model, this.sets)
    this.onFoot = { gait: model.onFoot, via: NO_VIA }
    this.draws = model.steps.map(({ flow, step }) => demand.stepOf(model.flows[flow]!.pathway.key, step))
    this.traits = model.flows.map(({ pathway }) => demand.traitsOf(pathway))
    this.arrivals = new Arrivals(this)
    this.course = new VisitCourse(this)
    this.walks = new VisitWalks(this)
    this.requests = new Requests(this)
    this.settling = new Settling(this)
    this.steps = new StepWork(this)
    this.places = new PlaceTurns(this)
    this.items = new Items(this)
    this.staff = new PersonWalks(this)
    this.duty = new Duty(this)
    this.legs = new WalkedLegs(this)
  }

  go(): RunResult {
    const reason = this.untilTheEnd()
    const trace = this.trace.close(this.now)
    const { events } = this
    return reason === undefined ? { status: 'ok', trace, events } : { status: 'stopped', reason, trace, events }
  }

  private untilTheEnd(): Message | undefined {
    const { heap, settling } = this
    try {
      this.duty.openShifts()
      this.items.openStock()
      this.arrivals.openArrivals()
      while (heap.size > 0) {
        heap.pop()
        this.now = heap.time
        this.events += 1
        this.happen(heap.kind, heap.subject, heap.serial)
        settling.settleAll()
      }
    } catch (error) {
      if (error instanceof Stopped) return error.reason
      throw error
    }
    return this.inside.size > 0 ? stuckReason(this) : undefined
  }

  private happen(kind: number, subject: unknown, serial: number): void {
    switch (kind) {
      case EVENT.arrival:
        this.arrivals.arrive(subject as Stream)
        return
      case EVENT.person: {
        const person = subject as Person
        if (person.serial === serial) this.staff.personMoved(person)
        return
      }
      case EVENT.visit:
        this.walks.visitMoved(subject as Visit)
        return
      case EVENT.end:
        this.steps.endJob(subject as Job)
        return
      case EVENT.on:
        this.duty.comeOnDuty(subject as Person, serial)
        return
      case EVENT.off:
        this.duty.shiftOver(subject as Person, serial)
        return
      case EVENT.break:
        this.duty.breakDue(subject as Person, serial)
        return
      case EVENT.breakEnd:
        this.duty.breakOver(subject as Person)
        return
      case EVENT.turned:
        this.places.turned(subject as Job)
        return
    }
  }
}
