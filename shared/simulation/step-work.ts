import type { LineModel } from './model'
import { chooseSpot, outOf } from './place-board'
import type { Run } from './run'
import { EVENT, RANK } from './run-events'
import { JOB, type Job, NOBODY, type Person, type SetState, type SpotState, STOP, type Stops, type Visit } from './run-state'
import { DOING } from './trace'

const NO_LINES: readonly LineModel[] = []

/** Steps that have got what they asked for: people are sent, it begins, it ends, and who goes on with the visit. */
export class StepWork {
  private readonly run: Run

  constructor(run: Run) {
    this.run = run
  }

  grant(job: Job, set: SetState | undefined): void {
    job.isGranted = true
    const { visit, op } = job
    switch (job.kind) {
      case JOB.errand:
        this.run.items.beginErrand(job)
        return
      case JOB.turnaround:
        this.run.places.beginTurnaround(job)
        return
    }
    if (job.kind === JOB.step && op.root === job.index) {
      if (visit.inherited !== undefined) {
        visit.stays[op.root] = visit.inherited
        visit.inherited = undefined
      } else {
        const from = visit.spot === undefined ? -1 : outOf(visit, visit.spot)
        const spot = chooseSpot(this.run.model.legs, set!, from, visit.flow.whom, op.gait, 'place')
        spot.used += 1
        spot.visits += 1
        for (const of of spot.sets) of.free -= 1
        visit.stays[op.root] = { spot, from: this.run.now, turnSeconds: 0, turnRole: -1, present: NOBODY }
      }
    }
    const spot = visit.stays[op.root]?.spot ?? (op.step.set < 0 ? visit.spot : this.parallelSpot(job))
    job.spot = spot
    if (job.kind === JOB.step) job.pending = 1
    this.sendPeople(job, spot)
    if (job.kind === JOB.step) this.run.walks.setOut(job)
    else if (job.pending === 0) this.begin(job)
  }

  /** A step beside others takes no place from anybody. */
  private parallelSpot({ visit, op }: Job): SpotState {
    const from = visit.spot === undefined ? -1 : outOf(visit, visit.spot)
    return chooseSpot(this.run.model.legs, this.run.sets[op.step.set]!, from, visit.flow.whom, op.gait, 'place')
  }

  private sendPeople(job: Job, spot: SpotState | undefined): void {
    const { visit, op } = job
    const { step } = op
    const { needs, works, escorts, lines } = step
    if (needs.length === 0 && lines.length === 0) return
    const canEscort =
      job.kind === JOB.step && op.copy === 0 && visit.flow.whom === 'patient' && visit.spot !== undefined && visit.spot !== spot && escorts.length > 0
    const { kept, people: taken } = job
    job.people = NOBODY
    let crew: Person[] | undefined
    const due = this.dueOf(lines)
    for (let at = 0; at < needs.length; at++) {
      const { role, people } = needs[at]!
      let number = 0
      for (let one = 0; one < kept.length + taken.length && number < people; one++) {
        const person = one < kept.length ? kept[one]! : taken[one - kept.length]!
        if (person.role.model.index !== role) continue
        const isFirst = number === 0
        number += 1
        // Most are one: a list that is made with its first is no longer than that.
        if (crew === undefined) {
          crew = [person]
          job.people = crew
        } else crew.push(person)
        person.job = job
        const { stops } = person
        stops.clear()
        this.run.items.addTakeAway(person)
        if (isFirst && canEscort && escorts.includes(role)) {
          job.escortsAway += 1
          stops.add(STOP.patient, visit.spot!.model.patientOut, this.run.onFoot, job, undefined, undefined, visit)
        }
        const fetched = isFirst && due.length > 0 ? this.fetchedBy(role, due, job, stops) : NO_LINES
        if (works[at] || fetched.length > 0) {
          job.pending += 1
          this.addStopsToPlace(stops, job, spot, fetched, one < kept.length || kept.includes(person))
        }
        if (!stops.isDone) this.run.staff.advance(person)
      }
    }
    for (const person of kept) if (person.job !== job) this.run.settling.isIdle(person)
    for (const line of due) {
      if (needs.some(({ role }) => role === line.carrier)) continue
      job.pending += 1
      this.run.items.needItem(line, visit)
      this.run.items.sendErrand(job, line, visit, spot)
    }
  }

  /** What has to be fetched for this use. */
  private dueOf(lines: readonly LineModel[]): readonly LineModel[] {
    let due: LineModel[] | undefined
    for (const line of lines) {
      if (!line.isNeeded || !this.run.items.isDue(line)) continue
      if (due === undefined) due = [line]
      else due.push(line)
    }
    return due ?? NO_LINES
  }

  /** What people of a role fetch themselves on their way to a step. */
  private fetchedBy(role: number, due: readonly LineModel[], job: Job, stops: Stops): readonly LineModel[] {
    let fetched: LineModel[] | undefined
    for (const line of due) {
      if (line.carrier !== role) continue
      this.run.items.needItem(line, job.visit)
      stops.add(STOP.store, -1, this.run.model.gearFor(fetched ?? NO_LINES), job, line, undefined, job.visit)
      if (fetched === undefined) fetched = [line]
      else fetched.push(line)
    }
    return fetched ?? NO_LINES
  }

  private addStopsToPlace(stops: Stops, job: Job, spot: SpotState | undefined, fetched: readonly LineModel[], wasKept: boolean): void {
    const { visit, op } = job
    const isItem = visit.flow.whom === 'item'
    let gear = this.run.model.gearFor(fetched)
    if (isItem && wasKept && visit.spot !== undefined) {
      if (visit.spot.model.staffIn !== visit.spot.model.staffOut)
        stops.add(STOP.pass, visit.spot.model.staffOut, this.run.onFoot, job, undefined, spot, visit)
      if (fetched.length === 0) gear = { gait: op.gait, via: op.step.via }
    }
    const end = spot === undefined ? -1 : isItem && visit.spot === undefined ? spot.model.staffOut : spot.model.staffIn
    stops.add(STOP.place, end, gear, job, undefined, spot, visit)
  }

  begin(job: Job): void {
    const { visit, op } = job
    const { step } = op
    job.began = this.run.now
    const where = job.spot?.model.index ?? -1
    if (job.kind === JOB.step && this.run.now > job.arrived)
      this.run.trace.add(visit.agent, DOING.ready, where, job.arrived, this.run.now, step.index, -1, 0)
    for (const person of job.people) {
      if (person.job === job && this.run.now > person.readySince && !person.isWalking)
        this.run.trace.add(person.agent, DOING.ready, where, person.readySince, this.run.now, step.index, visit.agent, 0)
    }
    const seconds = this.run.draws[step.index]!.seconds(visit.patient, op.copy)
    this.run.heap.push(this.run.now + seconds, RANK.end, EVENT.end, job, 0)
  }

  endJob(job: Job): void {
    const { visit, op } = job
    const { step } = op
    const where = job.spot?.model.index ?? -1
    const isMain = job.kind === JOB.step
    if (isMain) this.run.trace.add(visit.agent, DOING.step, where, job.began, this.run.now, step.index, -1, 0)
    const here = job.people.every((person) => person.job === job) ? job.people : job.people.filter((person) => person.job === job)
    for (const person of here) this.run.trace.add(person.agent, DOING.work, where, job.began, this.run.now, step.index, visit.agent, 0)
    const stay = visit.stays[op.root]
    if (isMain && stay !== undefined && step.turnSeconds > 0) {
      stay.turnSeconds += step.turnSeconds
      stay.turnRole = step.turnRole
    }
    const kept = isMain && here.length > 0 ? this.keptFor(here, visit, job.index + 1) : NOBODY
    for (const person of here) {
      person.job = undefined
      person.lastVisit = visit
      if (!kept.includes(person)) this.run.settling.isIdle(person)
    }
    if (step.lines.length > 0) this.run.items.leaveItems(job, here)
    if (!isMain) return
    if (stay !== undefined) stay.present = kept.length === 0 ? here : here.filter((person) => !kept.includes(person))
    visit.job = undefined
    visit.next = job.index + 1
    this.run.course.proceed(visit, kept)
  }

  /** Those whom the next step needs as well go on with the visit. */
  private keptFor(here: readonly Person[], visit: Visit, index: number): readonly Person[] {
    const next = visit.ops[index]
    if (next === undefined) return NOBODY
    let kept: Person[] | undefined
    for (const { role, people } of next.step.needs) {
      let number = 0
      for (const person of here) {
        if (person.role.model.index === role && number < people) {
          if (kept === undefined) kept = [person]
          else kept.push(person)
          number += 1
        }
      }
    }
    return kept ?? NOBODY
  }
}
