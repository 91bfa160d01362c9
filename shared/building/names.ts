import { filled } from '#shared/base/filled'
import type { Key } from '#shared/base/ids'
import { message, type Name } from '#shared/base/message'
import type { RecordTable } from '#shared/document/document'
import type { Fixture } from '#shared/document/elements/fixture'
import type { Opening } from '#shared/document/elements/opening'
import { fixtureTypeName, wordsOfType } from '#shared/document/place-type'
import type { BuildingStorey, BuiltFixture, BuiltOpening } from './building'

/** What an opening is called: by its own name, else as the door, say, of its room. */
export function openingName({ opening }: Pick<BuiltOpening, 'opening'>, { rooms }: Pick<BuildingStorey, 'rooms'>): Name {
  const { on } = opening
  return nameOfOpening(opening, 'room' in on ? rooms.find(({ room }) => room.id === on.room)?.room.name : undefined)
}

/** An opening by its own name, else as the door, window or hatch of this room; of none, as what it is. */
export function nameOfOpening({ name, opening }: Pick<Opening, 'name' | 'opening'>, room: string | undefined): Name {
  if (name !== '') return name
  const kind = message(`opening.${opening}`)
  return room === undefined ? kind : message('opening.of', { kind, room })
}

/** What an entrance of the unit is called: by its own name, else by the words of its gate. The same gate gives the same object. */
export function nameOfGate({ name, gate = '' }: Pick<Opening, 'name' | 'gate'>): Name {
  return name !== '' ? name : filled(namesOfGates, gate, () => message('opening.gate', { gate }))
}

const namesOfGates = new Map<Key, Name>()

/** What a fixture is called: by its own name, else as the workshop calls its type. */
export function nameOfFixture({ fixture, type }: Pick<BuiltFixture, 'fixture' | 'type'>): string {
  if (fixture.name !== '') return fixture.name
  return type?.name ?? wordsOfType(fixture.fixtureType)
}

/** The same of a fixture that is not built. */
export function nameOfRecord(fixture: Fixture, workshop: RecordTable): string {
  return fixture.name !== '' ? fixture.name : fixtureTypeName(fixture.fixtureType, workshop)
}
