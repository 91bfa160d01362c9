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
  const gates = isShown('gates') ? drawGates(storey, options) : []
  return [
    ...drawFloors(storey),
    ...(isShown('fixtures') ? drawFixtures(storey, options.catalogue, options.usePoints === true) : []),
    ...drawWalls(storey),
    ...drawOpenings(storey),
    ...drawMarks(parts, storey),
    ...drawRoutes([...routesOfParts(parts, storey.storey.id), ...(options.routes ?? [])]),
    ...gates,
    ...(isShown('names') ? drawRoomLabels(storey, options) : []),
    ...(isShown('scaleBar') && box !== undefined ? drawScaleBar(below(box, gates), options) : []),
  ]
}

/** The box stretched to the lowest gate name, so that the scale bar lies under it. */
function below(box: Box, gates: readonly Shape[]): Box {
  const names = gates.flatMap(({ form }) => (form.type === 'text' ? [form.at.y - form.size] : []))
  return { ...box, bottom: Math.min(box.bottom, ...names) }
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
