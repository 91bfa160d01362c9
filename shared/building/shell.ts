import { areaOf, difference, type Rings, union } from '#shared/geometry/clip'
import { type MovingSide, movedSides, stripsBeside } from '#shared/geometry/inset'
import { pointToMillimetres } from '#shared/geometry/millimetres'
import type { Point } from '#shared/geometry/point'
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
 * Where the floor of a storey without an outline ends, in whole millimetres: its outer faces, but in the thickness of the walls that
 * stand at a slant. Their corners and jambs are rounded one by one and may lie inside the face, so that a slit would be left along it.
 */
export function floorEdges({ stretches }: BuildingStorey): Rings {
  let edges = edgesOf.get(stretches)
  if (edges === undefined) {
    edges = rounded(outerSides(stretches).flatMap((sides) => facesOfRing(sides.map(inWall))))
    edgesOf.set(stretches, edges)
  }
  return edges
}

const edgesOf = new WeakMap<readonly Stretch[], Rings>()

/** Rounding puts a jamb 0.7 mm off the middle of its wall, its face 0.7 mm further, and a corner of the floor 0.7 mm the other way. */
const IN_WALL_MM = 3

function inWall(side: MovingSide): MovingSide {
  const { from, to, by } = side
  return from.x === to.x || from.y === to.y ? side : { from, to, by: Math.min(0, by + IN_WALL_MM) }
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
