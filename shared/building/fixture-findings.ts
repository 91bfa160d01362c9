import type { Finding } from '#shared/document/finding'
import { warningOf } from '#shared/document/findings/finding-of'
import { boxesNear, boxIndex } from '#shared/geometry/box-index'
import { isConvex, overlapDepth } from '#shared/geometry/convex'
import { pointToMillimetres } from '#shared/geometry/millimetres'
import type { Point } from '#shared/geometry/point'
import { type Box, boxOf, sideOfRing } from '#shared/geometry/polygon'
import { storeyOutline } from './build-building'
import type { BuildingStorey, BuiltFixture, BuiltOpening } from './building'
import { nameOfFixture, openingName } from './names'
import { REACH_MM } from './wall-graph'

/** Something may stand this far into a doorway without a word. Millimetres. */
const BESIDE_DOOR_MM = 50

/** Where something stands: its ring, convex parts of it and its box, in millimetres. */
export type Shape = { readonly ring: readonly Point[]; readonly parts: readonly (readonly Point[])[]; readonly box: Box }

/** Fixtures outside every room, in a wall, in one another or before a door. `doorDepth`: floor that a door needs before it, in metres. */
export function fixtureFindings(storey: BuildingStorey, doorDepth: number): readonly Finding[] {
  const findings: Finding[] = []
  for (const built of storey.fixtures) {
    if (!isOnFloor(built, storey)) findings.push(warningOf('finding.fixtureOutside', [built.fixture.id], { fixture: nameOfFixture(built) }))
  }
  const blocking = storey.fixtures.filter(({ fixture }) => fixture.blocks)
  const shapes = blocking.map(({ footprint }) => shapeOf(footprint))
  const standing = boxIndex(shapes.map(({ box }) => box))
  const walls = wallShapes(storey)
  shapes.forEach((shape, i) => {
    const { fixture } = blocking[i]!
    if (walls.meets(shape)) findings.push(warningOf('finding.fixtureInWall', [fixture.id], { fixture: nameOfFixture(blocking[i]!) }))
    for (const j of boxesNear(standing, shape.box)) {
      if (j <= i || !doOverlap(shape, shapes[j]!, REACH_MM)) continue
      const values = { fixture: nameOfFixture(blocking[i]!), other: nameOfFixture(blocking[j]!) }
      findings.push(warningOf('finding.fixturesOverlap', [fixture.id, blocking[j]!.fixture.id], values))
    }
  })
  for (const opening of storey.openings) {
    const way = doorway(opening, doorDepth)
    if (way === undefined) continue
    for (const i of boxesNear(standing, way.box)) {
      if (!doOverlap(shapes[i]!, way, BESIDE_DOOR_MM)) continue
      const where = [blocking[i]!.fixture.id, opening.opening.id]
      findings.push(warningOf('finding.doorBlocked', where, { fixture: nameOfFixture(blocking[i]!), opening: openingName(opening, storey) }))
    }
  }
  return findings
}

/** Does it stand inside the building: in a room, or on floor inside the outline that no room covers. */
export function isOnFloor({ room, fixture }: BuiltFixture, { storey }: BuildingStorey): boolean {
  if (room !== undefined) return true
  const outline = storeyOutline(storey)
  const { x, y } = pointToMillimetres(fixture)
  return outline !== undefined && sideOfRing(outline, x, y) === 1
}

export type WallShapes = {
  /** Does a wall reach into a shape by 2 mm or more. */
  meets(shape: Shape): boolean
}

const shapesOfWalls = new WeakMap<BuildingStorey['walls'], WallShapes>()

export function wallShapes({ walls }: BuildingStorey): WallShapes {
  let known = shapesOfWalls.get(walls)
  if (known === undefined) {
    const shapes = walls.map(({ ring }) => shapeOf(ring))
    const index = boxIndex(shapes.map(({ box }) => box))
    known = { meets: (shape) => boxesNear(index, shape.box).some((i) => doOverlap(shape, shapes[i]!, REACH_MM)) }
    shapesOfWalls.set(walls, known)
  }
  return known
}

const doorways = new WeakMap<BuiltOpening, Map<number, Shape>>()

/** The floor from jamb to jamb through the wall and `depth` metres on, both ways; undefined for what nobody walks through. */
export function doorway(built: BuiltOpening, depth: number): Shape | undefined {
  const { opening, from, to, thickness } = built
  if (opening.opening !== 'door' && opening.opening !== 'archway') return undefined
  let byDepth = doorways.get(built)
  if (byDepth === undefined) {
    byDepth = new Map()
    doorways.set(built, byDepth)
  }
  let shape = byDepth.get(depth)
  if (shape === undefined) {
    shape = shapeOf(bandAbout(from, to, thickness / 2 + depth))
    byDepth.set(depth, shape)
  }
  return shape
}

/** The rectangle that reaches `reach` metres to both sides of from -> to. */
function bandAbout(from: Point, to: Point, reach: number): readonly Point[] {
  const scale = reach / Math.sqrt((to.x - from.x) ** 2 + (to.y - from.y) ** 2)
  const nx = -(to.y - from.y) * scale
  const ny = (to.x - from.x) * scale
  return [
    { x: from.x - nx, y: from.y - ny },
    { x: to.x - nx, y: to.y - ny },
    { x: to.x + nx, y: to.y + ny },
    { x: from.x + nx, y: from.y + ny },
  ]
}

const shapes = new WeakMap<readonly Point[], Shape>()

/** A ring in metres as convex parts in millimetres; one that is not convex is taken edge by edge. */
export function shapeOf(metres: readonly Point[]): Shape {
  let shape = shapes.get(metres)
  if (shape === undefined) {
    const ring = metres.map(({ x, y }) => ({ x: x * 1000, y: y * 1000 }))
    const parts = ring.length === 2 || isConvex(ring) ? [ring] : ring.map((p, i) => [p, ring[i + 1 === ring.length ? 0 : i + 1]!])
    shape = { ring, parts, box: boxOf(ring) }
    shapes.set(metres, shape)
  }
  return shape
}

/** Does one shape reach into another by more than `least` millimetres. A line without width reaches as deep as it has to move to get out. */
export function doOverlap(a: Shape, b: Shape, least: number): boolean {
  return a.parts.some((part) => b.parts.some((other) => overlapDepth(part, other) > least))
}
