import type { Id, Key } from '#shared/base/ids'
import type { Flow } from '#shared/document/vocabulary'
import { onStoreys } from '#shared/journeys/trip'
import { type Assessment, routesOf } from './assessment'
import type { RouteFacts } from './route-facts'

/** The trips of one kind, role and pathway that a room has to do with, a day. Each trip counts once, by the share of its routes. */
export type RoomPassing = {
  readonly flow: Flow
  /** Whose walk it is, where staff walk. */
  readonly role: Key | undefined
  readonly pathway: Key
  /** Come in and go out again, by doors or by a gate. */
  readonly through: number
  readonly starts: number
  readonly ends: number
  /** Start and end in it. */
  readonly within: number
  /** Keys of the trips. */
  readonly trips: readonly string[]
}

/** Who passes a door, archway or gate, a day. */
export type DoorPassing = {
  readonly opening: Id
  readonly flows: readonly { readonly flow: Flow; readonly perDay: number }[]
  /** Both sides of a separation that the workshop asks for pass it: clean and used. */
  readonly isShared: boolean
  readonly trips: readonly string[]
}

/** What passes through a room, the most frequent first. A gate is no place: who comes in by it passes through. */
export function roomPassings(assessment: Assessment, room: Id): readonly RoomPassing[] {
  const found = new Map<string, { -readonly [K in keyof RoomPassing]: RoomPassing[K] } & { trips: string[] }>()
  const gates = new Set([...gatesOf(assessment), ...landingsOf(assessment)])
  for (const trip of onStoreys(assessment.journeys.trips)) {
    const routes = routesOf(assessment, trip)
    const share = routes.filter(({ rooms }) => rooms.includes(room)).length / Math.max(routes.length, 1)
    const starts = trip.from.room === room && !gates.has(trip.from.element)
    const ends = trip.to.room === room && !gates.has(trip.to.element)
    if (share === 0 && !starts && !ends) continue
    const { flow, role, pathway, perDay } = trip
    const key = `${flow}|${role ?? ''}|${pathway}`
    let row = found.get(key)
    if (row === undefined) {
      row = { flow, role, pathway, through: 0, starts: 0, ends: 0, within: 0, trips: [] }
      found.set(key, row)
    }
    if (starts && ends) row.within += perDay
    else if (starts) row.starts += perDay
    else if (ends) row.ends += perDay
    else row.through += perDay * share
    if (row.trips.at(-1) !== trip.key) row.trips.push(trip.key)
  }
  const total = (row: RoomPassing) => row.through + row.starts + row.ends + row.within
  return [...found].sort(([a, p], [b, q]) => total(q) - total(p) || (a < b ? -1 : 1)).map(([, row]) => row)
}

/** Who passes each opening that anybody passes, in the order of ids. `separations`: pairs of sets of kinds that are to be kept apart. */
export function doorPassings(
  assessment: Assessment,
  separations: readonly { readonly first: readonly Flow[]; readonly second: readonly Flow[] }[],
): readonly DoorPassing[] {
  const gates = gatesOf(assessment)
  const found = new Map<Id, { flows: Map<Flow, number>; trips: string[]; items: Set<Flow> }>()
  for (const trip of onStoreys(assessment.journeys.trips)) {
    const routes = routesOf(assessment, trip)
    const shares = new Map<Id, number>()
    for (const { openings } of routes as readonly RouteFacts[]) {
      for (const id of openings) shares.set(id, (shares.get(id) ?? 0) + 1 / routes.length)
    }
    for (const { element } of [trip.from, trip.to]) if (gates.has(element)) shares.set(element, 1)
    for (const [id, share] of shares) {
      let door = found.get(id)
      if (door === undefined) {
        door = { flows: new Map(), trips: [], items: new Set() }
        found.set(id, door)
      }
      door.flows.set(trip.flow, (door.flows.get(trip.flow) ?? 0) + trip.perDay * share)
      if (door.trips.at(-1) !== trip.key) door.trips.push(trip.key)
      // As separation counts: what is carried, not who walks back from it.
      if (trip.role === undefined) door.items.add(trip.flow)
    }
  }
  return [...found]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([opening, { flows, trips, items }]) => ({
      opening,
      flows: [...flows].map(([flow, perDay]) => ({ flow, perDay })).sort((a, b) => b.perDay - a.perDay || (a.flow < b.flow ? -1 : 1)),
      isShared: separations.some(({ first, second }) => first.some((flow) => items.has(flow)) && second.some((flow) => items.has(flow))),
      trips,
    }))
}

function gatesOf({ building }: Assessment): ReadonlySet<Id> {
  return new Set(building.storeys.flatMap(({ openings }) => openings.flatMap(({ opening }) => (opening.gate === undefined ? [] : [opening.id]))))
}

/** Lifts and stairs: who steps out of one comes through the room that it opens on. */
function landingsOf({ building }: Assessment): readonly Id[] {
  return building.connectors.flatMap(({ connector }) => connector.landings)
}
