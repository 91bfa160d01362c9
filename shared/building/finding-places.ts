import type { Id } from '#shared/base/ids'
import type { Finding, FindingPlace } from '#shared/document/finding'
import type { Point } from '#shared/geometry/point'
import { boxOf, centroid } from '#shared/geometry/polygon'
import type { Building, BuildingStorey, BuiltOpening } from './building'

/** An opening is marked this much beyond its wall. Metres. */
const ABOUT_OPENING_M = 0.15

/** A finding with its place: what it is about, marked on the storey of the first of them that is drawn. */
export function withPlace(finding: Finding, building: Building): Finding {
  if (finding.place !== undefined) return finding
  const place = placeOf(finding.where, building)
  return place === undefined ? finding : { ...finding, place }
}

function placeOf(where: readonly Id[], { storeys }: Building): FindingPlace | undefined {
  for (const storey of storeys) {
    const rings = where.flatMap((id) => ringsOf(id, storey))
    if (rings.length === 0) continue
    const points = rings.flat()
    const box = boxOf(points)
    const at = rings.length === 1 ? (centroid(rings) ?? points[0]!) : { x: (box.left + box.right) / 2, y: (box.bottom + box.top) / 2 }
    return { storey: storey.storey.id, at, rings }
  }
  return undefined
}

function ringsOf(id: Id, { rooms, fixtures, openings, walls }: BuildingStorey): readonly (readonly Point[])[] {
  const room = rooms.find((built) => built.room.id === id)
  if (room !== undefined) return [room.polygon]
  const fixture = fixtures.find((built) => built.fixture.id === id)
  if (fixture !== undefined) return [fixture.footprint]
  const opening = openings.find((built) => built.opening.id === id)
  if (opening !== undefined) return [ringAbout(opening)]
  return walls.filter(({ of, ring }) => of[0] === id && ring.length > 2).map(({ ring }) => ring)
}

function ringAbout({ from, to, thickness }: BuiltOpening): readonly Point[] {
  const long = Math.sqrt((to.x - from.x) ** 2 + (to.y - from.y) ** 2)
  const reach = (thickness / 2 + ABOUT_OPENING_M) / long
  const [nx, ny] = [-(to.y - from.y) * reach, (to.x - from.x) * reach]
  return [
    { x: from.x - nx, y: from.y - ny },
    { x: to.x - nx, y: to.y - ny },
    { x: to.x + nx, y: to.y + ny },
    { x: from.x + nx, y: from.y + ny },
  ]
}
