import { chooseSpot, outOf } from './place-board'
import type { Run } from './run'
import { JOB, type Job, NOBODY, type Person, type RequestClass, type RoleState, type SetState, type SpotState, STATE, THEN } from './run-state'

/** What is to be gone through while more of it comes: two lists with a count, used by turns, for emptying an array costs more than most events. */
class ByTurns<T> {
  count = 0
  private list: T[] = []
  private spare: T[] = []

  add(item: T): void {
    this.list[this.count++] = item
  }

  /** The list, of which the first `count` as it was stand; good until the next one is taken. */
  taken(): readonly T[] {
    const list = this.list
    this.list = this.spare
    this.spare = list
    this.count = 0
    return list
  }
}

/** Meets requests after each event, until nothing more can be met, and sees to those who got nothing or have nothing to do. */
export class Settling {
  private readonly asked = new ByTurns<Job>()
  /** People whose errands are done, to be looked at when all requests are met. */
  private readonly idle = new ByTurns<Person>()
  private readonly homeless = new ByTurns<Person>()
  /** Classes to be looked at: of those marked, the ones in which somebody waits. */
  private readonly listed = new ByTurns<RequestClass>()
  private stretch = 0
  private round = 0
  private readonly run: Run

  constructor(run: Run) {
    this.run = run
  }

  /** What a class asks for may be there now. */
  markClass(made: RequestClass): void {
    if (made.markedIn === this.stretch) return
    this.mark(made)
    for (const other of made.companions) if (other.markedIn !== this.stretch) this.mark(other)
  }

  private mark(made: RequestClass): void {
    made.markedIn = this.stretch
    if (!made.isEmpty) this.list(made)
  }

  private list(made: RequestClass): void {
    if (made.listedIn === this.stretch) return
    made.listedIn = this.stretch
    this.listed.add(made)
  }

  /** A request in its class, which is to be seen to if it is not met now. */
  ask(job: Job, made: RequestClass): void {
    made.add(job)
    // It may have been marked while nobody waited in it.
    if (made.markedIn === this.stretch) this.list(made)
    else this.markClass(made)
    this.asked.add(job)
  }

  markRole(role: RoleState): void {
    for (const made of role.classes) this.markClass(made)
  }

  /** Somebody has done what they were at. */
  isIdle(person: Person): void {
    this.idle.add(person)
  }

  /** Somebody free is not where they belong: they go there if nobody calls them. */
  isAway(person: Person): void {
    this.homeless.add(person)
  }

  /** Meets requests, then sees to who was not met and to who has nothing to do, until nothing changes any more. */
  settleAll(): void {
    for (;;) {
      this.settle()
      if (this.asked.count > 0) this.seeToAsked()
      else if (this.idle.count > 0) this.seeToIdle()
      else break
    }
    if (this.homeless.count > 0) this.sendHome()
  }

  private seeToAsked(): void {
    const { count } = this.asked
    const some = this.asked.taken()
    for (let at = 0; at < count; at++) {
      const job = some[at]!
      if (!job.isGranted && !job.isDropped) this.notMet(job)
    }
  }

  private seeToIdle(): void {
    const { count } = this.idle
    const some = this.idle.taken()
    for (let at = 0; at < count; at++) {
      const person = some[at]!
      if (person.job === undefined && person.state === STATE.busy && !person.isWalking && !this.staysToTurn(person)) this.run.staff.release(person)
    }
  }

  private sendHome(): void {
    const { count } = this.homeless
    const some = this.homeless.taken()
    for (let at = 0; at < count; at++) {
      const person = some[at]!
      if (person.state === STATE.free && !person.isWalking) this.run.staff.goHome(person)
    }
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
    for (;;) {
      this.stretch += 1
      const { count } = this.listed
      if (count === 0) return
      const round = ++this.round
      const some = this.listed.taken()
      for (;;) {
        let best: RequestClass | undefined
        let bestJob: Job | undefined
        for (let at = 0; at < count; at++) {
          const made = some[at]!
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
      this.run.steps.grant(first, made.set)
      return true
    }
    let lacks = 0
    let lacking: RoleState | undefined
    for (const { role, people } of made.needs) {
      const of = this.run.roles[role]!
      if (keptOf(first, of) + (of.claimedAt === round ? 0 : of.free) < people) {
        lacks += 1
        lacking = of
      }
    }
    // Somebody who waits for nothing but more people of one role comes before whoever asks for them later.
    if (lacks === 1) lacking!.claimedAt = round
    if (lacks > 0) return false
    if (this.run.people.choose(first, made.needs, this.run.roles, this.spotFor(first, made.set), this.run)) {
      made.take(first)
      this.run.steps.grant(first, made.set)
      return true
    }
    // Whoever is free is on the way home from this very visit: they may still do for the next.
    for (const job of made.waiting()) {
      if (job === first || !this.run.people.choose(job, made.needs, this.run.roles, this.spotFor(job, made.set), this.run)) continue
      made.take(job)
      this.run.steps.grant(job, made.set)
      return true
    }
    return false
  }

  /** Where a job will be, for choosing who goes there. */
  spotFor(job: Job, set: SetState | undefined): SpotState | undefined {
    const { visit, op } = job
    if (job.spot !== undefined) return job.spot
    if (visit.inherited !== undefined) return visit.inherited.spot
    const held = visit.stays[op.root]?.spot
    if (held !== undefined) return held
    const from = visit.spot === undefined ? -1 : outOf(visit, visit.spot)
    const of = set ?? this.run.sets[op.step.set]
    return of === undefined ? visit.spot : chooseSpot(this.run.model.legs, of, from, visit.flow.whom, op.gait, 'place')
  }

  private notMet(job: Job): void {
    const { visit, op } = job
    for (const person of job.kept) this.run.staff.release(person)
    job.kept = NOBODY
    if (job.kind !== JOB.step || visit.job !== job) return
    const { step } = op
    const isAtGate = visit.seat !== undefined
    if (step.waitSet >= 0 && !step.waitsAlways && visit.flow.whom !== 'item' && op.copy === 0) {
      const seat = this.run.walks.seatFor(visit, step.waitSet, op.gait)
      if (step.leavesWhenFull && seat.seated + seat.used >= seat.model.seats) {
        this.run.course.turnAway(visit, job)
        return
      }
      this.run.walks.walkToSeat(visit, seat, op, THEN.seated)
    } else if (step.leavesWhenFull && (isAtGate || visit.spot === undefined || step.waitSet < 0)) this.run.course.turnAway(visit, job)
  }
}

function keptOf({ kept }: Job, role: RoleState): number {
  let count = 0
  for (const person of kept) if (person.role === role) count += 1
  return count
}
