import type { Id } from '#shared/base/ids'
import type { FlowModel, LineModel, Op, RoleModel, RoleNeed, SetModel, SpotModel } from './model'

/** A place while the day runs. */
export class SpotState {
  readonly model: SpotModel
  readonly sets: SetState[] = []
  used = 0
  seated = 0
  visits = 0
  constructor(model: SpotModel) {
    this.model = model
  }

  /** Somebody sits down to wait: where it is also a place for a step, one less. */
  sit(): void {
    this.seated += 1
    for (const set of this.sets) set.free -= 1
  }

  stand(): void {
    this.seated -= 1
    for (const set of this.sets) set.free += 1
  }
}

export class SetState {
  readonly model: SetModel
  readonly spots: readonly SpotState[]
  readonly classes: RequestClass[] = []
  /** Places that could be taken now. */
  free = 0
  constructor(model: SetModel, spots: readonly SpotState[]) {
    this.model = model
    this.spots = spots
    for (const spot of spots) {
      this.free += spot.model.capacity - spot.used - spot.seated
      spot.sets.push(this)
    }
  }
}

/** All requests that ask for the same: if the first of them cannot be met, none can. First come, first served. */
export class RequestClass {
  readonly set: SetState | undefined
  readonly needs: readonly RoleNeed[]
  readonly priority: number
  /** Classes that ask for some of the same people. */
  readonly companions: RequestClass[] = []
  /** The stretch between two rounds of settling in which it was marked last, and the one in which it was listed. */
  markedIn = -1
  listedIn = -1
  stuckAt = -1
  private jobs: Job[] = []
  private head = 0
  constructor(set: SetState | undefined, needs: readonly RoleNeed[], priority: number) {
    this.set = set
    this.needs = needs
    this.priority = priority
  }

  /** Whether surely nobody waits. */
  get isEmpty(): boolean {
    return this.head >= this.jobs.length
  }

  first(): Job | undefined {
    const { jobs } = this
    while (this.head < jobs.length && jobs[this.head]!.isDropped) this.head += 1
    return jobs[this.head]
  }

  /** Those behind the first as well, for whom somebody may be free who is not for the first. */
  waiting(): readonly Job[] {
    return this.jobs.slice(this.head).filter(({ isDropped, isGranted }) => !isDropped && !isGranted)
  }

  add(job: Job): void {
    this.jobs.push(job)
  }

  /** Takes a job out that was granted. */
  take(job: Job): void {
    if (this.jobs[this.head] === job) this.head += 1
    else job.isDropped = true
    if (this.head > 64 && this.head * 2 > this.jobs.length) {
      this.jobs = this.jobs.slice(this.head)
      this.head = 0
    }
  }
}

export class RoleState {
  readonly model: RoleModel
  readonly people: Person[] = []
  readonly classes: RequestClass[] = []
  free = 0
  /** The round of settling in which somebody waits for nothing but people of this role. */
  claimedAt = -1
  constructor(model: RoleModel) {
    this.model = model
  }
}

/** Where a visit is held: from when, and what the place needs when it is left. */
export type Stay = {
  readonly spot: SpotState
  from: number
  turnSeconds: number
  turnRole: number
  /** Those who have just done a step there and have nothing else to do yet. */
  present: readonly Person[]
  /** Of them, who stays to turn the place round as soon as the visit has been fetched. */
  turner?: Person | undefined
}

/** What comes of a visit's walk. */
export const THEN = { seated: 0, request: 1, step: 2, gone: 3 } as const

/** A patient, a member of staff who only passes through, or an item, on the way through a pathway. */
export class Visit {
  agent: number
  flow: FlowModel
  readonly patient: number
  ops: readonly Op[]
  gaitOut: number
  speedOut: number
  next = 0
  spot: SpotState | undefined = undefined
  /** At a seat, a gate, or set down before its place is free: nothing is held there. */
  seat: SpotState | undefined = undefined
  /** Whether it takes up a seat there. */
  isSeated = false
  /** By op. */
  stays: (Stay | undefined)[]
  /** The op whose stay it is at; -1: none. */
  at = -1
  since = 0
  isWalking = false
  job: Job | undefined = undefined
  kept: readonly Person[] = NOBODY
  /** A clean item is where the used one's way ended. */
  inherited: Stay | undefined = undefined
  /** Of items that go round: those it has in use, by the pathway they were clean in. */
  inUse: Map<number, Visit> | undefined = undefined
  /** Neighbours in the list of those who are inside. */
  before: Visit | undefined = undefined
  after: Visit | undefined = undefined
  isInside = false
  /** The leg it is on. */
  leg = -1
  legFrom = 0
  legStep = -1
  goal: SpotState | undefined = undefined
  /** What comes of the walk: see THEN. */
  onward = 0
  escorts: readonly Person[] = NOBODY

  constructor(agent: number, flow: FlowModel, patient: number, made: ReturnType<FlowModel['opsFor']>) {
    this.agent = agent
    this.flow = flow
    this.patient = patient
    this.ops = made.ops
    this.stays = new Array(made.ops.length)
    this.gaitOut = made.gaitOut
    this.speedOut = made.speedOut
  }
}

export const JOB = { step: 0, parallel: 1, errand: 2, turnaround: 3 } as const

/** Something that asks for a place, people or both. */
export class Job {
  readonly kind: number
  readonly visit: Visit
  readonly op: Op
  /** The op's position in the visit. */
  readonly index: number
  readonly since: number
  readonly said: number
  kept: readonly Person[] = NOBODY
  people: readonly Person[] = NOBODY
  spot: SpotState | undefined = undefined
  isGranted = false
  isDropped = false
  /** What has still to come before it begins. */
  pending = 0
  escortsAway = 0
  began = 0
  arrived = 0
  /** Of an errand: the item, and the job that waits for it. */
  line: LineModel | undefined = undefined
  target: Job | undefined = undefined
  /** Of a turnaround. */
  stay: Stay | undefined = undefined
  constructor(kind: number, visit: Visit, op: Op, index: number, since: number, said: number) {
    this.kind = kind
    this.visit = visit
    this.op = op
    this.index = index
    this.since = since
    this.said = said
  }
}

/** How somebody walks: the body and the doors that what they carry decides, and forced places. */
export type Gear = { readonly gait: number; readonly via: readonly Id[] }

export const STATE = { off: 0, free: 1, busy: 2, break: 3 } as const

/** Something in somebody's hands. */
export type Carried = { readonly line: LineModel; readonly item: Visit; readonly from: SpotState; readonly since: number }

/** What somebody has to take away from a place, and for whom. */
export type TakeAway = { readonly lines: readonly LineModel[]; readonly from: SpotState; readonly visit: Visit }

export const STOP = { patient: 0, store: 1, place: 2, disposal: 3, home: 4, pass: 5 } as const

/** A place on somebody's way, what they do there, and how they walk to it. */
export type Stop = {
  code: number
  /** -1: not known yet, or nowhere. */
  end: number
  gait: number
  via: readonly Id[]
  job: Job | undefined
  line: LineModel | undefined
  spot: SpotState | undefined
  visit: Visit | undefined
}

/** The stops of one person, one after the other. They are used again for the next errand: a day has more of them than of anything else. */
export class Stops {
  private readonly list: Stop[] = []
  private count = 0
  private at = 0

  /** The next stop; undefined where none is left. */
  get next(): Stop | undefined {
    return this.at < this.count ? this.list[this.at] : undefined
  }

  get isDone(): boolean {
    return this.at >= this.count
  }

  clear(): void {
    this.count = 0
    this.at = 0
  }

  /** On to the one after the next. */
  pass(): void {
    this.at += 1
  }

  add(
    code: number,
    end: number,
    { gait, via }: Gear,
    job: Job | undefined,
    line: LineModel | undefined,
    spot: SpotState | undefined,
    visit: Visit | undefined,
  ): void {
    const used = this.list[this.count++]
    if (used === undefined) {
      this.list.push({ code, end, gait, via, job, line, spot, visit })
      return
    }
    used.code = code
    used.end = end
    used.gait = gait
    used.via = via
    used.job = job
    used.line = line
    used.spot = spot
    used.visit = visit
  }
}

export class Person {
  readonly agent: number
  readonly role: RoleState
  readonly base: number
  at: number
  state: number = STATE.off
  serial = 0
  jobs = 0
  job: Job | undefined = undefined
  lastVisit: Visit | undefined = undefined
  isWalkingHome = false
  /** Duty from, to; and breaks still to take. */
  dutyFrom = 0
  dutyTo = 0
  isOver = false
  breaksDue: number[] = []
  readonly stops = new Stops()
  carried: Carried[] = []
  takeAway: TakeAway | undefined = undefined
  readySince = 0
  /** The leg being walked. */
  leg = -1
  legFrom = 0
  legSeconds = 0
  legDoing = 0
  /** Metres of the leg that this walk covers. */
  legMetres = 0
  legStep = -1
  legWhom = -1
  isWalking = false
  /** The rest of a leg that was broken off: to walk first. */
  partial:
    | {
        readonly leg: number
        readonly doing: number
        readonly metres: number
        readonly seconds: number
        readonly end: number
      }
    | undefined = undefined
  constructor(agent: number, role: RoleState, base: number) {
    this.agent = agent
    this.role = role
    this.base = base
    this.at = base
  }
}

export const NOBODY: readonly Person[] = []
export const NO_VIA: readonly Id[] = []

/** Items of a kind that lie ready, and who waits for one. */
export class Pool {
  readonly items: Visit[] = []
  readonly waiting: Person[] = []
  made = 0
}
