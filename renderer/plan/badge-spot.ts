import type { Point } from '#shared/geometry/point'
import type { Extent } from './camera'

/** From a line to a badge that stands beside it. Pixels. */
const BESIDE_PX = 5
/** Shares of its line at which a badge may stand, the middle first. */
const ALONG = [0.5, 0.3, 0.7] as const

/**
 * Where the middle of the badge of a line stands: on its line or right beside it, the first place at which it covers no door; the
 * least bad one where there is none. `right` and `top` of a door are its larger x and y, all in pixels of the view.
 */
export function badgeSpot(
  a: Point,
  b: Point,
  { width, height }: { readonly width: number; readonly height: number },
  doors: readonly Extent[],
): Point {
  const on = ALONG.map((share) => ({ x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share }))
  const isUpright = Math.abs(b.y - a.y) >= Math.abs(b.x - a.x)
  const off = isUpright ? { x: width / 2 + BESIDE_PX, y: 0 } : { x: 0, y: height / 2 + BESIDE_PX }
  const spots = [...on, ...[1, -1].flatMap((side) => on.map(({ x, y }) => ({ x: x + side * off.x, y: y + side * off.y })))]
  let best = { spot: spots[0]!, covered: Number.POSITIVE_INFINITY }
  for (const spot of spots) {
    const covered = doors.reduce((sum, door) => sum + coveredBy(spot, { width, height }, door), 0)
    if (covered < best.covered) best = { spot, covered }
    if (covered === 0) break
  }
  return best.spot
}

/** So much of a door lies under a badge. Square pixels. */
function coveredBy({ x, y }: Point, { width, height }: { readonly width: number; readonly height: number }, door: Extent): number {
  const across = Math.min(x + width / 2, door.right) - Math.max(x - width / 2, door.left)
  const up = Math.min(y + height / 2, door.top) - Math.max(y - height / 2, door.bottom)
  return Math.max(across, 0) * Math.max(up, 0)
}
