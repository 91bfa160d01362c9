import { BufferAttribute, BufferGeometry, type Color, ShapeUtils, Vector2 } from 'three'
import type { Point } from '#shared/geometry/point'
import { planToWorld } from './plan-to-world'

/** Triangles gathered for one draw call; `colours` has as many corners as `positions` once everything is painted. */
export type Triangles = { readonly positions: number[]; readonly normals: number[]; readonly colours: number[] }

export function noTriangles(): Triangles {
  return { positions: [], normals: [], colours: [] }
}

/** Gives everything added since the last coat this colour. */
export function paint({ positions, colours }: Triangles, colour: Color): void {
  while (colours.length < positions.length) colours.push(colour.r, colour.g, colour.b)
}

/** Adds a flat ring at `height` metres, seen from above. The ring is counter-clockwise. */
export function addFlat(target: Triangles, ring: readonly Point[], height: number): void {
  const contour = ring.map(({ x, y }) => new Vector2(x, y))
  for (const corners of ShapeUtils.triangulateShape(contour, [])) {
    for (const corner of corners) {
      target.positions.push(...planToWorld(ring[corner] as Point, height))
      target.normals.push(0, 1, 0)
    }
  }
}

/** Adds the upright sides of a counter-clockwise ring from `base` to `top`, in metres. */
export function addSides(target: Triangles, ring: readonly Point[], base: number, top: number): void {
  ring.forEach((from, index) => {
    const to = ring[(index + 1) % ring.length] as Point
    const length = Math.hypot(to.x - from.x, to.y - from.y)
    if (length === 0) return
    const normal = planToWorld({ x: (to.y - from.y) / length, y: (from.x - to.x) / length })
    for (const [point, height] of [
      [from, base],
      [to, base],
      [to, top],
      [from, base],
      [to, top],
      [from, top],
    ] as const) {
      target.positions.push(...planToWorld(point, height))
      target.normals.push(...normal)
    }
  })
}

/** Adds a prism without its floor: sides and top of a counter-clockwise ring. Metres. */
export function addPrism(target: Triangles, ring: readonly Point[], base: number, top: number): void {
  addSides(target, ring, base, top)
  addFlat(target, ring, top)
}

/** One geometry of everything gathered, or undefined when there is nothing to draw. */
export function geometryOf({ positions, normals, colours }: Triangles): BufferGeometry | undefined {
  if (positions.length === 0) return undefined
  const geometry = new BufferGeometry()
  geometry.setAttribute('position', new BufferAttribute(new Float32Array(positions), 3))
  geometry.setAttribute('normal', new BufferAttribute(new Float32Array(normals), 3))
  if (colours.length === positions.length) geometry.setAttribute('color', new BufferAttribute(new Float32Array(colours), 3))
  return geometry
}

/** The rectangle `thickness` metres wide round a line, counter-clockwise. */
export function strip(from: Point, to: Point, thickness: number): readonly Point[] {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1
  const across = { x: (-(to.y - from.y) / length) * (thickness / 2), y: ((to.x - from.x) / length) * (thickness / 2) }
  return [
    { x: from.x - across.x, y: from.y - across.y },
    { x: to.x - across.x, y: to.y - across.y },
    { x: to.x + across.x, y: to.y + across.y },
    { x: from.x + across.x, y: from.y + across.y },
  ]
}
