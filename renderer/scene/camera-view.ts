import { Box3, type Matrix4, type OrthographicCamera, Vector3 } from 'three'
import type { BuildingStorey } from '#shared/building/building'
import { planToWorld } from './plan-to-world'
import { CUT_HEIGHT_M } from './storey-geometry'

/** The standard views: the direction that the camera looks from, in the world frame. */
export const STANDARD_VIEWS = {
  /** A hair off the vertical, so that the top of the page stays up. */
  top: new Vector3(0, 1, 1e-4),
  /** 45 degrees up and a little from the right, so that a long building still lies along the screen. */
  threeQuarter: new Vector3(0.24, Math.SQRT1_2, 0.665),
} as const
export type StandardView = keyof typeof STANDARD_VIEWS

const MARGIN = 1.12

/** Everything that a storey shows, in the world frame, metres. */
export function boundsOf(storey: BuildingStorey): Box3 {
  const bounds = new Box3()
  const point = new Vector3()
  const outline = storey.storey.outline ?? []
  for (const { x, y } of [...outline, ...storey.rooms.flatMap((room) => room.polygon)]) {
    bounds.expandByPoint(point.set(...planToWorld({ x, y }, 0)))
    bounds.expandByPoint(point.set(...planToWorld({ x, y }, CUT_HEIGHT_M)))
  }
  if (bounds.isEmpty()) bounds.set(new Vector3(-10, 0, -10), new Vector3(10, CUT_HEIGHT_M, 10))
  return bounds
}

/**
 * Puts an orthographic camera so that `bounds` fill a viewport of `width` by `height` pixels, seen
 * from `direction`. Returns the point looked at.
 */
export function fitCamera(camera: OrthographicCamera, bounds: Box3, direction: Vector3, width: number, height: number): Vector3 {
  const target = bounds.getCenter(new Vector3())
  const reach = bounds.getSize(new Vector3()).length()
  camera.position.copy(target).addScaledVector(direction.clone().normalize(), reach + 50)
  camera.near = 0.1
  camera.far = 2 * reach + 200
  camera.lookAt(target)
  camera.updateMatrixWorld()
  const seen = seenFrom(bounds, camera.matrixWorldInverse.copy(camera.matrixWorld).invert())
  const size = seen.getSize(new Vector3())
  camera.zoom = Math.min(width / Math.max(size.x, 1), height / Math.max(size.y, 1)) / MARGIN
  camera.updateProjectionMatrix()
  return target
}

function seenFrom(bounds: Box3, view: Matrix4): Box3 {
  const seen = new Box3()
  for (const x of [bounds.min.x, bounds.max.x]) {
    for (const y of [bounds.min.y, bounds.max.y]) {
      for (const z of [bounds.min.z, bounds.max.z]) seen.expandByPoint(new Vector3(x, y, z).applyMatrix4(view))
    }
  }
  return seen
}
