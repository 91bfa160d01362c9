import type { Fixture } from '#shared/document/elements/fixture'
import type { Opening } from '#shared/document/elements/opening'
import type { WardRecord } from '#shared/document/record'
import { catalogue } from '../state/catalogue'
import { words } from '../state/words'

/** What people call a piece of furniture: its own name, else the catalogue's. */
export function fixtureName({ name, entry, fixtureType }: Fixture): string {
  return name !== '' ? name : (catalogue[entry]?.name ?? fixtureType)
}

export function openingName({ name, opening }: Opening): string {
  return name !== '' ? name : words(`opening.${opening}`)
}

export function elementName(record: WardRecord): string {
  switch (record.kind) {
    case 'fixture':
      return fixtureName(record)
    case 'opening':
      return openingName(record)
    case 'wall':
      return words('element.wall')
    case 'room':
    case 'design':
      return record.name
    default:
      return ''
  }
}
