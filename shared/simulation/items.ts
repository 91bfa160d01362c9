import type { FlowModel, LineModel } from './model'
import { chooseSpot } from './place-board'
import { initialHome } from './pool-homes'
import type { Run } from './run'
import { JOB, Job, NO_VIA, NOBODY, type Person, Pool, type SpotState, STOP, type Stop, type Visit } from './run-state'
import { DOING } from './trace'

/** Things that steps need and leave: where they lie, who fetches them, what is taken away, and what goes round. */
export class Items {
  private readonly uses: Float64Array
  private readonly pools = new Map<number, Pool>()
  private readonly run: Run

  constructor(run: Run) {
    this.run = run
    const { steps } = run.model
    this.uses = new Float64Array(steps.reduce((most, { lines }) => lines.reduce((all, { index }) => Math.max(all, index + 1), most), 0))
  }

  openStock(): void {
    for (const flow of this.run.model.flows) {
      if (flow.source !== 'loop') continue
      const pool = this.poolOf(flow)
      for (let i = 0; i < (flow.stock ?? 0); i++) this.stockUp(flow, pool)
    }
  }

  private stockUp(flow: FlowModel, pool: Pool): void {
    const home = initialHome(this.run.model, flow, pool.made)
    const item = this.run.arrivals.newVisit(flow, pool.made, undefined)
    pool.made += 1
    item.seat = item.spot = home === undefined ? undefined : this.run.spots[home.index]
    item.next = item.ops.length
    pool.items.push(item)
  }

  private poolOf(flow: FlowModel): Pool {
    let pool = this.pools.get(flow.index)
    if (pool === undefined) {
      pool = new Pool()
      this.pools.set(flow.index, pool)
    }
    return pool
  }

  /** Something that has to be made ready starts on its way. */
  needItem(line: LineModel, visit: Visit): void {
    const flow = this.run.model.flows[line.flow]!
    if (flow.source === 'loop') {
      const pool = this.poolOf(flow)
      if (flow.stock === undefined && pool.items.length === 0) this.stockUp(flow, pool)
    } else if (flow.source === 'made') {
      const item = this.run.arrivals.newVisit(flow, visit.patient, visit)
      this.run.inside.add(item)
      if (flow.gateIn !== undefined) item.seat = item.spot = this.run.spots[flow.gateIn[0]!.index]!
      this.run.course.proceed(item, NOBODY)
    }
  }

  /** What a step leaves is taken away by those who did it, or by others who come for it. */
  leaveItems(job: Job, here: readonly Person[]): void {
    const { visit, op, spot } = job
    const { lines, needs } = op.step
    if (spot === undefined) return
    let own: Map<number, LineModel[]> | undefined
    for (const line of lines) {
      if (line.isNeeded || !this.isDue(line)) continue
      if (needs.some(({ role }) => role === line.carrier)) {
        own ??= new Map()
        own.set(line.carrier, [...(own.get(line.carrier) ?? []), line])
      } else this.sendErrand(job, line, visit, spot)
    }
    if (own === undefined) return
    for (const [role, due] of own) {
      const person = here.find((one) => one.role.model.index === role)
      if (person !== undefined) person.takeAway = { lines: due, from: spot, visit }
    }
  }

  /** Adds the stops at which somebody puts down what they take away. */
  addTakeAway(person: Person): void {
    const { takeAway, stops } = person
    if (takeAway === undefined) return
    person.takeAway = undefined
    const { lines, from, visit } = takeAway
    lines.forEach((line, at) => {
      const item = this.leftItem(line, visit, from)
      const gear = this.run.model.gearFor(lines.slice(at))
      const spot = this.disposalOf(item, from)
      person.carried.push({ line, item, from, since: this.run.now })
      if (spot !== undefined) stops.add(STOP.disposal, spot.model.staffIn, gear, undefined, line, spot, visit)
    })
  }

  /** The thing itself where it goes round, else a new one. */
  private leftItem(line: LineModel, visit: Visit, from: SpotState): Visit {
    const flow = this.run.model.flows[line.flow]!
    const round = flow.becomes >= 0 ? visit.inUse?.get(flow.becomes) : undefined
    if (round !== undefined) {
      visit.inUse!.delete(flow.becomes)
      this.takeUp(round, flow)
      round.seat = round.spot = from
      return round
    }
    const item = this.run.arrivals.newVisit(flow, visit.patient, visit)
    item.seat = item.spot = from
    return item
  }

  takeUp(item: Visit, flow: FlowModel): void {
    const made = flow.opsFor(0)
    item.flow = flow
    item.ops = made.ops
    item.gaitOut = made.gaitOut
    item.speedOut = made.speedOut
    item.next = 0
    item.stays = []
    item.at = -1
    this.run.trace.become(item.agent, flow.index)
  }

  private disposalOf(item: Visit, from: SpotState): SpotState | undefined {
    const [first] = item.ops
    const { legs } = this.run.model
    if (first !== undefined) {
      if (first.step.set < 0) return from
      return chooseSpot(legs, this.run.sets[first.step.set]!, from.model.itemOut, 'item', first.gait, 'drop')
    }
    return this.run.walks.gateFor(item.flow, from.model.itemOut, item.gaitOut, 'item')
  }

  carriedTo(person: Person, line: LineModel, spot: SpotState): void {
    const at = person.carried.findIndex((held) => held.line === line)
    const held = person.carried[at]
    if (held === undefined) return
    person.carried.splice(at, 1)
    const { legs } = this.run.model
    const leg = held.from === spot ? -1 : legs.leg(held.from.model.itemOut, spot.model.itemIn, held.item.gaitOut, NO_VIA)
    // Of what is fetched, the step that needs it; of what is taken away, the one it goes to.
    const step = (line.isNeeded ? person.job?.op.step : held.item.ops[0]?.step)?.index ?? -1
    this.run.trace.add(held.item.agent, DOING.carried, leg, held.since, this.run.now, step, person.agent, leg < 0 ? 0 : legs.legs[leg]!.metres)
    held.item.spot = spot
    held.item.seat = spot
    if (line.isNeeded) {
      const flow = this.run.model.flows[line.flow]!
      if (flow.source === 'loop') {
        const visit = person.job?.visit
        if (visit !== undefined) {
          visit.inUse ??= new Map()
          visit.inUse.set(flow.index, held.item)
        }
      } else this.run.trace.leave(held.item.agent, this.run.now)
      return
    }
    // A thing left goes on by its own pathway from where it was put down.
    if (held.item.ops.length === 0) this.run.trace.leave(held.item.agent, this.run.now)
    else {
      this.run.inside.add(held.item)
      this.run.course.proceed(held.item, NOBODY)
    }
  }

  /** The next thing of a kind for somebody who has come to fetch one; false where they have to wait for it. */
  findItem(person: Person, stop: Stop): boolean {
    const line = stop.line!
    const flow = this.run.model.flows[line.flow]!
    const { legs } = this.run.model
    if (flow.source === 'store') {
      const step = flow.steps[0]!
      stop.spot = chooseSpot(legs, this.run.sets[step.set]!, person.at, 'staffOut', stop.gait, 'drop')
      stop.end = stop.spot.model.staffOut
      return true
    }
    const pool = this.poolOf(flow)
    let best = -1
    let least = Number.POSITIVE_INFINITY
    pool.items.forEach((item, at) => {
      const cost = person.at < 0 || item.spot === undefined ? 0 : legs.cost(person.at, item.spot.model.staffOut, stop.gait)
      if (best < 0 || cost < least - 1e-9) {
        best = at
        least = cost
      }
    })
    if (best < 0) {
      pool.waiting.push(person)
      return false
    }
    const [item] = pool.items.splice(best, 1)
    stop.spot = item!.spot
    stop.end = item!.spot?.model.staffOut ?? person.at
    person.carried.push({ line, item: item!, from: item!.spot!, since: this.run.now })
    return true
  }

  putInPool(item: Visit): void {
    const pool = this.poolOf(item.flow)
    item.seat = item.spot
    pool.items.push(item)
    const person = pool.waiting.shift()
    if (person !== undefined) this.run.staff.advance(person)
  }

  /** Is it this use that a trip is made for? Needed things are fetched before the first of several uses, left ones taken away after the last. */
  isDue(line: LineModel): boolean {
    const used = this.uses[line.index]! + 1
    this.uses[line.index] = used
    if (line.perTrip === 1) return true
    const round = line.isNeeded ? Math.ceil : Math.floor
    return round(used / line.perTrip - 1e-9 * (line.isNeeded ? 1 : -1)) > round((used - 1) / line.perTrip - 1e-9 * (line.isNeeded ? 1 : -1))
  }

  sendErrand(target: Job, line: LineModel, visit: Visit, spot: SpotState | undefined): void {
    const job = new Job(JOB.errand, visit, target.op, target.index, this.run.now, this.run.said++)
    job.line = line
    job.target = target
    job.spot = spot
    this.run.requests.ask(job)
  }

  beginErrand(job: Job): void {
    const person = job.people[0]!
    const { line, visit, spot } = job as Job & { line: LineModel }
    person.job = job
    person.stops.clear()
    if (line.isNeeded) {
      person.stops.add(STOP.store, -1, this.run.onFoot, job, line, undefined, visit)
      person.stops.add(STOP.place, spot?.model.staffIn ?? -1, this.run.model.gearFor([line]), job, undefined, spot, visit)
    } else {
      person.stops.add(STOP.pass, spot?.model.staffIn ?? -1, this.run.onFoot, job, undefined, spot, visit)
      person.takeAway = { lines: [line], from: spot!, visit }
    }
    this.run.staff.advance(person)
  }
}
