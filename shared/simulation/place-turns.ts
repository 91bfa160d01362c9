import type { Run } from './run'
import { EVENT, RANK } from './run-events'
import { JOB, Job, type SpotState, STATE, STOP, type Stay, type Visit } from './run-state'
import { DOING } from './trace'

/** Places that are left: free again at once, or when somebody or nobody has turned them round. */
export class PlaceTurns {
  private readonly run: Run

  constructor(run: Run) {
    this.run = run
  }

  /** Leaves where it is: the place is free again once it has been turned round, unless a later step of the visit is to be there. */
  vacate(visit: Visit): void {
    if (visit.seat !== undefined) {
      if (visit.isSeated) {
        visit.seat.stand()
        visit.isSeated = false
        for (const { classes } of visit.seat.sets) for (const made of classes) this.run.settling.markClass(made)
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
    this.run.trace.add(visit.agent, DOING.occupied, stay.spot.model.index, stay.from, this.run.now, -1, -1, 0)
    if (stay.turnSeconds > 0) this.turnRound(visit, stay, visit.ops[at]!)
    else this.free(stay.spot)
  }

  private free(spot: SpotState): void {
    spot.used -= 1
    for (const set of spot.sets) {
      set.free += 1
      for (const made of set.classes) this.run.settling.markClass(made)
    }
  }

  private turnRound(visit: Visit, stay: Stay, op: Job['op']): void {
    const job = new Job(JOB.turnaround, visit, op, -1, this.run.now, this.run.said++)
    job.stay = stay
    job.spot = stay.spot
    stay.from = this.run.now
    if (stay.turnRole < 0) {
      job.began = this.run.now
      this.run.heap.push(this.run.now + stay.turnSeconds, RANK.end, EVENT.turned, job, 0)
      return
    }
    // Whoever of them did the step and has nothing else to do stays for it.
    const present =
      stay.turner ??
      stay.present.find((person) => person.role.model.index === stay.turnRole && person.job === undefined && person.state === STATE.busy)
    if (present === undefined) {
      this.run.requests.ask(job)
      return
    }
    present.job = job
    job.people = [present]
    job.isGranted = true
    job.began = this.run.now
    this.run.heap.push(this.run.now + stay.turnSeconds, RANK.end, EVENT.turned, job, 0)
  }

  beginTurnaround(job: Job): void {
    const person = job.people[0]!
    person.job = job
    person.stops.clear()
    person.stops.add(STOP.place, job.spot!.model.staffIn, this.run.onFoot, job, undefined, job.spot, job.visit)
    this.run.staff.advance(person)
  }

  turned(job: Job): void {
    const stay = job.stay!
    const where = stay.spot.model.index
    const [person] = job.people
    this.run.trace.add(-1, DOING.turned, where, stay.from, this.run.now, job.op.step.index, person?.agent ?? -1, 0)
    if (person !== undefined) {
      this.run.trace.add(person.agent, DOING.turnaround, where, job.began, this.run.now, job.op.step.index, job.visit.agent, 0)
      person.job = undefined
      person.lastVisit = job.visit
      this.run.settling.isIdle(person)
    }
    this.free(stay.spot)
  }
}
