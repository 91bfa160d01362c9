import type { Id } from '#shared/base/ids'
import { message } from '#shared/base/message'
import type { BuildingStorey, BuiltOpening } from '#shared/building/building'
import { nameOfRecord } from '#shared/building/names'
import type { RecordTable } from '#shared/document/document'
import type { Opening } from '#shared/document/elements/opening'
import type { WardRecord } from '#shared/document/record'
import { say, words } from '../state/words'

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

/** A door in a partition, by the entrance it is or where it leads out; of another only what it is in. */
export function wallOpeningTitle({ opening, left, right }: BuiltOpening): string {
  if (opening.name !== '') return opening.name
  if (opening.gate !== undefined) return say(message('opening.gate', { gate: opening.gate }))
  const kind = openingName(opening)
  if (left.kind === 'outside' || right.kind === 'outside') return words('opening.outside', { kind })
  return words('opening.of', { kind, room: words('element.wall') })
}

/** What is on one side of an opening, as a sentence goes on: a room by its name, the corridor, outside. */
export function sideName(side: BuiltOpening['left'], rooms: BuildingStorey['rooms']): string {
  if (side.kind === 'room') return rooms.find(({ room }) => room.id === side.room)?.room.name ?? ''
  return words(side.kind === 'floor' ? 'opening.corridor' : 'opening.open-air')
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
