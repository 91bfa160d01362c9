import type { Id } from '#shared/base/ids'
import type { Building, BuildingStorey, BuiltOpening } from '#shared/building/building'
import { words } from '../../../state/words'
import { openingName, openingTitle } from '../../element-name'

/**
 * What a way may be sent past, by what people call it: the rooms that one can walk through by name, then the doors and archways that lead
 * into no dead end, by the room they are in.
 */
export function waysThrough({ storeys }: Building): readonly { readonly value: Id; readonly label: string }[] {
  const rooms = storeys.flatMap(({ rooms, openings }) => {
    const isThrough = throughIn(rooms, openings)
    return rooms.filter(({ room }) => isThrough(room.id)).map(({ room }) => ({ value: room.id, label: room.name }))
  })
  return [...rooms.sort(byLabel), ...storeys.flatMap(doorsOf).sort(byLabel)]
}

function byLabel(a: { readonly label: string }, b: { readonly label: string }): number {
  return a.label.localeCompare(b.label, 'en', { numeric: true })
}

function doorsOf({ rooms, openings }: BuildingStorey) {
  const names = new Map<Id, string>(rooms.map(({ room }) => [room.id, room.name]))
  const isThrough = throughIn(rooms, openings)
  return openings.filter(isWay).flatMap((built) => {
    const sides = [built.left, built.right]
    if (sides.some((side) => side.kind === 'outside' || (side.kind === 'room' && !isThrough(side.room)))) return []
    const { id, on } = built.opening
    if (!('room' in on)) return [{ value: id, label: openingName(built.opening) }]
    const door = openingTitle(built, on.room, (room) => names.get(room))
    return [{ value: id, label: words('brief.via-door', { room: names.get(on.room) ?? '', door }) }]
  })
}

/** Whether a room has two ways in, or is open to the floor beside it. */
function throughIn(rooms: BuildingStorey['rooms'], openings: BuildingStorey['openings']): (room: Id) => boolean {
  const ways = new Map<Id, number>()
  for (const { left, right } of openings.filter(isWay)) {
    for (const side of [left, right]) if (side.kind === 'room') ways.set(side.room, (ways.get(side.room) ?? 0) + 1)
  }
  const open = new Set(rooms.filter(({ room }) => room.corners.some(({ edge }) => edge === 'open')).map(({ room }) => room.id))
  return (room) => open.has(room) || (ways.get(room) ?? 0) > 1
}

function isWay({ opening }: BuiltOpening): boolean {
  return opening.opening === 'door' || opening.opening === 'archway'
}
