import type { Id, Key } from '#shared/base/ids'
import { type FlowNet, flowNet, NO_FLOWS } from '#shared/drawing/flow-net'
import type { Point } from '#shared/geometry/point'
import { type Story, tellStory } from '#shared/journeys/story'
import { storeyOfTrip } from '#shared/metrics/assessment'
import { type ConflictPlace, conflictMetres } from '#shared/metrics/conflict-metres'
import type { Measured } from '#shared/metrics/measure'
import type { Reading } from '#shared/metrics/measurement'
import { type DoorPassing, doorPassings, type RoomPassing, roomPassings } from '#shared/metrics/passings'
import { type NamedEye, namedEyes, sightArea } from '#shared/metrics/sight-area'

type OfDesign = {
  readonly design: Id
  readonly reading: Reading
  /** Of what was measured last, an edit under way included, instead of the design as committed. */
  readonly isLatest: boolean
}

/** What is asked about a design beside its measures, to be drawn or read over it. */
export type Inquiry =
  | (OfDesign & { readonly about: 'flows' })
  | (OfDesign & { readonly about: 'room'; readonly room: Id })
  | (OfDesign & { readonly about: 'sight'; readonly eye: string })
  | (OfDesign & { readonly about: 'story'; readonly pathway: Key; readonly traits: Readonly<Record<Key, Key>> })

/** All that moves, on common lines, with the doors it passes, where clean meets used, and who could look. */
export type Flows = {
  readonly net: FlowNet
  readonly doors: readonly DoorPassing[]
  readonly conflicts: readonly ConflictPlace[]
  readonly eyes: readonly NamedEye[]
}

export type Found = {
  readonly flows: Flows
  readonly room: readonly RoomPassing[]
  /** Rings; undefined where the design has no such eye. */
  readonly sight: readonly (readonly Point[])[] | undefined
  /** Undefined where the design has no such pathway. */
  readonly story: Story | undefined
}
export type FoundOf<I extends Inquiry> = Found[I['about']]

const flowsOf = new WeakMap<Measured['measurement'], Flows>()

/** Only the first storey is drawn as yet, so only its trips are. */
const STOREY = 0

export function answerToInquiry(inquiry: Inquiry, measured: Measured): FoundOf<Inquiry> {
  const { assessment, building } = measured
  switch (inquiry.about) {
    case 'flows':
      return allFlows(measured)
    case 'room':
      return assessment === undefined ? [] : roomPassings(assessment, inquiry.room)
    case 'sight': {
      const eye = assessment === undefined ? undefined : namedEyes(assessment, STOREY).find(({ key }) => key === inquiry.eye)
      return eye && sightArea(measured, STOREY, eye)
    }
    case 'story': {
      const walked = assessment?.journeys.streams.find(({ stream }) => stream.host.key === inquiry.pathway)
      return assessment && walked && tellStory(walked.stream, inquiry.traits, assessment.ground, building.design)
    }
  }
}

function allFlows(measured: Measured): Flows {
  const known = flowsOf.get(measured.measurement)
  if (known !== undefined) return known
  const { assessment, building, trips } = measured
  const storey = building.storeys[STOREY]
  const net =
    storey === undefined
      ? NO_FLOWS
      : flowNet(building.storeys.length < 2 ? trips : trips.filter((trip) => storeyOfTrip(building, trip) === STOREY), storey)
  const flows = {
    net,
    doors: assessment === undefined ? [] : doorPassings(assessment, assessment.settings.separations),
    conflicts: conflictMetres(measured, measured.values.find(({ metric }) => metric === 'conflictPlaces')?.subject),
    eyes: assessment === undefined ? [] : namedEyes(assessment, STOREY),
  }
  flowsOf.set(measured.measurement, flows)
  return flows
}
