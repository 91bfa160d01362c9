import type { Point } from '#shared/geometry/point'

/** Which plan point lies in the middle of the view, and how many pixels a metre takes. */
export type Camera = { readonly x: number; readonly y: number; readonly scale: number }
export type Size = { readonly width: number; readonly height: number }
export type Extent = { readonly left: number; readonly bottom: number; readonly right: number; readonly top: number }

/** Pixels a metre, furthest out and nearest. */
const LEAST_SCALE = 1.5
const MOST_SCALE = 400

/** Shows the whole extent with `margin` pixels beside it and above. */
export function fitted(extent: Extent, size: Size, margin: { readonly across: number; readonly up: number }): Camera {
  const [width, height] = [Math.max(extent.right - extent.left, 1), Math.max(extent.top - extent.bottom, 1)]
  const scale = Math.min((size.width - 2 * margin.across) / width, (size.height - 2 * margin.up) / height)
  return { x: (extent.left + extent.right) / 2, y: (extent.bottom + extent.top) / 2, scale: within(scale) }
}

/** From pixels of the view (y down) to metres of the plan (y up). */
export function toPlan(camera: Camera, size: Size, at: Point): Point {
  return { x: camera.x + (at.x - size.width / 2) / camera.scale, y: camera.y - (at.y - size.height / 2) / camera.scale }
}

/** From metres of the plan to pixels of the view. */
export function toView(camera: Camera, size: Size, at: Point): Point {
  return { x: size.width / 2 + (at.x - camera.x) * camera.scale, y: size.height / 2 - (at.y - camera.y) * camera.scale }
}

/** Moved by pixels, as a sheet of paper under the hand. */
export function panned(camera: Camera, by: Point): Camera {
  return { ...camera, x: camera.x - by.x / camera.scale, y: camera.y + by.y / camera.scale }
}

/** Nearer by `factor`, the middle staying where it is. */
export function nearer(camera: Camera, factor: number): Camera {
  return { ...camera, scale: within(camera.scale * factor) }
}

/** Nearer by `factor`; what lies under `at` (pixels) stays under it. */
export function zoomed(camera: Camera, size: Size, at: Point, factor: number): Camera {
  const scale = within(camera.scale * factor)
  const fixed = toPlan(camera, size, at)
  return { scale, x: fixed.x - (at.x - size.width / 2) / scale, y: fixed.y + (at.y - size.height / 2) / scale }
}

/** The same points at the same pixels, after the view has been given another size at its right and its lower side. */
export function resized(camera: Camera, before: Size, after: Size): Camera {
  const [wider, higher] = [after.width - before.width, after.height - before.height]
  return { ...camera, x: camera.x + wider / 2 / camera.scale, y: camera.y - higher / 2 / camera.scale }
}

/** The scale rounded down to a step of an eighth of an octave: what is drawn for a zoom (names) changes by steps, never at every tick of the wheel. */
export function steppedScale(scale: number): number {
  return 2 ** (Math.floor(Math.log2(scale) * 8) / 8)
}

function within(scale: number): number {
  return Math.min(MOST_SCALE, Math.max(LEAST_SCALE, scale))
}
