import type { BuildingStorey, BuiltOpening } from '#shared/building/building'
import type { Point } from '#shared/geometry/point'
import { drawnOnce } from './drawn-once'
import { ahead, band, directionOf, distanceOf, leftOf, midpointOf } from './plane'
import type { Shape } from './shape'

/** A wall of thickness 0 still needs an opening that can be seen and picked, in metres. */
const THINNEST_DRAWN_M = 0.08
/** Thickness of a door leaf, in metres. */
const LEAF_M = 0.05

/** Doors as leaf and arc, archways, windows and pass-throughs. */
export function drawOpenings(storey: BuildingStorey): readonly Shape[] {
  return drawnOnce(listed, storey.openings, (all) => all.flatMap((built) => drawnOnce(openings, built, drawOpening)))
}

const listed = new WeakMap<readonly BuiltOpening[], readonly Shape[]>()

const openings = new WeakMap<BuiltOpening, readonly Shape[]>()

/** One opening, its gap first. */
export function drawOpening(built: BuiltOpening): readonly Shape[] {
  const { opening, from, to } = built
  const thickness = Math.max(built.thickness, THINNEST_DRAWN_M)
  const element = opening.id
  const gap = band(from, to, thickness)
  switch (opening.opening) {
    case 'window':
      return [
        { role: 'window', element, form: { type: 'polygon', rings: [gap] } },
        { role: 'window', element, form: { type: 'polyline', points: [from, to] } },
      ]
    case 'passThrough':
      return [
        { role: 'passThrough', element, form: { type: 'polygon', rings: [gap] } },
        { role: 'passThrough', element, form: { type: 'polyline', points: [gap[0]!, gap[2]!] } },
        { role: 'passThrough', element, form: { type: 'polyline', points: [gap[1]!, gap[3]!] } },
      ]
    case 'archway':
      return [{ role: 'doorGap', element, form: { type: 'polygon', rings: [gap] } }]
    case 'door':
      return [{ role: 'doorGap', element, form: { type: 'polygon', rings: [gap] } }, ...drawLeaves(built, thickness)]
  }
}

/** The room that an opening belongs to lies on the left of its edge, so a leaf that opens in turns to the left. */
function drawLeaves({ opening, from, to }: BuiltOpening, thickness: number): Shape[] {
  const element = opening.id
  const side = opening.swing === 'in' ? 1 : -1
  const along = directionOf(from, to)
  const face = (jamb: Point) => leftOf(jamb, along, (side * thickness) / 2)
  const [start, end] = [face(from), face(to)]
  const width = distanceOf(from, to)
  if (opening.hinge === 'sliding') {
    // Drawn half open along the face of the wall, as sliding doors are on plans.
    const beside = (point: Point) => leftOf(point, along, side * LEAF_M)
    const leaf = [beside(ahead(start, along, -width / 2)), beside(ahead(end, along, -width / 2))]
    return [{ role: 'doorLeaf', element, form: { type: 'polyline', points: leaf, width: LEAF_M } }]
  }
  const leaf = (hinge: Point, shut: Point): Shape[] => {
    const open = leftOf(hinge, along, side * distanceOf(hinge, shut))
    return [
      { role: 'doorSwing', element, form: { type: 'arc', centre: hinge, radius: distanceOf(hinge, shut), from: open, to: shut } },
      { role: 'doorLeaf', element, form: { type: 'polyline', points: [hinge, open], width: LEAF_M } },
    ]
  }
  switch (opening.hinge) {
    case 'start':
      return leaf(start, end)
    case 'end':
      return leaf(end, start)
    case 'both': {
      const middle = midpointOf(start, end)
      return [...leaf(start, middle), ...leaf(end, middle)]
    }
  }
}
