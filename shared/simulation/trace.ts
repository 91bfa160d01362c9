/** What an agent does from one time to another. The number is what a row of the trace says. */
export const DOING = {
  /** At a waiting place, or at the gate before the first step. */
  wait: 0,
  /** Waiting in the place of the step before, which nobody else can take meanwhile. */
  blocked: 1,
  /** At the place of the step, until everybody and everything for it is there. */
  ready: 2,
  /** A leg from its start; the rest of one broken off; or back from where it was broken off. */
  walk: 3,
  walkOn: 4,
  walkBack: 5,
  /** A patient or item at a step; staff at one. */
  step: 6,
  work: 7,
  turnaround: 8,
  /** A place held by a visit, from being taken to being left. */
  occupied: 9,
  /** A place being turned round, by nobody or by whom the row names. */
  turned: 10,
  /** An item on its way in somebody's hands. */
  carried: 11,
  duty: 12,
  overtime: 13,
  break: 14,
  /** Turned away: no place, and nowhere to wait. */
  turnedAway: 15,
  /** A lift: until it comes, and in it. */
  liftWait: 16,
  lift: 17,
} as const

/** Who is who in a trace. */
export type Agents = {
  /** 0 staff, 1 a visit of a pathway, 2 an item. */
  readonly kind: Uint8Array
  /** The role of staff, the pathway of all others: indices into the model's. */
  readonly of: Int32Array
  /** The number that a patient's draws are keyed by; of staff, which of the role they are. */
  readonly number: Float64Array
  /** The visit that an item belongs to; -1: none. */
  readonly owner: Int32Array
  /** Trait values of a visit as one number, the first trait counting fastest. */
  readonly traits: Int32Array
  /** Seconds; NaN while they are still inside. */
  readonly came: Float64Array
  readonly left: Float64Array
}

/**
 * A day (or more) as it happened: a row for each thing that somebody does, in columns. Rows are in the order in which they
 * ended. Seconds after the first midnight, metres.
 */
export type Trace = {
  readonly rows: number
  readonly who: Int32Array
  readonly doing: Uint8Array
  /** A leg of the model for walks, else one of its spots; -1: nowhere in particular. */
  readonly where: Int32Array
  readonly from: Float64Array
  readonly to: Float64Array
  /** The model's step; -1: none. Of what is carried: the step that needs it, or the one that it is taken away to. */
  readonly step: Int16Array
  /** For whom staff work, who carries an item; -1: nobody. */
  readonly whom: Int32Array
  /** Metres walked in this row. */
  readonly metres: Float64Array
  readonly agents: Agents
  /** When the last thing ended. Seconds. */
  readonly end: number
}

const COLUMNS = ['who', 'doing', 'where', 'from', 'to', 'step', 'whom', 'metres'] as const

/** Writes a trace, column by column. */
export class TraceWriter {
  rows = 0
  agentCount = 0
  private who = new Int32Array(1024)
  private doing = new Uint8Array(1024)
  private where = new Int32Array(1024)
  private from = new Float64Array(1024)
  private to = new Float64Array(1024)
  private step = new Int16Array(1024)
  private whom = new Int32Array(1024)
  private metres = new Float64Array(1024)
  private kind = new Uint8Array(256)
  private of = new Int32Array(256)
  private number = new Float64Array(256)
  private owner = new Int32Array(256)
  private traits = new Int32Array(256)
  private came = new Float64Array(256)
  private left = new Float64Array(256)

  /** Makes room for so many, which saves growing again and again; more may come. */
  reserve(rows: number, agents: number): void {
    if (this.who.length < rows) this.grow(rows)
    if (this.kind.length < agents) this.growAgents(agents)
  }

  add(who: number, doing: number, where: number, from: number, to: number, step: number, whom: number, metres: number): void {
    const row = this.rows++
    if (row === this.who.length) this.grow()
    this.who[row] = who
    this.doing[row] = doing
    this.where[row] = where
    this.from[row] = from
    this.to[row] = to
    this.step[row] = step
    this.whom[row] = whom
    this.metres[row] = metres
  }

  agent(kind: number, of: number, number: number, owner: number, traits: number, came: number): number {
    const agent = this.agentCount++
    if (agent === this.kind.length) this.growAgents()
    this.kind[agent] = kind
    this.of[agent] = of
    this.number[agent] = number
    this.owner[agent] = owner
    this.traits[agent] = traits
    this.came[agent] = came
    this.left[agent] = Number.NaN
    return agent
  }

  leave(agent: number, time: number): void {
    this.left[agent] = time
  }

  /** An item takes up another pathway: a used scope is a clean one from here on. */
  become(agent: number, of: number): void {
    this.of[agent] = of
  }

  /** Forgets what was written, and keeps the room for it: what `close` gave out is overwritten by what is written next. */
  clear(): void {
    this.rows = 0
    this.agentCount = 0
  }

  /** What was written, as views: `packed` has the bytes and no more. */
  close(end: number): Trace {
    const { rows, agentCount } = this
    return {
      rows,
      who: this.who.subarray(0, rows),
      doing: this.doing.subarray(0, rows),
      where: this.where.subarray(0, rows),
      from: this.from.subarray(0, rows),
      to: this.to.subarray(0, rows),
      step: this.step.subarray(0, rows),
      whom: this.whom.subarray(0, rows),
      metres: this.metres.subarray(0, rows),
      agents: {
        kind: this.kind.subarray(0, agentCount),
        of: this.of.subarray(0, agentCount),
        number: this.number.subarray(0, agentCount),
        owner: this.owner.subarray(0, agentCount),
        traits: this.traits.subarray(0, agentCount),
        came: this.came.subarray(0, agentCount),
        left: this.left.subarray(0, agentCount),
      },
      end,
    }
  }

  private grow(least = 0): void {
    const long = Math.max(least, this.who.length * 2)
    this.who = grownInt(this.who, long)
    this.doing = grownByte(this.doing, long)
    this.where = grownInt(this.where, long)
    this.from = grownFloat(this.from, long)
    this.to = grownFloat(this.to, long)
    const step = new Int16Array(long)
    step.set(this.step)
    this.step = step
    this.whom = grownInt(this.whom, long)
    this.metres = grownFloat(this.metres, long)
  }

  private growAgents(least = 0): void {
    const long = Math.max(least, this.kind.length * 2)
    this.kind = grownByte(this.kind, long)
    this.of = grownInt(this.of, long)
    this.number = grownFloat(this.number, long)
    this.owner = grownInt(this.owner, long)
    this.traits = grownInt(this.traits, long)
    this.came = grownFloat(this.came, long)
    this.left = grownFloat(this.left, long)
  }
}

function grownInt(from: Int32Array, long: number): Int32Array<ArrayBuffer> {
  const made = new Int32Array(long)
  made.set(from)
  return made
}

function grownByte(from: Uint8Array, long: number): Uint8Array<ArrayBuffer> {
  const made = new Uint8Array(long)
  made.set(from)
  return made
}

function grownFloat(from: Float64Array, long: number): Float64Array<ArrayBuffer> {
  const made = new Float64Array(long)
  made.set(from)
  return made
}

/** The same trace in room of its own, without any to spare: to be kept, or handed to another thread. */
export function packed(trace: Trace): Trace {
  const { agents } = trace
  return {
    ...trace,
    who: trace.who.slice(),
    doing: trace.doing.slice(),
    where: trace.where.slice(),
    from: trace.from.slice(),
    to: trace.to.slice(),
    step: trace.step.slice(),
    whom: trace.whom.slice(),
    metres: trace.metres.slice(),
    agents: {
      kind: agents.kind.slice(),
      of: agents.of.slice(),
      number: agents.number.slice(),
      owner: agents.owner.slice(),
      traits: agents.traits.slice(),
      came: agents.came.slice(),
      left: agents.left.slice(),
    },
  }
}

/** The bytes of a trace one after the other, for holding two of them against each other. */
export function traceBytes(trace: Trace): Uint8Array {
  const { kind, of, number, owner, traits, came, left } = trace.agents
  const parts = [...COLUMNS.map((column) => trace[column]), kind, of, number, owner, traits, came, left]
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.byteLength, 0))
  let at = 0
  for (const part of parts) {
    bytes.set(new Uint8Array(part.buffer, part.byteOffset, part.byteLength), at)
    at += part.byteLength
  }
  return bytes
}
