import { filled } from '#shared/base/filled'
import { once } from '#shared/base/once'
import type { Trip } from '#shared/journeys/trip'
import { type Assessment, routesOf, storeyOfTrip } from './assessment'
import { grown } from './boxes'
import { type Grid, gridOf } from './grid'
import { otherWaysOf } from './ranges'
import type { RouteFacts, Segment } from './route-facts'
import { doorsOfBoth, isSameMet, meetingsIn, newConflicts, onStorey, type Separation, type Shares, sharingOf } from './separation-found'
import { type CutRoute, isInUse, newTrodden, type Trodden } from './shared-runs'

/** A leg with the other ways round that it has, if any, and what the sets share when it is walked by each of them; `done`: of all legs, the share tried. */
export type SeparationTrial = {
  readonly trip: Trip
  readonly ways: readonly RouteFacts[]
  readonly shares: readonly Shares[]
  readonly done: number
}

/**
 * Every leg of either set, one after the other, walked by each of its other ways round while all others are as they are. What stands is left
 * as it is, only what a trial changes is worked out again, and nothing of it is remembered.
 */
export function* separationTrials(assessment: Assessment, before: Separation): Generator<SeparationTrial, void> {
  const { building, settings } = assessment
  const ofFirst = new Map(before.first.map(({ trip }, index) => [trip, index]))
  const ofSecond = new Set(before.second)
  const legs = new Set([...ofFirst.keys(), ...before.second])
  const reaches = before.trodden.map((_, storey) => once(() => newReach(assessment, before, storey)))

  function instead(trip: Trip, way: RouteFacts): Shares {
    const at = ofFirst.get(trip)
    const storey = storeyOfTrip(building, trip)
    const first = [...before.first]
    let trodden = before.trodden
    if (ofSecond.has(trip)) {
      const { floor, changed } = troddenInstead(before.trodden[storey]!, reaches[storey]!(), cutRoutes(assessment, trip), {
        facts: way,
        roomOfUse: trip.roomOfUse,
      })
      trodden = before.trodden.with(storey, floor)
      for (const index of changed) first[index] = sharingOf(first[index]!.trip, storey, routesOf(assessment, first[index]!.trip), trodden)
    }
    if (at !== undefined) first[at] = sharingOf(trip, storey, [way], trodden)
    const routes = (of: Trip) => (of === trip ? [way] : routesOf(assessment, of))
    return {
      first,
      firstTripsPerDay: before.firstTripsPerDay,
      firstMetres: () => before.firstMetres() + (at === undefined ? 0 : trip.perDay * (way.route.length - trip.length)),
      conflicts: once(() => {
        const found = meetingsIn(first)
        const known = before.conflicts()
        return isSameMet(known.found, found) ? known : newConflicts(found, settings)
      }),
      doors: () =>
        doorsOfBoth(
          first.map((sharing) => sharing.trip),
          before.second,
          routes,
        ),
    }
  }

  let tried = 0
  for (const trip of legs) {
    tried += 1
    const ways = otherWaysOf(assessment, trip)
    yield { trip, ways, shares: ways.map((way) => instead(trip, way)), done: tried / legs.size }
  }
}

function cutRoutes(assessment: Assessment, trip: Trip): readonly CutRoute[] {
  return routesOf(assessment, trip).map((facts) => ({ facts, roomOfUse: trip.roomOfUse }))
}

/** What a change of the second set's floor on one storey can reach. */
type Reach = {
  /** By how many routes of trips each segment is trodden. */
  readonly uses: ReadonlyMap<Segment, number>
  /** The segments of the first set's routes, and by each the places of its trips in the list. */
  readonly grid: Grid<Segment>
  readonly tripsOf: ReadonlyMap<Segment, ReadonlySet<number>>
}

function newReach(assessment: Assessment, { first, second }: Separation, storey: number): Reach {
  const uses = new Map<Segment, number>()
  for (const trip of onStorey(assessment, second, storey)) {
    for (const segment of cutRoutes(assessment, trip).flatMap(segmentsOf)) uses.set(segment, (uses.get(segment) ?? 0) + 1)
  }
  const tripsOf = new Map<Segment, Set<number>>()
  first.forEach((sharing, index) => {
    if (sharing.storey !== storey) return
    for (const segment of cutRoutes(assessment, sharing.trip).flatMap(segmentsOf)) filled(tripsOf, segment, () => new Set<number>()).add(index)
  })
  return { uses, grid: gridOf([...tripsOf.keys()]), tripsOf }
}

function segmentsOf({ facts, roomOfUse }: CutRoute): readonly Segment[] {
  return facts.pieces.segments.filter((segment) => !isInUse(segment, roomOfUse))
}

/** The floor of the second set with one way in place of a trip's routes, and the trips of the first set that come within reach of the change. */
function troddenInstead(before: Trodden, { uses, grid, tripsOf }: Reach, routes: readonly CutRoute[], way: CutRoute) {
  const come = new Set(segmentsOf(way))
  const fewer = new Map<Segment, number>()
  for (const segment of routes.flatMap(segmentsOf)) fewer.set(segment, (fewer.get(segment) ?? 0) + 1)
  const gone = new Set([...fewer].filter(([segment, count]) => uses.get(segment) === count && !come.has(segment)).map(([segment]) => segment))
  const added = [...come].filter((segment) => !before.segments.has(segment))
  // A trip of both sets meets itself, and its way may have been asked about in another trial.
  const touched = new Set<Segment>(come)
  for (const segment of [...gone, ...added]) grid.visit(grown(segment.box, before.rule.distance), (near) => touched.add(near))
  const segments = {
    has: (segment: Segment) => come.has(segment) || (before.segments.has(segment) && !gone.has(segment)),
    values: () => new Set([...before.segments.values(), ...added].filter((segment) => !gone.has(segment))).values(),
  }
  const base = { before, gone: [...gone], come: added, solids: [], touched }
  const changed = new Set<number>()
  for (const segment of touched) for (const index of tripsOf.get(segment) ?? []) changed.add(index)
  return { floor: newTrodden([], segments, before.rule, before.field, base), changed }
}
