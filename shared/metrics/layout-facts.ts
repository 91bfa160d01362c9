import type { Id } from '#shared/base/ids'
import { buildBuilding } from '#shared/building/build-building'
import type { BuiltOpening, Side } from '#shared/building/building'
import type { WardDocument } from '#shared/document/document'
import type { Fixture } from '#shared/document/elements/fixture'
import type { Opening } from '#shared/document/elements/opening'
import type { Room } from '#shared/document/elements/room'
import type { Point } from '#shared/geometry/point'
import { centroid, signedArea } from '#shared/geometry/polygon'

/** What stands where in a design, for holding it against another. Metres and square metres, lists in the order of ids. */
export type LayoutFacts = {
  readonly rooms: readonly RoomFacts[]
  readonly openings: readonly OpeningFacts[]
  readonly fixtures: readonly FixtureFacts[]
}

export type RoomFacts = {
  readonly room: Room
  readonly ring: readonly Point[]
  /** Its centre of gravity. */
  readonly centre: Point
  /** Less half walls, as plans say it. */
  readonly area: number
  /** On the centre-lines of its walls: what was drawn. */
  readonly drawnArea: number
}

export type OpeningFacts = {
  readonly opening: Opening
  /** From jamb to jamb. */
  readonly ring: readonly Point[]
  readonly centre: Point
  /** The rooms on its two sides; `outside` and uncovered `floor` where there is none. */
  readonly joins: readonly (Id | 'outside' | 'floor')[]
}

export type FixtureFacts = {
  readonly fixture: Fixture
  readonly ring: readonly Point[]
  readonly centre: Point
  readonly room: Id | undefined
}

/** The elements of a design with their places. */
export function layoutOf(document: WardDocument, design: Id): LayoutFacts {
  const table = document.designs[design]
  if (table === undefined) return { rooms: [], openings: [], fixtures: [] }
  const { storeys } = buildBuilding(table, document.workshop)
  return {
    rooms: storeys.flatMap(({ rooms }) =>
      rooms.map(({ room, polygon, netArea }) => ({
        room,
        ring: polygon,
        centre: middleOf(polygon),
        area: netArea,
        drawnArea: Math.abs(signedArea(polygon)),
      })),
    ),
    openings: storeys.flatMap(({ openings }) => openings.map(openingFacts)),
    fixtures: storeys.flatMap(({ fixtures }) =>
      fixtures.map(({ fixture, footprint, room }) => ({ fixture, room, ring: footprint, centre: middleOf(footprint) })),
    ),
  }
}

function openingFacts({ opening, from, to, left, right }: BuiltOpening): OpeningFacts {
  return { opening, ring: [from, to], centre: { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 }, joins: [joined(left), joined(right)].sort() }
}

function joined(side: Side): Id | 'outside' | 'floor' {
  return side.kind === 'room' ? side.room : side.kind
}

function middleOf(ring: readonly Point[]): Point {
  return centroid([ring]) ?? ring[0] ?? { x: 0, y: 0 }
}
