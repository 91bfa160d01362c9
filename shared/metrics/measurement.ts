import type { Id } from '#shared/base/ids'
import type { Message } from '#shared/base/message'
import type { Steps } from '#shared/base/steps'
import type { Point } from '#shared/geometry/point'
import type { Trip } from '#shared/journeys/trip'

/** Whose pathways a design is measured with: its own variants, or the workshop's reference ones. */
export type Reading = 'own' | 'reference'

/** In the order in which the scoreboard and every export list them. */
export const METRIC_KEYS = [
  'load',
  'patientTravel',
  'staffTravelPerPatient',
  'staffTravelPerPersonShift',
  'patientRides',
  'staffRides',
  'handoffs',
  'warmHandoffs',
  'itemHandoffs',
  'steps',
  'queuePoints',
  'moves',
  'valueAddingShare',
  'valueAddedRatio',
  'sharedMetresPerTrip',
  'sharedMetresPerDay',
  'sharedShare',
  'opposingMetres',
  'conflictPlaces',
  'sharedDoors',
  'separationGrade',
  'dignityMetres',
  'dignityMinutes',
  'bedHeadsSeenByPublic',
  'sameSexBreaches',
  'observation',
  'netArea',
  'grossArea',
  'circulationShare',
  'uncoveredFloor',
  'briefMissing',
  'briefExtra',
  'briefBelow',
  'briefShortfall',
  'flowDistance',
  'walkingHoursPerYear',
  'walkingCostPerYear',
  'walkingCostPerVisit',
  'floorCost',
  'viaDetour',
  'assumedPlaces',
] as const
export type MetricKey = (typeof METRIC_KEYS)[number]

/** The measures that may have a range: they hang on where routes run, not only on how long they are. */
export const HANGS_ON_WAYS: ReadonlySet<MetricKey> = new Set([
  'sharedMetresPerTrip',
  'sharedMetresPerDay',
  'sharedShare',
  'opposingMetres',
  'conflictPlaces',
  'sharedDoors',
  'separationGrade',
  'dignityMetres',
])

export type MetricUnit = 'metre' | 'squareMetre' | 'count' | 'share' | 'minute' | 'hour' | 'money' | 'grade'

export type Result = { readonly status: 'available'; readonly value: number } | { readonly status: 'unavailable'; readonly reason: Message }

/** One number of the scoreboard, or why there is none. */
export type MetricValue = {
  readonly metric: MetricKey
  /** What part it is of, where a metric has parts: `role:nurse`, `place:treatment/bed`, `trait:sedation/yes`, `pathway:visit`, `separation:clean-used`. None: the whole. */
  readonly subject: string | undefined
  readonly unit: MetricUnit
  /** Metres are a visit, a day, a person and shift: the denominator, for the words beside the number. */
  readonly per: 'visit' | 'day' | 'year' | 'personShift' | 'trip' | undefined
  readonly better: 'less' | 'more' | 'neither'
  readonly result: Result
}

/** What a number is made of: a trip (or a place that is seen, a room that is missing) and its part of the value, in the value's unit. */
export type Part = {
  readonly trip: Trip | undefined
  readonly subject: Message
  readonly amount: number
  /** What to draw: pieces of routes, sight-lines, conflict places; metres. */
  readonly marks: readonly {
    readonly role: 'route' | 'otherWay' | 'shared' | 'crossing' | 'exposed' | 'sightLine' | 'element'
    readonly points: readonly Point[]
    readonly element: Id | undefined
    /** Where it lies, in a building of several storeys. */
    readonly storey?: Id | undefined
  }[]
}

/**
 * Between what and what a value lies where legs have another way round of under 2 % more length, that their walkers may well take: the
 * lowest and the highest that it becomes by these, in the value's unit (paragraph 14 of the README says how).
 */
export type Range = {
  readonly low: number
  readonly high: number
  /** The legs whose other ways change the value, those that change it most first. */
  readonly legs: readonly RangeLeg[]
}

export type RangeLeg = {
  readonly trip: Trip
  readonly subject: Message
  /** What the value becomes at least and at most when this leg alone is walked by another way. */
  readonly low: number
  readonly high: number
  /** The other ways. */
  readonly marks: Part['marks']
}

/** Every measure of one design under one reading. */
export type Measurement = {
  readonly design: Id
  readonly reading: Reading
  readonly values: readonly MetricValue[]
  /** Places and roles whose load is above 1: the design's other measures are shown, not ranked. */
  readonly overloaded: readonly Message[]
  /** Largest first. Worked out when asked for. */
  parts(metric: MetricKey, subject?: string): readonly Part[]
  /** Undefined where no other way round makes it another value. Takes a while; what was found is kept, whether or not anybody goes on. */
  range(metric: MetricKey, subject?: string): Steps<Range | undefined>
  readonly trips: readonly Trip[]
}
