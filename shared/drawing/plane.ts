import { cosine, sine } from '#shared/base/angle'
import type { Point } from '#shared/geometry/point'

/** The point `distance` metres to the left of walking along `direction` (a unit vector) from `from`. */
export function leftOf(from: Point, direction: Point, distance: number): Point {
  return { x: from.x - direction.y * distance, y: from.y + direction.x * distance }
}

/** The point `distance` metres ahead. */
export function ahead(from: Point, direction: Point, distance: number): Point {
  return { x: from.x + direction.x * distance, y: from.y + direction.y * distance }
}

/** Unit vector from a to b; (1, 0) where they are the same. */
export function directionOf(a: Point, b: Point): Point {
  const distance = distanceOf(a, b)
  return distance === 0 ? { x: 1, y: 0 } : { x: (b.x - a.x) / distance, y: (b.y - a.y) / distance }
}

/** Metres. */
export function distanceOf(a: Point, b: Point): number {
  return Math.hypot(b.x - a.x, b.y - a.y)
}

export function midpointOf(a: Point, b: Point): Point {
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 }
}

/** From the frame of something at `at`, turned counter-clockwise by `degrees`, to the plan. */
export function placed(point: Point, at: Point, degrees: number): Point {
  const cos = cosine(Math.round(degrees * 10))
  const sin = sine(Math.round(degrees * 10))
  return { x: at.x + point.x * cos - point.y * sin, y: at.y + point.x * sin + point.y * cos }
}

/** A rectangle about the line a -> b, counter-clockwise, `width` metres across. */
export function band(a: Point, b: Point, width: number): Point[] {
  const along = directionOf(a, b)
  return [leftOf(a, along, -width / 2), leftOf(b, along, -width / 2), leftOf(b, along, width / 2), leftOf(a, along, width / 2)]
}

export type Box = { readonly left: number; readonly bottom: number; readonly right: number; readonly top: number }

/** The smallest upright box about the points; undefined without any. */
export function boxOf(points: Iterable<Point>): Box | undefined {
  let [left, bottom, right, top] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const { x, y } of points) {
    if (x < left) left = x
    if (x > right) right = x
    if (y < bottom) bottom = y
    if (y > top) top = y
  }
  return left > right ? undefined : { left, bottom, right, top }
}

/** Whether the point lies inside the ring; on the edge either may be answered. */
export function isInside(ring: readonly Point[], { x, y }: Point): boolean {
  let inside = false
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const a = ring[i]!
    const b = ring[j]!
    if (a.y > y !== b.y > y && x < ((b.x - a.x) * (y - a.y)) / (b.y - a.y) + a.x) inside = !inside
  }
  return inside
}
