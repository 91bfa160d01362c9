import type { Id } from '#shared/base/ids'
import type { Message } from '#shared/base/message'
import type { LegRide } from './leg-delay'
import type { Run } from './run'
import { DOING } from './trace'

/** A run that cannot go on, and why. */
export class Stopped extends Error {
  readonly reason: Message
  constructor(reason: Message) {
    super(reason.key)
    this.reason = reason
  }
}

/** Legs as they are walked in a run: doors, and lifts with the wait for whoever has them. */
export class WalkedLegs {
  private readonly liftFree = new Map<Id, number>()
  private readonly run: Run

  constructor(run: Run) {
    this.run = run
  }

  /** The number of the leg between two ends; where there is no way, the run stops and says why. */
  find(from: number, to: number, gait: number, via: readonly Id[]): number {
    const { legs, ground } = this.run.model
    const leg = legs.leg(from, to, gait, via)
    if (leg < 0) throw new Stopped(ground.reasonOf(legs.ends[from]!, legs.ends[to]!, legs.gaits[gait]!, via))
    return leg
  }

  /** Seconds of a leg: walking, doors, and lifts with the wait for whoever has them. */
  secondsOf(leg: number, speed: number, who: number, step: number): number {
    const { legs } = this.run.model
    const seconds = legs.metres[leg]! / speed + legs.delays[leg]!
    return legs.hasRides[leg]! ? seconds + this.ridesOf(legs.legs[leg]!.rides, speed, who, step) : seconds
  }

  private ridesOf(rides: readonly LegRide[], speed: number, who: number, step: number): number {
    let late = 0
    for (const { lift, metresBefore, secondsBefore, seconds: ride } of rides) {
      const there = this.run.now + metresBefore / speed + secondsBefore + late
      const off = Math.max(there, this.liftFree.get(lift) ?? 0)
      if (off > there) this.run.trace.add(who, DOING.liftWait, -1, there, off, step, -1, 0)
      this.run.trace.add(who, DOING.lift, -1, off, off + ride, step, -1, 0)
      this.liftFree.set(lift, off + ride)
      late += off - there + ride
    }
    return late
  }
}
