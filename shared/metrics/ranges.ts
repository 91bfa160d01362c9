import { filled } from '#shared/base/filled'
import type { Id } from '#shared/base/ids'
import type { Trip, TripEnd } from '#shared/journeys/trip'
import type { Stop } from '#shared/routing/router'
import { type Assessment, storeyOfTrip } from './assessment'
import type { Range, RangeLeg } from './measurement'
import { pointsOf, tripMessage } from './metric'
import { factsOf, type RouteFacts } from './route-facts'

const known = new WeakMap<Assessment, Map<Trip, readonly RouteFacts[]>>()

/**
 * The other ways round of a trip on one storey (`Router.otherWays`), each a route that it may be walked by instead of its own. They are
 * asked of the routers at hand: a trip that an edit left alone may have got another way round by it.
 */
export function otherWaysOf(assessment: Assessment, trip: Trip): readonly RouteFacts[] {
  const ofTrips = filled(known, assessment, () => new Map())
  return filled(ofTrips, trip, () => newWays(assessment, trip))
}

function newWays({ building, routers }: Assessment, trip: Trip): readonly RouteFacts[] {
  const router = routers[storeyOfTrip(building, trip)]
  if (router === undefined) return []
  const { floor } = router
  const stopOf = ({ point: { x, y }, room }: TripEnd): Stop => ({ x, y, region: floor.regions.findIndex((region) => region.room === room) })
  // Of a leg over several storeys each walk is sent past the places that lie on its own.
  const isHere = (id: Id) => floor.regions.some(({ room }) => room === id) || floor.thresholds.some(({ opening }) => opening === id)
  const routes = router.otherWays(stopOf(trip.from), stopOf(trip.to), trip.walker, trip.via?.filter(isHere))
  return routes.map((route) => factsOf(route, trip.from.room, floor))
}

/** A leg with the other ways it may be walked by, and the value that each of them makes of a measure. */
export type Trial = { readonly trip: Trip; readonly ways: readonly RouteFacts[]; readonly values: readonly number[] }

/** Smaller differences are rounding: in metres, and in shares, far below what is ever shown. */
const NOISE = 1e-6

/**
 * The range of a value over trials of one leg at a time. `sum`: what each leg takes off at most and adds at most, together, which no
 * walk goes below 0; else the least and the most that one leg makes of it. Undefined where no leg makes any difference.
 */
export function rangeOver(value: number, trials: readonly Trial[], isSum: boolean): Range | undefined {
  const legs = trials
    .map(({ trip, ways, values }): RangeLeg => {
      const on = trip.storey === undefined ? {} : { storey: trip.storey }
      return {
        trip,
        subject: tripMessage(trip),
        low: Math.min(value, ...values),
        high: Math.max(value, ...values),
        marks: ways.map(({ route }) => ({ role: 'otherWay', points: pointsOf(route), element: undefined, ...on })),
      }
    })
    .filter(({ low, high }) => high - low > NOISE)
    .sort((a, b) => b.high - b.low - (a.high - a.low) || (a.trip.key < b.trip.key ? -1 : 1))
  if (legs.length === 0) return undefined
  if (!isSum) return { low: Math.min(...legs.map(({ low }) => low)), high: Math.max(...legs.map(({ high }) => high)), legs }
  let [less, more] = [0, 0]
  for (const { low, high } of legs) {
    less += value - low
    more += high - value
  }
  return { low: Math.max(0, value - less), high: value + more, legs }
}
