import type { Id } from '#shared/base/ids'
import type { Building, BuildingStorey, BuiltOpening } from './building'

/** The rooms of a storey that one can walk through, by two doors or archways or an edge that is open; all others are dead ends. */
export function throughRooms({ rooms, openings }: Pick<BuildingStorey, 'rooms' | 'openings'>): ReadonlySet<Id> {
  const ways = new Map<Id, number>()
  for (const { left, right } of openings.filter(isWalkedThrough)) {
    for (const side of [left, right]) if (side.kind === 'room') ways.set(side.room, (ways.get(side.room) ?? 0) + 1)
  }
  const through = rooms.filter(({ room }) => (ways.get(room.id) ?? 0) > 1 || room.corners.some(({ edge }) => edge === 'open'))
  return new Set(through.map(({ room }) => room.id))
}

/** The rooms of all storeys that one can walk through, or leave by a lift or stairs. */
export function roomsThatLeadOn({ storeys, connectors }: Pick<Building, 'storeys' | 'connectors'>): ReadonlySet<Id> {
  const through = new Set<Id>(storeys.flatMap((storey) => [...throughRooms(storey)]))
  for (const { landings } of connectors) for (const { built } of landings) if (built.room !== undefined) through.add(built.room)
  return through
}

/** The doors and archways of a storey that lead neither outside nor into a room that is not among those that lead on. */
export function throughOpenings(storey: Pick<BuildingStorey, 'rooms' | 'openings'>, through = throughRooms(storey)): readonly BuiltOpening[] {
  const leadsOn = (side: BuiltOpening['left']) => side.kind !== 'outside' && (side.kind !== 'room' || through.has(side.room))
  return storey.openings.filter((built) => isWalkedThrough(built) && leadsOn(built.left) && leadsOn(built.right))
}

function isWalkedThrough({ opening }: BuiltOpening): boolean {
  return opening.opening === 'door' || opening.opening === 'archway'
}
