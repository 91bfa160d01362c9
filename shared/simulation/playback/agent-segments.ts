import type { Model, SpotModel } from '../model'
import { DOING, type Trace } from '../trace'
import { type FilmPaths, IDLE, isWalking } from './film'
import { type Found, pointAlong } from './film-paths'
import type { Segment } from './segment-list'

/** When somebody is there at all. Seconds. */
type Presence = { readonly from: number; readonly to: number }

/** Turns the rows of a trace into what each agent does without gaps. */
export class AgentSegments {
  private readonly model: Model
  private readonly trace: Trace
  private readonly paths: FilmPaths
  private readonly until: number
  /** Rows by agent, in order of time: what is done somewhere, rides in lifts, and duty. */
  private readonly rowsOf: readonly (readonly number[])[]
  private readonly liftsOf: readonly (readonly number[])[]
  private readonly dutyOf: readonly (readonly number[])[]
  private readonly found: Found = { x: 0, y: 0, storey: 0 }

  constructor(model: Model, trace: Trace, paths: FilmPaths, until: number) {
    this.model = model
    this.trace = trace
    this.paths = paths
    this.until = until
    this.rowsOf = rowsByAgent(trace, isSomewhere)
    this.liftsOf = rowsByAgent(trace, (doing) => doing === DOING.liftWait || doing === DOING.lift)
    this.dutyOf = rowsByAgent(trace, (doing) => doing === DOING.duty || doing === DOING.overtime)
  }

  of(agent: number): readonly Segment[] {
    const made: Segment[] = []
    for (const { from, to } of this.presencesOf(agent)) this.fill(agent, from, to, made)
    return made
  }

  private presencesOf(agent: number): readonly Presence[] {
    const { agents, from, to } = this.trace
    const rows = this.rowsOf[agent]!
    const last = rows.reduce((most, row) => Math.max(most, to[row]!), 0)
    if (agents.kind[agent] !== 0) {
      const left = agents.left[agent]!
      const isOut = agents.kind[agent] === 2 && rows.length === 0
      return isOut ? [] : [{ from: agents.came[agent]!, to: Number.isNaN(left) ? Math.max(last, this.until) : left }]
    }
    const found: { from: number; to: number }[] = []
    for (const row of this.dutyOf[agent]!) {
      const before = found.at(-1)
      if (before !== undefined && from[row]! <= before.to) before.to = Math.max(before.to, to[row]!)
      else found.push({ from: from[row]!, to: to[row]! })
    }
    // Of a day that could not go on nobody's duty has ended.
    if (found.length === 0 && rows.length > 0) found.push({ from: from[rows[0]!]!, to: last })
    return found
  }

  private fill(agent: number, begin: number, end: number, made: Segment[]): void {
    const { trace } = this
    let now = begin
    let here = this.startOf(agent, begin)
    for (const row of this.rowsOf[agent]!) {
      const from = Math.max(trace.from[row]!, now)
      const to = Math.min(trace.to[row]!, end)
      if (trace.from[row]! < begin - 1e-9 || to <= from) continue
      if (from > now && here !== undefined) made.push(standing(now, from, IDLE, here, -1))
      const pieces = this.piecesOf(agent, row, from, to, here)
      made.push(...pieces)
      const last = pieces.at(-1)
      if (last !== undefined) here = this.endOf(last)
      now = to
    }
    if (end > now && here !== undefined) made.push(standing(now, end, IDLE, here, -1))
  }

  /** Where somebody is at first: staff at their base, things where they are fetched from. */
  private startOf(agent: number, begin: number): Found | undefined {
    const { agents, where, doing, from } = this.trace
    if (agents.kind[agent] === 0) {
      const { bases } = this.model.roles[agents.of[agent]!]!
      return bases.length === 0 ? undefined : this.pointOfEnd(bases[agents.number[agent]! % bases.length]!)
    }
    const first = this.rowsOf[agent]!.find((row) => from[row]! >= begin - 1e-9)
    if (first === undefined || where[first]! < 0) return undefined
    return isOnLeg(doing[first]!) ? this.pointOfEnd(this.model.legs.legs[where[first]!]!.from) : this.pointOfSpot(agent, where[first]!)
  }

  private piecesOf(agent: number, row: number, from: number, to: number, here: Found | undefined): readonly Segment[] {
    const { doing, where, step, whom } = this.trace
    const at = where[row]!
    if (!isOnLeg(doing[row]!) || at < 0) {
      const point = at < 0 || isOnLeg(doing[row]!) ? here : this.pointOfSpot(agent, at)
      if (point === undefined) return []
      return [{ ...standing(from, to, doing[row]!, point, isOnLeg(doing[row]!) ? -1 : at), step: step[row]!, whom: whom[row]! }]
    }
    const [start, finish] = this.spanOf(row)
    const walk: Segment = { ...standing(from, to, doing[row]!, NOWHERE, -1), path: at, start, finish, step: step[row]!, whom: whom[row]! }
    return isWalking(doing[row]!) ? this.withRides(agent, row, walk) : [walk]
  }

  /** From how many metres along its leg a row leads to how many. */
  private spanOf(row: number): readonly [start: number, finish: number] {
    const { doing, where, metres } = this.trace
    const walked = metres[row]!
    if (doing[row] === DOING.walkBack) return [walked, 0]
    if (doing[row] !== DOING.walkOn) return [0, walked]
    const whole = this.model.legs.legs[where[row]!]!.metres
    return [whole - walked, whole]
  }

  /** A walk with the lifts on it, where one stands for as long as they take. Who escorts somebody rides with them. */
  private withRides(agent: number, row: number, walk: Segment): readonly Segment[] {
    const { trace } = this
    const { rides } = this.model.legs.legs[walk.path]!
    if (rides.length === 0) return [walk]
    const whom = trace.whom[row]!
    const own = this.liftsOf[agent]!
    const lifts = (own.length === 0 && whom >= 0 ? this.liftsOf[whom]! : own).filter(
      (lift) => trace.from[lift]! >= walk.from - 1e-6 && trace.to[lift]! <= walk.to + 1e-6,
    )
    const pieces: Segment[] = []
    let now = walk.from
    let along = walk.start
    let ride = 0
    for (const lift of lifts) {
      const metres = Math.min(rides[ride]?.metresBefore ?? along, Math.max(walk.start, walk.finish))
      if (trace.from[lift]! > now) pieces.push({ ...walk, from: now, to: trace.from[lift]!, start: along, finish: metres })
      pieces.push({ ...walk, from: trace.from[lift]!, to: trace.to[lift]!, doing: trace.doing[lift]!, start: metres, finish: metres })
      now = trace.to[lift]!
      along = metres
      if (trace.doing[lift] === DOING.lift) ride += 1
    }
    if (now < walk.to || pieces.length === 0) pieces.push({ ...walk, from: now, start: along })
    return pieces
  }

  private endOf(segment: Segment): Found {
    if (segment.path < 0) return segment
    // Beyond the last point of the line its end is meant, where a lift has been taken too.
    pointAlong(this.paths, segment.path, segment.finish, this.found)
    const { first, along, x, y, storey } = this.paths
    const last = first[segment.path + 1]! - 1
    return segment.finish >= along[last]! ? { x: x[last]!, y: y[last]!, storey: storey[last]! } : { ...this.found }
  }

  private pointOfSpot(agent: number, spot: number): Found {
    const { agents } = this.trace
    return this.pointOfEnd(endOfSpot(this.model.spots[spot]!, agents.kind[agent] === 0 ? 'staff' : this.model.flows[agents.of[agent]!]!.whom))
  }

  private pointOfEnd(end: number): Found {
    const { point, storey } = this.model.ground.premises.end(this.model.legs.ends[end]!)
    return { x: point.x, y: point.y, storey }
  }
}

const NOWHERE: Found = { x: 0, y: 0, storey: -1 }

function standing(from: number, to: number, doing: number, { x, y, storey }: Found, place: number): Segment {
  return { from, to, doing, path: -1, start: 0, finish: 0, x, y, storey, place, step: -1, whom: -1 }
}

function endOfSpot(spot: SpotModel, whom: 'patient' | 'staff' | 'item'): number {
  return whom === 'staff' ? spot.staffIn : whom === 'item' ? spot.itemIn : spot.patientIn
}

/** Doings whose place is a leg. */
function isOnLeg(doing: number): boolean {
  return isWalking(doing) || doing === DOING.carried
}

const SOMEWHERE: ReadonlySet<number> = new Set([
  DOING.wait,
  DOING.blocked,
  DOING.ready,
  DOING.walk,
  DOING.walkOn,
  DOING.walkBack,
  DOING.step,
  DOING.work,
  DOING.turnaround,
  DOING.carried,
  DOING.break,
])

function isSomewhere(doing: number): boolean {
  return SOMEWHERE.has(doing)
}

function rowsByAgent(trace: Trace, isWanted: (doing: number) => boolean): readonly (readonly number[])[] {
  const rows: number[][] = Array.from(trace.agents.kind, () => [])
  for (let row = 0; row < trace.rows; row++) if (trace.who[row]! >= 0 && isWanted(trace.doing[row]!)) rows[trace.who[row]!]!.push(row)
  for (const of of rows) of.sort((a, b) => trace.from[a]! - trace.from[b]! || trace.to[a]! - trace.to[b]!)
  return rows
}
