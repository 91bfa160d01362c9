import type { Key } from '#shared/base/ids'
import { recordsOf, type WardDocument } from '../document'
import type { Pathway } from '../pathway'

/** What the records of the workshop may be named by. */
export type KnownKeys = {
  readonly roles: ReadonlySet<Key>
  /** With their names. */
  readonly roomTypes: ReadonlyMap<Key, string>
  readonly fixtureTypes: ReadonlySet<Key>
  /** The workshop's own pathways. */
  readonly references: ReadonlyMap<Key, Pathway>
  /** Every type that a room of this type can stand for, itself included. */
  readonly standsFor: ReadonlyMap<Key, ReadonlySet<Key>>
}

export function knownKeys({ workshop }: WardDocument): KnownKeys {
  const roomTypes = recordsOf(workshop, 'roomType')
  return {
    roles: new Set(recordsOf(workshop, 'role').map(({ key }) => key)),
    roomTypes: new Map(roomTypes.map(({ key, name }) => [key, name])),
    fixtureTypes: new Set(recordsOf(workshop, 'fixtureType').map(({ key }) => key)),
    references: new Map(recordsOf(workshop, 'pathway').map((pathway) => [pathway.key, pathway])),
    standsFor: new Map(roomTypes.map(({ key, servesAs }) => [key, new Set([key, ...servesAs])])),
  }
}
