import type { Id, Key } from '#shared/base/ids'
import type { Building } from '#shared/building/building'
import type { Flow } from '#shared/document/vocabulary'
import type { Trip, TripEnd } from '#shared/journeys/trip'
import type { Measurement, Result } from './measurement'

/** Where trips start and end, as a plan is read from afar: a room, or a gate. */
export type Stop = {
  readonly id: Id
  /** The room's or the gate's own name; empty for a gate that has none. */
  readonly name: string
  /** The gate's key; undefined for a room. */
  readonly gate: Key | undefined
}

/** All trips of one kind from one stop to another. */
export type Leg = {
  readonly from: Id
  readonly to: Id
  readonly flow: Flow
  /** Whose walk it is, where staff walk. */
  readonly role: Key | undefined
  /** Trips a day. */
  readonly perDay: number
  /** Metres a day, all of these trips together. */
  readonly metres: number
  /** Keys of the trips. */
  readonly trips: readonly string[]
}

/** Everything that moves in a design, from room to room. */
export type Traffic = { readonly stops: readonly Stop[]; readonly legs: readonly Leg[] }

type Ends = Pick<Trip, 'key' | 'flow' | 'role' | 'perDay' | 'length'> & {
  readonly from: Pick<TripEnd, 'element' | 'room'>
  readonly to: Pick<TripEnd, 'element' | 'room'>
}

/** Trips summed by the rooms and gates they lead between, in the order of ids. */
export function trafficOf(trips: readonly Ends[], { storeys }: Pick<Building, 'storeys'>): Traffic {
  const gates = new Map(
    storeys.flatMap(({ openings }) => openings.flatMap(({ opening }) => (opening.gate === undefined ? [] : [[opening.id, opening]]))),
  )
  const rooms = new Map(storeys.flatMap((storey) => storey.rooms.map(({ room }) => [room.id, room] as const)))
  const stops = new Map<Id, Stop>()
  const stopOf = ({ element, room }: Pick<TripEnd, 'element' | 'room'>): Id => {
    const gate = gates.get(element)
    const id = gate === undefined ? (room ?? element) : element
    if (!stops.has(id)) stops.set(id, { id, name: (gate ?? rooms.get(id))?.name ?? '', gate: gate?.gate })
    return id
  }
  const legs = new Map<string, { leg: Omit<Leg, 'perDay' | 'metres' | 'trips'>; trips: Ends[] }>()
  for (const trip of trips) {
    const [from, to] = [stopOf(trip.from), stopOf(trip.to)]
    const { flow, role } = trip
    const key = `${from} ${to} ${flow} ${role ?? ''}`
    const known = legs.get(key)
    if (known === undefined) legs.set(key, { leg: { from, to, flow, role }, trips: [trip] })
    else known.trips.push(trip)
  }
  return {
    stops: byText([...stops.values()], ({ id }) => id),
    legs: byText([...legs], ([key]) => key).map(([, { leg, trips: walked }]) => {
      const ordered = byText(walked, ({ key }) => key)
      return {
        ...leg,
        perDay: ordered.reduce((sum, { perDay }) => sum + perDay, 0),
        metres: ordered.reduce((sum, { perDay, length }) => sum + perDay * length, 0),
        trips: ordered.map(({ key }) => key),
      }
    }),
  }
}

function byText<T>(all: readonly T[], textOf: (one: T) => string): T[] {
  return [...all].sort((a, b) => (textOf(a) < textOf(b) ? -1 : textOf(a) > textOf(b) ? 1 : 0))
}

/** Metres that somebody walks in a day, or the reason why nobody knows. */
export type DailyMetres = {
  /** A role, or undefined for the patients. */
  readonly role: Key | undefined
  /** Metres a day, all of them together. */
  readonly result: Result
  /** Keys of the trips. */
  readonly trips: readonly string[]
}

/** What patients, and staff by role, walk in a day: patients first, then roles in the order given. */
export function dailyMetres({ values, trips }: Pick<Measurement, 'values' | 'trips'>, roles: readonly Key[]): readonly DailyMetres[] {
  return [undefined, ...roles].map((role): DailyMetres => {
    const walked = trips.filter((trip) => (role === undefined ? trip.flow === 'patient' && trip.role === undefined : trip.role === role))
    const measure = values.find(({ metric, subject }) =>
      role === undefined ? metric === 'patientTravel' && subject === undefined : metric === 'staffTravelPerPatient' && subject === `role:${role}`,
    )
    // Trips that could not be walked are not among them: where the measure has no value, a sum would be a part of one.
    const result: Result =
      measure?.result.status === 'unavailable'
        ? measure.result
        : { status: 'available', value: walked.reduce((sum, { perDay, length }) => sum + perDay * length, 0) }
    return { role, result, trips: walked.map(({ key }) => key) }
  })
}
