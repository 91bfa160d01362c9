import { message } from '#shared/base/message'
import type { Trip } from '#shared/journeys/trip'
import type { Assessment } from './assessment'
import { available, because, kindOf, type Metric, metricOf, partsOfTrips, unlessFailed } from './metric'
import { metresOf } from './patient-travel'

const FLOW_DISTANCE = kindOf('flowDistance', 'metre', 'day', 'less')
const VIA_DETOUR = kindOf('viaDetour', 'metre', 'day', 'less')
const ASSUMED = kindOf('assumedPlaces', 'share', undefined, 'neither')

/** Metres a day over the legs of all pathways, walks derived from their steps left out. */
export function flowDistance(assessment: Assessment): readonly Metric[] {
  const trips = assessment.journeys.trips.filter(isOfPathway)
  if (assessment.journeys.streams.length === 0) return [metricOf(FLOW_DISTANCE, undefined, because('unavailable.noVisits'))]
  const result = unlessFailed(
    assessment,
    ({ role }) => role === undefined,
    () => metresOf(trips),
  )
  return [metricOf(FLOW_DISTANCE, undefined, result, () => partsOfTrips(trips, ({ perDay, length }) => perDay * length))]
}

function isOfPathway({ role }: Trip): boolean {
  return role === undefined
}

/** Metres a day that legs forced through named places are longer than they would be without. */
export function viaDetour(assessment: Assessment): readonly Metric[] {
  const { journeys, ground } = assessment
  const forced = journeys.trips.filter((trip) => isOfPathway(trip) && (trip.via?.length ?? 0) > 0)
  const freeLengths = new Map<string, number>()
  for (const { plan } of forced.length === 0 ? [] : journeys.streams) {
    for (const { key, pair } of plan.trips) {
      const { from, to, gait, via } = plan.pairs[pair]!
      if (via.length > 0) freeLengths.set(key, ground.metresOf(plan.ends[from]!, plan.ends[to]!, plan.gaits[gait]!, []))
    }
  }
  const detour = ({ key, perDay, length }: Trip) => perDay * (length - (freeLengths.get(key) ?? length))
  const result = unlessFailed(
    assessment,
    ({ role }) => role === undefined && forced.length > 0,
    () => forced.reduce((sum, trip) => sum + detour(trip), 0),
  )
  return [metricOf(VIA_DETOUR, undefined, result, () => partsOfTrips(forced, detour))]
}

/** The share of places that steps ask for by a fixture which is not drawn, so that the room's own point stands in for it. */
export function assumedPlaces({ journeys }: Assessment): readonly Metric[] {
  const places = new Map(journeys.streams.flatMap(({ plan }) => plan.places.map((place) => [place.key, place] as const)))
  const sizeOf = (capacity: number) => (Number.isFinite(capacity) ? capacity : 1)
  let all = 0
  let assumed = 0
  for (const key of [...places.keys()].sort()) {
    const place = places.get(key)!
    all += sizeOf(place.capacity)
    if (place.assumed) assumed += sizeOf(place.capacity)
  }
  return [
    metricOf(ASSUMED, undefined, all === 0 ? because('unavailable.noVisits') : available(assumed / all), () =>
      [...places.values()].flatMap(({ assumed: isAssumed, capacity, element, key }) =>
        isAssumed
          ? [
              {
                trip: undefined,
                subject: message('part.assumedPlace', { place: key.slice(key.indexOf('!') + 1), assumed, all }),
                amount: sizeOf(capacity) / all,
                marks: [{ role: 'element' as const, points: [], element }],
              },
            ]
          : [],
      ),
    ),
  ]
}
