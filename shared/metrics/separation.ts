import type { Id } from '#shared/base/ids'
import { message } from '#shared/base/message'
import { once } from '#shared/base/once'
import { resumable, type Steps } from '#shared/base/steps'
import type { Failure } from '#shared/journeys/journeys'
import type { Trip } from '#shared/journeys/trip'
import type { Assessment } from './assessment'
import { elementName } from './load'
import type { MetricUnit, MetricValue, Part, Range } from './measurement'
import { because, kindOf, type Metric, metricOf, partOfTrip, unlessFailed } from './metric'
import { rangeOver, type Trial } from './ranges'
import type { RouteFacts } from './route-facts'
import type { Meeting } from './segment-pairs'
import { newSeparation, type Rule, runsOf, type Separation, type Shares, type SharingTrip } from './separation-found'
import { separationTrials } from './separation-trials'
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
const SUMS: readonly Figure[] = ['sharedMetresPerTrip', 'sharedMetresPerDay', 'sharedShare', 'opposingMetres']
type Figure = keyof typeof FIGURES

const FIGURES = {
  sharedMetresPerTrip: (separation: Shares) => sumOver(separation, shared) * (1 / separation.firstTripsPerDay),
  sharedMetresPerDay: (separation: Shares) => sumOver(separation, shared),
  sharedShare: (separation: Shares) => ratio(sumOver(separation, shared), 1 / separation.firstMetres()),
  opposingMetres: (separation: Shares) => sumOver(separation, opposing) * (1 / separation.firstTripsPerDay),
  conflictPlaces: ({ conflicts }: Shares) => conflicts().places().length,
  sharedDoors: ({ doors }: Shares) => doors().length,
  separationGrade: ({ conflicts }: Shares) => SEPARATION_GRADES.indexOf(conflicts().pieces.length === 0 ? 'ownRoute' : 'sharedTimeUnknown'),
}

const ALL_FIGURES = Object.keys(FIGURES) as Figure[]

function separated(assessment: Assessment, rule: Rule): (subject: string | undefined) => readonly Metric[] {
  const found = once(() => newSeparation(assessment, rule))
  const isOf = (flows: Rule['first']) => (leg: { readonly role: unknown; readonly flow: Trip['flow'] }) =>
    leg.role === undefined && flows.includes(leg.flow)
  const concerns = (failure: Failure) => isOf(rule.first)(failure) || isOf(rule.second)(failure)
  const hasFirst = assessment.journeys.trips.some(isOf(rule.first)) || assessment.journeys.failures.some(isOf(rule.first))
  const trials = resumable(function* (): Steps<Readonly<Record<Figure, readonly Trial[]>>> {
    const tried = Object.fromEntries(ALL_FIGURES.map((figure): [Figure, Trial[]] => [figure, []])) as Record<Figure, Trial[]>
    for (const { trip, ways, shares, done } of separationTrials(assessment, found())) {
      if (ways.length > 0) for (const figure of ALL_FIGURES) tried[figure].push({ trip, ways, values: shares.map(FIGURES[figure]) })
      yield done
    }
    return tried
  })
  function* rangeOf(figure: Figure, value: number): Steps<Range | undefined> {
    return rangeOver(value, (yield* trials())[figure], SUMS.includes(figure))
  }

  return (subject) => {
    const metric = (figure: Figure, unit: MetricUnit, per: MetricValue['per'], parts: () => readonly Part[]) => {
      const result = hasFirst
        ? unlessFailed(assessment, concerns, () => FIGURES[figure](found()))
        : because('unavailable.noTripsToSeparate', { separation: rule.key })
      return metricOf(kindOf(figure, unit, per, 'less'), subject, result, parts, (value) => rangeOf(figure, value))
    }
    const runs = (spans: (meeting: Meeting) => Meeting['shared'], scale: () => number) => () =>
      found().first.flatMap(({ trip, routes }) => {
        const amount = trip.perDay * meanOfRoutes(routes, spans) * scale()
        const marks = () => routes.flatMap(({ facts, meeting }) => runMarks(facts, spans(meeting), trip.storey))
        return amount === 0 ? [] : [partOfTrip(trip, amount, marks())]
      })
    const perTrip = () => 1 / found().firstTripsPerDay
    const places = () => placeParts(assessment, found())
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
        runs(shared, () => 1 / found().firstMetres()),
      ),
      metric('opposingMetres', 'metre', 'trip', runs(opposing, perTrip)),
      metric('conflictPlaces', 'count', undefined, places),
      metric('sharedDoors', 'count', undefined, () => doorParts(assessment, found())),
      metric('separationGrade', 'grade', undefined, places),
    ]
  }
}

const shared = (meeting: Meeting) => meeting.shared
const opposing = (meeting: Meeting) => meeting.opposing

function sumOver({ first }: Shares, spans: (meeting: Meeting) => Meeting['shared']): number {
  let sum = 0
  for (const { trip, routes } of first) sum += trip.perDay * meanOfRoutes(routes, spans)
  return sum
}

function ratio(metres: number, scale: number): number {
  return metres === 0 ? 0 : metres * scale
}

function meanOfRoutes(routes: SharingTrip['routes'], spans: (meeting: Meeting) => Meeting['shared']): number {
  let sum = 0
  for (const { meeting } of routes) sum += lengthOfSpans(spans(meeting))
  return routes.length === 0 ? 0 : sum / routes.length
}

function runMarks(facts: RouteFacts, spans: Meeting['shared'], storey: Id | undefined): Part['marks'] {
  return runsOf(facts, spans).map((points) => ({ role: 'shared', points, element: undefined, ...(storey === undefined ? {} : { storey }) }))
}

function placeParts({ building: { storeys } }: Assessment, { conflicts }: Separation): readonly Part[] {
  const { pieces, places } = conflicts()
  return places().map((place): Part => {
    const marks = place.map((index): Part['marks'][number] => {
      const { points, storey } = pieces[index]!
      const on = storeys.length < 2 ? {} : { storey: storeys[storey]!.storey.id }
      return { role: points.length === 1 ? 'crossing' : 'shared', points, element: undefined, ...on }
    })
    return { trip: undefined, subject: message('part.conflictPlace', { pieces: place.length }), amount: 1, marks }
  })
}

function doorParts(assessment: Assessment, { doors }: Separation): readonly Part[] {
  return doors().map((id) => ({
    trip: undefined,
    subject: message('part.sharedDoor', { opening: elementName(assessment, id) }),
    amount: 1,
    marks: [{ role: 'element', points: [], element: id }],
  }))
}
