import type { Id } from '#shared/base/ids'
import type { Flow } from '#shared/document/vocabulary'
import type { JoinedStop } from '#shared/walkable/walk-graph'
import type { WalkableFloor } from '#shared/walkable/walkable-floor'

/** The body and the rights with which a leg is walked. */
export type Walker = {
  /** Metres. */
  readonly radius: number
  /** Narrower openings are refused, in metres. */
  readonly passes: number
  /** Flows that every opening and room on the way must admit, all of them. */
  readonly flows: readonly Flow[]
}

/** Where a leg starts or ends, in metres. `region` indexes the floor's regions, -1 for uncovered floor. */
export type Stop = { readonly x: number; readonly y: number; readonly region: number }

/** A crossing of a threshold on a route, in walking order. */
export type Crossing = { readonly threshold: number; readonly to: 'left' | 'right'; readonly at: number }

/** One taut route. */
export type Route = {
  /** Metres, the straight lines from and to a use point where the body does not stand free included. */
  readonly length: number
  /** x0, y0, x1, y1, ... in metres, from start to goal; arcs as chords within 1 mm. `at` of a crossing is metres from the start. */
  readonly points: Float64Array
  /** from, to, radius, ... of each arc: the pieces between these two points, by number, are its chords; metres, above 0 where it turns left. */
  readonly arcs: readonly number[]
  readonly crossings: readonly Crossing[]
}

/** Why there is no route: the first thing that refuses on the route found without that rule, in walking order. */
export type Refusal =
  | { readonly why: 'walls' }
  | { readonly why: 'noStanding'; readonly end: 'start' | 'goal' }
  | { readonly why: 'width' | 'admission' | 'oneWay'; readonly threshold: number }
  | { readonly why: 'roomAdmission' | 'notThrough'; readonly region: number }

export type RouteAnswer = { readonly status: 'ok'; readonly length: number } | { readonly status: 'unreachable'; readonly refusal: Refusal }

/** A leg as it was found: without the straight lines at both ends, Infinity when there is no route. Millimetres. */
export type Leg = { readonly start: JoinedStop; readonly goal: JoinedStop; readonly length: number }

/**
 * Legs of one kind of walker for somebody who keeps them. `former` is the same leg as the router that this one was mended from
 * found it: where it is shown to stand it is the answer, and nothing is looked up.
 */
export type KeptLegs = {
  /** Undefined where a body cannot stand at one of the ends. */
  find(start: Stop, goal: Stop, former: Leg | undefined): Leg | undefined
  /** Metres; NaN where there is no way. */
  length(leg: Leg): number
  routes(leg: Leg, former: Leg | undefined): readonly Route[]
}

/**
 * Routes over one floor. Made once for a floor; `mended` makes the router of an edited floor from it,
 * reusing every part that the edit left alone, and leaves this one as it was.
 */
export type Router = {
  readonly floor: WalkableFloor
  /** Lengths from `start` to each of `goals`, in metres; one search for all of them. */
  lengths(start: Stop, goals: readonly Stop[], walker: Walker, via?: readonly Id[]): readonly RouteAnswer[]
  /** Every taut route within 1 mm of the shortest, in an order that does not depend on drawing order; empty when there is none. */
  routes(start: Stop, goal: Stop, walker: Walker, via?: readonly Id[]): readonly Route[]
  /**
   * Other ways round of under 2 % more length, each a route that the leg may be walked by instead: past another side of a wall or of
   * something at least 1 m across, or through another opening. None where there is but one way. Searched for on every call.
   */
  otherWays(start: Stop, goal: Stop, walker: Walker, via?: readonly Id[]): readonly Route[]
  keptLegs(walker: Walker): KeptLegs
  mended(floor: WalkableFloor): Router
}
