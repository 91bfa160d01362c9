import type { Finding } from '#shared/document/finding'
import { warningOf } from '#shared/document/findings/finding-of'
import { isConvex, overlapDepth } from '#shared/geometry/convex'
import { pointToMillimetres } from '#shared/geometry/millimetres'
import type { Point } from '#shared/geometry/point'
import { type Box, boxesMeet, boxOf, sideOfRing } from '#shared/geometry/polygon'
import { storeyOutline } from './build-building'
import type { BuildingStorey, BuiltFixture, BuiltOpening } from './building'
import { REACH_MM } from './wall-graph'

/** Something may stand this far into a doorway without a word. Millimetres. */
const BESIDE_DOOR_MM = 50

type Shape = { readonly ring: readonly Point[]; readonly parts: readonly (readonly Point[])[]; readonly box: Box }

/** Fixtures outside every room, in a wall, in one another or before a door. `doorDepth`: floor that a door needs before it, in metres. */
export function fixtureFindings(storey: BuildingStorey, doorDepth: number): readonly Finding[] {
  const findings: Finding[] = []
  const blocking: { readonly built: BuiltFixture; readonly shape: Shape }[] = []
  const outline = storeyOutline(storey.storey)
  for (const built of storey.fixtures) {
    const { fixture, room } = built
    const at = pointToMillimetres(fixture)
    const isOnFloor = room !== undefined || (outline !== undefined && sideOfRing(outline, at.x, at.y) === 1)
    if (!isOnFloor) findings.push(warningOf('finding.fixtureOutside', [fixture.id], { fixture: nameOf(built) }))
    if (fixture.blocks) blocking.push({ built, shape: shapeOf(built.footprint) })
  }
  for (const { built, shape } of blocking) {
    const isInWall = storey.walls.some((piece) => doOverlap(shape, shapeOf(piece.ring), REACH_MM))
    if (isInWall) findings.push(warningOf('finding.fixtureInWall', [built.fixture.id], { fixture: nameOf(built) }))
  }
  blocking.forEach(({ built, shape }, i) => {
    for (const other of blocking.slice(i + 1)) {
      if (!doOverlap(shape, other.shape, REACH_MM)) continue
      const where = [built.fixture.id, other.built.fixture.id]
      findings.push(warningOf('finding.fixturesOverlap', where, { fixture: nameOf(built), other: nameOf(other.built) }))
    }
  })
  for (const opening of storey.openings) {
    const way = doorway(opening, doorDepth)
    if (way === undefined) continue
    for (const { built, shape } of blocking) {
      if (!doOverlap(shape, way, BESIDE_DOOR_MM)) continue
      const where = [built.fixture.id, opening.opening.id]
      findings.push(warningOf('finding.doorBlocked', where, { fixture: nameOf(built), opening: openingName(opening, storey) }))
    }
  }
  return findings
}

/** What an opening is called: by its own name, else by its room's. */
export function openingName({ opening }: BuiltOpening, { rooms }: BuildingStorey): string {
  if (opening.name !== '') return opening.name
  const { on } = opening
  if (!('room' in on)) return opening.id
  return rooms.find(({ room }) => room.id === on.room)?.room.name ?? opening.id
}

function nameOf({ fixture }: BuiltFixture): string {
  return fixture.name === '' ? fixture.entry : fixture.name
}

/** The floor from jamb to jamb through the wall and as far again on both sides as somebody needs to stand. */
function doorway({ opening, from, to, thickness }: BuiltOpening, depth: number): Shape | undefined {
  if (opening.opening !== 'door' && opening.opening !== 'archway') return undefined
  return shapeOf(bandAbout(from, to, thickness / 2 + depth))
}

/** The rectangle that reaches `reach` metres to both sides of from -> to. */
export function bandAbout(from: Point, to: Point, reach: number): readonly Point[] {
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
  if (!boxesMeet(a.box, b.box)) return false
  return a.parts.some((part) => b.parts.some((other) => overlapDepth(part, other) > least))
}
