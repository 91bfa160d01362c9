import { Matrix4, ShapeUtils, Vector2, Vector3 } from 'three'
import type { Part } from '#shared/document/catalogue'
import type { Point } from '#shared/geometry/point'
import { planToWorld } from './plan-to-world'
import { addFlat, addPrism, addSides, type Triangles } from './prism'

/** How finely furniture is modelled: with broken edges and round legs, or with as few triangles as it takes. */
export type Detail = 'fine' | 'plain'

/** No edge is broken by more than this, and none of a part thinner than `THIN_M`. Metres. */
const CHAMFER_M = 0.022
const THIN_M = 0.045
/** A leg thinner than this needs few sides. Metres. */
const ROUND_M = 0.03
const SIDES = { fine: 16, plain: 8 } as const

/** Adds the triangles of a part of a catalogue entry, in the entry's own frame with y up. */
export function addPart(target: Triangles, part: Part, detail: Detail): void {
  switch (part.shape) {
    case 'box':
      addBox(target, part, detail)
      break
    case 'cylinder':
      addPrism(target, circle(part.at, part.radius, part.radius < ROUND_M ? 6 : SIDES[detail]), part.at.z, part.at.z + part.height)
      break
    case 'extrusion':
      addPrism(target, part.outline, part.base, part.base + part.height)
      break
    case 'profile':
      addProfile(target, part)
  }
}

function addBox(target: Triangles, { at, size, rotation }: Extract<Part, { shape: 'box' }>, detail: Detail): void {
  const edge = detail === 'plain' ? 0 : chamferOf(size.x, size.y, size.z)
  const turn = turned(at, rotation)
  const top = at.z + size.z
  if (edge === 0) {
    addPrism(target, rectangle(size.x / 2, size.y / 2, 0).map(turn), at.z, top)
    return
  }
  const foot = rectangle(size.x / 2, size.y / 2, edge).map(turn)
  const lid = rectangle(size.x / 2 - edge, size.y / 2 - edge, edge / 2).map(turn)
  addSides(target, foot, at.z, top - edge)
  foot.forEach((from, i) => {
    const next = (i + 1) % foot.length
    addSlope(target, [from, foot[next] as Point, lid[next] as Point, lid[i] as Point], top - edge, top)
  })
  addFlat(target, lid, top)
}

function chamferOf(x: number, y: number, z: number): number {
  const least = Math.min(x, y, z)
  return least < THIN_M ? 0 : Math.min(CHAMFER_M, least / 4)
}

/** A sloping quadrilateral: its first two corners at `low`, the other two at `high`. */
function addSlope(target: Triangles, ring: readonly [Point, Point, Point, Point], low: number, high: number): void {
  const [a, b, c, d] = ring.map((point, i) => new Vector3(...planToWorld(point, i < 2 ? low : high))) as [Vector3, Vector3, Vector3, Vector3]
  const normal = b.clone().sub(a).cross(d.clone().sub(a)).normalize()
  for (const corner of [a, b, c, a, c, d]) {
    target.positions.push(corner.x, corner.y, corner.z)
    target.normals.push(normal.x, normal.y, normal.z)
  }
}

/** A section extruded across: closed all round, since backrests lean and show their undersides. */
function addProfile(target: Triangles, { x, width, outline }: Extract<Part, { shape: 'profile' }>): void {
  const at = (side: number, { y, z }: { readonly y: number; readonly z: number }) => planToWorld({ x: x + (side * width) / 2, y }, z)
  const faces = ShapeUtils.triangulateShape(
    outline.map(({ y, z }) => new Vector2(y, z)),
    [],
  )
  for (const side of [1, -1]) {
    for (const corners of faces) {
      for (const corner of side === 1 ? corners : [...corners].reverse()) {
        target.positions.push(...at(side, outline[corner] as (typeof outline)[number]))
        target.normals.push(side, 0, 0)
      }
    }
  }
  outline.forEach((from, i) => {
    const to = outline[(i + 1) % outline.length] as (typeof outline)[number]
    const length = Math.hypot(to.y - from.y, to.z - from.z)
    if (length === 0) return
    // Counter-clockwise seen from the right: what is outside lies to the right of walking along the outline.
    const normal = planToWorld({ x: 0, y: (to.z - from.z) / length }, -(to.y - from.y) / length)
    for (const [side, point] of [
      [1, from],
      [-1, to],
      [1, to],
      [1, from],
      [-1, from],
      [-1, to],
    ] as const) {
      target.positions.push(...at(side, point))
      target.normals.push(...normal)
    }
  })
}

/** A rectangle about the origin, its corners cut by `cut` metres, counter-clockwise. */
function rectangle(halfWidth: number, halfDepth: number, cut: number): readonly Point[] {
  const corners = [
    [-1, -1],
    [1, -1],
    [1, 1],
    [-1, 1],
  ] as const
  if (cut <= 0) return corners.map(([right, back]) => ({ x: right * halfWidth, y: back * halfDepth }))
  return corners.flatMap(([right, back], i) => {
    const besideX = { x: right * (halfWidth - cut), y: back * halfDepth }
    const besideY = { x: right * halfWidth, y: back * (halfDepth - cut) }
    return i % 2 === 0 ? [besideY, besideX] : [besideX, besideY]
  })
}

function circle(at: Point, radius: number, sides: number): readonly Point[] {
  return Array.from({ length: sides }, (_, i) => {
    const angle = (2 * Math.PI * i) / sides
    return { x: at.x + radius * Math.cos(angle), y: at.y + radius * Math.sin(angle) }
  })
}

function turned(at: Point, degrees: number): (point: Point) => Point {
  const matrix = new Matrix4().makeRotationZ((degrees / 180) * Math.PI)
  return ({ x, y }) => {
    const { x: across, y: up } = new Vector3(x, y, 0).applyMatrix4(matrix)
    return { x: at.x + across, y: at.y + up }
  }
}
