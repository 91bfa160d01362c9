import type { Id } from '#shared/base/ids'
import { message } from '#shared/base/message'
import { roundToMillimetre, roundToTenthDegree } from '#shared/base/units'
import type { ArrangementPiece } from '#shared/document/arrangement'
import { recordsOf, type WardDocument } from '#shared/document/document'
import type { DesignElement, WardRecord } from '#shared/document/record'
import type { RoomType } from '#shared/document/workshop'
import type { Point } from '#shared/geometry/point'
import { boxOf } from '#shared/geometry/polygon'
import { done, type Edit, type FreshId } from './edit'
import { footprintOf } from './footprint'
import { unlawfulRefusal } from './lawful'
import { placedElements } from './placement'
import { freeName, roomNames } from './room-names'
import { editableDesign, storeyOf } from './target'

/** What is put down: an arrangement of the workshop, or one that is shipped with the types that it needs. */
export type PlacedArrangement = {
  readonly name: string
  readonly pieces: readonly ArrangementPiece[]
  /** Types of room that the workshop may not have yet. */
  readonly roomTypes?: readonly Omit<RoomType, 'id' | 'kind'>[]
  /** What the kinds of furniture in it are called, by key. */
  readonly fixtureTypes?: Readonly<Record<string, string>>
}

export type ArrangementPlace = {
  readonly design: Id
  /** None: the design's first. */
  readonly storey?: Id
  /** Where its middle comes to lie, in metres. */
  readonly at: Point
  /** Counter-clockwise, in degrees. */
  readonly turn?: number
  /** Mirrored left to right, before it is turned. */
  readonly isMirrored?: boolean
}

/**
 * Puts an arrangement down: every piece under a fresh id, rooms by names that are free, and what would not go together by itself as one
 * group. Types that the workshop lacks are added. Refused, with a ghost, where a room would lie over another.
 */
export function placeArrangement(document: WardDocument, arrangement: PlacedArrangement, place: ArrangementPlace, freshId: FreshId): Edit {
  const target = editableDesign(document, place.design)
  if (target.status === 'refused') return target
  const { table } = target
  const storey = storeyOf(table, place.storey)
  if ('status' in storey) return storey
  const standing = arrangement.pieces.map((piece) => standingAs(piece, place.design, storey.id))
  const shift = { x: roundToMillimetre(place.at.x), y: roundToMillimetre(place.at.y) }
  const turn = roundToTenthDegree(place.turn ?? 0)
  const placed = [...placedElements(standing, { about: { x: 0, y: 0 }, isMirrored: place.isMirrored ?? false, turn, shift }).values()]
  const fresh = new Map(placed.map(({ id, kind }) => [id, freshId(kind)]))
  const group = isOneThing(placed) ? undefined : freshId('group')
  const taken = roomNames(table)
  const added = placed.map((element): DesignElement => {
    const id = fresh.get(element.id) ?? element.id
    if (element.kind === 'opening') {
      const { on } = element
      return { ...element, id, on: 'room' in on ? { ...on, room: fresh.get(on.room) ?? on.room } : { wall: fresh.get(on.wall) ?? on.wall } }
    }
    const grouped = group === undefined ? { id } : { id, group }
    if (element.kind !== 'room') return { ...element, ...grouped }
    const name = freeName(element.name, taken)
    taken.add(name)
    return { ...element, ...grouped, name }
  })
  const edit = done(message('edit.placed-arrangement', { name: arrangement.name }), {
    added: [...added, ...missingTypes(document, arrangement, freshId)],
  })
  return unlawfulRefusal(table, edit.change) ?? edit
}

/** Width and depth of an arrangement as it is drawn. Metres. */
export function sizeOfPieces(pieces: readonly ArrangementPiece[]): { readonly width: number; readonly depth: number } {
  const { left, right, bottom, top } = boxOf(pieces.flatMap((piece) => footprintOf(standingAs(piece, '', ''))))
  return { width: right - left, depth: top - bottom }
}

/** A piece as an element of a design. */
export function standingAs(piece: ArrangementPiece, design: Id, storey: Id): DesignElement {
  return piece.kind === 'opening' ? { ...piece, design } : { ...piece, design, storey }
}

/** A single room with what is in it, or a single piece, moves as one without a group. */
function isOneThing(elements: readonly DesignElement[]): boolean {
  const rooms = elements.filter(({ kind }) => kind === 'room').length
  const others = elements.filter(({ kind }) => kind === 'wall' || kind === 'fixture')
  if (rooms === 0) return others.length === 1
  return rooms === 1 && others.every(({ kind }) => kind === 'fixture')
}

function missingTypes({ workshop }: WardDocument, arrangement: PlacedArrangement, freshId: FreshId): readonly WardRecord[] {
  const { pieces, roomTypes = [], fixtureTypes = {} } = arrangement
  const knownRooms = new Set(recordsOf(workshop, 'roomType').map(({ key }) => key))
  const knownFixtures = new Set(recordsOf(workshop, 'fixtureType').map(({ key }) => key))
  const rooms = new Set(pieces.flatMap((piece) => (piece.kind === 'room' ? [piece.roomType] : [])))
  const fixtures = new Set(pieces.flatMap((piece) => (piece.kind === 'fixture' ? [piece.fixtureType] : [])))
  return [
    ...roomTypes
      .filter(({ key }) => rooms.has(key) && !knownRooms.has(key))
      .map((type): WardRecord => ({ ...type, id: freshId('roomtype'), kind: 'roomType' })),
    ...[...fixtures]
      .filter((key) => !knownFixtures.has(key))
      .map((key): WardRecord => ({ id: freshId('fixturetype'), kind: 'fixtureType', key, name: fixtureTypes[key] ?? key })),
  ]
}
