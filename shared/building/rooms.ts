import { differingItems } from '#shared/base/differing-items'
import type { Id } from '#shared/base/ids'
import { sameItems } from '#shared/base/same-items'
import type { Room } from '#shared/document/elements/room'
import type { RoomType } from '#shared/document/workshop'
import { boxAround, placesNear } from '#shared/geometry/box-list'
import { areaOf, difference } from '#shared/geometry/clip'
import { type MovingSide, movedSides, stripsBeside } from '#shared/geometry/inset'
import { pointToMetres } from '#shared/geometry/millimetres'
import type { Point } from '#shared/geometry/point'
import { signedArea } from '#shared/geometry/polygon'
import type { BuiltRoom } from './building'
import { ABOUT_MM, type RoomOutline, roomOutline } from './drawn-edges'
import { stretchBoxes, type WallStretch } from './stretches'

/** As it was last asked for again, then as it was built last: an edit of a neighbour is often taken back. */
const builtRooms = new WeakMap<Room, readonly { readonly signature: string; readonly built: BuiltRoom }[]>()

/** Rooms as they were built, and of what. */
export type BuiltRooms = {
  readonly rooms: readonly Room[]
  readonly stretches: readonly WallStretch[]
  readonly types: ReadonlyMap<string, RoomType>
  readonly built: readonly BuiltRoom[]
}

/** Rooms with their floor between walls. A room whose walls are as they were is the very object of `before`. */
export function builtRoomsOf(
  rooms: readonly Room[],
  stretches: readonly WallStretch[],
  types: ReadonlyMap<string, RoomType>,
  before?: BuiltRooms,
): BuiltRooms {
  if (before !== undefined && before.rooms === rooms && before.stretches === stretches && before.types === types) return before
  const edited = before === undefined || before.types !== types ? undefined : roomsBeside(before.stretches, stretches)
  const stays = (room: Room, i: number) => before?.rooms[i] === room && edited !== undefined && !edited.has(room.id)
  const around = stretchesByRoom(
    stretches,
    rooms.filter((room, i) => !stays(room, i)),
  )
  const built = rooms.map((room, i) => {
    if (stays(room, i)) return before!.built[i]!
    const type = types.get(room.roomType)
    const own = around.get(room.id) ?? NONE
    const last = lastBuilt.get(room)
    if (last !== undefined && last.built.type === type && sameItems(last.around, own)) return last.built
    const built = builtRoom(room, type, sidesOf(room, own))
    lastBuilt.set(room, { around: own, built })
    return built
  })
  return { rooms, stretches, types, built }
}

/** The rooms whose edges have come or gone in one of two lists. */
function roomsBeside(before: readonly WallStretch[], now: readonly WallStretch[]): ReadonlySet<Id> {
  const { gone, come } = differingItems(before, now)
  return new Set([...gone, ...come].flatMap(({ edges }) => edges.map(({ edge }) => edge.owner)))
}

const NONE: readonly WallStretch[] = []
/** As it was last asked for, between the very same stretches. */
const lastBuilt = new WeakMap<Room, { readonly around: readonly WallStretch[]; readonly built: BuiltRoom }>()

function builtRoom(room: Room, type: RoomType | undefined, sides: readonly MovingSide[]): BuiltRoom {
  const signature = sides.map(({ from, to, by }) => `${from.x},${from.y},${to.x},${to.y},${by}`).join(' ')
  const known = builtRooms.get(room) ?? []
  const same = known.find((each) => each.signature === signature && each.built.type === type)
  if (same !== undefined) {
    if (same !== known[0]) builtRooms.set(room, [same, ...known.filter((each) => each !== same)])
    return same.built
  }
  const outline = roomOutline(room)
  const { inner, area } = innerFloor(outline, sides)
  const built: BuiltRoom = {
    room,
    type,
    polygon: outline.ring.map(pointToMetres),
    inner: inner?.map(({ x, y }) => ({ x: x / 1000, y: y / 1000 })),
    netArea: area / 1e6,
  }
  builtRooms.set(room, [...known.slice(0, 1), { signature, built }, ...known.slice(1, 2)])
  return built
}

/** The stretches of each of these rooms, in their order. */
function stretchesByRoom(stretches: readonly WallStretch[], rooms: readonly Room[]): ReadonlyMap<Id, readonly WallStretch[]> {
  const found = new Map<Id, WallStretch[]>()
  const wanted = new Set(rooms.map(({ id }) => id))
  for (const place of placesNear(stretchBoxes(stretches), boxAround(rooms.map((room) => roomOutline(room).box)), ABOUT_MM)) {
    const stretch = stretches[place]!
    for (const { edge } of stretch.edges) {
      if (edge.corner === undefined || !wanted.has(edge.owner)) continue
      const own = found.get(edge.owner)
      if (own === undefined) found.set(edge.owner, [stretch])
      else if (own[own.length - 1] !== stretch) own.push(stretch)
    }
  }
  return found
}

/** The stretches of a room in order around it, each to move in by half its thickness. Millimetres. */
function sidesOf({ id }: Room, stretches: readonly WallStretch[]): readonly MovingSide[] {
  const entries: { order: number; along: number; side: MovingSide }[] = []
  for (const stretch of stretches) {
    for (const { edge, isForward } of stretch.edges) {
      if (edge.corner === undefined || edge.owner !== id) continue
      const from = isForward ? stretch.from : stretch.to
      const to = isForward ? stretch.to : stretch.from
      const along = (from.x - edge.a.x) * (edge.b.x - edge.a.x) + (from.y - edge.a.y) * (edge.b.y - edge.a.y)
      entries.push({ order: edge.isReversed ? -edge.rank : edge.rank, along, side: { from, to, by: stretch.thickness * 500 } })
    }
  }
  entries.sort((e, f) => e.order - f.order || e.along - f.along)
  return entries.map(({ side }) => side)
}

/** Polygon less half walls, in millimetres and square millimetres. */
function innerFloor({ ring }: RoomOutline, sides: readonly MovingSide[]): { readonly inner: readonly Point[] | undefined; readonly area: number } {
  if (sides.every(({ by }) => by === 0)) return sides.length === 0 ? { inner: undefined, area: 0 } : { inner: ring, area: Math.abs(signedArea(ring)) }
  const inner = movedSides(sides)
  if (inner !== undefined) return { inner, area: Math.max(0, signedArea(inner)) }
  const left = difference([ring], stripsBeside(sides))
  return { inner: left.length === 1 ? left[0] : undefined, area: Math.max(0, areaOf(left)) }
}
