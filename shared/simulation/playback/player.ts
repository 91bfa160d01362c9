import { DOING } from '../trace'
import { AWAY, type Film, isWaiting } from './film'
import { type Found, pointAlong } from './film-paths'

/** Where everybody is at one moment, by agent. Metres. */
export type Positions = {
  readonly x: Float32Array
  readonly y: Float32Array
  readonly storey: Int16Array
  /** What they do; AWAY: they are not there. */
  readonly doing: Uint8Array
  /** What they do as an index of the film's segments; -1: not there. */
  readonly segment: Int32Array
}

/** How places stand at one moment, by place. */
export type PlaceStates = { readonly waiting: Int16Array; readonly taken: Int16Array; readonly turned: Int16Array }

/** After so many steps forward it is quicker to search. */
const STEPS = 4
/** A thing in somebody's hands is so far to their side. Metres. */
const IN_HAND_M = 0.22

/**
 * Plays a film: `at(time)` writes where everybody is into the same arrays, so that a frame makes nothing. Forwards it goes on from
 * where each was, else it searches: O(n), or O(n log s) of s segments an agent.
 */
export class Player {
  readonly film: Film
  readonly positions: Positions
  readonly places: PlaceStates
  private readonly cursor: Int32Array
  private readonly found: Found = { x: 0, y: 0, storey: 0 }
  private last = Number.NaN

  constructor(film: Film) {
    const count = film.agents.kind.length
    this.film = film
    this.positions = {
      x: new Float32Array(count),
      y: new Float32Array(count),
      storey: new Int16Array(count).fill(-1),
      doing: new Uint8Array(count).fill(AWAY),
      segment: new Int32Array(count).fill(-1),
    }
    const places = film.places.length
    this.places = { waiting: new Int16Array(places), taken: new Int16Array(places), turned: new Int16Array(places) }
    this.cursor = film.segments.first.slice(0, count)
  }

  /** Where everybody is at a time, in seconds. */
  at(time: number): Positions {
    // Several draw the same frame.
    if (time === this.last) return this.positions
    this.last = time
    const { doing, segment } = this.positions
    const { segments } = this.film
    const count = doing.length
    this.places.waiting.fill(0)
    for (let agent = 0; agent < count; agent++) {
      const now = this.segmentAt(agent, time)
      segment[agent] = now
      if (now < 0) {
        doing[agent] = AWAY
        continue
      }
      doing[agent] = segments.doing[now]!
      if (segments.path[now]! >= 0) this.onTheWay(agent, now, time)
      else this.stand(agent, now)
    }
    // Things go where those are who carry them.
    for (let agent = 0; agent < count; agent++) if (doing[agent] === DOING.carried) this.inHand(agent)
    this.readPlaces(time)
    return this.positions
  }

  private segmentAt(agent: number, time: number): number {
    const { first, from, to } = this.film.segments
    const [begin, end] = [first[agent]!, first[agent + 1]!]
    if (begin === end || time < from[begin]! || time >= to[end - 1]!) return -1
    let at = this.cursor[agent]!
    if (time < from[at]!) at = this.search(begin, at, time)
    else {
      for (let step = 0; step < STEPS && at + 1 < end && from[at + 1]! <= time; step++) at += 1
      if (at + 1 < end && from[at + 1]! <= time) at = this.search(at, end - 1, time)
    }
    this.cursor[agent] = at
    return time < to[at]! ? at : -1
  }

  /** The last segment from `low` to `high` that has begun. */
  private search(low: number, high: number, time: number): number {
    const { from } = this.film.segments
    let [left, right] = [low, high]
    while (left < right) {
      const middle = (left + right + 1) >> 1
      if (from[middle]! <= time) left = middle
      else right = middle - 1
    }
    return left
  }

  private onTheWay(agent: number, now: number, time: number): void {
    const { from, to, start, finish, path } = this.film.segments
    const share = (time - from[now]!) / (to[now]! - from[now]!)
    pointAlong(this.film.paths, path[now]!, start[now]! + (finish[now]! - start[now]!) * share, this.found)
    this.positions.x[agent] = this.found.x
    this.positions.y[agent] = this.found.y
    this.positions.storey[agent] = this.found.storey
  }

  private stand(agent: number, now: number): void {
    const { x, y, storey, place, doing } = this.film.segments
    this.positions.x[agent] = x[now]!
    this.positions.y[agent] = y[now]!
    this.positions.storey[agent] = storey[now]!
    if (place[now]! >= 0 && this.film.agents.kind[agent] === 1 && isWaiting(doing[now]!)) this.places.waiting[place[now]!]! += 1
  }

  private inHand(agent: number): void {
    const { x, y, storey, doing, segment } = this.positions
    const carrier = this.film.segments.whom[segment[agent]!]!
    if (carrier < 0 || doing[carrier] === AWAY) return
    x[agent] = x[carrier]! + IN_HAND_M
    y[agent] = y[carrier]!
    storey[agent] = storey[carrier]!
  }

  private readPlaces(time: number): void {
    // All of a day's stays are a few thousand numbers: quicker read than kept in order.
    const { first, from, to, isTurned } = this.film.stays
    const { taken, turned } = this.places
    for (let place = 0; place < taken.length; place++) {
      const [begin, end] = [first[place]!, first[place + 1]!]
      taken[place] = 0
      turned[place] = 0
      for (let stay = begin; stay < end && from[stay]! <= time; stay++) {
        if (to[stay]! <= time) continue
        if (isTurned[stay] === 1) turned[place]! += 1
        else taken[place]! += 1
      }
    }
  }
}
