import type { Id } from '#shared/base/ids'
import type { Building, BuildingStorey } from '#shared/building/building'
import { roomsThatLeadOn, throughOpenings } from '#shared/building/through-rooms'
import { words } from '../../../state/words'
import { openingName, openingTitle } from '../../element-name'

/**
 * What a way may be sent past, by what people call it: the rooms that one can walk through, or leave by a lift or stairs, by name, then the doors and archways that lead
 * into no dead end, by the room they are in.
 */
export function waysThrough(building: Pick<Building, 'storeys' | 'connectors'>): readonly { readonly value: Id; readonly label: string }[] {
  const byLabel = (a: { readonly label: string }, b: { readonly label: string }) => a.label.localeCompare(b.label, 'en', { numeric: true })
  const { storeys } = building
  const through = roomsThatLeadOn(building)
  const rooms = storeys.flatMap((storey) =>
    storey.rooms.filter(({ room }) => through.has(room.id)).map(({ room }) => ({ value: room.id, label: room.name })),
  )
  return [...rooms.sort(byLabel), ...storeys.flatMap((storey) => doorsOf(storey, through)).sort(byLabel)]
}

function doorsOf(storey: BuildingStorey, through: ReadonlySet<Id>) {
  const names = new Map<Id, string>(storey.rooms.map(({ room }) => [room.id, room.name]))
  return throughOpenings(storey, through).map((built) => {
    const { id, on } = built.opening
    if (!('room' in on)) return { value: id, label: openingName(built.opening) }
    const door = openingTitle(built, on.room, (room) => names.get(room))
    return { value: id, label: words('brief.via-door', { room: names.get(on.room) ?? '', door }) }
  })
}
