import type { Point } from '#shared/geometry/point'

/** Three's frame has y up: plan x stays x, plan y (up the page) goes away from the viewer, height goes up. Metres. */
export function planToWorld(point: Point, height = 0): [x: number, y: number, z: number] {
  return [point.x, height, -point.y]
}
