import type { Id } from '#shared/base/ids'
import type { Message } from '#shared/base/message'
import type { Catalogue } from '#shared/document/catalogue'
import type { Flow } from '#shared/document/vocabulary'
import type { Point } from '#shared/geometry/point'
import type { Trip } from '#shared/journeys/trip'
import type { Part } from '#shared/metrics/measurement'

/** A route to be drawn: whose it is, where it runs and how often a day. */
export type DrawnRoute = {
  /** Of the trip, so that a picked line leads back to its row in the list. */
  readonly key: string
  readonly flow: Flow
  readonly points: readonly Point[]
  /** Trips a day; the thickness goes by it. */
  readonly perDay: number
}

/** A way that a trip may be walked by as well as by its own. */
export type DrawnWay = Omit<DrawnRoute, 'perDay'>

/** As much of what a number is made of as can be drawn; a `Part` of a measurement is one. */
export type DrawnPart = Pick<Part, 'marks'> & { readonly trip: Pick<Trip, 'key' | 'flow' | 'perDay'> | undefined }

/** What of a design is shown. Everything has a default that suits a plan on paper. */
export type DrawOptions = {
  /** The storey to draw. None given: the first. */
  readonly storey?: Id | undefined
  /** The looks of the fixtures. Without it they are drawn by their outline. */
  readonly catalogue?: Catalogue | undefined
  readonly routes?: readonly DrawnRoute[] | undefined
  /** What a number is made of: shared runs, crossings, exposed legs, sight-lines, elements. */
  readonly parts?: readonly DrawnPart[] | undefined
  /** Height of room names in metres; a name that does not fit is shrunk to `smallestLabel`, then left out. None given: 0.5 m. */
  readonly labelSize?: number | undefined
  /** None given: 0.7 of `labelSize`. */
  readonly smallestLabel?: number | undefined
  /** How much wider than Inter the type may turn out. None given: 1.15, for paper whose fonts nobody knows. */
  readonly typeWidth?: number | undefined
  /** Which of these are left out. */
  readonly without?: readonly ('names' | 'areas' | 'fixtures' | 'gates' | 'scaleBar')[] | undefined
  /** Whether the places where people stand at furniture are dotted. */
  readonly usePoints?: boolean | undefined
  /** Says the few words of a plan (areas, gates without a name, the scale). None given: figures alone. */
  readonly say?: ((message: Message) => string) | undefined
}
