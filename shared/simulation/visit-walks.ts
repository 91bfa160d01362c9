import type { Id } from '#shared/base/ids'
import type { FlowModel } from './model'
import { chooseSpot, inOf, outOf } from './place-board'
import type { Run } from './run'
import { EVENT, RANK } from './run-events'
import { type Job, NO_VIA, NOBODY, type Person, type SpotState, STOP, THEN, type Visit } from './run-state'
import { DOING } from './trace'

/** Visits on the way: to a seat, to a step with those who escort them, and out. */
export class VisitWalks {
  private readonly run: Run

  constructor(run: Run) {
    this.run = run
  }

  /** The patient on the way, once escorts have come and nothing else is being walked. */
  setOut(job: Job): void {
    const { visit, op } = job
    if (visit.isWalking || job.escortsAway > 0) return
    const spot = job.spot
    if (this.run.now > visit.since) {
      const isHeld = visit.at >= 0 && visit.seat === undefined
      const doing = !isHeld ? DOING.wait : visit.spot === spot ? DOING.ready : DOING.blocked
      this.run.trace.add(visit.agent, doing, visit.spot?.model.index ?? -1, visit.since, this.run.now, op.step.index, -1, 0)
    }
    const escorts = op.step.escorts.length === 0 ? NOBODY : job.people.filter(({ stops }) => stops.next?.code === STOP.patient)
    if (spot === undefined) {
      this.reached(visit, job)
      return
    }
    const speed = escorts.reduce((least, { role }) => Math.min(least, role.model.speed), op.speed)
    this.walkVisit(visit, spot, escorts.length > 0 ? op.escortedGait : op.gait, speed, op.step.via, THEN.step, op.step.index, escorts)
  }

  /** Who holds the place where they are to wait goes on holding it. */
  walkToSeat(visit: Visit, seat: SpotState, op: Job['op'], onward: number): void {
    if (visit.spot !== seat || visit.seat !== undefined || visit.at < 0) {
      this.run.places.vacate(visit)
      seat.sit()
      visit.isSeated = true
    }
    this.walkVisit(visit, seat, op.gait, op.speed, NO_VIA, onward, op.step.index, NOBODY)
  }

  seatFor(visit: Visit, set: number, gait: number): SpotState {
    return chooseSpot(
      this.run.model.legs,
      this.run.sets[set]!,
      visit.spot === undefined ? -1 : outOf(visit, visit.spot),
      visit.flow.whom,
      gait,
      'seat',
    )
  }

  walkVisit(
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
    if (from !== goal && !visit.isSeated) this.run.places.vacate(visit)
    else if (visit.isSeated && visit.seat !== undefined) this.run.places.vacate(visit)
    visit.goal = goal
    visit.onward = onward
    visit.escorts = escorts
    visit.isWalking = true
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
    const leg = this.run.legs.find(start, end, gait, via)
    visit.leg = leg
    visit.legFrom = this.run.now
    visit.legStep = step
    this.run.heap.push(this.run.now + this.run.legs.secondsOf(leg, speed, visit.agent, step), RANK.end, EVENT.visit, visit, 0)
  }

  visitMoved(visit: Visit): void {
    const goal = visit.goal!
    visit.isWalking = false
    if (visit.leg >= 0) {
      const metres = this.run.model.legs.metres[visit.leg]!
      this.run.trace.add(visit.agent, DOING.walk, visit.leg, visit.legFrom, this.run.now, visit.legStep, -1, metres)
      for (const person of visit.escorts)
        this.run.trace.add(person.agent, DOING.walk, visit.leg, visit.legFrom, this.run.now, visit.legStep, visit.agent, metres)
    }
    visit.leg = -1
    visit.spot = goal
    const escorts = visit.escorts
    visit.escorts = NOBODY
    switch (visit.onward) {
      case THEN.seated: {
        if (visit.isSeated) visit.seat = goal
        const job = visit.job
        visit.since = this.run.now
        if (job?.isGranted) this.setOut(job)
        return
      }
      case THEN.request: {
        if (visit.isSeated) visit.seat = goal
        visit.since = this.run.now
        const kept = visit.kept
        visit.kept = NOBODY
        this.run.course.request(visit, kept)
        return
      }
      case THEN.step: {
        const job = visit.job!
        for (const person of escorts) {
          person.at = goal.model.staffIn
          person.stops.pass()
          if (person.stops.isDone) this.escorted(person, job)
          else this.run.staff.advance(person)
        }
        this.reached(visit, job)
        return
      }
      default:
        this.run.course.gone(visit)
    }
  }

  /** Somebody who only escorts stays if the next step needs them, else they are done. */
  private escorted(person: Person, job: Job): void {
    const next = job.visit.ops[job.index + 1]
    if (next?.step.needs.some(({ role }) => role === person.role.model.index)) {
      person.readySince = this.run.now
      return
    }
    person.job = undefined
    person.lastVisit = job.visit
    job.people = job.people.filter((one) => one !== person)
    this.run.settling.isIdle(person)
  }

  private reached(visit: Visit, job: Job): void {
    visit.seat = undefined
    visit.at = job.op.root
    job.arrived = this.run.now
    job.pending -= 1
    if (job.pending === 0) this.run.steps.begin(job)
  }

  gateFor(flow: FlowModel, from: number, gait: number, whom: FlowModel['whom']): SpotState | undefined {
    if (flow.gateOut === undefined) return undefined
    let best: SpotState | undefined
    let least = Number.POSITIVE_INFINITY
    for (const gate of flow.gateOut) {
      const cost = from < 0 ? 0 : this.run.model.legs.cost(from, inOf(whom, this.run.spots[gate.index]!), gait)
      if (best === undefined || cost < least - 1e-9) {
        best = this.run.spots[gate.index]
        least = cost
      }
    }
    return best
  }
}
