import type { Id } from '#shared/base/ids'
import type { Ground } from '#shared/journeys/ground'
import type { Gait } from '#shared/journeys/plan'
import type { DelayOf, LegRide } from './leg-delay'

/** A way that is walked in a run: between two ends, in a gait. */
export type SimulatedLeg = {
  readonly from: number
  readonly to: number
  readonly gait: number
  readonly via: readonly Id[]
  /** Metres on foot; lifts count none. */
  readonly metres: number
  /** Seconds at doors. */
  readonly delay: number
  /** In walking order; each takes its seconds, and more while somebody else has the lift. */
  readonly rides: readonly LegRide[]
}

const UNKNOWN = -1

/**
 * Lengths between the ends of a model, each looked up once on the ground and kept for every run. A leg gets a
 * number when it is first walked, which is what a trace names.
 */
export class LegTable {
  readonly ends: readonly string[]
  readonly gaits: Gait[] = []
  readonly legs: SimulatedLeg[] = []
  /** Metres and seconds at doors of legs once more, side by side, and which have rides: of most nothing else is asked. */
  readonly metres: number[] = []
  readonly delays: number[] = []
  readonly hasRides: boolean[] = []
  private readonly ground: Ground
  private readonly delayOf: DelayOf
  private readonly gaitIndex = new Map<Gait, number>()
  /** By gait and end: costs to all ends, and the numbers of legs. */
  private readonly costs: (Float64Array | undefined)[][] = []
  private readonly numbers: (Int32Array | undefined)[][] = []
  private readonly forced = new Map<string, number>()

  constructor(ends: readonly string[], ground: Ground, delayOf: DelayOf) {
    this.ends = ends
    this.ground = ground
    this.delayOf = delayOf
  }

  gait(gait: Gait): number {
    let index = this.gaitIndex.get(gait)
    if (index === undefined) {
      index = this.gaits.length
      this.gaits.push(gait)
      this.gaitIndex.set(gait, index)
      this.costs.push([])
      this.numbers.push([])
    }
    return index
  }

  /** What choosing goes by: metres, a lift's seconds counted as metres; NaN where there is no way. */
  cost(from: number, to: number, gait: number): number {
    if (from === to) return 0
    let row = this.costs[gait]![from]
    if (row === undefined) {
      row = new Float64Array(this.ends.length).fill(UNKNOWN)
      this.costs[gait]![from] = row
    }
    let cost = row[to]!
    if (cost === UNKNOWN) {
      cost = this.ground.lengthsOf(this.ends[from]!, [this.ends[to]!], this.gaits[gait]!, [])[0]!
      row[to] = cost
    }
    return cost
  }

  /** The number of a leg; -1 where there is no way. */
  leg(from: number, to: number, gait: number, via: readonly Id[]): number {
    if (via.length > 0) return this.forcedLeg(from, to, gait, via)
    let row = this.numbers[gait]![from]
    if (row === undefined) {
      row = new Int32Array(this.ends.length).fill(-2)
      this.numbers[gait]![from] = row
    }
    let number = row[to]!
    if (number === -2) {
      number = Number.isNaN(this.cost(from, to, gait)) ? -1 : this.newLeg(from, to, gait, via)
      row[to] = number
    }
    return number
  }

  private forcedLeg(from: number, to: number, gait: number, via: readonly Id[]): number {
    const key = `${from} ${to} ${gait} ${via.join()}`
    let number = this.forced.get(key)
    if (number === undefined) {
      const [cost] = Array.from(this.ground.lengthsOf(this.ends[from]!, [this.ends[to]!], this.gaits[gait]!, via))
      number = cost === undefined || Number.isNaN(cost) ? -1 : this.newLeg(from, to, gait, via)
      this.forced.set(key, number)
    }
    return number
  }

  private newLeg(from: number, to: number, gait: number, via: readonly Id[]): number {
    const [start, goal, walker] = [this.ends[from]!, this.ends[to]!, this.gaits[gait]!]
    if (from === to) return this.add({ from, to, gait, via, metres: 0, delay: 0, rides: [] })
    const { doorSeconds, rides } = this.delayOf(start, goal, walker, via)
    return this.add({ from, to, gait, via, metres: this.ground.metresOf(start, goal, walker, via), delay: doorSeconds, rides })
  }

  private add(leg: SimulatedLeg): number {
    this.metres.push(leg.metres)
    this.delays.push(leg.delay)
    this.hasRides.push(leg.rides.length > 0)
    return this.legs.push(leg) - 1
  }
}
