import type { Id } from '#shared/base/ids'
import { otherWaysOfParts, routesOfParts } from './draw-marks'
import { drawOtherWays, drawRoutes } from './draw-routes'
import type { DrawnPart, DrawnRoute } from './options'
import type { Shape } from './shape'

/** The walks that a number is made of, on one storey of several: other ways round below, then the routes, with `more` beside them. `unit`: as of `drawRoutes`. */
export function drawWalks(parts: readonly DrawnPart[], storey: Id, unit?: number, more: readonly DrawnRoute[] = []): Shape[] {
  return [...drawOtherWays(otherWaysOfParts(parts, storey), unit), ...drawRoutes([...routesOfParts(parts, storey), ...more], unit)]
}
