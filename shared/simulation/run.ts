import type { Id } from '#shared/base/ids'
import type { Demand } from '#shared/demand/demand'
import type { EventHeap } from './event-heap'
import type { Inside } from './inside'
import type { FlowModel, LineModel, Model } from './model'
import type { PeopleBoard } from './people-board'
import type { Gear, Job, Person, RequestClass, RoleState, SetState, SpotState, Stop, Visit } from './run-state'
import type { TraceWriter } from './trace'

/** One run as its parts see it: what there is, the time, and what each part may ask of the others. Seconds. */
export type Run = {
  readonly model: Model
  readonly demand: Demand
  readonly heap: EventHeap
  readonly trace: TraceWriter
  readonly spots: readonly SpotState[]
  readonly sets: readonly SetState[]
  readonly roles: readonly RoleState[]
  readonly people: PeopleBoard
  readonly classes: RequestClass[]
  /** Visits that are inside. */
  readonly inside: Inside
  readonly onFoot: Gear
  /** Seconds of each step, and traits of each pathway. */
  readonly draws: readonly ReturnType<Demand['stepOf']>[]
  readonly traits: readonly ReturnType<Demand['traitsOf']>[]
  readonly now: number
  /** Requests made so far: who asked first at the same moment. */
  said: number

  readonly arrivals: { newVisit(flow: FlowModel, patient: number, owner: Visit | undefined): Visit }
  readonly course: {
    proceed(visit: Visit, kept: readonly Person[]): void
    request(visit: Visit, kept: readonly Person[]): void
    turnAway(visit: Visit, job: Job): void
    gone(visit: Visit): void
  }
  readonly walks: {
    setOut(job: Job): void
    walkToSeat(visit: Visit, seat: SpotState, op: Job['op'], onward: number): void
    walkVisit(
      visit: Visit,
      goal: SpotState,
      gait: number,
      speed: number,
      via: readonly Id[],
      onward: number,
      step: number,
      escorts: readonly Person[],
    ): void
    seatFor(visit: Visit, set: number, gait: number): SpotState
    gateFor(flow: FlowModel, from: number, gait: number, whom: FlowModel['whom']): SpotState | undefined
  }
  readonly requests: { ask(job: Job): void }
  readonly settling: {
    ask(job: Job, made: RequestClass): void
    markClass(made: RequestClass): void
    markRole(role: RoleState): void
    isIdle(person: Person): void
    isAway(person: Person): void
    spotFor(job: Job, set: SetState | undefined): SpotState | undefined
  }
  readonly steps: { grant(job: Job, set: SetState | undefined): void; begin(job: Job): void }
  readonly places: { vacate(visit: Visit): void; beginTurnaround(job: Job): void }
  readonly items: {
    needItem(line: LineModel, visit: Visit): void
    leaveItems(job: Job, here: readonly Person[]): void
    addTakeAway(person: Person): void
    takeUp(item: Visit, flow: FlowModel): void
    carriedTo(person: Person, line: LineModel, spot: SpotState): void
    findItem(person: Person, stop: Stop): boolean
    putInPool(item: Visit): void
    isDue(line: LineModel): boolean
    sendErrand(target: Job, line: LineModel, visit: Visit, spot: SpotState | undefined): void
    beginErrand(job: Job): void
  }
  readonly staff: { advance(person: Person): void; release(person: Person): void; goHome(person: Person): void }
  readonly duty: { atHome(person: Person): void; mayGo(person: Person): boolean }
  readonly legs: {
    find(from: number, to: number, gait: number, via: readonly Id[]): number
    secondsOf(leg: number, speed: number, who: number, step: number): number
  }
}
