import type { Color } from 'three'
import type { BuildingStorey, BuiltRoom } from '#shared/building/building'
import type { Palette } from './palette'
import { addFlat, addPrism, noTriangles, paint, strip, type Triangles } from './prism'

/** The plate that the building stands on is as thick as this. Metres. */
export const PLATE_M = 0.18
const UNDER_ROOMS_M = -0.008
const SEAM_M = 0.05

/** The floors of all rooms, each in the colour that `colourOf` gives it, on the plate of the building. */
export function floorTriangles(storey: BuildingStorey, colourOf: (room: BuiltRoom) => Color, palette: Palette): Triangles {
  const triangles = noTriangles()
  const { outline } = storey.storey
  if (outline !== undefined) {
    addPrism(triangles, outline, -PLATE_M, UNDER_ROOMS_M)
    paint(triangles, palette.slab)
  }
  for (const room of storey.rooms) {
    addFlat(triangles, room.polygon, 0)
    paint(triangles, colourOf(room))
  }
  // An edge without wall is a seam in the floor: one sees where one room ends and that nothing stands there.
  for (const { from, to } of storey.openEdges) addFlat(triangles, strip(from, to, SEAM_M), 0.003)
  paint(triangles, palette.seam)
  return triangles
}
