import { type Message, message } from '#shared/base/message'
import { resumable, type Steps } from '#shared/base/steps'
import type { Point } from '#shared/geometry/point'
import type { Failure } from '#shared/journeys/journeys'
import type { Trip } from '#shared/journeys/trip'
import type { Route } from '#shared/routing/router'
import type { Assessment } from './assessment'
import type { MetricKey, MetricUnit, MetricValue, Part, Range, Result } from './measurement'

/** A value, what it is made of, and the range it has where it hangs on which way is taken. */
export type Metric = { readonly value: MetricValue; readonly parts: () => readonly Part[]; readonly range: () => Steps<Range | undefined> }

/** What is the same for every value of a metric. */
export type MetricKind = Pick<MetricValue, 'metric' | 'unit' | 'per' | 'better'>

export function kindOf(metric: MetricKey, unit: MetricUnit, per: MetricValue['per'], better: MetricValue['better']): MetricKind {
  return { metric, unit, per, better }
}

const NO_PARTS = () => []
/** Of a value that hangs on no way. */
export function* noRange(): Steps<undefined> {}

export function metricOf(
  kind: MetricKind,
  subject: string | undefined,
  result: Result,
  parts: () => readonly Part[] = NO_PARTS,
  range: (value: number) => Steps<Range | undefined> = noRange,
): Metric {
  const { metric, unit, per, better } = kind
  return {
    value: { metric, subject, unit, per, better, result },
    parts: () => largestFirst(parts()),
    range: result.status === 'available' ? resumable(() => range(result.value)) : noRange,
  }
}

export function available(value: number): Result {
  return { status: 'available', value: value + 0 }
}

export function unavailable(reason: Message): Result {
  return { status: 'unavailable', reason }
}

export function because(key: string, values: Message['values'] = {}): Result {
  return unavailable(message(key, values))
}

/** The value, unless one of the legs that it needs cannot be walked: then the first of these in walking order says why. */
export function unlessFailed({ journeys }: Assessment, concerns: (failure: Failure) => boolean, value: () => number): Result {
  const failure = firstFailure(journeys.failures, concerns)
  return failure === undefined ? available(value()) : unavailable(failure.reason())
}

/** Pathways in the order of streams, legs in walking order. */
export function firstFailure(failures: readonly Failure[], concerns: (failure: Failure) => boolean): Failure | undefined {
  let first: Failure | undefined
  for (const failure of failures) if (concerns(failure) && (first === undefined || failure.order < first.order)) first = failure
  return first
}

/** The parts of a sum over trips, drawn as their routes. */
export function partsOfTrips(trips: readonly Trip[], amountOf: (trip: Trip) => number): readonly Part[] {
  return trips.flatMap((trip) => {
    const amount = amountOf(trip)
    return amount === 0 ? [] : [partOfTrip(trip, amount, [])]
  })
}

export function partOfTrip(trip: Trip, amount: number, marks: Part['marks']): Part {
  const routes = (trip.walks?.() ?? [trip]).flatMap((walk) => {
    const on = walk.storey === undefined ? {} : { storey: walk.storey }
    return walk.routes().map((route) => ({ role: 'route' as const, points: pointsOf(route), element: undefined, ...on }))
  })
  return { trip, subject: tripMessage(trip), amount, marks: [...routes, ...marks] }
}

/** Where a trip leads, by the names of its ends; `report` and the panels say whose it is from the trip itself. */
export function tripMessage(trip: Trip): Message {
  return message(`part.${trip.purpose}`, { from: trip.from.name ?? '', to: trip.to.name ?? '', pathway: trip.pathway, role: trip.role ?? '' })
}

/** A route as it is drawn. Metres. */
export function pointsOf({ points }: Route): readonly Point[] {
  return Array.from({ length: points.length / 2 }, (_, index) => ({ x: points[2 * index]!, y: points[2 * index + 1]! }))
}

function largestFirst(parts: readonly Part[]): readonly Part[] {
  const key = ({ trip, marks }: Part) => trip?.key ?? marks[0]?.element ?? ''
  return [...parts].sort((a, b) => b.amount - a.amount || (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0))
}
