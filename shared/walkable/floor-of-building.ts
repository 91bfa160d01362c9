import type { Id } from '#shared/base/ids'
import { storeyOutline } from '#shared/building/build-building'
import type { BuildingStorey, BuiltFixture, BuiltOpening, BuiltRoom, OpenEdge, Side, WallPiece } from '#shared/building/building'
import { floorEdges } from '#shared/building/shell'
import type { Fixture } from '#shared/document/elements/fixture'
import type { Storey } from '#shared/document/elements/storey'
import { type Rings, union } from '#shared/geometry/clip'
import { roundOffset, toMillimetres } from '#shared/geometry/millimetres'
import type { Point } from '#shared/geometry/point'
import { sideOfRing } from '#shared/geometry/polygon'
import type { IntegerRing, Region, Solid, Threshold, WalkableFloor } from './walkable-floor'

const floors = new WeakMap<BuildingStorey, { readonly gateDepth: number; readonly floor: WalkableFloor }>()

/**
 * The floor of a storey as routing reads it; `gateDepth` is how far it continues outside a gate, in
 * metres. The same storey gives the same floor, and what an edit left alone is the same object in both.
 */
export function floorOfStorey(storey: BuildingStorey, gateDepth: number): WalkableFloor {
  const known = floors.get(storey)
  if (known !== undefined && known.gateDepth === gateDepth) return known.floor
  const regions = storey.rooms.map(regionOf)
  const indexOf = new Map(regions.map((region, index) => [region.room, index]))
  const floor: WalkableFloor = {
    boundary: boundaryOf(storey, gateDepth),
    solids: [...storey.walls.map(solidOfWall), ...storey.fixtures.flatMap(solidOfFixture)],
    regions,
    thresholds: [
      ...storey.openings.flatMap((opening) => thresholdOfOpening(opening, indexOf)),
      ...storey.openEdges.flatMap((edge) => thresholdOfOpenEdge(edge, storey, indexOf)),
    ],
  }
  floors.set(storey, { gateDepth, floor })
  return floor
}

/** The region that a point in metres lies in; where regions meet, the first in their order; -1 on uncovered floor. */
export function stopAt(floor: WalkableFloor, { x, y }: Point): number {
  const px = x * 1000
  const py = y * 1000
  let onEdge = -1
  for (let index = 0; index < floor.regions.length; index++) {
    const side = sideOfRing(ringPoints(floor.regions[index]!), px, py)
    if (side === 1) return index
    if (side === 0 && onEdge < 0) onEdge = index
  }
  return onEdge
}

const pointsOfRegions = new WeakMap<Region, readonly Point[]>()

function ringPoints(region: Region): readonly Point[] {
  let points = pointsOfRegions.get(region)
  if (points === undefined) {
    const { ring } = region
    points = Array.from({ length: ring.length / 2 }, (_, i) => ({ x: ring[2 * i]!, y: ring[2 * i + 1]! }))
    pointsOfRegions.set(region, points)
  }
  return points
}

const lastBoundary = new WeakMap<Storey, { readonly signature: string; readonly boundary: readonly IntegerRing[] }>()

/** The floor as far as the outline or the outer faces, and a stub of floor outside each gate. */
function boundaryOf(built: BuildingStorey, gateDepth: number): readonly IntegerRing[] {
  const floor = floorEdges(built, storeyOutline(built.storey))
  const parts = [...floor, ...built.openings.flatMap((opening) => gateStub(opening, gateDepth))]
  const signature = parts.map((ring) => ring.map(({ x, y }) => `${x},${y}`).join(' ')).join(';')
  const last = lastBoundary.get(built.storey)
  if (last !== undefined && last.signature === signature) return last.boundary
  const boundary = union(parts).map(flat)
  lastBoundary.set(built.storey, { signature, boundary })
  return boundary
}

/** How far the floor of a gate reaches in, so that it meets the floor inside a wall without thickness at any angle. Millimetres. */
const GATE_REACH_MM = 2

function gateStub({ opening, from, to, thickness, left, right }: BuiltOpening, gateDepth: number): Rings {
  if (opening.gate === undefined || !isPassable(opening.opening) || (left.kind === 'outside') === (right.kind === 'outside')) return []
  const a = { x: toMillimetres(from.x), y: toMillimetres(from.y) }
  const b = { x: toMillimetres(to.x), y: toMillimetres(to.y) }
  const long = Math.sqrt((b.x - a.x) ** 2 + (b.y - a.y) ** 2)
  const deep = ((thickness / 2 + gateDepth) * 1000) / long
  const outwards = left.kind === 'outside' ? deep : -deep
  const dx = roundOffset(-(b.y - a.y) * outwards)
  const dy = roundOffset((b.x - a.x) * outwards)
  const ix = -roundOffset((-(b.y - a.y) * Math.sign(outwards) * GATE_REACH_MM) / long)
  const iy = -roundOffset(((b.x - a.x) * Math.sign(outwards) * GATE_REACH_MM) / long)
  const inside = [
    { x: a.x + ix, y: a.y + iy },
    { x: b.x + ix, y: b.y + iy },
  ]
  const stub = [a, ...inside, b, { x: b.x + dx, y: b.y + dy }, { x: a.x + dx, y: a.y + dy }]
  return [outwards > 0 ? stub : stub.reverse()]
}

const solidsOfWalls = new WeakMap<WallPiece, Solid>()

function solidOfWall(piece: WallPiece): Solid {
  let solid = solidsOfWalls.get(piece)
  if (solid === undefined) {
    solid = { key: piece.key, ring: flatMetres(piece.ring) }
    solidsOfWalls.set(piece, solid)
  }
  return solid
}

const solidsOfFixtures = new WeakMap<Fixture, Solid>()

function solidOfFixture({ fixture, footprint }: BuiltFixture): readonly Solid[] {
  if (!fixture.blocks) return []
  let solid = solidsOfFixtures.get(fixture)
  if (solid === undefined) {
    solid = { key: fixture.id, ring: flatMetres(footprint) }
    solidsOfFixtures.set(fixture, solid)
  }
  return [solid]
}

const regionsOfRooms = new WeakMap<BuiltRoom, Region>()

function regionOf(built: BuiltRoom): Region {
  let region = regionsOfRooms.get(built)
  if (region === undefined) {
    const { room, type, polygon } = built
    region = { key: room.id, room: room.id, ring: flatMetres(polygon), through: type?.through ?? false, admits: type?.admits }
    regionsOfRooms.set(built, region)
  }
  return region
}

function thresholdOfOpening({ opening, from, to, left, right }: BuiltOpening, indexOf: ReadonlyMap<Id, number>): readonly Threshold[] {
  if (!isPassable(opening.opening)) return []
  const leadsOutside = left.kind === 'outside' || right.kind === 'outside'
  if (leadsOutside && (opening.gate === undefined || left.kind === right.kind)) return []
  return [
    {
      key: opening.id,
      opening: opening.id,
      ...segment(from, to),
      left: regionBeside(left, indexOf),
      right: regionBeside(right, indexOf),
      width: opening.width,
      admits: opening.admits,
      // The room that the opening belongs to (for a free wall: "in") is on the left.
      oneWay: opening.oneWay === undefined ? undefined : opening.oneWay === 'in' ? 'toLeft' : 'toRight',
    },
  ]
}

function thresholdOfOpenEdge(edge: OpenEdge, { stretches }: BuildingStorey, indexOf: ReadonlyMap<Id, number>): readonly Threshold[] {
  const stretch = stretches.find(({ key }) => key === edge.key)!
  if (stretch.left.kind === 'outside' || stretch.right.kind === 'outside') return []
  return [
    {
      key: edge.key,
      opening: undefined,
      ...segment(edge.from, edge.to),
      left: regionBeside(stretch.left, indexOf),
      right: regionBeside(stretch.right, indexOf),
      width: Number.POSITIVE_INFINITY,
      admits: undefined,
      oneWay: undefined,
    },
  ]
}

function segment(from: Point, to: Point): Pick<Threshold, 'ax' | 'ay' | 'bx' | 'by'> {
  return { ax: toMillimetres(from.x), ay: toMillimetres(from.y), bx: toMillimetres(to.x), by: toMillimetres(to.y) }
}

function regionBeside(side: Side, indexOf: ReadonlyMap<Id, number>): number {
  return side.kind === 'room' ? (indexOf.get(side.room) ?? -1) : -1
}

function isPassable(kind: BuiltOpening['opening']['opening']): boolean {
  return kind === 'door' || kind === 'archway'
}

function flatMetres(ring: readonly Point[]): IntegerRing {
  return ring.flatMap(({ x, y }) => [toMillimetres(x), toMillimetres(y)])
}

function flat(ring: readonly Point[]): IntegerRing {
  return ring.flatMap(({ x, y }) => [x, y])
}
