import { filled } from '#shared/base/filled'
import type { Id, Key } from '#shared/base/ids'
import type { PlaceType } from '#shared/document/place-type'
import type { Building, BuiltFixture, BuiltRoom } from './building'

/** One of the places of a type: a fixture, or a room where none is named or none is drawn. */
export type BuiltPlace = {
  readonly element: Id
  readonly room: Id
  /** How many it serves at once; Infinity for waiting and circulation rooms that state none. */
  readonly capacity: number
  /** Undefined for a room's own places. */
  readonly fixture: BuiltFixture | undefined
  /** The room stands for fixtures that are not drawn. */
  readonly isAssumed: boolean
}

/** What a building has for steps to be done at: rooms by the types that they are or serve as, and fixtures in a room by their type. */
export type Offers = { readonly rooms: ReadonlyMap<Key, readonly BuiltRoom[]>; readonly fixtures: ReadonlyMap<Key, readonly BuiltFixture[]> }

export function offersOf({ storeys }: Building): Offers {
  const rooms = new Map<Key, BuiltRoom[]>()
  const fixtures = new Map<Key, BuiltFixture[]>()
  for (const storey of storeys) {
    for (const built of storey.rooms) {
      for (const key of new Set([built.room.roomType, ...(built.type?.servesAs ?? [])])) filled(rooms, key, () => []).push(built)
    }
    for (const built of storey.fixtures) if (built.room !== undefined) filled(fixtures, built.fixture.fixtureType, () => []).push(built)
  }
  return { rooms, fixtures }
}

/** The places of a type in the order of ids. Every fixture is a place for one; where none is named or none is drawn, rooms have `capacity` places. */
export function placesOf(offers: Offers, { roomType, fixtureType }: PlaceType): readonly BuiltPlace[] {
  const rooms = offers.rooms.get(roomType) ?? []
  if (fixtureType !== undefined) {
    const ids = new Set(rooms.map(({ room }) => room.id))
    const places = (offers.fixtures.get(fixtureType) ?? []).flatMap((fixture): readonly BuiltPlace[] =>
      fixture.room !== undefined && ids.has(fixture.room)
        ? [{ element: fixture.fixture.id, room: fixture.room, capacity: 1, fixture, isAssumed: false }]
        : [],
    )
    if (places.length > 0) return inOrder(places)
  }
  return inOrder(
    rooms.map(({ room, type }) => {
      const isUnlimited = fixtureType === undefined && (type?.use === 'waiting' || type?.use === 'circulation')
      const capacity = room.capacity ?? (isUnlimited ? Number.POSITIVE_INFINITY : 1)
      return { element: room.id, room: room.id, capacity, fixture: undefined, isAssumed: fixtureType !== undefined }
    }),
  )
}

function inOrder(places: readonly BuiltPlace[]): readonly BuiltPlace[] {
  return [...places].sort((a, b) => (a.element < b.element ? -1 : 1))
}

/** How much of an even draw a place takes: as much as it serves at once, of those without limit as much as one. */
export function evenWeight({ capacity }: { readonly capacity: number }): number {
  return Number.isFinite(capacity) ? capacity : 1
}
