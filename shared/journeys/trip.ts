import type { Id, Key } from '#shared/base/ids'
import type { Name } from '#shared/base/message'
import type { Dress, Flow, Mobility } from '#shared/document/vocabulary'
import type { Point } from '#shared/geometry/point'
import type { Route, Walker } from '#shared/routing/router'

/** A realised end of a trip: a fixture, a room's own place, a gate. */
export type TripEnd = {
  /** The fixture, room or (for a gate) opening. */
  readonly element: Id
  readonly room: Id | undefined
  /** The name to say it by: the room's, and the fixture's where it has one; a gate's own. */
  readonly name?: Name | undefined
  readonly point: Point
  /** True when the step names a fixture that is not drawn, so that the room point stands in for it. */
  readonly assumed: boolean
}

/**
 * An expected walk from one place to another in one design: how often a day, by whom, by which
 * routes. The same ends with the same purpose are one trip; `steps` names every step it serves.
 */
export type Trip = {
  readonly key: string
  readonly pathway: Key
  readonly flow: Flow
  readonly purpose: 'patient' | 'staff' | 'item'
  /** The walker's role, where a member of staff walks. */
  readonly role: Key | undefined
  /** What is carried on it, where something is. */
  readonly carries: readonly Flow[]
  /** Keys of the steps it leads to, or is walked for; none for the way to a gate out. */
  readonly steps: readonly Key[]
  readonly from: TripEnd
  readonly to: TripEnd
  readonly perDay: number
  readonly walker: Walker
  /** The patient's state on this leg, for dignity. */
  readonly dress: Dress | undefined
  readonly mobility: Mobility | undefined
  /** Metres, one way. */
  readonly length: number
  /** Rooms and openings that the leg is forced through. */
  readonly via?: readonly Id[] | undefined
  /** For the leg of an item that ends or starts where it is used: that room. */
  readonly roomOfUse?: Id | undefined
  /** In a building of several storeys: the one that it stays on. */
  readonly storey?: Id | undefined
  /** The lifts and stairs on its way over several. */
  readonly rides?: readonly TripRide[] | undefined
  /** Its walks on single storeys, where it leads over several, each with its share of the trips; then `routes` has none. */
  walks?(): readonly TripWalk[]
  /** All routes within 1 mm of the shortest share the trips equally. Worked out when first asked for. */
  routes(): readonly Route[]
}

/** A lift or stairs on the way of a trip. */
export type TripRide = {
  readonly connector: Id
  readonly kind: 'lift' | 'stair'
  readonly name: string
  readonly from: { readonly storey: Id; readonly storeyName: string; readonly point: Point }
  readonly to: { readonly storey: Id; readonly storeyName: string; readonly point: Point }
  /** Seconds of a lift, its wait included; and metres along the slope of stairs. */
  readonly seconds: number
  readonly metres: number
  /** The share of the trips that take it, where several ways are equally short. */
  readonly share: number
}

/** One walk of a trip over several storeys: a trip of its own with the same key, from or to a lift or stairs. `way`: which of several equally short ones it is part of, and its share. */
export type TripWalk = Trip & { readonly way: number; readonly share: number }

const walksOfTrips = new WeakMap<readonly Trip[], readonly Trip[]>()

/** Trips with those that lead over several storeys as their walks on each: the very list where there are none. */
export function onStoreys(trips: readonly Trip[]): readonly Trip[] {
  if (trips.every(({ walks }) => walks === undefined)) return trips
  let found = walksOfTrips.get(trips)
  if (found === undefined) {
    found = trips.flatMap((trip): readonly Trip[] => trip.walks?.() ?? [trip])
    walksOfTrips.set(trips, found)
  }
  return found
}
