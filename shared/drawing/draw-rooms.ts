import type { Key } from '#shared/base/ids'
import type { BuildingStorey, BuiltRoom } from '#shared/building/building'
import type { Point } from '#shared/geometry/point'
import { drawnOnce } from './drawn-once'
import type { Shape } from './shape'

/** The outline of the storey, then the floors of its rooms in the colour of their hygiene zone, or each type in one of its own. */
export function drawFloors(storey: BuildingStorey, by: 'zone' | 'type' = 'zone'): readonly Shape[] {
  const { outline } = storey.storey
  const known = listed.get(storey.rooms)
  if (known !== undefined && known.outline === outline && known.by === by) return known.shapes
  const shapes: Shape[] = []
  if (outline !== undefined) shapes.push({ role: 'outline', element: undefined, form: { type: 'polygon', rings: [outline] } })
  const tints = by === 'type' ? tintsOf(storey) : undefined
  for (const built of storey.rooms) {
    const floor = drawnOnce(floors, built, drawFloor)
    shapes.push(tints === undefined ? floor : { ...floor, tint: tints.get(built.room.roomType) })
  }
  listed.set(storey.rooms, { outline, by, shapes })
  return shapes
}

const floors = new WeakMap<BuiltRoom, Shape>()
const listed = new WeakMap<
  readonly BuiltRoom[],
  { readonly outline: readonly Point[] | undefined; readonly by: 'zone' | 'type'; readonly shapes: readonly Shape[] }
>()

function drawFloor({ room, type, polygon }: BuiltRoom): Shape {
  return { role: 'roomFloor', element: room.id, zone: type?.zone, form: { type: 'polygon', rings: [polygon] } }
}

/** The tint of each type of room on a storey: types in the order of keys. */
export function tintsOf({ rooms }: BuildingStorey): ReadonlyMap<Key, number> {
  const types = [...new Set(rooms.map(({ room }) => room.roomType))].sort()
  return new Map(types.map((type, index) => [type, index]))
}
