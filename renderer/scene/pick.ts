import type { Id } from '#shared/base/ids'
import type { BuildingStorey, BuiltFixture, WallPiece } from '#shared/building/building'
import type { Point } from '#shared/geometry/point'
import { sideOfRing } from '#shared/geometry/polygon'
import { strip } from './prism'

/** A line of sight in the plan's frame: x, y and height. Metres. */
export type Ray = { readonly from: Spot; readonly direction: Spot }
export type Spot = { readonly x: number; readonly y: number; readonly z: number }

/** A door is taken hold of in the whole of its opening, however thin its leaf. Metres. */
const DOOR_M = { thickness: 0.3, height: 2 }
/** A wall without thickness is taken hold of as if it had this. Metres. */
const THIN_WALL_M = 0.1

/**
 * What a line of sight meets first: a piece of furniture, a door or window, a free wall, else the room whose floor it falls on. Walls of
 * rooms are looked over: they hide little, and what one means is the room.
 */
export function pickElement(storey: BuildingStorey, heightOfFixture: (built: BuiltFixture) => number, wallHeight: number, ray: Ray): Id | undefined {
  let nearest = Number.POSITIVE_INFINITY
  let found: Id | undefined
  const offer = (id: Id, ring: readonly Point[], height: number) => {
    const distance = meets(ring, height, ray)
    if (distance !== undefined && distance < nearest) {
      nearest = distance
      found = id
    }
  }
  for (const built of storey.fixtures) offer(built.fixture.id, built.footprint, heightOfFixture(built))
  for (const { opening, from, to, thickness } of storey.openings) {
    offer(opening.id, strip(from, to, Math.max(thickness, DOOR_M.thickness)), Math.min(DOOR_M.height, wallHeight))
  }
  for (const { of, ring, from, to } of storey.walls) {
    const [owner] = of
    const isFree = owner !== undefined && of.length === 1 && storey.rooms.every(({ room }) => room.id !== owner)
    if (isFree) offer(owner, ring.length > 2 ? ring : strip(from, to, THIN_WALL_M), wallHeight)
  }
  if (found !== undefined) return found
  const floor = levelAt(ray, 0)
  return floor && storey.rooms.find(({ polygon }) => sideOfRing(polygon, floor.x, floor.y) >= 0)?.room.id
}

/** Where a line of sight that goes down comes through a level, so many metres above the floor. */
export function levelAt({ from, direction }: Ray, height: number): Point | undefined {
  if (direction.z >= 0) return undefined
  const down = (height - from.z) / direction.z
  return { x: from.x + direction.x * down, y: from.y + direction.y * down }
}

/** The wall whose top is looked at: there it can be taken hold of, whatever lies behind it. */
export function wallTopAt({ walls }: BuildingStorey, wallHeight: number, ray: Ray): WallPiece | undefined {
  const at = levelAt(ray, wallHeight)
  return at && walls.find(({ ring, from, to }) => sideOfRing(ring.length > 2 ? ring : strip(from, to, THIN_WALL_M), at.x, at.y) >= 0)
}

/** How far along the ray it enters a convex, counter-clockwise prism standing on the floor; undefined where it misses. */
export function meets(ring: readonly Point[], height: number, { from, direction }: Ray): number | undefined {
  let enters = Number.NEGATIVE_INFINITY
  let leaves = Number.POSITIVE_INFINITY
  // Inside where `distance + t * rate` is at least 0.
  const keep = (distance: number, rate: number) => {
    if (rate === 0) {
      if (distance < 0) leaves = Number.NEGATIVE_INFINITY
    } else if (rate > 0) enters = Math.max(enters, -distance / rate)
    else leaves = Math.min(leaves, -distance / rate)
  }
  keep(from.z, direction.z)
  keep(height - from.z, -direction.z)
  ring.forEach((a, i) => {
    const b = ring[(i + 1) % ring.length] as Point
    const [ex, ey] = [b.x - a.x, b.y - a.y]
    keep(ex * (from.y - a.y) - ey * (from.x - a.x), ex * direction.y - ey * direction.x)
  })
  return enters <= leaves && leaves >= 0 ? Math.max(enters, 0) : undefined
}
