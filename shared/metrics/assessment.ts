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

const factsOfRoutes = new WeakMap<readonly Route[], readonly RouteFacts[]>()

/** The routes of a trip, each with its equal share, and what measures ask of them: the same list as long as nothing about any of them changed. */
export function routesOf({ building, routers }: Pick<Assessment, 'building' | 'routers'>, trip: Trip): readonly RouteFacts[] {
  const routes = trip.routes()
  let facts = factsOfRoutes.get(routes)
  if (facts === undefined) {
    const floor = routers[storeyOfTrip(building, trip)]?.floor
    facts = floor === undefined ? [] : routes.map((route) => factsOf(route, trip.from.room, floor))
    factsOfRoutes.set(routes, facts)
  }
  return facts
}

/** The index of the storey a trip is walked on; of one that leads over several its walks are asked (`onStoreys`). */
export function storeyOfTrip({ storeys }: Pick<Building, 'storeys'>, { storey }: Trip): number {
  if (storeys.length < 2 || storey === undefined) return 0
  return Math.max(
    0,
    storeys.findIndex((built) => built.storey.id === storey),
  )
}

/** The mean over a trip's routes of what each of them has. */
export function meanOver(routes: readonly RouteFacts[], of: (facts: RouteFacts) => number): number {
  if (routes.length === 1) return of(routes[0]!)
  let sum = 0
  for (const facts of routes) sum += of(facts)
  return routes.length === 0 ? 0 : sum / routes.length
}
