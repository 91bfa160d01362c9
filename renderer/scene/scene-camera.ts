import { type OrthographicCamera, Spherical, Vector3 } from 'three'
import type { BuildingStorey } from '#shared/building/building'
import type { Point } from '#shared/geometry/point'
import { planToWorld } from './plan-to-world'

/** Where the scene is looked at from: an orthographic view, so that lengths compare across the picture. */
export type SceneCamera = {
  /** The point of the floor in the middle of the view. Metres. */
  readonly target: Point
  /** Degrees counter-clockwise: 0 looks from the foot of the page, 90 from its right. */
  readonly azimuth: number
  /** Degrees above the floor; 90 looks straight down. */
  readonly elevation: number
  /** Pixels a metre. */
  readonly scale: number
}

export type Size = { readonly width: number; readonly height: number }
/** What has to be seen: points of the floor, how high what stands on them is, and how far what lies under them goes down. Metres. */
export type Seen = { readonly points: readonly Point[]; readonly height: number; readonly depth?: number }

/** A hair off the vertical, where the page's own top stays up. Degrees. */
export const STRAIGHT_DOWN = 89.9
export const LOWEST = 15
export const SCALES = { least: 2, most: 400 } as const
/** What is fitted leaves this share of the view's width and height free. */
const FREE = 0.1
const RADIANS = Math.PI / 180
const EMPTY: readonly Point[] = [
  { x: -10, y: -10 },
  { x: 10, y: 10 },
]

/** The standard views, but for the one from the entrance, which the design decides. */
export const STANDARD_VIEWS = {
  top: { azimuth: 0, elevation: STRAIGHT_DOWN },
  /** A little from the right, so that a long building still lies along the screen. */
  threeQuarter: { azimuth: 20, elevation: 48 },
} as const
export const ENTRANCE_ELEVATION = 40
export type Direction = { readonly azimuth: number; readonly elevation: number }

/** The whole storey, its walls cut at `height`, with the others that are drawn as they are. */
export function wholeOf(storey: BuildingStorey, height: number, beyond: readonly Lifted[] = []): Seen {
  const solid = beyond.filter(({ isGhost }) => !isGhost)
  const points = [storey, ...solid.map((each) => each.storey)].flatMap((each) => [
    ...(each.storey.outline ?? []),
    ...each.rooms.flatMap((room) => room.polygon),
  ])
  const lifts = solid.map(({ lift }) => lift)
  return { points: points.length === 0 ? EMPTY : points, height: Math.max(0, ...lifts) + height, depth: Math.max(0, ...lifts.map((lift) => -lift)) }
}

/** Another storey, so many metres above the one that is looked at. */
type Lifted = { readonly storey: BuildingStorey; readonly lift: number; readonly isGhost: boolean }

/** Looking straight in at the main gate; without one, at any other; undefined where none leads outside. */
export function entranceDirection(storey: BuildingStorey): Direction | undefined {
  const gates = storey.openings.filter(
    ({ opening, left, right }) => opening.gate !== undefined && (left.kind === 'outside' || right.kind === 'outside'),
  )
  const gate = gates.find(({ opening }) => opening.gate === 'main') ?? gates[0]
  if (gate === undefined) return undefined
  const { from, to, left } = gate
  const side = left.kind === 'outside' ? 1 : -1
  const out = { x: -(to.y - from.y) * side, y: (to.x - from.x) * side }
  return { azimuth: Math.atan2(out.x, -out.y) / RADIANS, elevation: ENTRANCE_ELEVATION }
}

/** The view from a direction in which `seen` fills the screen, so many pixels at its foot, on its left and at its head being covered by something else. */
export function fitted(seen: Seen, { azimuth, elevation }: Direction, { width, height }: Size, covered = 0, aside = 0, above = 0): SceneCamera {
  const [right, up] = screenAxes({ azimuth, elevation })
  const foot = -(seen.depth ?? 0)
  const across = seen.points.flatMap((point) => [dot(right, point, foot), dot(right, point, seen.height)])
  const along = seen.points.flatMap((point) => [dot(up, point, foot), dot(up, point, seen.height)])
  const [left, most, low, high] = [Math.min(...across), Math.max(...across), Math.min(...along), Math.max(...along)]
  const room = { width: Math.max(width - aside, 1) * (1 - FREE), height: Math.max(height - covered - above, 1) * (1 - FREE) }
  const scale = clamp(Math.min(room.width / Math.max(most - left, 1), room.height / Math.max(high - low, 1)), SCALES.least, SCALES.most)
  // Of the floor's points, the one that lies in the middle of the free part of the screen.
  const middle = { right: (left + most) / 2 - aside / 2 / scale, up: (low + high) / 2 - (covered - above) / 2 / scale }
  const rise = Math.sin(elevation * RADIANS)
  const turn = azimuth * RADIANS
  const back = middle.up / rise
  const target = { x: middle.right * Math.cos(turn) - back * Math.sin(turn), y: middle.right * Math.sin(turn) + back * Math.cos(turn) }
  return { target, azimuth, elevation, scale }
}

/** Unit vectors of the screen's right and up in the plan's frame: x, y, height. */
function screenAxes({ azimuth, elevation }: Direction): readonly [Vector3, Vector3] {
  const [turn, tilt] = [azimuth * RADIANS, elevation * RADIANS]
  const right = new Vector3(Math.cos(turn), Math.sin(turn), 0)
  const up = new Vector3(-Math.sin(turn) * Math.sin(tilt), Math.cos(turn) * Math.sin(tilt), Math.cos(tilt))
  return [right, up]
}

function dot(axis: Vector3, { x, y }: Point, height: number): number {
  return axis.x * x + axis.y * y + axis.z * height
}

/**
 * How the floor lies on the screen: a point of the plan (x, y up) is seen at pixel (a x - c y + e, b x - d y + f). A drawing of the plan
 * under `matrix(a, b, c, d, e, f)` lies on the floor.
 */
export type FloorFrame = { readonly [K in 'a' | 'b' | 'c' | 'd' | 'e' | 'f']: number }

export function floorFrame({ target, azimuth, elevation, scale }: SceneCamera, { width, height }: Size): FloorFrame {
  const [turn, tilt] = [azimuth * RADIANS, elevation * RADIANS]
  const [a, b] = [scale * Math.cos(turn), scale * Math.sin(turn) * Math.sin(tilt)]
  const [c, d] = [-scale * Math.sin(turn), scale * Math.cos(turn) * Math.sin(tilt)]
  return { a, b, c, d, e: width / 2 - a * target.x + c * target.y, f: height / 2 - b * target.x + d * target.y }
}

/** Puts three's camera where the view is; `reach` metres hold everything that may be seen. */
export function placeCamera(
  camera: OrthographicCamera,
  target: Vector3,
  { target: at, azimuth, elevation, scale }: SceneCamera,
  reach: number,
): void {
  target.set(...planToWorld(at))
  const offset = new Vector3().setFromSphericalCoords(reach, (90 - elevation) * RADIANS, azimuth * RADIANS)
  camera.position.copy(target).add(offset)
  camera.near = 0.1
  camera.far = 2 * reach
  camera.zoom = scale
  camera.up.set(0, 1, 0)
  camera.lookAt(target)
  camera.updateProjectionMatrix()
  camera.updateMatrixWorld()
}

/** The view that three's camera has, turned about `target`. */
export function cameraNow(camera: OrthographicCamera, target: Vector3): SceneCamera {
  const { phi, theta } = new Spherical().setFromVector3(camera.position.clone().sub(target))
  return { target: { x: target.x, y: -target.z }, azimuth: theta / RADIANS, elevation: 90 - phi / RADIANS, scale: camera.zoom }
}

/** Between two views, `share` of the way from the one to the other, by the shorter turn. */
export function between(from: SceneCamera, to: SceneCamera, share: number): SceneCamera {
  const mix = (a: number, b: number) => a + (b - a) * share
  const turn = ((((to.azimuth - from.azimuth) % 360) + 540) % 360) - 180
  return {
    target: { x: mix(from.target.x, to.target.x), y: mix(from.target.y, to.target.y) },
    azimuth: from.azimuth + turn * share,
    elevation: mix(from.elevation, to.elevation),
    scale: from.scale * (to.scale / from.scale) ** share,
  }
}

/** The view moved by hand: turned and tilted by degrees, its middle by pixels, nearer by a factor. */
export function moved(
  view: SceneCamera,
  { turn = 0, tilt = 0, right = 0, up = 0, nearer = 1 }: { readonly [K in 'turn' | 'tilt' | 'right' | 'up' | 'nearer']?: number },
): SceneCamera {
  const angle = view.azimuth * RADIANS
  const [dx, dy] = [right / view.scale, up / view.scale]
  return {
    target: { x: view.target.x + dx * Math.cos(angle) - dy * Math.sin(angle), y: view.target.y + dx * Math.sin(angle) + dy * Math.cos(angle) },
    azimuth: view.azimuth + turn,
    elevation: clampElevation(view.elevation + tilt),
    scale: clampScale(view.scale * nearer),
  }
}

export function clampElevation(degrees: number): number {
  return clamp(degrees, LOWEST, STRAIGHT_DOWN)
}

export function clampScale(scale: number): number {
  return clamp(scale, SCALES.least, SCALES.most)
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most)
}
