import type { Id } from '#shared/base/ids'
import type { Building, BuildingStorey } from '#shared/building/building'
import type { Point } from '#shared/geometry/point'
import type { DrawnPart, DrawnRoute, DrawnWay } from './options'
import { distanceOf } from './plane'
import type { Shape } from './shape'

/** Width of the band under a shared run, and radius of the ring about a crossing, in metres. */
const BAND_M = 1.1
const CROSSING_M = 0.6
const EXPOSED_M = 0.55

/** What lies under the routes: shared runs as bands, exposed legs, sight-lines, crossings, elements. */
export function drawMarks(parts: readonly DrawnPart[], storey: BuildingStorey): Shape[] {
  const shapes: Shape[] = []
  const seen = new Set<string>()
  for (const part of parts) {
    const flow = part.trip?.flow
    for (const { role, points, element, storey: on } of part.marks) {
      if (role === 'route' || role === 'otherWay' || (on !== undefined && on !== storey.storey.id)) continue
      const drawn = role === 'element' ? markOf(element, storey) : drawMark(role, points)
      const key = `${role} ${JSON.stringify(drawn?.form)}`
      if (drawn === undefined || seen.has(key)) continue
      seen.add(key)
      shapes.push({ ...drawn, flow, part: part.trip?.key })
    }
  }
  return shapes.sort((a, b) => ORDER.indexOf(a.role) - ORDER.indexOf(b.role))
}

const ORDER: readonly Shape['role'][] = ['mark', 'shared', 'exposed', 'crossing', 'sightLine']

function drawMark(role: 'shared' | 'crossing' | 'exposed' | 'sightLine', points: readonly Point[]): Shape | undefined {
  const first = points[0]
  if (first === undefined) return undefined
  switch (role) {
    case 'shared':
      return points.length < 2 ? undefined : { role, element: undefined, form: { type: 'polyline', points, width: BAND_M } }
    case 'exposed':
      return points.length < 2 ? undefined : { role, element: undefined, form: { type: 'polyline', points, width: EXPOSED_M } }
    case 'crossing':
      return { role, element: undefined, form: { type: 'circle', centre: first, radius: CROSSING_M } }
    case 'sightLine':
      return points.length < 2 ? undefined : { role, element: undefined, form: { type: 'polyline', points } }
  }
}

function markOf(element: Id | undefined, storey: BuildingStorey): Shape | undefined {
  const room = storey.rooms.find((built) => built.room.id === element)
  const fixture = storey.fixtures.find((built) => built.fixture.id === element)
  const ring = room?.polygon ?? fixture?.footprint
  if (ring !== undefined) return { role: 'mark', element, form: { type: 'polygon', rings: [ring] } }
  const opening = storey.openings.find((built) => built.opening.id === element)
  if (opening === undefined) return undefined
  const centre = { x: (opening.from.x + opening.to.x) / 2, y: (opening.from.y + opening.to.y) / 2 }
  return { role: 'mark', element, form: { type: 'circle', centre, radius: distanceOf(opening.from, opening.to) / 2 + 0.2 } }
}

/** The routes of the trips that a number is made of: each of several equal routes carries its share. `storey`: those on one storey of several. */
export function routesOfParts(parts: readonly DrawnPart[], storey?: Id): DrawnRoute[] {
  return parts.flatMap(({ trip, marks }) => {
    if (trip === undefined) return []
    const lines = marks.filter(({ role, points, storey: on }) => role === 'route' && points.length > 1 && (on === undefined || on === storey))
    return lines.map(({ points }) => ({ key: trip.key, flow: trip.flow, points, perDay: trip.perDay / lines.length }))
  })
}

/** The other ways round of these trips, each once: those on one storey of several. */
export function otherWaysOfParts(parts: readonly DrawnPart[], storey?: Id): DrawnWay[] {
  return parts.flatMap(({ trip, marks }) =>
    trip === undefined
      ? []
      : marks
          .filter(({ role, points, storey: on }) => role === 'otherWay' && points.length > 1 && (on === undefined || on === storey))
          .map(({ points }) => ({ key: trip.key, flow: trip.flow, points })),
  )
}

/** The storey of a building that is asked for, else its first; undefined where none is drawn. */
export function storeyOf(building: Building, storey: Id | undefined): BuildingStorey | undefined {
  return building.storeys.find((built) => built.storey.id === storey) ?? building.storeys[0]
}
