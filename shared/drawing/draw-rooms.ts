import type { BuildingStorey } from '#shared/building/building'
import type { Shape } from './shape'

/** The outline of the storey, then the floors of its rooms in the colour of their hygiene zone. */
export function drawFloors(storey: BuildingStorey): Shape[] {
  const shapes: Shape[] = []
  const { outline } = storey.storey
  if (outline !== undefined) shapes.push({ role: 'outline', element: undefined, form: { type: 'polygon', rings: [outline] } })
  for (const { room, type, polygon } of storey.rooms) {
    shapes.push({ role: 'roomFloor', element: room.id, zone: type?.zone, form: { type: 'polygon', rings: [polygon] } })
  }
  return shapes
}
