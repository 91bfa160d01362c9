import type { Key } from '#shared/base/ids'
import type { BuildingStorey } from '#shared/building/building'
import type { Shape } from './shape'

/** The outline of the storey, then the floors of its rooms in the colour of their hygiene zone, or each type in one of its own. */
export function drawFloors(storey: BuildingStorey, by: 'zone' | 'type' = 'zone'): Shape[] {
  const shapes: Shape[] = []
  const { outline } = storey.storey
  if (outline !== undefined) shapes.push({ role: 'outline', element: undefined, form: { type: 'polygon', rings: [outline] } })
  const tints = by === 'type' ? tintsOf(storey) : undefined
  for (const { room, type, polygon } of storey.rooms) {
    shapes.push({
      role: 'roomFloor',
      element: room.id,
      zone: type?.zone,
      tint: tints?.get(room.roomType),
      form: { type: 'polygon', rings: [polygon] },
    })
  }
  return shapes
}

/** The tint of each type of room on a storey: types in the order of keys. */
export function tintsOf({ rooms }: BuildingStorey): ReadonlyMap<Key, number> {
  const types = [...new Set(rooms.map(({ room }) => room.roomType))].sort()
  return new Map(types.map((type, index) => [type, index]))
}
