import type { Id } from '#shared/base/ids'
import type { Building } from '#shared/building/building'
import type { Flow } from '#shared/document/vocabulary'
import { onStoreys, type Trip } from '#shared/journeys/trip'
import type { Measurement, MetricKey } from '#shared/metrics/measurement'
import { drawDesign } from './draw-design'
import { onOneSheet } from './on-one-sheet'
import type { DrawnPart, DrawnRoute, DrawOptions } from './options'
import type { Shape } from './shape'

/** The plans of one design on paper: too much on one is read by nobody. */
export type DesignPlans = {
  /** What patients, their families and staff walk, and where patients are seen undressed or sedated. */
  readonly people: readonly Shape[]
  /** The ways of supplies, and where clean meets used. */
  readonly supplies: readonly Shape[]
  /** Every route. */
  readonly all: readonly Shape[]
  /** Rooms, doors and furniture without a route: what is built by. */
  readonly building: readonly Shape[]
}

const PEOPLE: readonly Flow[] = ['patient', 'family', 'staff']

/** Draws a design with all that is walked in it in a day, every storey of it. */
export function designPlans(building: Building, measurement: Measurement, options: DrawOptions = {}): DesignPlans {
  const isOfPeople = ({ flow }: Trip) => PEOPLE.includes(flow)
  const people = measurement.trips.filter(isOfPeople)
  const supplies = measurement.trips.filter((trip) => !isOfPeople(trip))
  const exposed = marksOf(measurement, 'dignityMetres')
  const shared = marksOf(measurement, 'sharedMetresPerTrip')
  const sheet = (trips: readonly Trip[], parts: readonly DrawnPart[]) =>
    onOneSheet(building, trips, options, (storey) => {
      const shown = storey?.storey.id ?? options.storey
      return drawDesign(building, { ...options, storey: shown, routes: drawnTrips(trips, shown), parts })
    })
  return { people: sheet(people, exposed), supplies: sheet(supplies, shared), all: sheet(measurement.trips, shared), building: sheet([], []) }
}

/** Trips as lines: each of several equally short routes carries its share. `storey`: those on one storey of several. */
export function drawnTrips(trips: readonly Trip[], storey?: Id): DrawnRoute[] {
  return onStoreys(trips).flatMap((trip) => {
    if (storey !== undefined && trip.storey !== undefined && trip.storey !== storey) return []
    const routes = trip.routes()
    return routes.map(({ points }) => ({
      key: trip.key,
      flow: trip.flow,
      perDay: trip.perDay / routes.length,
      points: Array.from({ length: points.length / 2 }, (_, index) => ({ x: points[2 * index] ?? 0, y: points[2 * index + 1] ?? 0 })),
    }))
  })
}

/** What of a metric is drawn beside the routes themselves. */
function marksOf(measurement: Measurement, metric: MetricKey): DrawnPart[] {
  return measurement.values
    .filter((value) => value.metric === metric && value.result.status === 'available' && isWhole(value.subject))
    .flatMap(({ subject }) => measurement.parts(metric, subject))
    .map(({ trip, marks }) => ({ trip, marks: marks.filter(({ role }) => role !== 'route') }))
}

/** The whole, or one separation; not the parts by trait that draw the same again. */
function isWhole(subject: string | undefined): boolean {
  return subject === undefined || subject.startsWith('separation:')
}
