import type { Id } from '#shared/base/ids'
import { type Message, message } from '#shared/base/message'
import type { PlaceType } from '#shared/document/place-type'
import type { Building, BuiltFixture } from './building'
import { type BuiltPlace, offersOf, placesOf } from './places'

export type NamedPlace = BuiltPlace & { readonly name: Message }

/**
 * The places of a type by what people call them, in the order of rooms' names and within a room as one reads the plan: by the room
 * where it has one such place without a name of its own, else by what stands there too, numbered where several are called the same.
 * `nameOf`: what a thing is called.
 */
export function namedPlaces(building: Building, type: PlaceType, nameOf: (fixture: BuiltFixture) => string): readonly NamedPlace[] {
  const rooms = new Map<Id, string>(building.storeys.flatMap((storey) => storey.rooms.map(({ room }) => [room.id, room.name] as const)))
  const places = placesOf(offersOf(building), type).map((place) => ({
    place,
    room: rooms.get(place.room) ?? '',
    thing: place.fixture === undefined ? '' : nameOf(place.fixture),
  }))
  const sorted = [...places].sort((a, b) => compared(a.room, b.room) || compared(a.thing, b.thing) || asRead(a.place.fixture, b.place.fixture))
  return sorted.map(({ place, room, thing }, at) => {
    const inRoom = sorted.filter((other) => other.place.room === place.room)
    if (inRoom.length === 1 && (place.fixture?.fixture.name ?? '') === '') return { ...place, name: message('place.room', { room }) }
    const before = sorted.slice(0, at).filter((other) => other.place.room === place.room && other.thing === thing).length
    const isAlone = inRoom.filter((other) => other.thing === thing).length === 1
    return { ...place, name: isAlone ? message('place.in', { room, thing }) : message('place.numbered', { room, thing, number: before + 1 }) }
  })
}

function compared(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true })
}

/** From the top of the plan down, from left to right. */
function asRead(a: BuiltFixture | undefined, b: BuiltFixture | undefined): number {
  if (a === undefined || b === undefined) return 0
  return b.fixture.y - a.fixture.y || a.fixture.x - b.fixture.x
}
