import type { Key } from '#shared/base/ids'
import { keyText } from '#shared/base/key-text'
import { message, type Name } from '#shared/base/message'
import { type RecordTable, recordsOf } from '#shared/document/document'
import type { Opening } from '#shared/document/elements/opening'
import type { BuildingStorey, BuiltFixture, BuiltOpening } from './building'
import type { PlaceType } from './places'

/** What an opening is called: by its own name, else by its room's. */
export function openingName({ opening }: BuiltOpening, { rooms }: BuildingStorey): string {
  if (opening.name !== '') return opening.name
  const { on } = opening
  if (!('room' in on)) return opening.id
  return rooms.find(({ room }) => room.id === on.room)?.room.name ?? opening.id
}

/** An opening by its own name, else as the door, window or hatch of this room; of none, as what it is. */
export function nameOfOpening({ name, opening }: Pick<Opening, 'name' | 'opening'>, room: string | undefined): Name {
  if (name !== '') return name
  const kind = message(`opening.${opening}`)
  return room === undefined ? kind : message('opening.of', { kind, room })
}

/** What a fixture is called: by its own name, else by its entry of the catalogue, `scope-cabinet` as "Scope cabinet". */
export function nameOfFixture({ fixture }: Pick<BuiltFixture, 'fixture'>): string {
  if (fixture.name !== '') return fixture.name
  const words = keyText(fixture.entry)
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** What people call places of a type: the rooms, and what is used in them. */
export function typeNames({ roomType, fixtureType }: PlaceType, workshop: RecordTable): readonly string[] {
  const room = recordsOf(workshop, 'roomType').find(({ key }) => key === roomType)?.name ?? roomType
  if (fixtureType === undefined) return [room]
  return [room, fixtureTypeName(fixtureType, workshop)]
}

/** The name of a type of fixture in this workshop. */
export function fixtureTypeName(key: Key, workshop: RecordTable): string {
  return recordsOf(workshop, 'fixtureType').find((type) => type.key === key)?.name ?? keyText(key)
}
