import type { LineModel, Model, RoleNeed } from './model'
import { chooseSpot } from './place-board'
import { JOB, type Job, NOBODY, type Person, type RoleState, type SetState, type SpotState, STATE, type Visit } from './run-state'
import { DOING, type TraceWriter } from './trace'

type Clock = { readonly now: number; readonly trace: TraceWriter }

/**
 * Who is called: of those free, whose walk for this job, home again included, is the shortest from where they are now; of those
 * alike, who has had the fewest jobs. Whoever is still on the way home from a visit is not called back to the same one, since
 * a stint ends at the base, as it does in the static measures.
 */
export class PeopleBoard {
  private readonly model: Model
  private readonly sets: readonly SetState[]

  constructor(model: Model, sets: readonly SetState[]) {
    this.model = model
    this.sets = sets
  }

  /** Takes the people that a job lacks besides those it kept; false, and nobody taken, where there are too few. */
  choose(job: Job, needs: readonly RoleNeed[], roles: readonly RoleState[], spot: SpotState | undefined, clock: Clock): boolean {
    let chosen: Person[] | undefined
    for (const { role, people } of needs) {
      const of = roles[role]!
      let wanted = people
      for (const person of job.kept) if (person.role === of && wanted > 0) wanted -= 1
      if (wanted === 0) continue
      if (of.free < wanted) return false
      const isFirstKept = wanted < people
      for (let n = 0; n < wanted; n++) {
        const person = this.nearest(job, of, chosen ?? NOBODY, !isFirstKept && n === 0, spot, clock.now)
        if (person === undefined) return false
        if (chosen === undefined) chosen = [person]
        else chosen.push(person)
      }
    }
    job.people = chosen ?? NOBODY
    for (const person of job.people) this.take(person, clock)
    return true
  }

  private nearest(
    job: Job,
    role: RoleState,
    chosen: readonly Person[],
    isFirst: boolean,
    spot: SpotState | undefined,
    now: number,
  ): Person | undefined {
    let best: Person | undefined
    let least = Number.POSITIVE_INFINITY
    let knownAt = -2
    let knownBase = -2
    let known = 0
    for (const person of role.people) {
      if (person.state !== STATE.free || chosen.includes(person)) continue
      if (person.lastVisit === job.visit && person.at !== person.base && person.base >= 0) continue
      let cost: number
      if (person.isWalkingHome) cost = this.costOnTheWay(person, job, isFirst, spot, now)
      else if (person.at === knownAt && person.base === knownBase) cost = known
      else {
        cost = this.chainCost(person.at, person.base, job, role, isFirst, spot)
        knownAt = person.at
        knownBase = person.base
        known = cost
      }
      if (Number.isNaN(cost)) cost = 1e12
      if (best === undefined || cost < least - EQUAL_M || (cost < least + EQUAL_M && person.jobs < best.jobs)) {
        best = person
        least = Math.min(least, cost)
      }
    }
    return best
  }

  private costOnTheWay(person: Person, job: Job, isFirst: boolean, spot: SpotState | undefined, now: number): number {
    const { from, to } = this.model.legs.legs[person.leg]!
    const done = this.doneOf(person, now)
    const rest = person.legMetres - done
    return Math.min(
      rest + this.chainCost(to, person.base, job, person.role, isFirst, spot),
      done + this.chainCost(from, person.base, job, person.role, isFirst, spot),
    )
  }

  private doneOf(person: Person, now: number): number {
    return person.legSeconds === 0 ? person.legMetres : (person.legMetres * (now - person.legFrom)) / person.legSeconds
  }

  // Where a chain has come to, and its metres so far.
  private at = -1
  private sum = 0

  /** Metres from somewhere by the chain of a job to the base. */
  private chainCost(from: number, base: number, job: Job, role: RoleState, isFirst: boolean, spot: SpotState | undefined): number {
    const { onFoot } = this.model
    const { visit, op } = job
    const { step } = op
    const index = role.model.index
    this.at = from
    this.sum = 0
    if (job.kind === JOB.errand) {
      const line = job.line!
      const { gait } = this.model.gearFor([line])
      if (line.isNeeded) this.walkToStore(line)
      if (spot !== undefined) this.walk(spot.model.staffIn, line.isNeeded ? gait : onFoot)
      if (!line.isNeeded) this.walkToDisposal(line, gait, spot)
    } else {
      if (isFirst && job.kind === JOB.step && step.escorts.includes(index) && visit.spot !== undefined && visit.spot !== spot && op.copy === 0) {
        this.walk(visit.spot.model.patientOut, onFoot)
        if (spot !== undefined) this.at = spot.model.staffIn
      }
      const carries = isFirst && job.kind !== JOB.turnaround
      if (carries) for (const line of this.model.linesOf(step, index).needed) this.walkToStore(line)
      if (spot !== undefined) this.walk(spot.model.staffIn, onFoot)
      if (carries) {
        const { left, leftGaits } = this.model.linesOf(lastOfStint(visit, job.index, index) ?? step, index)
        for (let at = 0; at < left.length; at++) this.walkToDisposal(left[at]!, leftGaits[at]!, spot)
      }
    }
    this.walk(base, onFoot)
    return this.sum
  }

  private walk(to: number, gait: number): void {
    if (this.at >= 0 && to >= 0) this.sum += this.model.legs.cost(this.at, to, gait)
    this.at = to
  }

  private walkToStore(line: LineModel): void {
    const flow = this.model.flows[line.flow]!
    const { onFoot } = this.model
    const step = flow.source === 'store' ? flow.steps[0] : flow.steps.at(-1)
    if (step === undefined) return
    const store = chooseSpot(this.model.legs, this.sets[step.set]!, this.at, 'staffOut', onFoot, 'drop')
    this.walk(store.model.staffOut, onFoot)
  }

  private walkToDisposal(line: LineModel, gait: number, spot: SpotState | undefined): void {
    const flow = this.model.flows[line.flow]!
    const step = flow.steps[0]
    const from = spot?.model.itemOut ?? -1
    if (step !== undefined) this.walk(chooseSpot(this.model.legs, this.sets[step.set]!, from, 'item', gait, 'drop').model.staffIn, gait)
    else {
      const [gate] = flow.gateOut ?? []
      if (gate !== undefined) this.walk(gate.staffIn, gait)
    }
  }

  private take(person: Person, { now, trace }: Clock): void {
    person.state = STATE.busy
    person.role.free -= 1
    person.jobs += 1
    if (!person.isWalkingHome) return
    // Called on the way home: on to the base or back, as the job then begins sooner; the rest of that leg is walked first.
    const { leg } = person
    const { from, to } = this.model.legs.legs[leg]!
    const done = this.doneOf(person, now)
    const spent = now - person.legFrom
    if (now > person.legFrom) trace.add(person.agent, person.legDoing, leg, person.legFrom, now, person.legStep, person.legWhom, done)
    person.serial += 1
    person.isWalking = false
    person.isWalkingHome = false
    const isBack = done < person.legMetres - done
    person.partial = isBack
      ? { leg, doing: DOING.walkBack, metres: done, seconds: spent, end: from }
      : { leg, doing: DOING.walkOn, metres: person.legMetres - done, seconds: person.legSeconds - spent, end: to }
  }
}

const EQUAL_M = 1e-7

/** The last step of a run of steps that a role takes part in, where it is known from here. */
function lastOfStint(visit: Visit, index: number, role: number) {
  let last = visit.ops[index]?.step
  for (let next = index + 1; next < visit.ops.length; next++) {
    const { step } = visit.ops[next]!
    if (!step.needs.some((need) => need.role === role)) break
    last = step
  }
  return last
}
