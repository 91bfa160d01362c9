import { filled } from '#shared/base/filled'
import type { Id } from '#shared/base/ids'
import { once } from '#shared/base/once'
import type { Settings } from '#shared/document/workshop'
import type { Point } from '#shared/geometry/point'
import { onStoreys, type Trip } from '#shared/journeys/trip'
import { type Assessment, routesOf, storeyOfTrip } from './assessment'
import { barriersOf } from './barriers'
import { lineRule } from './bearing'
import { type ConflictPiece, conflictPlaces } from './conflict-places'
import { metresOf } from './patient-travel'
import { pointOn, type RouteFacts, stretchOf } from './route-facts'
import type { Meeting } from './segment-pairs'
import { type CutRoute, meetingOfRoute, type Trodden, troddenBy } from './shared-runs'

export type Rule = Settings['separations'][number]

/** A trip of the first set with what each of its routes shares. */
export type SharingTrip = {
  readonly trip: Trip
  readonly storey: number
  readonly routes: readonly { readonly facts: RouteFacts; readonly meeting: Meeting }[]
}

/** What two sets that are to be kept apart share: all that its figures need. */
export type Shares = {
  readonly first: readonly SharingTrip[]
  readonly firstTripsPerDay: number
  /** Metres a day of all trips of the first set. */
  readonly firstMetres: () => number
  /** Where they share it, joined to places, and the doors that both pass. */
  readonly conflicts: () => Conflicts
  readonly doors: () => readonly Id[]
}

/** Where the trips of two sets that are to be kept apart share their way. */
export type Separation = Shares & {
  readonly second: readonly Trip[]
  /** What the second walk on, by storey. */
  readonly trodden: readonly Trodden[]
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
    firstMetres: once(() => metresOf(journeys.trips.filter(({ role, flow }) => role === undefined && rule.first.includes(flow)))),
    conflicts: once(() => conflictsOf(first, settings)),
    doors: once(() =>
      doorsOfBoth(
        first.map(({ trip }) => trip),
        second,
        routes,
      ),
    ),
  }
}

export function onStorey({ building }: Assessment, trips: readonly Trip[], storey: number): readonly Trip[] {
  return trips.filter((trip) => storeyOfTrip(building, trip) === storey)
}

export function sharingOf(trip: Trip, storey: number, routes: readonly RouteFacts[], trodden: readonly Trodden[]): SharingTrip {
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

/** Runs and crossings, each once, and the places they make. */
export type Conflicts = { readonly found: Met; readonly pieces: readonly ConflictPiece[]; readonly places: () => readonly (readonly number[])[] }

const lastConflicts = new WeakMap<Settings, Conflicts[]>()
/** Both readings of a design, and of a preview of it. */
const CONFLICTS_KEPT = 4

/** The same objects as long as no route shares anything else. */
function conflictsOf(first: readonly SharingTrip[], settings: Settings): Conflicts {
  const found = meetingsIn(first)
  const before = lastConflicts.get(settings) ?? []
  const known = before.find((conflicts) => isSameMet(conflicts.found, found))
  if (known !== undefined) {
    if (before[0] !== known) lastConflicts.set(settings, [known, ...before.filter((conflicts) => conflicts !== known)])
    return known
  }
  const conflicts = newConflicts(found, settings)
  lastConflicts.set(settings, [conflicts, ...before].slice(0, CONFLICTS_KEPT))
  return conflicts
}

export function isSameMet(one: Met, other: Met): boolean {
  return one.length === other.length && one.every(([storey, , meeting], i) => storey === other[i]![0] && meeting === other[i]![2])
}

export function meetingsIn(first: readonly SharingTrip[]): Met {
  const seen = new Set<Meeting>()
  return first.flatMap(({ storey, routes }) =>
    routes.flatMap(({ facts, meeting }): Met => {
      if (seen.has(meeting) || (meeting.shared.length === 0 && meeting.crossings.length === 0)) return []
      seen.add(meeting)
      return [[storey, facts, meeting]]
    }),
  )
}

export function newConflicts(found: Met, settings: Settings): Conflicts {
  const pieces = found.flatMap(([storey, facts, meeting]) => pointsOf(facts, meeting).map((points): ConflictPiece => ({ storey, points })))
  const places = once(() => conflictPlaces(pieces, settings.thresholds.conflictGap))
  return { found, pieces, places }
}

const pointsOfMeetings = new WeakMap<Meeting, readonly (readonly Point[])[]>()

/** The runs and crossings of a route, as points; worked out once for a meeting. */
function pointsOf(facts: RouteFacts, meeting: Meeting): readonly (readonly Point[])[] {
  return filled(pointsOfMeetings, meeting, () => [...runsOf(facts, meeting.shared), ...meeting.crossings.map((at) => [pointAt(facts, at)])])
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
export function doorsOfBoth(first: readonly Trip[], second: readonly Trip[], routes: (trip: Trip) => readonly RouteFacts[]): readonly Id[] {
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
