import type { Id } from '#shared/base/ids'
import { message } from '#shared/base/message'
import type { Settings } from '#shared/document/workshop'
import type { Failure } from '#shared/journeys/journeys'
import { onStoreys, type Trip } from '#shared/journeys/trip'
import { type Assessment, routesOf, storeyOfTrip } from './assessment'
import { barriersOf } from './barriers'
import { lineRule } from './bearing'
import { type ConflictPiece, conflictPlaces } from './conflict-places'
import { elementName } from './load'
import type { MetricKey, MetricUnit, MetricValue, Part } from './measurement'
import { because, kindOf, type Metric, metricOf, partOfTrip, unlessFailed } from './metric'
import { metresOf } from './patient-travel'
import { pointOn, type RouteFacts, stretchOf } from './route-facts'
import { type CutRoute, type Meeting, meetingOfRoute, troddenBy } from './shared-runs'
import { lengthOfSpans } from './spans'

/** What the value of `separationGrade` stands for, best first. */
export const SEPARATION_GRADES = ['ownRoute', 'ownTime', 'shared', 'sharedTimeUnknown'] as const

type Rule = Settings['separations'][number]

/** How far the flows that should be kept apart are: for each pair of sets, and for the first of them as the whole. */
export function separation(assessment: Assessment): readonly Metric[] {
  return assessment.settings.separations.flatMap((rule, index) => {
    const subjects = index === 0 ? [undefined, `separation:${rule.key}`] : [`separation:${rule.key}`]
    const found = separated(assessment, rule)
    return subjects.flatMap((subject) => found(subject))
  })
}

/** A trip of the first set with what each of its routes shares. */
type SharingTrip = {
  readonly trip: Trip
  readonly storey: number
  readonly routes: readonly { readonly facts: RouteFacts; readonly meeting: Meeting }[]
}

type Separation = {
  readonly first: readonly SharingTrip[]
  readonly second: readonly Trip[]
  readonly firstTripsPerDay: number
  /** Metres a day of all trips of the first set. */
  readonly firstMetres: () => number
  readonly pieces: readonly ConflictPiece[]
  readonly places: readonly (readonly number[])[]
  readonly doors: readonly Id[]
}

function separated(assessment: Assessment, rule: Rule): (subject: string | undefined) => readonly Metric[] {
  let known: Separation | undefined
  const separation = () => {
    known ??= newSeparation(assessment, rule)
    return known
  }
  const isOf = (flows: Rule['first']) => (leg: { readonly role: unknown; readonly flow: Trip['flow'] }) =>
    leg.role === undefined && flows.includes(leg.flow)
  const concerns = (failure: Failure) => isOf(rule.first)(failure) || isOf(rule.second)(failure)
  const hasFirst = assessment.journeys.trips.some(isOf(rule.first)) || assessment.journeys.failures.some(isOf(rule.first))
  const sumOver = (of: (facts: RouteFacts, meeting: Meeting) => number) => {
    let sum = 0
    for (const { trip, routes } of separation().first) sum += trip.perDay * meanOfRoutes(routes, of)
    return sum
  }
  const shared = (_: RouteFacts, meeting: Meeting) => lengthOfSpans(meeting.shared)
  const opposing = (_: RouteFacts, meeting: Meeting) => lengthOfSpans(meeting.opposing)

  return (subject) => {
    const metric = (key: MetricKey, unit: MetricUnit, per: MetricValue['per'], value: () => number, parts: () => readonly Part[]) => {
      const result = hasFirst ? unlessFailed(assessment, concerns, value) : because('unavailable.noTripsToSeparate', { separation: rule.key })
      return metricOf(kindOf(key, unit, per, 'less'), subject, result, parts)
    }
    const runs = (of: typeof shared, spans: (meeting: Meeting) => Meeting['shared'], scale: () => number) => () =>
      separation().first.flatMap(({ trip, routes }) => {
        const amount = trip.perDay * meanOfRoutes(routes, of) * scale()
        return amount === 0
          ? []
          : [
              partOfTrip(
                trip,
                amount,
                routes.flatMap(({ facts, meeting }) => runMarks(facts, spans(meeting), trip.storey)),
              ),
            ]
      })
    const perTrip = () => 1 / separation().firstTripsPerDay
    const ofMetres = () => 1 / separation().firstMetres()
    return [
      metric(
        'sharedMetresPerTrip',
        'metre',
        'trip',
        () => sumOver(shared) * perTrip(),
        runs(shared, (meeting) => meeting.shared, perTrip),
      ),
      metric(
        'sharedMetresPerDay',
        'metre',
        'day',
        () => sumOver(shared),
        runs(
          shared,
          (meeting) => meeting.shared,
          () => 1,
        ),
      ),
      metric(
        'sharedShare',
        'share',
        'trip',
        () => ratio(sumOver(shared), ofMetres()),
        runs(shared, (meeting) => meeting.shared, ofMetres),
      ),
      metric(
        'opposingMetres',
        'metre',
        'trip',
        () => sumOver(opposing) * perTrip(),
        runs(opposing, (meeting) => meeting.opposing, perTrip),
      ),
      metric(
        'conflictPlaces',
        'count',
        undefined,
        () => separation().places.length,
        () => placeParts(assessment, separation()),
      ),
      metric(
        'sharedDoors',
        'count',
        undefined,
        () => separation().doors.length,
        () => doorParts(assessment, separation()),
      ),
      metric(
        'separationGrade',
        'grade',
        undefined,
        () => gradeOf(separation()),
        () => placeParts(assessment, separation()),
      ),
    ]
  }
}

function ratio(metres: number, scale: number): number {
  return metres === 0 ? 0 : metres * scale
}

function meanOfRoutes(routes: SharingTrip['routes'], of: (facts: RouteFacts, meeting: Meeting) => number): number {
  let sum = 0
  for (const { facts, meeting } of routes) sum += of(facts, meeting)
  return routes.length === 0 ? 0 : sum / routes.length
}

function gradeOf({ pieces }: Separation): number {
  return SEPARATION_GRADES.indexOf(pieces.length === 0 ? 'ownRoute' : 'sharedTimeUnknown')
}

function newSeparation(assessment: Assessment, rule: Rule): Separation {
  const { journeys, building, routers, settings } = assessment
  const walks = onStoreys(journeys.trips)
  const tripsOf = (flows: Rule['first']) => walks.filter(({ role, flow }) => role === undefined && flows.includes(flow))
  const line = lineRule(settings)
  const second = tripsOf(rule.second)
  const trodden = building.storeys.map((built, storey) =>
    troddenBy(
      distinctRoutes(
        assessment,
        second.filter((trip) => storeyOfTrip(building, trip) === storey),
      ),
      line,
      barriersOf(built, routers[storey]!.floor),
    ),
  )
  const first = tripsOf(rule.first).map((trip): SharingTrip => {
    const storey = storeyOfTrip(building, trip)
    const routes = routesOf(assessment, trip).map((facts) => ({
      facts,
      meeting: meetingOfRoute({ facts, roomOfUse: trip.roomOfUse }, trodden[storey]!),
    }))
    return { trip, storey, routes }
  })
  const { pieces, places } = conflictsOf(first, settings)
  return {
    first,
    second,
    firstTripsPerDay: tripsADay(assessment, rule.first),
    // Walks leave out stairs, which are on the way of a trip.
    firstMetres: () => metresOf(journeys.trips.filter(({ role, flow }) => role === undefined && rule.first.includes(flow))),
    pieces,
    places,
    doors: doorsOfBoth(
      assessment,
      first.map(({ trip }) => trip),
      second,
    ),
  }
}

function distinctRoutes(assessment: Assessment, trips: readonly Trip[]): readonly CutRoute[] {
  const found = new Map<RouteFacts, CutRoute[]>()
  for (const trip of trips) {
    for (const facts of routesOf(assessment, trip)) {
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

type Conflicts = Pick<Separation, 'pieces' | 'places'> & {
  readonly found: readonly (readonly [storey: number, facts: RouteFacts, meeting: Meeting])[]
}

const lastConflicts = new WeakMap<Settings, Conflicts[]>()
/** Both readings of a design, and of a preview of it. */
const CONFLICTS_KEPT = 4

/** Runs and crossings, each once, and the places they make; the same objects as long as no route shares anything else. */
function conflictsOf(first: readonly SharingTrip[], settings: Settings): Conflicts {
  const seen = new Set<Meeting>()
  const found = first.flatMap(({ storey, routes }) =>
    routes.flatMap(({ facts, meeting }): Conflicts['found'] => {
      if (seen.has(meeting) || (meeting.shared.length === 0 && meeting.crossings.length === 0)) return []
      seen.add(meeting)
      return [[storey, facts, meeting]]
    }),
  )
  const before = lastConflicts.get(settings) ?? []
  const known = before.find(
    (conflicts) =>
      conflicts.found.length === found.length &&
      conflicts.found.every(([storey, , meeting], i) => storey === found[i]![0] && meeting === found[i]![2]),
  )
  if (known !== undefined) {
    if (before[0] !== known) lastConflicts.set(settings, [known, ...before.filter((conflicts) => conflicts !== known)])
    return known
  }
  const pieces = found.flatMap(([storey, facts, meeting]): ConflictPiece[] => [
    ...runsOf(facts, meeting.shared).map((points) => ({ storey, points })),
    ...meeting.crossings.map((at) => ({ storey, points: [pointAt(facts, at)] })),
  ])
  const conflicts = { found, pieces, places: conflictPlaces(pieces, settings.thresholds.conflictGap) }
  lastConflicts.set(settings, [conflicts, ...before].slice(0, CONFLICTS_KEPT))
  return conflicts
}

function runsOf(facts: RouteFacts, spans: Meeting['shared']) {
  const runs: ReturnType<typeof stretchOf>[] = []
  for (let i = 0; i < spans.length; i += 2) {
    const points = stretchOf(facts, spans[i]!, spans[i + 1]!)
    if (points.length > 1) runs.push(points)
  }
  return runs
}

function runMarks(facts: RouteFacts, spans: Meeting['shared'], storey: Id | undefined): Part['marks'] {
  return runsOf(facts, spans).map((points) => ({ role: 'shared', points, element: undefined, ...(storey === undefined ? {} : { storey }) }))
}

function pointAt({ pieces }: RouteFacts, at: number) {
  const { segments, starts } = pieces
  let index = segments.findIndex((segment, i) => at <= starts[i]! + segment.metres + 1e-9)
  if (index < 0) index = segments.length - 1
  return pointOn(segments[index]!, at - starts[index]!)
}

/** Openings, gates among them, that trips of both sets pass. */
function doorsOfBoth(assessment: Assessment, first: readonly Trip[], second: readonly Trip[]): readonly Id[] {
  const passed = (trips: readonly Trip[]) => {
    const ids = new Set<Id>()
    for (const trip of trips) {
      for (const { openings } of routesOf(assessment, trip)) for (const id of openings) ids.add(id)
      for (const { element } of [trip.from, trip.to]) if (element.startsWith('opening_')) ids.add(element)
    }
    return ids
  }
  const ofSecond = passed(second)
  return [...passed(first)].filter((id) => ofSecond.has(id)).sort()
}

function placeParts({ building: { storeys } }: Assessment, { pieces, places }: Separation): readonly Part[] {
  return places.map((place): Part => {
    const marks = place.map((index): Part['marks'][number] => {
      const { points, storey } = pieces[index]!
      const on = storeys.length < 2 ? {} : { storey: storeys[storey]!.storey.id }
      return { role: points.length === 1 ? 'crossing' : 'shared', points, element: undefined, ...on }
    })
    return { trip: undefined, subject: message('part.conflictPlace', { pieces: place.length }), amount: 1, marks }
  })
}

function doorParts(assessment: Assessment, { doors }: Separation): readonly Part[] {
  return doors.map((id) => ({
    trip: undefined,
    subject: message('part.sharedDoor', { opening: elementName(assessment, id) }),
    amount: 1,
    marks: [{ role: 'element', points: [], element: id }],
  }))
}
