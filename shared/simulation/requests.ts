import type { RoleNeed, StepModel } from './model'
import { placeKey } from './place-board'
import type { Run } from './run'
import { JOB, type Job, RequestClass, SetState, type SpotState } from './run-state'

/** What is asked for, in a class of all that ask for the same. */
export class Requests {
  private readonly classIndex = new Map<string, RequestClass>()
  private readonly openClasses: (RequestClass | undefined)[] = []
  private readonly keptClasses: (RequestClass | undefined)[] = []
  /** By role, then priority. */
  private readonly calls: Map<number, RequestClass>[] = []
  /** By step, then place. */
  private readonly pinnedClasses: (RequestClass | undefined)[][] = []
  private readonly pinned = new Map<string, SetState>()
  private readonly run: Run

  constructor(run: Run) {
    this.run = run
  }

  ask(job: Job): void {
    const made = this.classOf(job)
    // People who go on with the visit are not there for anybody who waits.
    if (job.kept.length > 0 && (made.set === undefined || (made.set.free > 0 && made.first() === undefined))) {
      if (this.run.people.choose(job, made.needs, this.run.roles, this.run.settling.spotFor(job, made.set), this.run)) {
        this.run.steps.grant(job, made.set)
        return
      }
    }
    this.run.settling.ask(job, made)
  }

  private classOf(job: Job): RequestClass {
    const { op, visit } = job
    const { step } = op
    if (job.kind === JOB.errand) return this.callFor(job.line!.carrier, step.priority)
    if (job.kind === JOB.turnaround) return this.callFor(job.stay!.turnRole, step.priority)
    const takesPlace = job.kind === JOB.step && op.root === job.index && visit.inherited === undefined
    if (!takesPlace || step.set < 0) {
      this.keptClasses[step.index] ??= this.findClass(undefined, step.needs, step.priority)
      return this.keptClasses[step.index]!
    }
    const set = this.run.sets[step.set]!
    // Set down before its place: it can only be taken there.
    if (visit.flow.whom === 'item' && visit.seat !== undefined && visit.next === 0 && visit.seat === visit.spot && set.spots.includes(visit.spot))
      return this.pinnedClass(set, visit.spot, step)
    if (set.model.choice === 'assigned') {
      const u = this.run.demand.placeOf(visit.flow.pathway.key, step.step.key).uniform(visit.patient, op.copy)
      let at = 0
      let passed = set.model.shares[0] ?? 1
      while (u >= passed && at < set.spots.length - 1) passed += set.model.shares[++at] ?? 0
      return this.pinnedClass(set, set.spots[at]!, step)
    }
    this.openClasses[step.index] ??= this.findClass(set, step.needs, step.priority)
    return this.openClasses[step.index]!
  }

  /** One of a role, and no place. */
  private callFor(role: number, priority: number): RequestClass {
    this.calls[role] ??= new Map()
    const made = this.calls[role].get(priority) ?? this.findClass(undefined, [{ role, people: 1 }], priority)
    this.calls[role].set(priority, made)
    return made
  }

  /** Of those who want one place and no other. */
  private pinnedClass(set: SetState, spot: SpotState, { index, needs, priority }: StepModel): RequestClass {
    this.pinnedClasses[index] ??= []
    const ofStep = this.pinnedClasses[index]
    ofStep[spot.model.index] ??= this.findClass(this.pinnedSet(set, spot), needs, priority)
    return ofStep[spot.model.index]!
  }

  private pinnedSet(set: SetState, spot: SpotState): SetState {
    let found = this.pinned.get(spot.model.key)
    if (found === undefined) {
      found = new SetState({ ...set.model, index: -1, spots: [spot.model], choice: 'balanced', shares: [1] }, [spot])
      this.pinned.set(spot.model.key, found)
    }
    return found
  }

  private findClass(set: SetState | undefined, needs: readonly RoleNeed[], priority: number): RequestClass {
    const key = `${set === undefined ? '' : placeKey(set)}|${needs.map(({ role, people }) => `${role}x${people}`).join()}|${priority}`
    let found = this.classIndex.get(key)
    if (found === undefined) {
      found = new RequestClass(set, needs, priority)
      this.classIndex.set(key, found)
      this.run.classes.push(found)
      set?.classes.push(found)
      for (const { role } of needs) {
        for (const other of this.run.roles[role]!.classes) {
          if (!other.companions.includes(found)) other.companions.push(found)
          if (!found.companions.includes(other)) found.companions.push(other)
        }
        this.run.roles[role]!.classes.push(found)
      }
    }
    return found
  }
}
