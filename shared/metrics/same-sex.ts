import type { Id } from '#shared/base/ids'
import type { Trip } from '#shared/journeys/trip'
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
    const enters = meanOver(routesOf(assessment, trip), ({ pieces }) =>
      pieces.segments.some(({ room }) => sexOf(room) !== 'any' && sexOf(room) !== own) ? 1 : 0,
    )
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
