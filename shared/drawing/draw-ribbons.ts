import type { Point } from '#shared/geometry/point'
import { ahead, directionOf, distanceOf, leftOf } from './plane'
import type { Ribbon } from './ribbons'
import type { Shape } from './shape'

/** A chevron every so many units, and none on ribbons shorter than this. */
const CHEVRON_EVERY = 160
const SHORTEST_MARKED = 36
/** A ribbon is walked both ways where at least this share of its trips walks against the others. */
const BOTH_WAYS = 0.2

/** Ribbons as lines, the thinner on top, and chevrons over all of them that say which way. `unit`: metres of a unit of thickness. */
export function drawRibbons(ribbons: readonly Ribbon[], unit: number): readonly Shape[] {
  const drawn = [...ribbons].sort((a, b) => b.width - a.width || (a.key < b.key ? -1 : 1))
  const lines = drawn.map(({ key, flow, points, width }): Shape => {
    return { role: 'route', element: undefined, part: key, flow, form: { type: 'polyline', points, width } }
  })
  return [...lines, ...drawn.flatMap((ribbon) => chevronsOf(ribbon, unit))]
}

function chevronsOf({ key, flow, points, width, perDay, against }: Ribbon, unit: number): readonly Shape[] {
  const length = points.slice(1).reduce((sum, point, index) => sum + distanceOf(points[index]!, point), 0)
  if (length < SHORTEST_MARKED * unit) return []
  const isBothWays = against >= BOTH_WAYS * perDay
  const count = Math.max(1, Math.round(length / (CHEVRON_EVERY * unit)))
  const size = 4 * unit + width * 0.55
  return Array.from({ length: count }, (_, index): Shape[] => {
    const { at, along } = pointOn(points, (length * (index + 0.5)) / count)
    const marks = isBothWays
      ? [chevron(ahead(at, along, size * 0.85), along, size), chevron(ahead(at, along, -size * 0.85), opposite(along), size)]
      : [chevron(at, along, size)]
    return marks.map((ring) => ({ role: 'routeDirection', element: undefined, part: key, flow, form: { type: 'polygon', rings: [ring] } }))
  }).flat()
}

/** An arrow head with a notch, its middle at `at`. */
function chevron(at: Point, along: Point, size: number): readonly Point[] {
  const back = ahead(at, along, -size * 0.6)
  return [ahead(at, along, size), leftOf(back, along, size), ahead(at, along, -size * 0.1), leftOf(back, along, -size)]
}

function opposite({ x, y }: Point): Point {
  return { x: -x, y: -y }
}

function pointOn(points: readonly Point[], distance: number): { readonly at: Point; readonly along: Point } {
  let walked = 0
  for (let i = 0; i + 1 < points.length; i++) {
    const [from, to] = [points[i]!, points[i + 1]!]
    const length = distanceOf(from, to)
    if (walked + length >= distance || i + 2 === points.length) {
      const along = directionOf(from, to)
      return { at: ahead(from, along, distance - walked), along }
    }
    walked += length
  }
  return { at: points[0]!, along: { x: 1, y: 0 } }
}

/** Chevrons along a line that is walked one way, `every` so many metres and at least one. */
export function chevronsAlong(points: readonly Point[], size: number, every: number): readonly (readonly Point[])[] {
  const length = points.slice(1).reduce((sum, point, index) => sum + distanceOf(points[index]!, point), 0)
  const count = Math.max(1, Math.round(length / every))
  return Array.from({ length: count }, (_, index) => {
    const { at, along } = pointOn(points, (length * (index + 0.5)) / count)
    return chevron(at, along, size)
  })
}
