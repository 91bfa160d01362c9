import type { BuildingStorey } from '#shared/building/building'
import { floorOfStorey } from '#shared/walkable/floor-of-building'
import { createRouter } from './create-router'
import type { Router } from './router'

/**
 * The router of a storey; `gateDepth` is how far floor continues outside a gate, in metres. Given the
 * router of the same storey before an edit it is mended from that one, which stays as it was.
 */
export function routerOfStorey(storey: BuildingStorey, gateDepth: number, before?: Router): Router {
  const floor = floorOfStorey(storey, gateDepth)
  if (before === undefined) return createRouter(floor)
  return before.floor === floor ? before : before.mended(floor)
}
