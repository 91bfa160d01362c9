import { BufferAttribute, BufferGeometry } from 'three'
import type { BuildingStorey } from '#shared/building/building'
import type { Point } from '#shared/geometry/point'
import { planToWorld } from './plan-to-world'
import { addFlat, noTriangles } from './prism'
import { solidRing, THINNEST_M } from './wall-solids'

/** How dark the floor is where something stands on it, and how far that reaches. */
const WALL = { alpha: 0.2, reach: 0.5 }
const FURNITURE = { alpha: 0.3, reach: 0.16 }
const GROUND = { alpha: 0.14, reach: 1.4 }
/** Above the floor and below everything laid on it. Metres. */
const SHADE_M = 0.004

type Shade = { readonly positions: number[]; readonly alphas: number[] }

/**
 * The soft darkening where walls and furniture meet the floor. Made once with the geometry: it costs nothing a frame, so it is there
 * on a laptop without a graphics card too, where cast shadows are not.
 */
export function contactShade(storey: BuildingStorey, isFurnished: boolean): BufferGeometry {
  const shade: Shade = { positions: [], alphas: [] }
  for (const wall of storey.walls) {
    const end = 1.1 * Math.max(wall.thickness, THINNEST_M)
    addSkirt(shade, solidRing(wall), WALL, SHADE_M, end)
  }
  if (isFurnished) {
    for (const { footprint } of storey.fixtures) {
      addSkirt(shade, footprint, FURNITURE, SHADE_M, 0)
      addUnder(shade, footprint, FURNITURE.alpha)
    }
  }
  const geometry = new BufferGeometry()
  geometry.setAttribute('position', new BufferAttribute(new Float32Array(shade.positions), 3))
  geometry.setAttribute('color', new BufferAttribute(new Float32Array(shade.alphas.flatMap((alpha) => [0.1, 0.13, 0.17, alpha])), 4))
  return geometry
}

/** The same about the building itself, at the height of the ground. */
export function groundShade(outline: readonly Point[], height: number): BufferGeometry {
  const shade: Shade = { positions: [], alphas: [] }
  addSkirt(shade, outline, GROUND, height, 0)
  const geometry = new BufferGeometry()
  geometry.setAttribute('position', new BufferAttribute(new Float32Array(shade.positions), 3))
  geometry.setAttribute('color', new BufferAttribute(new Float32Array(shade.alphas.flatMap((alpha) => [0.1, 0.13, 0.17, alpha])), 4))
  return geometry
}

/** As dark all over: under what stands on legs or castors. */
function addUnder({ positions, alphas }: Shade, ring: readonly Point[], alpha: number): void {
  const flat = noTriangles()
  addFlat(flat, ring, SHADE_M)
  positions.push(...flat.positions)
  for (let i = 0; i < flat.positions.length; i += 3) alphas.push(alpha)
}

/** Fades out from the edges of a counter-clockwise ring; edges up to `shortest` metres, the ends of a wall at a door, cast none. */
function addSkirt(
  { positions, alphas }: Shade,
  ring: readonly Point[],
  { alpha, reach }: { readonly alpha: number; readonly reach: number },
  height: number,
  shortest: number,
): void {
  const outward = ring.map((from, i) => {
    const to = ring[(i + 1) % ring.length] as Point
    const length = Math.hypot(to.x - from.x, to.y - from.y)
    return length <= shortest || length === 0 ? undefined : { x: (to.y - from.y) / length, y: (from.x - to.x) / length }
  })
  const add = (corners: readonly (readonly [Point, number])[]) => {
    for (const [point, dark] of corners) {
      positions.push(...planToWorld(point, height))
      alphas.push(dark)
    }
  }
  const moved = (at: Point, by: Point): Point => ({ x: at.x + by.x * reach, y: at.y + by.y * reach })
  ring.forEach((from, i) => {
    const to = ring[(i + 1) % ring.length] as Point
    const out = outward[i]
    if (out === undefined) return
    const [a, b] = [moved(from, out), moved(to, out)]
    add([
      [from, alpha],
      [a, 0],
      [b, 0],
      [from, alpha],
      [b, 0],
      [to, alpha],
    ])
    // Round an outer corner in two slices, so that it has no notch.
    const next = outward[(i + 1) % ring.length]
    if (next === undefined || out.x * next.y - out.y * next.x <= 1e-6) return
    const between = { x: out.x + next.x, y: out.y + next.y }
    const size = Math.hypot(between.x, between.y) || 1
    const corner = moved(to, { x: between.x / size, y: between.y / size })
    add([
      [to, alpha],
      [b, 0],
      [corner, 0],
      [to, alpha],
      [corner, 0],
      [moved(to, next), 0],
    ])
  })
}
