import type { Id } from '#shared/base/ids'
import type { Room } from '#shared/document/elements/room'
import type { Storey } from '#shared/document/elements/storey'
import { difference, intersection, type Rings, shrunk } from '#shared/geometry/clip'
import { isConvex } from '#shared/geometry/convex'
import type { Point } from '#shared/geometry/point'
import { boxesMeet, sideOfRing } from '#shared/geometry/polygon'
import { storeyOutline } from './build-building'
import type { Building } from './building'
import { type RoomOutline, roomOutline, roomOutlines } from './drawn-edges'
import { REACH_MM } from './wall-graph'

/** Two rooms on the same floor, in the order of ids. */
export type Overlap = { readonly a: Id; readonly b: Id }

/** Rooms that take the same floor, 2 mm of it or more, each pair once. Worked out once a pair of room records. */
export function overlaps(building: Building): readonly Overlap[] {
  return building.storeys.flatMap(({ rooms }) => {
    const outlines = rooms.map(({ room }) => roomOutline(room))
    return outlines.flatMap((a, i) => outlines.slice(i + 1).flatMap((b) => (doOverlap(a, b) ? [{ a: a.room.id, b: b.room.id }] : [])))
  })
}

/** Rooms that reach 2 mm or more beyond the outline of their storey. */
export function roomsOutside(building: Building): readonly Id[] {
  return building.storeys.flatMap(({ storey, rooms }) => rooms.flatMap(({ room }) => (reachesOutside(room, storey) ? [room.id] : [])))
}

/** May a drag stop here: no two rooms on the same floor, none beyond the outline. */
export function isLawful(building: Building): boolean {
  for (const { storey, rooms } of building.storeys) {
    for (let i = 0; i < rooms.length; i++) {
      const outline = roomOutline(rooms[i]!.room)
      if (reachesOutside(outline.room, storey)) return false
      for (let j = 0; j < i; j++) if (doOverlap(roomOutline(rooms[j]!.room), outline)) return false
    }
  }
  return true
}

/** Whether two rooms of a storey take the same floor, 2 mm of it or more. */
export function roomsOverlap(a: Room, b: Room): boolean {
  return doOverlap(roomOutline(a), roomOutline(b))
}

/** Those of a list of rooms that take the same floor, 2 mm of it or more, if they are on one storey. */
export function roomsOver(room: Room, among: readonly Room[]): readonly Room[] {
  const own = roomOutline(room)
  return roomOutlines(among).flatMap((other) => (doOverlap(own, other) ? [other.room] : []))
}

const overlapsKnown = new WeakMap<RoomOutline, WeakMap<RoomOutline, boolean>>()

function doOverlap(a: RoomOutline, b: RoomOutline): boolean {
  if (!boxesMeet(a.box, b.box, -REACH_MM)) return false
  let known = overlapsKnown.get(a)
  if (known === undefined) {
    known = new WeakMap()
    overlapsKnown.set(a, known)
  }
  let answer = known.get(b)
  if (answer === undefined) {
    answer = isUpright(a.ring) && isUpright(b.ring) ? true : isWide(intersection([a.ring], [b.ring]))
    known.set(b, answer)
  }
  return answer
}

const outsideKnown = new WeakMap<Room, { readonly storey: Storey; readonly answer: boolean }>()

/** Whether a room reaches 2 mm or more beyond the outline of its storey. */
export function reachesOutside(room: Room, storey: Storey): boolean {
  const outline = storeyOutline(storey)
  if (outline === undefined) return false
  const known = outsideKnown.get(room)
  if (known !== undefined && known.storey === storey) return known.answer
  const { ring } = roomOutline(room)
  const isInside = isConvex(outline) && ring.every(({ x, y }) => sideOfRing(outline, x, y) >= 0)
  const answer = !isInside && isWide(difference([ring], [outline]))
  outsideKnown.set(room, { storey, answer })
  return answer
}

/** Is anything of it 2 mm wide: a disc of half that fits in. */
function isWide(rings: Rings): boolean {
  return rings.length > 0 && shrunk(rings, REACH_MM / 2).length > 0
}

/** A rectangle with sides along x and y: of two such whose boxes overlap, the rooms do. */
function isUpright(ring: readonly Point[]): boolean {
  if (ring.length !== 4) return false
  const [a, b, c, d] = ring as readonly [Point, Point, Point, Point]
  return (a.x === b.x && b.y === c.y && c.x === d.x && d.y === a.y) || (a.y === b.y && b.x === c.x && c.y === d.y && d.x === a.x)
}
