import { outOf } from './place-board'
import type { Run } from './run'
import { JOB, Job, NOBODY, type Person, THEN, type Visit } from './run-state'
import { DOING } from './trace'

/** The way of a visit through its steps, from one to the next and out. */
export class VisitCourse {
  private readonly run: Run

  constructor(run: Run) {
    this.run = run
  }

  /** To the next step, or out. `kept`: people of the step before whom the next one needs too. */
  proceed(visit: Visit, kept: readonly Person[]): void {
    const { ops } = visit
    let staying = kept
    let next = visit.next
    while (next < ops.length && ops[next]!.isParallel) {
      const op = ops[next]!
      const job = new Job(JOB.parallel, visit, op, next, this.run.now, this.run.said++)
      job.kept = staying
      staying = NOBODY
      this.run.requests.ask(job)
      next += 1
    }
    visit.next = next
    if (next === ops.length) {
      this.leave(visit)
      return
    }
    const op = ops[next]!
    visit.since = this.run.now
    if (op.waitsAlways) {
      visit.kept = staying
      this.run.walks.walkToSeat(visit, this.run.walks.seatFor(visit, op.step.waitSet, op.gait), op, THEN.request)
      return
    }
    this.request(visit, staying)
  }

  request(visit: Visit, kept: readonly Person[]): void {
    const op = visit.ops[visit.next]!
    const job = new Job(JOB.step, visit, op, visit.next, this.run.now, this.run.said++)
    job.kept = kept
    visit.job = job
    this.run.requests.ask(job)
  }

  turnAway(visit: Visit, job: Job): void {
    job.isDropped = true
    visit.job = undefined
    this.run.trace.add(visit.agent, DOING.turnedAway, visit.spot?.model.index ?? -1, this.run.now, this.run.now, job.op.step.index, -1, 0)
    visit.next = visit.ops.length
    this.leave(visit)
  }

  private leave(visit: Visit): void {
    const { flow } = visit
    if (flow.whom === 'item' && flow.becomes >= 0 && visit.ops.length > 0) {
      this.becomeClean(visit)
      return
    }
    const from = visit.spot === undefined ? -1 : outOf(visit, visit.spot)
    const gate = this.run.walks.gateFor(flow, from, visit.gaitOut, flow.whom)
    if (gate === undefined) {
      this.run.places.vacate(visit)
      this.gone(visit)
      return
    }
    this.run.walks.walkVisit(visit, gate, visit.gaitOut, visit.speedOut, flow.viaOut, THEN.gone, -1, NOBODY)
  }

  private becomeClean(item: Visit): void {
    const stay = item.at >= 0 ? item.stays[item.at] : undefined
    const clean = this.run.model.flows[item.flow.becomes]!
    this.run.items.takeUp(item, clean)
    item.inherited = stay
    this.proceed(item, NOBODY)
  }

  gone(visit: Visit): void {
    this.run.inside.delete(visit)
    if (visit.flow.whom === 'item' && visit.flow.gateOut === undefined && (visit.flow.source === 'loop' || visit.flow.source === 'made')) {
      this.run.items.putInPool(visit)
    } else this.run.trace.leave(visit.agent, this.run.now)
    for (const role of this.run.roles) for (const person of role.people) if (person.isOver) this.run.duty.mayGo(person)
  }
}
