import type { Id } from '#shared/base/ids'
import type { Trip, TripWalk } from '#shared/journeys/trip'
import { type Assessment, meanOver, routesOf } from './assessment'
import { because, kindOf, type Metric, metricOf, partsOfTrips, unlessFailed } from './metric'
import { isPatientTrip } from './patient-travel'

const KIND = kindOf('sameSexBreaches', 'count', 'visit', 'less')

/** Legs a visit that start or end in an area for one sex and lead into or through an area for the other. */
export function sameSexBreaches(assessment: Assessment): readonly Metric[] {
  const { journeys, building, settings, visitsPerDay } = assessment
  if (!settings.sameSexRule) return [metricOf(KIND, undefined, because('unavailable.ruleOff'))]
  if (visitsPerDay === 0) return [metricOf(KIND, undefined, because('unavailable.noVisits'))]
  const keptFor = new Map(building.storeys.flatMap(({ rooms }) => rooms.map(({ room }) => [room.id, room.for] as const)))
  const sexOf = (room: Id | undefined) => (room === undefined ? 'any' : (keptFor.get(room) ?? 'any'))
  const breaches = (trip: Trip) => {
    const sexes = [sexOf(trip.from.room), sexOf(trip.to.room)].filter((sex) => sex !== 'any')
    const own = sexes[0]
    if (own === undefined) return 0
    const entersOf = (walk: Trip) =>
      meanOver(routesOf(assessment, walk), ({ pieces }) => (pieces.segments.some(({ room }) => sexOf(room) !== 'any' && sexOf(room) !== own) ? 1 : 0))
    const enters = trip.walks === undefined ? entersOf(trip) : entersByWays(trip.walks(), entersOf)
    return (trip.perDay * (sexes.some((sex) => sex !== own) ? 1 : enters)) / visitsPerDay
  }
  const trips = journeys.trips.filter(isPatientTrip)
  const result = unlessFailed(
    assessment,
    ({ purpose, flow }) => purpose === 'patient' && flow === 'patient',
    () => {
      let sum = 0
      for (const trip of trips) sum += breaches(trip)
      return sum
    },
  )
  return [metricOf(KIND, undefined, result, () => partsOfTrips(trips, breaches))]
}

/** The chance of entering on one walk of a way or another, over the ways that are equally short. */
function entersByWays(walks: readonly TripWalk[], entersOf: (walk: Trip) => number): number {
  const kept = new Map<number, { share: number; none: number }>()
  for (const walk of walks) {
    const way = kept.get(walk.way) ?? { share: walk.share, none: 1 }
    way.none *= 1 - entersOf(walk)
    kept.set(walk.way, way)
  }
  let sum = 0
  for (const { share, none } of kept.values()) sum += share * (1 - none)
  return sum
}
