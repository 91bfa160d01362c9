import type { Building } from '#shared/building/building'
import type { RecordTable } from '#shared/document/document'
import type { Scenario, Settings } from '#shared/document/workshop'
import type { Ground } from '#shared/journeys/ground'
import type { Journeys } from '#shared/journeys/journeys'
import type { Premises } from '#shared/journeys/premises'
import type { Trip } from '#shared/journeys/trip'
import type { Route, Router } from '#shared/routing/router'
import { factsOf, type RouteFacts } from './route-facts'

/** Everything that a metric may read of one design under one reading. */
export type Assessment = {
  readonly building: Building
  readonly premises: Premises
  readonly ground: Ground
  readonly journeys: Journeys
  readonly workshop: RecordTable
  readonly settings: Settings
  readonly scenario: Scenario
  /** One a storey. */
  readonly routers: readonly Router[]
  /** Patient visits a day. */
  readonly visitsPerDay: number
}

/** The routes of a trip, each with its equal share, and what measures ask of them. */
export function routesOf({ building, routers }: Pick<Assessment, 'building' | 'routers'>, trip: Trip): readonly RouteFacts[] {
  const storey = storeyOfTrip(building, trip)
  const built = building.storeys[storey]
  const floor = routers[storey]?.floor
  if (built === undefined || floor === undefined) return []
  const routes = trip.routes()
  const before = lastFacts.get(trip.key)
  if (before !== undefined && areOfRoutes(before, routes)) return before
  const facts = routes.map((route, index) => factsOf(route, trip.from.room, floor, built, before?.[index]))
  if (before === undefined || facts.some((found, index) => found !== before[index])) {
    if (lastFacts.size >= FACTS_KEPT) lastFacts.clear()
    lastFacts.set(trip.key, facts)
  }
  return facts
}

function areOfRoutes(facts: readonly RouteFacts[], routes: readonly Route[]): boolean {
  if (facts.length !== routes.length) return false
  for (let index = 0; index < routes.length; index++) if (facts[index]!.route !== routes[index]) return false
  return true
}

/** What the routes of a trip were last; forgetting them costs time, never a value. */
const lastFacts = new Map<string, readonly RouteFacts[]>()
const FACTS_KEPT = 20_000

/** The index of the storey a trip is walked on; trips lead over one storey as yet. */
export function storeyOfTrip(building: Building, { from }: Trip): number {
  if (building.storeys.length < 2) return 0
  const { element } = from
  return Math.max(
    0,
    building.storeys.findIndex(
      ({ rooms, fixtures, openings }) =>
        rooms.some(({ room }) => room.id === element) ||
        fixtures.some(({ fixture }) => fixture.id === element) ||
        openings.some(({ opening }) => opening.id === element),
    ),
  )
}

/** The mean over a trip's routes of what each of them has. */
export function meanOver(routes: readonly RouteFacts[], of: (facts: RouteFacts) => number): number {
  if (routes.length === 1) return of(routes[0]!)
  let sum = 0
  for (const facts of routes) sum += of(facts)
  return routes.length === 0 ? 0 : sum / routes.length
}
