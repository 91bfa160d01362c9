import type { Building, BuildingStorey } from '#shared/building/building'
import { drawFixtures } from './draw-fixtures'
import { drawGates, drawRoomLabels } from './draw-labels'
import { drawMarks, routesOfParts, storeyOf } from './draw-marks'
import { drawOpenings } from './draw-openings'
import { drawFloors } from './draw-rooms'
import { drawRoutes } from './draw-routes'
import { drawWalls } from './draw-walls'
import type { DrawOptions } from './options'
import { type Box, boxOf } from './plane'
import { drawScaleBar } from './scale-bar'
import type { Shape } from './shape'

/**
 * One storey of a design in plan, back to front: floors, furniture, walls, openings, what a number is
 * made of, routes, gates, names, scale bar. Metres; the same building and options give the same list.
 */
export function drawDesign(building: Building, options: DrawOptions = {}): Shape[] {
  const storey = storeyOf(building, options.storey)
  if (storey === undefined) return []
  const isShown = (what: NonNullable<DrawOptions['without']>[number]) => options.without?.includes(what) !== true
  const parts = options.parts ?? []
  const box = extentOf(storey)
  return [
    ...drawFloors(storey),
    ...(isShown('fixtures') ? drawFixtures(storey, options.catalogue, options.usePoints === true) : []),
    ...drawWalls(storey),
    ...drawOpenings(storey),
    ...drawMarks(parts, storey),
    ...drawRoutes([...routesOfParts(parts), ...(options.routes ?? [])]),
    ...(isShown('gates') ? drawGates(storey, options) : []),
    ...(isShown('names') ? drawRoomLabels(storey, options) : []),
    ...(isShown('scaleBar') && box !== undefined ? drawScaleBar(box, options) : []),
  ]
}

/** The box about everything built on a storey, in metres; undefined for an empty one. */
export function extentOf(storey: BuildingStorey): Box | undefined {
  return boxOf([
    ...(storey.storey.outline ?? []),
    ...storey.rooms.flatMap(({ polygon }) => polygon),
    ...storey.walls.flatMap(({ ring }) => ring),
    ...storey.fixtures.flatMap(({ footprint }) => footprint),
  ])
}
