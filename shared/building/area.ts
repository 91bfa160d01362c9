import { areaOf, difference } from '#shared/geometry/clip'
import { pointToMillimetres } from '#shared/geometry/millimetres'
import type { Point } from '#shared/geometry/point'
import { signedArea } from '#shared/geometry/polygon'
import { storeyOutline } from './build-building'
import type { Building, BuildingStorey, Stretch } from './building'
import { coveredArea, outerFaces, rounded } from './shell'

/** Areas of a design in square metres: design.md section 3, Area. */
export type Areas = {
  /** Of all rooms between the faces of their walls. */
  readonly net: number
  /** Inside the outline; where none is drawn, what rooms and outer walls cover. */
  readonly gross: number
  /** Net area of rooms used for circulation. */
  readonly circulation: number
  /** Inside the outline, but neither room nor wall. */
  readonly uncovered: number
  /** (Circulation rooms + uncovered floor) / gross; undefined without any floor. */
  readonly circulationShare: number | undefined
}

/** Sums run in the order of ids, so that equal designs give equal digits. */
export function areasOf(building: Building): Areas {
  let net = 0
  let gross = 0
  let circulation = 0
  let uncovered = 0
  for (const storey of building.storeys) {
    for (const { type, netArea } of storey.rooms) {
      net += netArea
      if (type?.use === 'circulation') circulation += netArea
    }
    const floor = floorAreas(storey)
    gross += floor.gross
    uncovered += floor.uncovered
  }
  return { net, gross, circulation, uncovered, circulationShare: gross === 0 ? undefined : (circulation + uncovered) / gross }
}

type FloorAreas = { readonly gross: number; readonly uncovered: number }

const floorAreasOf = new WeakMap<readonly Stretch[], FloorAreas>()

function floorAreas(storey: BuildingStorey): FloorAreas {
  const outline = storeyOutline(storey.storey)
  if (outline === undefined) return { gross: coveredArea(storey), uncovered: 0 }
  let areas = floorAreasOf.get(storey.stretches)
  if (areas === undefined) {
    const covered = [...rounded(outerFaces(storey)), ...storey.stretches.flatMap(freeWall)]
    areas = { gross: signedArea(outline) / 1e6, uncovered: Math.max(0, areaOf(difference([outline], covered)) / 1e6) }
    floorAreasOf.set(storey.stretches, areas)
  }
  return areas
}

/** The floor under a free wall, doors taken as wall; millimetres. */
function freeWall({ from, to, of, left, right, thickness }: Stretch): readonly (readonly Point[])[] {
  const isOfRoom = (left.kind === 'room' && of.includes(left.room)) || (right.kind === 'room' && of.includes(right.room))
  if (isOfRoom || thickness === 0) return []
  const a = pointToMillimetres(from)
  const b = pointToMillimetres(to)
  const scale = (thickness * 500) / Math.sqrt((b.x - a.x) ** 2 + (b.y - a.y) ** 2)
  const nx = -(b.y - a.y) * scale
  const ny = (b.x - a.x) * scale
  return rounded([
    [
      { x: a.x - nx, y: a.y - ny },
      { x: b.x - nx, y: b.y - ny },
      { x: b.x + nx, y: b.y + ny },
      { x: a.x + nx, y: a.y + ny },
    ],
  ])
}
