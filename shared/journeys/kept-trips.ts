import type { Route } from '#shared/routing/router'
import type { Plan } from './plan'
import type { Trip, TripEnd } from './trip'

/** A trip with its routes once somebody asked for them: until then it asks the ground that it was walked on. */
export type KeptTrip = { readonly trip: Trip; readonly way: Way }
export type Way = {
  routes: readonly Route[] | undefined
  find: (() => readonly Route[]) | undefined
  /** The ground that is asked, by its mark: a trip outlives its ground, and must not hold on to it. */
  readonly of: GroundMark
}

/** Stands for a ground, and holds nothing. */
export type GroundMark = { readonly mark: 'ground' }

/** Trips as they were walked on a ground, for the ground of an edited design: most of them are walked there just as well. */
export type KeptTrips = {
  readonly ground: GroundMark
  /** By the numbers of ends. */
  readonly ends: (TripEnd | undefined)[]
  /** Of each plan, by the places of trips in its list. */
  readonly ofPlans: Map<Plan, (KeptTrip | undefined)[]>
}

export function routesOfWay(way: Way): readonly Route[] {
  if (way.routes === undefined) {
    way.routes = way.find!()
    // A trip may outlive its ground: nobody who is not asked any more is held on to.
    way.find = undefined
  }
  return way.routes
}

export function isSameEnd(a: TripEnd, b: TripEnd): boolean {
  return (
    a.element === b.element && a.room === b.room && a.name === b.name && a.assumed === b.assumed && a.point.x === b.point.x && a.point.y === b.point.y
  )
}
