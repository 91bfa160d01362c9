import type { Id } from '#shared/base/ids'
import type { Connector } from '#shared/document/elements/connector'
import type { Design } from '#shared/document/elements/design'
import type { Fixture, UsePoint } from '#shared/document/elements/fixture'
import type { Opening } from '#shared/document/elements/opening'
import type { Room } from '#shared/document/elements/room'
import type { Storey } from '#shared/document/elements/storey'
import type { EdgeKind } from '#shared/document/vocabulary'
import type { FixtureType, RoomType } from '#shared/document/workshop'
import type { Point } from '#shared/geometry/point'

/** What a drawn design implies. Lengths in metres, areas in square metres, lists in the order of ids or keys. */
export type Building = {
  readonly design: Design
  /** From the lowest up; of equal height in the order of ids. */
  readonly storeys: readonly BuildingStorey[]
  readonly connectors: readonly BuiltConnector[]
}

/** A lift or stairs, with the fixture that stands for it on each storey that it serves, from the lowest up. */
export type BuiltConnector = {
  readonly connector: Connector
  readonly landings: readonly { readonly storey: number; readonly built: BuiltFixture }[]
}

export type BuildingStorey = {
  readonly storey: Storey
  readonly rooms: readonly BuiltRoom[]
  /** Every drawn edge, edges of two rooms on one line being one, before openings are cut. */
  readonly stretches: readonly Stretch[]
  readonly walls: readonly WallPiece[]
  readonly openEdges: readonly OpenEdge[]
  readonly openings: readonly BuiltOpening[]
  readonly fixtures: readonly BuiltFixture[]
}

export type BuiltRoom = {
  readonly room: Room
  /** Undefined when the workshop has no such room type; a finding says so. */
  readonly type: RoomType | undefined
  /** On the centre-lines, counter-clockwise. */
  readonly polygon: readonly Point[]
  /** Between the faces of its walls, doors taken as wall, counter-clockwise; undefined where walls leave nothing, or several pieces. */
  readonly inner: readonly Point[] | undefined
  /** Polygon less half walls. */
  readonly netArea: number
}

/** A stretch of wall, glazing or open edge between two joints. */
export type Stretch = {
  /** Owner, corner and millimetres along the edge: stays the same while the edge that it is named by does. */
  readonly key: string
  readonly from: Point
  readonly to: Point
  readonly edge: EdgeKind
  /** 0 where it is open. */
  readonly thickness: number
  readonly left: Side
  readonly right: Side
  /** The rooms, or the free wall, whose edge it is. */
  readonly of: readonly Id[]
}

/** A stretch of wall or glazing between openings, corners and joints; walls of two rooms on one line are one. */
export type WallPiece = {
  readonly key: string
  readonly edge: 'wall' | 'glazed'
  readonly thickness: number
  /** Centre-line, joints not included. */
  readonly from: Point
  readonly to: Point
  /** What it covers on the floor, joints included, counter-clockwise; two points when the thickness is 0. */
  readonly ring: readonly Point[]
  /** The rooms (at most two) or the free wall whose edge it is. */
  readonly of: readonly Id[]
}

/** A stretch of room edge drawn open: walked and seen across where floor lies on both sides. */
export type OpenEdge = {
  readonly key: string
  readonly from: Point
  readonly to: Point
  /** Rooms on the left and right of from -> to; undefined for uncovered floor. */
  readonly left: Id | undefined
  readonly right: Id | undefined
  readonly kind: Extract<EdgeKind, 'open'>
}

export type BuiltOpening = {
  readonly opening: Opening
  readonly storey: Id
  /** Jambs on the centre-line of the wall, in the direction of the edge that it was drawn on. */
  readonly from: Point
  readonly to: Point
  /** Of the wall it is cut into. */
  readonly thickness: number
  /** What lies on the left and on the right of from -> to. */
  readonly left: Side
  readonly right: Side
}

/** Beside an opening: a room, floor that no room covers, or the outside of the building. */
export type Side = { readonly kind: 'room'; readonly room: Id } | { readonly kind: 'floor' } | { readonly kind: 'outside' }

export type BuiltFixture = {
  readonly fixture: Fixture
  /** Undefined when the workshop has no such type; a finding says so. */
  readonly type: FixtureType | undefined
  /** The room that its position lies in. */
  readonly room: Id | undefined
  /** On the plan, counter-clockwise. */
  readonly footprint: readonly Point[]
  readonly usePoints: readonly BuiltUsePoint[]
  readonly bedHead: Point | undefined
}

export type BuiltUsePoint = { readonly point: Point; readonly for: UsePoint['for']; readonly side: UsePoint['side'] }
