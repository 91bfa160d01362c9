import { areaOf, difference, type Rings, union } from '#shared/geometry/clip'
import { type MovingSide, movedSides, stripsBeside } from '#shared/geometry/inset'
import { pointToMillimetres } from '#shared/geometry/millimetres'
import { distanceBetween, type Point } from '#shared/geometry/point'
import { signedArea } from '#shared/geometry/polygon'
import type { BuildingStorey, Stretch } from './building'

/**
 * The outer faces of what the rooms and their walls cover together, in millimetres: outer rings
 * counter-clockwise, those round a courtyard clockwise. Doors and windows count as wall. Faces of walls
 * that lie apart may overlap; corners are not rounded.
 */
export function outerFaces({ stretches }: BuildingStorey): Rings {
  let faces = facesOf.get(stretches)
  if (faces === undefined) {
    faces = outerSides(stretches).flatMap(facesOfRing)
    facesOf.set(stretches, faces)
  }
  return faces
}

const facesOf = new WeakMap<readonly Stretch[], Rings>()

/**
 * Where the floor of a storey ends, in whole millimetres: at the outline where one is drawn, else at the outer faces, but in the thickness of
 * outer walls that stand at a slant there. Their corners and jambs are rounded one by one and may lie inside the face, so that a slit would be
 * left along it. Walls too thin for that share their ends with it.
 */
export function floorEdges({ stretches }: BuildingStorey, outline: readonly Point[] | undefined): Rings {
  const known = edgesOf.get(stretches)
  if (known !== undefined && known.outline === outline) return known.edges
  const edges =
    outline === undefined ? rounded(outerSides(stretches).flatMap((sides) => facesOfRing(sides.map(inWall)))) : inWalls(outline, stretches)
  edgesOf.set(stretches, { outline, edges })
  return edges
}

const edgesOf = new WeakMap<readonly Stretch[], { readonly outline: readonly Point[] | undefined; readonly edges: Rings }>()

/** Rounding puts a jamb 0.7 mm off the middle of its wall, its face 0.7 mm further, and a corner of the floor 0.7 mm the other way. */
const IN_WALL_MM = 3

function inWall(side: MovingSide): MovingSide {
  return isSlanted(side) ? { ...side, by: Math.min(0, side.by + IN_WALL_MM) } : side
}

function isSlanted({ from, to }: Pick<MovingSide, 'from' | 'to'>): boolean {
  return from.x !== to.x && from.y !== to.y
}

/** The outline with its slanted sides moved into the walls whose outer faces run along them, or through the ends of thin ones. */
function inWalls(outline: readonly Point[], stretches: readonly Stretch[]): Rings {
  const drawn = outline.map((from, i): MovingSide => ({ from, to: outline[i + 1 === outline.length ? 0 : i + 1]!, by: 0 }))
  if (!drawn.some(isSlanted)) return [outline]
  const walls = stretches.flatMap(outerWall)
  const along = drawn.map((side) => (isSlanted(side) ? walls.filter((wall) => runsAlong(wall, side)) : []))
  const ends = along.map((beside) => beside.flatMap(({ from, to, half }) => (half < IN_WALL_MM ? [from, to] : [])))
  const corners = outline.map((corner, i) => [...ends.at(i - 1)!, ...ends[i]!].find((end) => distanceBetween(end, corner) <= IN_WALL_MM) ?? corner)
  const sides = corners.flatMap((from, i): readonly MovingSide[] => {
    const to = corners[i + 1 === corners.length ? 0 : i + 1]!
    return ends[i]!.length > 0 ? through(from, to, ends[i]!) : [{ from, to, by: along[i]!.length > 0 ? IN_WALL_MM : 0 }]
  })
  const moved = sides.some(({ by }) => by !== 0) ? movedSides(sides) : sides.map(({ from }) => from)
  return moved === undefined ? [outline] : rounded([moved])
}

/** An outer wall in millimetres: its ends with the outside on the right. */
type OuterWall = { readonly from: Point; readonly to: Point; readonly half: number }

function outerWall({ from, to, left, right, edge, thickness }: Stretch): readonly OuterWall[] {
  if (edge === 'open' || (left.kind === 'outside') === (right.kind === 'outside')) return []
  const [a, b] = [from, to].map(pointToMillimetres) as [Point, Point]
  return [left.kind === 'outside' ? { from: b, to: a, half: thickness * 500 } : { from: a, to: b, half: thickness * 500 }]
}

/** Lies the outer face of the wall along the side, somewhere on its length? */
function runsAlong({ from, to, half }: OuterWall, side: MovingSide): boolean {
  const long = distanceBetween(side.from, side.to)
  const [ux, uy] = [(side.to.x - side.from.x) / long, (side.to.y - side.from.y) / long]
  const [start, end] = [from, to].map(({ x, y }) => ({
    at: (x - side.from.x) * ux + (y - side.from.y) * uy,
    off: (x - side.from.x) * uy - (y - side.from.y) * ux + half,
  })) as [{ at: number; off: number }, { at: number; off: number }]
  return end.at > start.at && start.at < long && end.at > 0 && Math.abs(start.off) <= IN_WALL_MM && Math.abs(end.off) <= IN_WALL_MM
}

/** The side from corner to corner by way of the points that lie between. */
function through(from: Point, to: Point, ends: readonly Point[]): readonly MovingSide[] {
  const along = ({ x, y }: Point) => (x - from.x) * (to.x - from.x) + (y - from.y) * (to.y - from.y)
  const between = ends.filter((end) => along(end) > 0 && along(end) < along(to)).sort((p, q) => along(p) - along(q))
  const points = [from, ...between, to].filter((point, i, all) => i === 0 || distanceBetween(point, all[i - 1]!) > 0)
  return points.slice(1).map((point, i) => ({ from: points[i]!, to: point, by: 0 }))
}

/** Area that rooms and walls cover, in square metres; courtyards left out. */
export function coveredArea(storey: BuildingStorey): number {
  const faces = outerFaces(storey)
  const areas = faces.map(signedArea)
  // Rings of separate wings may overlap where their walls meet; one outer ring never does.
  if (areas.filter((area) => area > 0).length <= 1) return areas.reduce((sum, area) => sum + area, 0) / 1e6
  return areaOf(union(rounded(faces))) / 1e6
}

/** Rings with corners on whole millimetres. */
export function rounded(rings: Rings): Rings {
  return rings.map((ring) => ring.map(({ x, y }) => ({ x: Math.round(x), y: Math.round(y) })))
}

function facesOfRing(sides: readonly MovingSide[]): Rings {
  const moved = sides.some(({ by }) => by !== 0) ? movedSides(sides) : sides.map(({ from }) => from)
  if (moved !== undefined) return [moved]
  const ring = sides.map(({ from }) => from)
  if (signedArea(ring) >= 0) return union([ring, ...stripsBeside(sides)])
  // A courtyard less the walls round it: nothing, where it is narrower than they are.
  return difference([ring.reverse()], stripsBeside(sides)).map((left) => [...left].reverse())
}

/** Edges with a room on one side only, chained into rings with the rooms on their left, each to move out by half its wall. */
function outerSides(stretches: readonly Stretch[]): readonly (readonly MovingSide[])[] {
  const leaving = new Map<string, MovingSide[]>()
  for (const { from, to, left, right, of, thickness } of stretches) {
    const hasLeft = left.kind === 'room' && of.includes(left.room)
    const hasRight = right.kind === 'room' && of.includes(right.room)
    if (hasLeft === hasRight) continue
    const a = pointToMillimetres(hasLeft ? from : to)
    const b = pointToMillimetres(hasLeft ? to : from)
    const side: MovingSide = { from: a, to: b, by: -thickness * 500 }
    const sides = leaving.get(nameOf(a))
    if (sides === undefined) leaving.set(nameOf(a), [side])
    else sides.push(side)
  }
  const rings: MovingSide[][] = []
  for (const start of [...leaving.values()].flat()) {
    if (!takeFrom(leaving, start)) continue
    const ring = [start]
    let last = start
    while (nameOf(last.to) !== nameOf(start.from)) {
      const next = firstClockwise(last, leaving.get(nameOf(last.to)) ?? [])
      if (next === undefined) break
      takeFrom(leaving, next)
      ring.push(next)
      last = next
    }
    if (nameOf(last.to) === nameOf(start.from)) rings.push(ring)
  }
  return rings
}

function takeFrom(leaving: Map<string, MovingSide[]>, side: MovingSide): boolean {
  const sides = leaving.get(nameOf(side.from)) ?? []
  const index = sides.indexOf(side)
  if (index >= 0) sides.splice(index, 1)
  return index >= 0
}

/** Where several rings meet in one point: the side that bounds the same corner of floor, clockwise from the way back. */
function firstClockwise(last: MovingSide, sides: readonly MovingSide[]): MovingSide | undefined {
  if (sides.length < 2) return sides[0]
  const back = { x: last.from.x - last.to.x, y: last.from.y - last.to.y }
  const turn = ({ from, to }: MovingSide) => clockwiseTurn(back, { x: to.x - from.x, y: to.y - from.y })
  return sides.reduce((best, side) => (turn(side) < turn(best) ? side : best))
}

/** Grows with the clockwise angle from one vector to another, from 0 to 4. */
function clockwiseTurn(from: Point, to: Point): number {
  const cross = from.y * to.x - from.x * to.y
  const dot = from.x * to.x + from.y * to.y
  const quarter = cross / (Math.abs(cross) + Math.abs(dot))
  return dot >= 0 ? (quarter > 0 ? quarter : 4 + quarter) : 2 - quarter
}

function nameOf({ x, y }: Point): string {
  return `${x},${y}`
}
