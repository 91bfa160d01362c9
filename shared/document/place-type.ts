import type { Key } from '#shared/base/ids'
import { keyText } from '#shared/base/key-text'
import { type RecordTable, recordsOf } from './document'

/** The rooms of a type, or of what stands in them the fixtures of a type. */
export type PlaceType = { readonly roomType: Key; readonly fixtureType?: Key | undefined }

/** The same text for the same places: `recovery`, `recovery/bed`. */
export function placeTypeKey({ roomType, fixtureType }: PlaceType): string {
  return fixtureType === undefined ? roomType : `${roomType}/${fixtureType}`
}

/** The places of a `placeTypeKey`. */
export function placeTypeOfKey(key: string): PlaceType {
  const [roomType = '', fixtureType] = key.split('/')
  return { roomType, fixtureType }
}

/** What people call places of a type: the rooms, and what is used in them. */
export function typeNames({ roomType, fixtureType }: PlaceType, workshop: RecordTable): readonly string[] {
  const room = roomTypeName(roomType, workshop)
  return fixtureType === undefined ? [room] : [room, fixtureTypeName(fixtureType, workshop)]
}

/** The name of a type of room in this workshop. */
export function roomTypeName(key: Key, workshop: RecordTable): string {
  return recordsOf(workshop, 'roomType').find((type) => type.key === key)?.name ?? wordsOfType(key)
}

/** The name of a type of fixture in this workshop. */
export function fixtureTypeName(key: Key, workshop: RecordTable): string {
  return recordsOf(workshop, 'fixtureType').find((type) => type.key === key)?.name ?? wordsOfType(key)
}

/** A type that the workshop does not have, `scope-cabinet` as "Scope cabinet". */
export function wordsOfType(key: Key): string {
  const words = keyText(key)
  return words.charAt(0).toUpperCase() + words.slice(1)
}
