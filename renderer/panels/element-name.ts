import type { Id } from '#shared/base/ids'
import type { BuiltOpening } from '#shared/building/building'
import { nameOfRecord } from '#shared/building/names'
import type { RecordTable } from '#shared/document/document'
import type { Opening } from '#shared/document/elements/opening'
import type { WardRecord } from '#shared/document/record'
import { words } from '../state/words'

export function openingName({ name, opening }: Opening): string {
  return name !== '' ? name : words(`opening.${opening}`)
}

/** A door by where it leads from the room it is listed under, for few doors have a name of their own. */
export function openingTitle({ opening, left, right }: BuiltOpening, room: Id, nameOfRoom: (id: Id) => string | undefined): string {
  if (opening.name !== '' || opening.opening === 'window') return openingName(opening)
  const beyond = left.kind === 'room' && left.room === room ? right : left
  const kind = openingName(opening)
  if (beyond.kind === 'outside') return words('opening.outside', { kind })
  const name = beyond.kind === 'room' ? nameOfRoom(beyond.room) : undefined
  return words('opening.to', { kind, where: name ?? words('opening.corridor') })
}

/** What people call an element, in a workshop that has names for types of furniture. */
export function elementName(record: WardRecord, workshop: RecordTable): string {
  switch (record.kind) {
    case 'fixture':
      return nameOfRecord(record, workshop)
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
