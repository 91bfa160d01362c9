import type { Building, BuildingStorey } from '#shared/building/building'
import type { Point } from '#shared/geometry/point'
import { drawFixtures } from './draw-fixtures'
import { drawGates, drawRoomLabels } from './draw-labels'
import { drawMarks, storeyOf } from './draw-marks'
import { drawOpenings } from './draw-openings'
import { drawFloors } from './draw-rooms'
import { drawWalks } from './draw-walks'
import { drawWalls } from './draw-walls'
import { drawnOnce } from './drawn-once'
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
    ...drawWalks(parts, storey.storey.id, undefined, options.routes),
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
  return about([
    boxOf(storey.storey.outline ?? []),
    drawnOnce(extents, storey.rooms, () => ({ box: about(storey.rooms.map(({ polygon }) => boxOfRing(polygon))) })).box,
    drawnOnce(extents, storey.walls, () => ({ box: about(storey.walls.map(({ ring }) => boxOfRing(ring))) })).box,
    drawnOnce(extents, storey.fixtures, () => ({ box: about(storey.fixtures.map(({ footprint }) => boxOfRing(footprint))) })).box,
  ])
}

function about(boxes: readonly (Box | undefined)[]): Box | undefined {
  let all: Box | undefined
  for (const box of boxes) {
    if (box === undefined) continue
    if (all === undefined) all = box
    else if (box.left < all.left || box.right > all.right || box.bottom < all.bottom || box.top > all.top) {
      const { left, bottom, right, top } = all
      all = { left: Math.min(left, box.left), bottom: Math.min(bottom, box.bottom), right: Math.max(right, box.right), top: Math.max(top, box.top) }
    }
  }
  return all
}

/** About each list of rooms, walls or fixtures: a drag changes one or two of the three. */
const extents = new WeakMap<readonly unknown[], { readonly box: Box | undefined }>()

/** Most rings stay the very same while one thing is dragged. */
const boxes = new WeakMap<readonly Point[], { readonly box: Box | undefined }>()

function boxOfRing(ring: readonly Point[]): Box | undefined {
  return drawnOnce(boxes, ring, () => ({ box: boxOf(ring) })).box
}
