import type { Id } from '#shared/base/ids'
import { message } from '#shared/base/message'
import type { Steps } from '#shared/base/steps'
import type { Dress, Mobility } from '#shared/document/vocabulary'
import type { Stay } from '#shared/journeys/plan'
import { onStoreys, type Trip } from '#shared/journeys/trip'
import { type Assessment, meanOver, routesOf, storeyOfTrip } from './assessment'
import { type EyesByStorey, isPublicRoom } from './eyes'
import type { Part, Range } from './measurement'
import { available, because, kindOf, type Metric, metricOf, partOfTrip, unavailable, unlessFailed } from './metric'
import { isPatientTrip } from './patient-travel'
import { otherWaysOf, rangeOver, type Trial } from './ranges'
import { type RouteFacts, stretchOf } from './route-facts'
import type { Spans } from './spans'
import { type Watch, watchOf } from './watch'

const METRES = kindOf('dignityMetres', 'metre', 'visit', 'less')
const MINUTES = kindOf('dignityMinutes', 'minute', 'visit', 'less')

/** Metres walked and minutes of steps done gowned, sedated or in bed, inside public rooms or where a public eye sees it. */
export function dignity(assessment: Assessment, eyes: EyesByStorey): readonly Metric[] {
  const { journeys, visitsPerDay, building } = assessment
  if (visitsPerDay === 0) return [METRES, MINUTES].map((kind) => metricOf(kind, undefined, because('unavailable.noVisits')))
  const limit = assessment.settings.thresholds.dignitySight
  const publicRooms = new Set(building.storeys.flatMap(({ rooms }) => rooms.filter(isPublicRoom).map(({ room }) => room.id)))
  const trips = onStoreys(journeys.trips).filter((trip) => isPatientTrip(trip) && isExposed(trip.dress, trip.mobility))
  const watches = building.storeys.map((storey, index) => watchOf(storey, { eyes: eyes[index] ?? [], publicRooms, limit }))
  const metres = (trip: Trip, routes = routesOf(assessment, trip)) => {
    const watch = watches[storeyOfTrip(building, trip)]
    if (watch === undefined) return 0
    return (trip.perDay * meanOver(routes, (facts) => watch.exposureOf(facts).metres)) / visitsPerDay
  }
  function* rangeOf(value: number): Steps<Range | undefined> {
    const trials: Trial[] = []
    for (const [index, trip] of trips.entries()) {
      const ways = otherWaysOf(assessment, trip)
      trials.push({ trip, ways, values: ways.map((way) => value - metres(trip) + metres(trip, [way])) })
      yield (index + 1) / trips.length
    }
    return rangeOver(value, trials, true)
  }
  const total = () => {
    let sum = 0
    for (const trip of trips) sum += metres(trip)
    return sum
  }
  const walked = unlessFailed(assessment, ({ purpose, flow }) => purpose === 'patient' && flow === 'patient', total)
  const stays = exposedStays(assessment, publicRooms, watches)
  // Who cannot get there is not seen there: minutes stand only where the visit can be walked.
  const missing = journeys.failures.find(({ isMissing, purpose, flow }) => isMissing && purpose === 'patient' && flow === 'patient')
  const minutesSeen = () => {
    if (missing !== undefined) return unavailable(missing.reason())
    return walked.status === 'unavailable' ? walked : available(stays.reduce((sum, { minutes }) => sum + minutes, 0))
  }
  const exposedTrips = () =>
    trips.flatMap((trip) => {
      const amount = metres(trip)
      if (amount === 0) return []
      const watch = watches[storeyOfTrip(building, trip)]!
      const marks = routesOf(assessment, trip).flatMap((facts) => exposedMarks(facts, watch.exposureOf(facts).spans, trip.storey))
      return [partOfTrip(trip, amount, marks)]
    })
  return [
    metricOf(METRES, undefined, walked, exposedTrips, rangeOf),
    metricOf(MINUTES, undefined, minutesSeen(), () =>
      stays.map(({ stay, minutes }) => ({
        trip: undefined,
        subject: message('part.exposedStep', { step: stay.step }),
        amount: minutes,
        marks: [{ role: 'element', points: [], element: stay.spot?.element }],
      })),
    ),
  ]
}

function isExposed(dress: Dress | undefined, mobility: Mobility | undefined): boolean {
  return dress === 'gowned' || dress === 'sedated' || mobility === 'bed'
}

function exposedMarks(facts: RouteFacts, spans: Spans, storey: Id | undefined): Part['marks'] {
  const marks: Part['marks'][number][] = []
  const on = storey === undefined ? {} : { storey }
  for (let i = 0; i < spans.length; i += 2) {
    marks.push({ role: 'exposed', points: stretchOf(facts, spans[i]!, spans[i + 1]!), element: undefined, ...on })
  }
  return marks
}

function exposedStays(
  assessment: Assessment,
  publicRooms: ReadonlySet<Id>,
  watches: readonly Watch[],
): readonly { readonly stay: Stay; readonly minutes: number }[] {
  const { journeys, premises, visitsPerDay } = assessment
  const seenAt = new Map<string, boolean>()
  const isSeen = (key: string) => {
    let seen = seenAt.get(key)
    if (seen === undefined) {
      const { room, point, storey } = premises.end(key)
      seen = (room !== undefined && publicRooms.has(room)) || watches[storey]?.isSeen(point) === true
      seenAt.set(key, seen)
    }
    return seen
  }
  return journeys.streams.flatMap(({ stream, plan, decided }) =>
    plan.stays.flatMap((stay) => {
      if (stay.flow !== 'patient' || stay.end === undefined || !isExposed(stay.dress, stay.mobility) || !isSeen(stay.end)) return []
      const minutes = (stream.perDay * decided.numberOf(stay.perVisit) * stay.minutes) / visitsPerDay
      return minutes === 0 ? [] : [{ stay, minutes }]
    }),
  )
}
