import type { Id } from '#shared/base/ids'
import type { Settings } from '#shared/document/workshop'
import { onStoreys, type Trip } from '#shared/journeys/trip'
import { type Assessment, routesOf, storeyOfTrip } from './assessment'
import { barriersOf } from './barriers'
import { lineRule } from './bearing'
import { type ConflictPiece, conflictPlaces } from './conflict-places'
import { metresOf } from './patient-travel'
import { pointOn, type RouteFacts, stretchOf } from './route-facts'
import { type CutRoute, type Meeting, meetingOfRoute, type Trodden, troddenBy, troddenInstead } from './shared-runs'

export type Rule = Settings['separations'][number]

/** A trip of the first set with what each of its routes shares. */
export type SharingTrip = {
  readonly trip: Trip
  readonly storey: number
  readonly routes: readonly { readonly facts: RouteFacts; readonly meeting: Meeting }[]
}

/** Where the trips of two sets that are to be kept apart share their way. */
export type Separation = {
  readonly first: readonly SharingTrip[]
  readonly second: readonly Trip[]
  /** What the second walk on, by storey. */
  readonly trodden: readonly Trodden[]
  readonly firstTripsPerDay: number
  /** Metres a day of all trips of the first set. */
  readonly firstMetres: () => number
  readonly pieces: readonly ConflictPiece[]
  readonly places: readonly (readonly number[])[]
  readonly doors: readonly Id[]
}

export function newSeparation(assessment: Assessment, rule: Rule): Separation {
  const { journeys, building, routers, settings } = assessment
  const walks = onStoreys(journeys.trips)
  const tripsOf = (flows: Rule['first']) => walks.filter(({ role, flow }) => role === undefined && flows.includes(flow))
  const line = lineRule(settings)
  const second = tripsOf(rule.second)
  const routes = (trip: Trip) => routesOf(assessment, trip)
  const trodden = building.storeys.map((built, storey) =>
    troddenBy(distinctRoutes(onStorey(assessment, second, storey), routes), line, barriersOf(built, routers[storey]!.floor)),
  )
  const first = tripsOf(rule.first).map((trip) => sharingOf(trip, storeyOfTrip(building, trip), routes(trip), trodden))
  return {
    first,
    second,
    trodden,
    firstTripsPerDay: tripsADay(assessment, rule.first),
    // Walks leave out stairs, which are on the way of a trip.
    firstMetres: () => metresOf(journeys.trips.filter(({ role, flow }) => role === undefined && rule.first.includes(flow))),
    ...conflictsOf(first, settings),
    doors: doorsOfBoth(
      first.map(({ trip }) => trip),
      second,
      routes,
    ),
  }
}

/** The same with one trip walked by another way alone; what stands is left as it is, and nothing of this is remembered. */
export function separationInstead(assessment: Assessment, before: Separation, trip: Trip, way: RouteFacts): Separation {
  const { building, settings } = assessment
  const only = [way]
  const routes = (of: Trip) => (of === trip ? only : routesOf(assessment, of))
  const changed = before.second.includes(trip) ? storeyOfTrip(building, trip) : -1
  const trodden = before.trodden.map((floor, storey) =>
    storey === changed ? troddenInstead(floor, distinctRoutes(onStorey(assessment, before.second, storey), routes)) : floor,
  )
  const isOfFirst = before.first.some((sharing) => sharing.trip === trip)
  const first = before.first.map((sharing) =>
    sharing.trip === trip || sharing.storey === changed ? sharingOf(sharing.trip, sharing.storey, routes(sharing.trip), trodden) : sharing,
  )
  return {
    ...before,
    first,
    trodden,
    firstMetres: () => before.firstMetres() + (isOfFirst ? trip.perDay * (way.route.length - trip.length) : 0),
    ...placesOf(meetingsIn(first), settings),
    doors: doorsOfBoth(
      first.map((sharing) => sharing.trip),
      before.second,
      routes,
    ),
  }
}

function onStorey({ building }: Assessment, trips: readonly Trip[], storey: number): readonly Trip[] {
  return trips.filter((trip) => storeyOfTrip(building, trip) === storey)
}

function sharingOf(trip: Trip, storey: number, routes: readonly RouteFacts[], trodden: readonly Trodden[]): SharingTrip {
  return {
    trip,
    storey,
    routes: routes.map((facts) => ({ facts, meeting: meetingOfRoute({ facts, roomOfUse: trip.roomOfUse }, trodden[storey]!) })),
  }
}

function distinctRoutes(trips: readonly Trip[], routes: (trip: Trip) => readonly RouteFacts[]): readonly CutRoute[] {
  const found = new Map<RouteFacts, CutRoute[]>()
  for (const trip of trips) {
    for (const facts of routes(trip)) {
      const same = found.get(facts)
      if (same === undefined) found.set(facts, [{ facts, roomOfUse: trip.roomOfUse }])
      else if (same.every(({ roomOfUse }) => roomOfUse !== trip.roomOfUse)) same.push({ facts, roomOfUse: trip.roomOfUse })
    }
  }
  return [...found.values()].flat()
}

/** Whole trips, however many legs each has: what `a clean trip` counts. */
function tripsADay({ journeys }: Assessment, flows: Rule['first']): number {
  let sum = 0
  for (const { stream, plan } of journeys.streams) {
    for (const pathway of [stream.host, ...stream.hung]) {
      if (flows.includes(pathway.flow)) sum += stream.perDay * (plan.tallies.get(pathway.key)?.perVisit ?? 0)
    }
  }
  return sum
}

type Met = readonly (readonly [storey: number, facts: RouteFacts, meeting: Meeting])[]
type Conflicts = Pick<Separation, 'pieces' | 'places'> & { readonly found: Met }

const lastConflicts = new WeakMap<Settings, Conflicts[]>()
/** Both readings of a design, and of a preview of it. */
const CONFLICTS_KEPT = 4

/** Runs and crossings, each once, and the places they make; the same objects as long as no route shares anything else. */
function conflictsOf(first: readonly SharingTrip[], settings: Settings): Pick<Separation, 'pieces' | 'places'> {
  const found = meetingsIn(first)
  const before = lastConflicts.get(settings) ?? []
  const known = before.find(
    (conflicts) =>
      conflicts.found.length === found.length &&
      conflicts.found.every(([storey, , meeting], i) => storey === found[i]![0] && meeting === found[i]![2]),
  )
  if (known !== undefined && before[0] !== known) lastConflicts.set(settings, [known, ...before.filter((conflicts) => conflicts !== known)])
  const conflicts = known ?? { found, ...placesOf(found, settings) }
  if (known === undefined) lastConflicts.set(settings, [conflicts, ...before].slice(0, CONFLICTS_KEPT))
  const { pieces, places } = conflicts
  return { pieces, places }
}

function meetingsIn(first: readonly SharingTrip[]): Met {
  const seen = new Set<Meeting>()
  return first.flatMap(({ storey, routes }) =>
    routes.flatMap(({ facts, meeting }): Met => {
      if (seen.has(meeting) || (meeting.shared.length === 0 && meeting.crossings.length === 0)) return []
      seen.add(meeting)
      return [[storey, facts, meeting]]
    }),
  )
}

function placesOf(found: Met, settings: Settings): Pick<Separation, 'pieces' | 'places'> {
  const pieces = found.flatMap(([storey, facts, meeting]): ConflictPiece[] => [
    ...runsOf(facts, meeting.shared).map((points) => ({ storey, points })),
    ...meeting.crossings.map((at) => ({ storey, points: [pointAt(facts, at)] })),
  ])
  return { pieces, places: conflictPlaces(pieces, settings.thresholds.conflictGap) }
}

/** The stretches of a route that are shared, as they are drawn. */
export function runsOf(facts: RouteFacts, spans: Meeting['shared']) {
  const runs: ReturnType<typeof stretchOf>[] = []
  for (let i = 0; i < spans.length; i += 2) {
    const points = stretchOf(facts, spans[i]!, spans[i + 1]!)
    if (points.length > 1) runs.push(points)
  }
  return runs
}

function pointAt({ pieces }: RouteFacts, at: number) {
  const { segments, starts } = pieces
  let index = segments.findIndex((segment, i) => at <= starts[i]! + segment.metres + 1e-9)
  if (index < 0) index = segments.length - 1
  return pointOn(segments[index]!, at - starts[index]!)
}

/** Openings, gates among them, that trips of both sets pass. */
function doorsOfBoth(first: readonly Trip[], second: readonly Trip[], routes: (trip: Trip) => readonly RouteFacts[]): readonly Id[] {
  const passed = (trips: readonly Trip[]) => {
    const ids = new Set<Id>()
    for (const trip of trips) {
      for (const { openings } of routes(trip)) for (const id of openings) ids.add(id)
      for (const { element } of [trip.from, trip.to]) if (element.startsWith('opening_')) ids.add(element)
    }
    return ids
  }
  const ofSecond = passed(second)
  return [...passed(first)].filter((id) => ofSecond.has(id)).sort()
}
