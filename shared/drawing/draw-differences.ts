import type { Point } from '#shared/geometry/point'
import { ahead, directionOf, distanceOf, leftOf } from './plane'
import type { Shape, ShapeRole } from './shape'

/** A place that was or is, or the way between two; as much of a difference between designs as can be drawn. Metres. */
export type DrawnDifference =
  | { readonly look: 'gone' | 'new' | 'old' | 'now' | 'step'; readonly ring: readonly Point[] }
  | { readonly look: 'way'; readonly from: Point; readonly to: Point }

const ROLES: Readonly<Record<Exclude<DrawnDifference['look'], 'way'>, ShapeRole>> = {
  gone: 'differenceGone',
  new: 'differenceNew',
  old: 'differenceOld',
  now: 'differenceNow',
  step: 'differenceNow',
}

/** Width of a way, length and half width of its head. Pixels. */
const WAY = { width: 2.5, head: 14, half: 6 }

/** What differs, back to front: places, then the ways between them. `unit`: metres of a pixel. */
export function drawDifferences(differences: readonly DrawnDifference[], unit: number): readonly Shape[] {
  const places: Shape[] = []
  const ways: Shape[] = []
  for (const difference of differences) {
    if (difference.look === 'way') ways.push(...wayShapes(difference.from, difference.to, unit))
    else places.push({ role: ROLES[difference.look], element: undefined, form: { type: 'polygon', rings: [difference.ring] } })
  }
  return [...places, ...ways]
}

function wayShapes(from: Point, to: Point, unit: number): readonly Shape[] {
  const along = directionOf(from, to)
  const back = Math.min(WAY.head * unit, distanceOf(from, to))
  const neck = ahead(to, along, -back)
  const half = (WAY.half / WAY.head) * back
  return [
    { role: 'differenceWay', element: undefined, form: { type: 'polyline', points: [from, neck], width: WAY.width * unit } },
    {
      role: 'differenceWayHead',
      element: undefined,
      form: { type: 'polygon', rings: [[to, leftOf(neck, along, half), leftOf(neck, along, -half)]] },
    },
  ]
}
