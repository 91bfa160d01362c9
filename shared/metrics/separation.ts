import type { Id } from '#shared/base/ids'
import { message } from '#shared/base/message'
import type { Failure } from '#shared/journeys/journeys'
import type { Trip } from '#shared/journeys/trip'
import type { Assessment } from './assessment'
import { elementName } from './load'
import type { MetricUnit, MetricValue, Part, Range } from './measurement'
import { because, kindOf, type Metric, metricOf, partOfTrip, unlessFailed } from './metric'
import { otherWaysOf, rangeOver } from './other-ways'
import type { RouteFacts } from './route-facts'
import { newSeparation, type Rule, runsOf, type Separation, type SharingTrip, separationInstead } from './separation-found'
import type { Meeting } from './shared-runs'
import { lengthOfSpans } from './spans'

/** What the value of `separationGrade` stands for, best first. */
export const SEPARATION_GRADES = ['ownRoute', 'ownTime', 'shared', 'sharedTimeUnknown'] as const

/** How far the flows that should be kept apart are: for each pair of sets, and for the first of them as the whole. */
export function separation(assessment: Assessment): readonly Metric[] {
  return assessment.settings.separations.flatMap((rule, index) => {
    const subjects = index === 0 ? [undefined, `separation:${rule.key}`] : [`separation:${rule.key}`]
    const found = separated(assessment, rule)
    return subjects.flatMap((subject) => found(subject))
  })
}

/** Sums over trips: the ranges of those add up. */
const SUMS = ['sharedMetresPerTrip', 'sharedMetresPerDay', 'sharedShare', 'opposingMetres'] as const
type Sum = (typeof SUMS)[number]
type Figure = Sum | 'conflictPlaces' | 'sharedDoors' | 'separationGrade'

type Figures = Readonly<Record<Figure, number>>

function separated(assessment: Assessment, rule: Rule): (subject: string | undefined) => readonly Metric[] {
  let known: { readonly separation: Separation; readonly figures: Figures } | undefined
  const found = () => {
    if (known === undefined) {
      const made = newSeparation(assessment, rule)
      known = { separation: made, figures: figuresOf(made) }
    }
    return known
  }
  const isOf = (flows: Rule['first']) => (leg: { readonly role: unknown; readonly flow: Trip['flow'] }) =>
    leg.role === undefined && flows.includes(leg.flow)
  const concerns = (failure: Failure) => isOf(rule.first)(failure) || isOf(rule.second)(failure)
  const hasFirst = assessment.journeys.trips.some(isOf(rule.first)) || assessment.journeys.failures.some(isOf(rule.first))
  let trials: Trials | undefined
  const rangeOf = (figure: Figure, value: number): Range | undefined => {
    trials ??= trialsOf(assessment, found().separation)
    const ofFigure = trials.map(({ trip, ways, figures }) => ({ trip, ways, values: figures.map((one) => one[figure]) }))
    return rangeOver(
      value,
      ofFigure,
      SUMS.some((sum) => sum === figure),
    )
  }

  return (subject) => {
    const metric = (figure: Figure, unit: MetricUnit, per: MetricValue['per'], parts: () => readonly Part[]) => {
      const result = hasFirst
        ? unlessFailed(assessment, concerns, () => found().figures[figure])
        : because('unavailable.noTripsToSeparate', { separation: rule.key })
      return metricOf(kindOf(figure, unit, per, 'less'), subject, result, parts, (value) => rangeOf(figure, value))
    }
    const runs = (spans: (meeting: Meeting) => Meeting['shared'], scale: () => number) => () =>
      found().separation.first.flatMap(({ trip, routes }) => {
        const amount = trip.perDay * meanOfRoutes(routes, spans) * scale()
        const marks = () => routes.flatMap(({ facts, meeting }) => runMarks(facts, spans(meeting), trip.storey))
        return amount === 0 ? [] : [partOfTrip(trip, amount, marks())]
      })
    const perTrip = () => 1 / found().separation.firstTripsPerDay
    const places = () => placeParts(assessment, found().separation)
    return [
      metric('sharedMetresPerTrip', 'metre', 'trip', runs(shared, perTrip)),
      metric(
        'sharedMetresPerDay',
        'metre',
        'day',
        runs(shared, () => 1),
      ),
      metric(
        'sharedShare',
        'share',
        'trip',
        runs(shared, () => 1 / found().separation.firstMetres()),
      ),
      metric('opposingMetres', 'metre', 'trip', runs(opposing, perTrip)),
      metric('conflictPlaces', 'count', undefined, places),
      metric('sharedDoors', 'count', undefined, () => doorParts(assessment, found().separation)),
      metric('separationGrade', 'grade', undefined, places),
    ]
  }
}

const shared = (meeting: Meeting) => meeting.shared
const opposing = (meeting: Meeting) => meeting.opposing

function figuresOf(separation: Separation): Figures {
  const { first, firstTripsPerDay, firstMetres, pieces, places, doors } = separation
  const sumOver = (spans: (meeting: Meeting) => Meeting['shared']) => {
    let sum = 0
    for (const { trip, routes } of first) sum += trip.perDay * meanOfRoutes(routes, spans)
    return sum
  }
  const perTrip = 1 / firstTripsPerDay
  const metres = sumOver(shared)
  return {
    sharedMetresPerTrip: metres * perTrip,
    sharedMetresPerDay: metres,
    sharedShare: metres === 0 ? 0 : metres * (1 / firstMetres()),
    opposingMetres: sumOver(opposing) * perTrip,
    conflictPlaces: places.length,
    sharedDoors: doors.length,
    separationGrade: SEPARATION_GRADES.indexOf(pieces.length === 0 ? 'ownRoute' : 'sharedTimeUnknown'),
  }
}

/** Legs that have other ways round, with what each of these makes of the figures. */
type Trials = readonly { readonly trip: Trip; readonly ways: readonly RouteFacts[]; readonly figures: readonly Figures[] }[]

function trialsOf(assessment: Assessment, separation: Separation): Trials {
  const { first, second } = separation
  return [...new Set([...first.map(({ trip }) => trip), ...second])].flatMap((trip) => {
    const ways = otherWaysOf(assessment, trip)
    if (ways.length === 0) return []
    return [{ trip, ways, figures: ways.map((way) => figuresOf(separationInstead(assessment, separation, trip, way))) }]
  })
}

function meanOfRoutes(routes: SharingTrip['routes'], spans: (meeting: Meeting) => Meeting['shared']): number {
  let sum = 0
  for (const { meeting } of routes) sum += lengthOfSpans(spans(meeting))
  return routes.length === 0 ? 0 : sum / routes.length
}

function runMarks(facts: RouteFacts, spans: Meeting['shared'], storey: Id | undefined): Part['marks'] {
  return runsOf(facts, spans).map((points) => ({ role: 'shared', points, element: undefined, ...(storey === undefined ? {} : { storey }) }))
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
