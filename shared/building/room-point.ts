import type { Id } from '#shared/base/ids'
import { oneForEach } from '#shared/base/one-for-each'
import { sameItems } from '#shared/base/same-items'
import type { Settings } from '#shared/document/workshop'
import { type BoxIndex, boxesNear, boxIndex } from '#shared/geometry/box-index'
import { difference, type Rings } from '#shared/geometry/clip'
import { pointToMillimetres } from '#shared/geometry/millimetres'
import { nearestStanding, type StandingRoom } from '#shared/geometry/nearest-standing'
import type { Point } from '#shared/geometry/point'
import { type Box, boxesMeet, boxOf, centroid, sideOfRing } from '#shared/geometry/polygon'
import type { Building, BuildingStorey, BuiltFixture, BuiltRoom, OpenEdge, WallPiece } from './building'
import { roomOutline } from './drawn-edges'

/** Radii in metres: of the disc that should stand free, and of a person, who has to do otherwise. */
export type RoomPointRadii = { readonly usual: number; readonly person: number }

type Known = { readonly around: readonly unknown[]; readonly radii: RoomPointRadii; readonly point: Point | undefined }
/** The last used first. Previews are made one after the other from the same design: what it has outlives what one of them had. */
const knownPoints = new WeakMap<BuiltRoom, readonly Known[]>()
const LATEST_KEPT = 3

/**
 * Where a room as a whole is stood in: the centroid of its clear floor if the disc stands free there,
 * else the nearest point of the room where it does (ties: lower x, then lower y), else the same for a
 * person, else undefined. Metres. Worked out again only when the room, a wall or a fixture in reach changed.
 */
export function roomPoint(storey: BuildingStorey, built: BuiltRoom, radii: RoomPointRadii): Point | undefined {
  const { ring, box } = roomOutline(built.room)
  const reach = Math.max(radii.usual, radii.person) * 1000
  const walls = near(storey.walls, boxOfWall, box, reach)
  const fixtures = near(storey.fixtures, boxOfFixture, box, reach).filter(({ fixture }) => fixture.blocks)
  const open = storey.openEdges.filter((edge) => edge.left === built.room.id || edge.right === built.room.id)
  const around = [...walls, ...fixtures, ...open]
  const latest = knownPoints.get(built) ?? []
  const known = latest.find((each) => each.radii.usual === radii.usual && each.radii.person === radii.person && sameItems(each.around, around))
  if (known !== undefined && known === latest[0]) return known.point
  const used = known ?? { around, radii, point: newPoint(built, ring, walls, fixtures, open, radii, storey) }
  knownPoints.set(built, [used, ...latest.filter((each) => each !== used)].slice(0, LATEST_KEPT))
  return used.point
}

/**
 * The room points of a building, by the radii of the settings: of a storey by its index and a room of it; undefined where there is no such
 * room, or no such point. Metres. What it answers with holds on to the storeys alone, not to the building before an edit.
 */
export function pointsOfRooms({ storeys }: Pick<Building, 'storeys'>, { thresholds, bodies }: Settings) {
  const radii: RoomPointRadii = { usual: thresholds.roomPointRadius, person: bodies.person.radius }
  return (storey: number, room: Id): Point | undefined => {
    const built = storeys[storey]?.rooms.find((candidate) => candidate.room.id === room)
    return built && roomPoint(storeys[storey]!, built, radii)
  }
}

function newPoint(
  built: BuiltRoom,
  ring: readonly Point[],
  walls: readonly WallPiece[],
  fixtures: readonly BuiltFixture[],
  open: readonly OpenEdge[],
  radii: RoomPointRadii,
  storey: BuildingStorey,
): Point | undefined {
  const wallRings = walls.map((piece) => piece.ring.map(pointToMillimetres))
  const fixtureRings = fixtures.map(({ footprint }) => footprint.map(pointToMillimetres))
  const edges = open.flatMap((edge) => (leadsOutside(edge, storey) ? [[pointToMillimetres(edge.from), pointToMillimetres(edge.to)]] : []))
  // Rooms of one shape that change places have their points where the other had its.
  const ownWalls = walls.map(({ of }) => of.includes(built.room.id))
  return pointOf(JSON.stringify([built.inner, ring, wallRings, ownWalls, fixtureRings, edges, radii]), () => {
    return { point: pointAmid(built, ring, walls, wallRings, fixtureRings, edges, radii) }
  }).point
}

const pointOf = oneForEach<Pick<Known, 'point'>>(500)

function pointAmid(
  built: BuiltRoom,
  ring: readonly Point[],
  walls: readonly WallPiece[],
  wallRings: Rings,
  fixtureRings: Rings,
  edges: Rings,
  radii: RoomPointRadii,
): Point | undefined {
  const centre = centroid(clearFloor(built, ring, walls, wallRings, fixtureRings))
  if (centre === undefined) return undefined
  const obstacles = [...wallRings, ...fixtureRings, ...edges]
  for (const radius of [radii.usual, radii.person]) {
    const room: StandingRoom = { within: ring, obstacles, radius: radius * 1000 }
    const point = nearestStanding(room, centre)
    if (point !== undefined) return { x: point.x / 1000, y: point.y / 1000 }
  }
  return undefined
}

/** Floor between wall faces (doors taken as wall) that neither a free wall nor a blocking fixture takes; millimetres. */
function clearFloor(
  { room, inner }: BuiltRoom,
  ring: readonly Point[],
  walls: readonly WallPiece[],
  wallRings: readonly (readonly Point[])[],
  fixtureRings: readonly (readonly Point[])[],
): Rings {
  const floor = inner?.map(({ x, y }) => ({ x: x * 1000, y: y * 1000 }))
  const taken = [...wallRings.filter((wall, i) => wall.length > 2 && (floor === undefined || !walls[i]!.of.includes(room.id))), ...fixtureRings]
  const inside = floor === undefined ? taken : taken.filter((part) => mayTakeFrom(floor, part))
  if (floor !== undefined && inside.length === 0) return [floor]
  // Half millimetres are whole on this grid, so that half a wall is never rounded to one side.
  return halved(difference(doubled([floor ?? ring]), doubled(inside)))
}

function mayTakeFrom(floor: readonly Point[], part: readonly Point[]): boolean {
  return boxesMeet(boxOf(floor), boxOf(part), -1e-6)
}

function doubled(rings: Rings): Rings {
  return rings.map((ring) => ring.map(({ x, y }) => ({ x: Math.round(2 * x), y: Math.round(2 * y) })))
}

function halved(rings: Rings): Rings {
  return rings.map((ring) => ring.map(({ x, y }) => ({ x: x / 2, y: y / 2 })))
}

function leadsOutside(edge: OpenEdge, { stretches }: BuildingStorey): boolean {
  const stretch = stretches.find(({ key }) => key === edge.key)
  return stretch !== undefined && (stretch.left.kind === 'outside' || stretch.right.kind === 'outside')
}

/** The room that a point in metres lies in; where rooms meet, the first in the order of ids; undefined on uncovered floor. */
export function roomAt({ rooms }: BuildingStorey, { x, y }: Point): BuiltRoom | undefined {
  let onEdge: BuiltRoom | undefined
  for (const built of rooms) {
    const side = sideOfRing(roomOutline(built.room).ring, x * 1000, y * 1000)
    if (side === 1) return built
    if (side === 0) onEdge ??= built
  }
  return onEdge
}

/** Walls within reach of a box, both in millimetres. */
export function wallsNear({ walls }: BuildingStorey, box: Box, reach: number): readonly WallPiece[] {
  return near(walls, boxOfWall, box, reach)
}

/** Fixtures within reach of a box, both in millimetres. */
export function fixturesNear({ fixtures }: BuildingStorey, box: Box, reach: number): readonly BuiltFixture[] {
  return near(fixtures, boxOfFixture, box, reach)
}

const indexes = new WeakMap<readonly unknown[], BoxIndex>()

/** What lies within reach of a box; lists are indexed once. */
function near<T>(items: readonly T[], boxOfItem: (item: T) => Box, box: Box, reach: number): readonly T[] {
  let index = indexes.get(items)
  if (index === undefined) {
    index = boxIndex(items.map(boxOfItem))
    indexes.set(items, index)
  }
  return boxesNear(index, box, reach).map((i) => items[i]!)
}

const boxesOfWalls = new WeakMap<WallPiece, Box>()

function boxOfWall(piece: WallPiece): Box {
  let box = boxesOfWalls.get(piece)
  if (box === undefined) {
    box = boxOf(piece.ring.map(pointToMillimetres))
    boxesOfWalls.set(piece, box)
  }
  return box
}

const boxesOfFixtures = new WeakMap<BuiltFixture, Box>()

function boxOfFixture(fixture: BuiltFixture): Box {
  let box = boxesOfFixtures.get(fixture)
  if (box === undefined) {
    box = boxOf(fixture.footprint.map(pointToMillimetres))
    boxesOfFixtures.set(fixture, box)
  }
  return box
}
