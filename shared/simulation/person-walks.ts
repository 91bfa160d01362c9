import type { Id } from '#shared/base/ids'
import type { Run } from './run'
import { EVENT, RANK } from './run-events'
import { JOB, type Job, NO_VIA, type Person, STATE, STOP, type Visit } from './run-state'
import { DOING } from './trace'

/** People on their errands, from stop to stop, and home again. */
export class PersonWalks {
  private readonly run: Run

  constructor(run: Run) {
    this.run = run
  }

  /** On to the next stop; stops that take no walking are passed at once. */
  advance(person: Person): void {
    for (;;) {
      if (person.partial !== undefined) {
        this.walkPartial(person)
        return
      }
      const stop = person.stops.next
      if (stop === undefined) return
      if (stop.code === STOP.store && stop.end < 0 && !this.run.items.findItem(person, stop)) return
      if (person.at >= 0 && stop.end >= 0 && person.at !== stop.end) {
        this.walkPerson(person, stop.end, stop.gait, stop.via, stop.job, stop.visit)
        return
      }
      if (stop.end >= 0) person.at = stop.end
      if (!this.atStop(person)) return
    }
  }

  private walkPerson(person: Person, end: number, gait: number, via: readonly Id[], job: Job | undefined, visit: Visit | undefined): void {
    const { legs } = this.run.model
    const leg = this.run.legs.find(person.at, end, gait, via)
    person.leg = leg
    person.legFrom = this.run.now
    person.legStep = job?.op.step.index ?? -1
    person.legWhom = visit?.agent ?? -1
    person.legSeconds = this.run.legs.secondsOf(leg, person.role.model.speed, person.agent, person.legStep)
    person.legDoing = DOING.walk
    person.legMetres = legs.metres[leg]!
    person.isWalking = true
    person.serial += 1
    this.run.heap.push(this.run.now + person.legSeconds, RANK.end, EVENT.person, person, person.serial)
  }

  private walkPartial(person: Person): void {
    const { leg, doing, metres, seconds, end } = person.partial!
    person.partial = undefined
    person.leg = leg
    person.legFrom = this.run.now
    person.legSeconds = seconds
    person.legDoing = doing
    person.legMetres = metres
    person.at = end
    person.legStep = person.job?.op.step.index ?? -1
    person.legWhom = person.job?.visit.agent ?? -1
    person.isWalking = true
    person.serial += 1
    this.run.heap.push(this.run.now + seconds, RANK.end, EVENT.person, person, person.serial)
  }

  personMoved(person: Person): void {
    this.run.trace.add(person.agent, person.legDoing, person.leg, person.legFrom, this.run.now, person.legStep, person.legWhom, person.legMetres)
    person.isWalking = false
    if (person.isWalkingHome) {
      person.isWalkingHome = false
      person.at = person.base
      this.run.duty.atHome(person)
      return
    }
    if (person.legDoing === DOING.walk) {
      person.at = this.run.model.legs.legs[person.leg]!.to
      if (!this.atStop(person)) return
    }
    this.advance(person)
  }

  /** What is done at a stop; false where one stays there. */
  private atStop(person: Person): boolean {
    const { stops } = person
    const stop = stops.next!
    switch (stop.code) {
      case STOP.patient: {
        const job = stop.job!
        job.escortsAway -= 1
        this.run.walks.setOut(job)
        return false
      }
      case STOP.store: {
        const line = stop.line!
        const flow = this.run.model.flows[line.flow]!
        if (flow.source === 'store') {
          const item = this.run.arrivals.newVisit(flow, stop.visit!.patient, stop.visit)
          item.spot = stop.spot
          person.carried.push({ line, item, from: stop.spot!, since: this.run.now })
        } else {
          const held = person.carried.findIndex((one) => one.line === line)
          person.carried[held] = { ...person.carried[held]!, since: this.run.now }
        }
        stops.pass()
        return true
      }
      case STOP.place:
        stops.pass()
        this.atPlace(person, stop.job!)
        return !stops.isDone
      case STOP.disposal:
        this.run.items.carriedTo(person, stop.line!, stop.spot!)
        stops.pass()
        if (!stops.isDone) return true
        this.stopsDone(person)
        return false
      default:
        stops.pass()
        if (!stops.isDone) return true
        this.stopsDone(person)
        return false
    }
  }

  private atPlace(person: Person, job: Job): void {
    person.readySince = this.run.now
    if (job.spot !== undefined && person.carried.length > 0)
      for (const { line } of [...person.carried]) if (line.isNeeded) this.run.items.carriedTo(person, line, job.spot)
    if (job.kind === JOB.errand) {
      const target = job.target!
      this.stopsDone(person)
      target.pending -= 1
      if (target.pending === 0) this.run.steps.begin(target)
      return
    }
    if (job.kind === JOB.turnaround) {
      job.began = this.run.now
      this.run.heap.push(this.run.now + job.stay!.turnSeconds, RANK.end, EVENT.turned, job, 0)
      return
    }
    job.pending -= 1
    if (job.pending === 0) this.run.steps.begin(job)
  }

  /** All errands of somebody are done. */
  private stopsDone(person: Person): void {
    if (person.job !== undefined && person.job.kind === JOB.errand) {
      person.lastVisit = person.job.visit
      person.job = undefined
    }
    if (person.job === undefined) this.run.settling.isIdle(person)
  }

  /** Done with a job: what is left is taken away, then it is break, home time, the next who waits, or the way home. */
  release(person: Person): void {
    person.job = undefined
    person.stops.clear()
    if (person.takeAway !== undefined) {
      this.run.items.addTakeAway(person)
      if (!person.stops.isDone) {
        this.advance(person)
        return
      }
    }
    if (person.breaksDue.length > 0 && !person.isOver && person.base >= 0 && person.at !== person.base) {
      // A break that is due comes before whoever waits: nobody calls them on the way to it.
      person.lastVisit = undefined
      person.stops.add(STOP.home, person.base, this.run.onFoot, undefined, undefined, undefined, undefined)
      this.advance(person)
      return
    }
    person.state = STATE.free
    person.role.free += 1
    if (person.at === person.base || person.base < 0) {
      this.run.duty.atHome(person)
      return
    }
    this.run.settling.markRole(person.role)
    this.run.settling.isAway(person)
    if (person.isOver) this.run.duty.mayGo(person)
  }

  goHome(person: Person): void {
    if (person.isOver && this.run.duty.mayGo(person)) return
    if (person.base < 0 || person.at === person.base) return
    this.walkPerson(person, person.base, this.run.model.onFoot, NO_VIA, undefined, undefined)
    person.isWalkingHome = true
  }
}
