import { keyText } from '#shared/base/key-text'
import { type RecordTable, recordsOf } from '#shared/document/document'
import type { BuildingStorey, BuiltFixture, BuiltOpening } from './building'
import type { PlaceType } from './places'

/** What an opening is called: by its own name, else by its room's. */
export function openingName({ opening }: BuiltOpening, { rooms }: BuildingStorey): string {
  if (opening.name !== '') return opening.name
  const { on } = opening
  if (!('room' in on)) return opening.id
  return rooms.find(({ room }) => room.id === on.room)?.room.name ?? opening.id
}

/** What a fixture is called: by its own name, else by its entry of the catalogue, `scope-cabinet` as "Scope cabinet". */
export function nameOfFixture({ fixture }: BuiltFixture): string {
  if (fixture.name !== '') return fixture.name
  const words = keyText(fixture.entry)
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** What people call places of a type: the rooms, and what is used in them. */
export function typeNames({ roomType, fixtureType }: PlaceType, workshop: RecordTable): readonly string[] {
  const room = recordsOf(workshop, 'roomType').find(({ key }) => key === roomType)?.name ?? roomType
  if (fixtureType === undefined) return [room]
  return [room, recordsOf(workshop, 'fixtureType').find(({ key }) => key === fixtureType)?.name ?? fixtureType]
}
