import type { Id, Key } from '#shared/base/ids'
import type { Steps } from '#shared/base/steps'
import type { Flow } from '#shared/document/vocabulary'
import { type FlowNet, flowNet, NO_FLOWS } from '#shared/drawing/flow-net'
import type { DrawnPart } from '#shared/drawing/options'
import type { Point } from '#shared/geometry/point'
import { type Story, tellStory } from '#shared/journeys/story'
import { onStoreys } from '#shared/journeys/trip'
import { storeyOfTrip } from '#shared/metrics/assessment'
import { type ConflictPlace, conflictMetres } from '#shared/metrics/conflict-metres'
import { type LandingPassing, landingPassings } from '#shared/metrics/landing-passings'
import type { Measured } from '#shared/metrics/measure'
import type { MetricKey, Range, RangeLeg, Reading } from '#shared/metrics/measurement'
import { partOfTrip } from '#shared/metrics/metric'
import { type DoorPassing, doorPassings, type RoomPassing, roomPassings } from '#shared/metrics/passings'
import { type AskedRange, steadyRange, type UnaskedRange } from '#shared/metrics/range-asked'
import { type NamedEye, namedEyes, sightArea } from '#shared/metrics/sight-area'

type OfDesign = {
  readonly design: Id
  readonly reading: Reading
  /** Of what was measured last, an edit under way included, instead of the design as committed. */
  readonly isLatest: boolean
  /** The storey that is shown; undefined: the lowest. */
  readonly storey?: Id | undefined
}

/** What is asked about a design beside its measures, to be drawn or read over it. */
export type Inquiry =
  | (OfDesign & { readonly about: 'flows' })
  | (OfDesign & { readonly about: 'room'; readonly room: Id })
  | (OfDesign & { readonly about: 'door'; readonly opening: Id })
  | (OfDesign & { readonly about: 'sight'; readonly eye: string })
  /** `isPressed`: somebody pressed for it, however long it takes. */
  | (OfDesign & { readonly about: 'range'; readonly metric: MetricKey; readonly subject: string | undefined; readonly isPressed: boolean })
  | (OfDesign & { readonly about: 'story'; readonly pathway: Key; readonly traits: Readonly<Record<Key, Key>> })

/** Who passes one door, with the keys of the trips of each kind. */
export type PassedDoor = Pick<DoorPassing, 'isShared'> & {
  readonly flows: readonly (DoorPassing['flows'][number] & { readonly trips: readonly string[] })[]
}

/** All that moves, on common lines, with the doors it passes, where clean meets used, and who could look. */
export type Flows = {
  readonly net: FlowNet
  readonly doors: readonly DoorPassing[]
  readonly conflicts: readonly ConflictPlace[]
  readonly eyes: readonly NamedEye[]
  /** Who takes a lift or stairs from this storey. */
  readonly landings: readonly LandingPassing[]
}

/** Between what and what a figure lies, by the ways that some trips may take. */
export type ShownRange = Pick<Range, 'low' | 'high'> & { readonly status: 'found'; readonly legs: readonly RangeRow[] }
/** What is known of the range of a figure. */
export type RangeState =
  | ShownRange
  | UnaskedRange
  /** So great a share of the legs was tried, and it goes on when asked again. */
  | { readonly status: 'underWay'; readonly done: number }
/** `trip`: its key; `drawn`: its routes with the other ways. */
export type RangeRow = Pick<RangeLeg, 'subject' | 'low' | 'high'> & { readonly trip: string; readonly flow: Flow; readonly drawn: DrawnPart }

export type Found = {
  readonly flows: Flows
  readonly room: readonly RoomPassing[]
  readonly door: PassedDoor
  /** Rings; undefined where the design has no such eye. */
  readonly sight: readonly (readonly Point[])[] | undefined
  /** Undefined where the figure has none. */
  readonly range: RangeState | undefined
  /** Undefined where the design has no such pathway. */
  readonly story: Story | undefined
}
export type FoundOf<I extends Inquiry> = Found[I['about']]

/** By the index of the storey. */
const flowsOf = new WeakMap<Measured['measurement'], Map<number, Flows>>()

/** What takes longer is left for whoever asks again, so that the scoreboard never waits for more. Milliseconds. */
const AT_ONCE_MS = 30

/** `now` in milliseconds. */
export function answerToInquiry(inquiry: Inquiry, measured: Measured, now: () => number): FoundOf<Inquiry> {
  const { assessment, building } = measured
  const storey = Math.max(
    0,
    building.storeys.findIndex((built) => built.storey.id === inquiry.storey),
  )
  switch (inquiry.about) {
    case 'flows':
      return allFlows(measured, storey)
    case 'room':
      return assessment === undefined ? [] : roomPassings(assessment, inquiry.room)
    case 'door':
      return passedDoor(measured, inquiry.opening)
    case 'sight': {
      const eye = assessment === undefined ? undefined : namedEyes(assessment, storey).find(({ key }) => key === inquiry.eye)
      return eye && sightArea(measured, storey, eye)
    }
    case 'range':
      return rangeSoFar(steadyRange(measured, inquiry, inquiry.isPressed), now)
    case 'story': {
      const walked = assessment?.journeys.streams.find(({ stream }) => stream.host.key === inquiry.pathway)
      return assessment && walked && tellStory(walked.stream, inquiry.traits, assessment.ground, building.design)
    }
  }
}

function rangeSoFar(steps: Steps<AskedRange | undefined>, now: () => number): RangeState | undefined {
  const until = now() + AT_ONCE_MS
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value?.status === 'found' ? shownRange(step.value.range) : step.value
    if (now() >= until) return { status: 'underWay', done: step.value ?? 0 }
  }
}

function shownRange({ low, high, legs }: Range): ShownRange {
  return {
    status: 'found',
    low,
    high,
    legs: legs.map(({ trip, subject, low: least, high: most, marks }) => {
      const { key, flow, perDay } = trip
      return { trip: key, flow, subject, low: least, high: most, drawn: { trip: { key, flow, perDay }, marks: partOfTrip(trip, 0, marks).marks } }
    }),
  }
}

const doors = new WeakMap<Measured['measurement'], readonly DoorPassing[]>()

function doorsOf({ measurement, assessment }: Measured): readonly DoorPassing[] {
  let known = doors.get(measurement)
  if (known === undefined) {
    known = assessment === undefined ? [] : doorPassings(assessment, assessment.settings.separations)
    doors.set(measurement, known)
  }
  return known
}

/** One door alone: all that moves, for the sake of one door, would take long to lay on lines and to send. */
function passedDoor(measured: Measured, opening: Id): PassedDoor {
  const door = doorsOf(measured).find((each) => each.opening === opening)
  if (door === undefined) return { isShared: false, flows: [] }
  const passing = new Set(door.trips)
  const trips = new Map<Flow, Set<string>>(door.flows.map(({ flow }) => [flow, new Set()]))
  for (const { key, flow } of onStoreys(measured.trips)) if (passing.has(key)) trips.get(flow)?.add(key)
  return { isShared: door.isShared, flows: door.flows.map((each) => ({ ...each, trips: [...(trips.get(each.flow) ?? [])] })) }
}

function allFlows(measured: Measured, at: number): Flows {
  const known = flowsOf.get(measured.measurement)?.get(at)
  if (known !== undefined) return known
  const { assessment, building, trips } = measured
  const storey = building.storeys[at]
  const walked = building.storeys.length < 2 ? trips : onStoreys(trips).filter((trip) => storeyOfTrip(building, trip) === at)
  const flows: Flows = {
    net: storey === undefined ? NO_FLOWS : flowNet(walked, storey),
    doors: doorsOf(measured),
    conflicts: conflictMetres(measured, measured.values.find(({ metric }) => metric === 'conflictPlaces')?.subject).filter(
      ({ marks }) => marks[0]?.storey === undefined || marks[0].storey === storey?.storey.id,
    ),
    eyes: assessment === undefined ? [] : namedEyes(assessment, at),
    landings: storey === undefined ? [] : landingPassings(trips, building, storey.storey.id),
  }
  const ofStoreys = flowsOf.get(measured.measurement) ?? new Map<number, Flows>()
  flowsOf.set(measured.measurement, ofStoreys.set(at, flows))
  return flows
}
