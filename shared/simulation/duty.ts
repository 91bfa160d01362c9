import type { Run } from './run'
import { EVENT, RANK } from './run-events'
import { Person, STATE } from './run-state'
import { DOING } from './trace'

const DAY_S = 86_400

/** Shifts, breaks, overtime, and who may go home. */
export class Duty {
  private readonly aboutSteps: (Set<number> | undefined)[] = []
  private readonly run: Run

  constructor(run: Run) {
    this.run = run
  }

  openShifts(): void {
    const { shifts } = this.run.model.scenario
    for (const role of this.run.roles) {
      let number = 0
      for (const shift of shifts) {
        const count = Math.round(shift.people[role.model.key] ?? 0)
        for (let i = 0; i < count; i++) {
          const { bases } = role.model
          const base = bases.length === 0 ? -1 : bases[number % bases.length]!
          const agent = this.run.trace.agent(0, role.model.index, number, -1, 0, 0)
          const person = new Person(agent, role, base)
          role.people.push(person)
          number += 1
          for (const [from, to] of dutyOf(shift.from, shift.to, this.run.demand.days)) {
            this.run.heap.push(from, RANK.on, EVENT.on, person, Math.round(to))
            this.run.heap.push(to, RANK.off, EVENT.off, person, Math.round(to))
          }
          for (const { from, to, duration } of shift.breaks ?? []) {
            // One after the other; when the time between is over, from its start again.
            const room = Math.max(1, Math.floor((to - from) / Math.max(1, duration)))
            const at = from + (i % room) * duration
            for (let day = 0; day < this.run.demand.days; day++)
              this.run.heap.push(day * DAY_S + at, RANK.off, EVENT.break, person, Math.round(duration))
          }
        }
      }
    }
  }

  atHome(person: Person): void {
    person.lastVisit = undefined
    if (person.isOver && this.mayGo(person)) return
    const pause = person.breaksDue.shift()
    if (pause !== undefined) {
      person.state = STATE.break
      person.role.free -= 1
      person.readySince = this.run.now
      this.run.heap.push(this.run.now + pause, RANK.end, EVENT.breakEnd, person, 0)
      return
    }
    this.run.settling.markRole(person.role)
  }

  comeOnDuty(person: Person, until: number): void {
    person.dutyTo = until
    if (person.state !== STATE.off) {
      // Still there from the shift before: overtime ends where duty begins again.
      person.isOver = false
      return
    }
    person.state = STATE.free
    person.isOver = false
    person.dutyFrom = this.run.now
    person.at = person.base
    person.role.free += 1
    this.run.settling.markRole(person.role)
  }

  shiftOver(person: Person, at: number): void {
    if (person.state === STATE.off) return
    person.isOver = true
    person.dutyTo = at
    this.mayGo(person)
  }

  /** Whose shift is over goes as soon as they are free, if others of the role are on duty or nobody inside will need them any more. */
  mayGo(person: Person): boolean {
    if (person.state !== STATE.free) return false
    const isRelieved = person.role.people.some((other) => other.state !== STATE.off && other.dutyTo > this.run.now)
    if (!isRelieved && this.isStillNeeded(person.role.model.index)) return false
    if (person.isWalkingHome) {
      person.isWalkingHome = false
      const share = person.legSeconds === 0 ? 1 : (this.run.now - person.legFrom) / person.legSeconds
      this.run.trace.add(person.agent, person.legDoing, person.leg, person.legFrom, this.run.now, -1, -1, person.legMetres * share)
    }
    person.isWalking = false
    person.serial += 1
    person.state = STATE.off
    person.role.free -= 1
    person.breaksDue = []
    person.isOver = false
    const over = Math.min(person.dutyTo, this.run.now)
    this.run.trace.add(person.agent, DOING.duty, -1, person.dutyFrom, over, -1, -1, 0)
    if (this.run.now > over) this.run.trace.add(person.agent, DOING.overtime, -1, over, this.run.now, -1, -1, 0)
    return true
  }

  /** Does anybody inside, or what they leave behind, still have to do with people of a role? */
  private isStillNeeded(role: number): boolean {
    if (this.run.roles[role]!.classes.some((made) => made.first() !== undefined)) return true
    for (const { ops, next } of this.run.inside.all()) {
      for (let index = Math.max(0, next - 1); index < ops.length; index++) if (this.rolesAbout(ops[index]!.step.index).has(role)) return true
    }
    return false
  }

  /** The roles of a step, of what hangs on it, and of what that becomes. */
  private rolesAbout(step: number): ReadonlySet<number> {
    let known = this.aboutSteps[step]
    if (known === undefined) {
      known = new Set<number>()
      this.aboutSteps[step] = known
      const { needs, lines, turnRole } = this.run.model.steps[step]!
      for (const { role } of needs) known.add(role)
      if (turnRole >= 0) known.add(turnRole)
      for (const { carrier, flow } of lines) {
        known.add(carrier)
        for (let at = flow; at >= 0; at = this.run.model.flows[at]!.becomes) {
          for (const { index } of this.run.model.flows[at]!.steps) for (const role of this.rolesAbout(index)) known.add(role)
          if (this.run.model.flows[at]!.becomes === flow) break
        }
      }
    }
    return known
  }

  breakDue(person: Person, seconds: number): void {
    if (person.state === STATE.off) return
    person.breaksDue.push(seconds)
    if (person.state === STATE.free && !person.isWalkingHome && (person.at === person.base || person.base < 0)) this.atHome(person)
  }

  breakOver(person: Person): void {
    this.run.trace.add(person.agent, DOING.break, -1, person.readySince, this.run.now, -1, -1, 0)
    person.state = STATE.free
    person.role.free += 1
    this.atHome(person)
  }
}

/** When somebody of a shift is on duty, over all days; shifts that meet are one. The night before the first day counts. */
function dutyOf(from: number, to: number, days: number): readonly (readonly [number, number])[] {
  const found: [number, number][] = []
  for (let day = to > DAY_S ? -1 : 0; day < days; day++) {
    const [start, end] = [Math.max(0, day * DAY_S + from), day * DAY_S + to]
    if (end <= start) continue
    const last = found.at(-1)
    if (last !== undefined && start <= last[1]) last[1] = Math.max(last[1], end)
    else found.push([start, end])
  }
  return found
}
