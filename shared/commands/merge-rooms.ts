import type { Id } from '#shared/base/ids'
import { message } from '#shared/base/message'
import { roundToMillimetre } from '#shared/base/units'
import type { WardDocument } from '#shared/document/document'
import type { Opening } from '#shared/document/elements/opening'
import type { Corner, Room } from '#shared/document/elements/room'
import { union } from '#shared/geometry/clip'
import { pointToMetres, pointToMillimetres } from '#shared/geometry/millimetres'
import type { Point } from '#shared/geometry/point'
import { distanceToSegment } from '#shared/geometry/polygon'
import { done, type Edit, refused } from './edit'
import { unlawfulRefusal } from './lawful'
import { distance, edgeOf, freshKey } from './room-shape'
import { movable, openingsOn } from './target'

/** What runs within this of an edge is that edge; rooms share a wall so. Metres. */
const SAME_LINE_M = 0.002

/**
 * Makes one room of two that share a wall: the first stays what it is and takes the other's floor, openings and furniture. The wall
 * between goes, with what is cut into it. Refused where they share none, or would enclose a hole.
 */
export function mergeRooms(document: WardDocument, given: { readonly room: Id; readonly other: Id }): Edit {
  const target = movable(document, given.room, 'room')
  if (target.status === 'refused') return target
  const otherTarget = movable(document, given.other, 'room')
  if (otherTarget.status === 'refused') return otherTarget
  const { table, record: room } = target
  const { record: other } = otherTarget
  const apart = refused(message('refused.no-shared-wall', { room: room.name, other: other.name }))
  if (room.id === other.id || room.storey !== other.storey || room.design !== other.design) return apart
  const rings = union([room, other].map(({ corners }) => corners.map(pointToMillimetres)))
  const [ring] = rings
  if (rings.length !== 1 || ring === undefined) return apart
  const merged: Room = { ...room, corners: [...keyed(ring.map(pointToMetres), [room, other])] }
  const updated: (readonly [Opening, Opening])[] = []
  const removed: Opening[] = []
  for (const opening of [...openingsOn(table, room.id), ...openingsOn(table, other.id)]) {
    const place = placeOf(opening, opening.on, [room, other], merged)
    if (place === undefined) removed.push(opening)
    else updated.push([opening, { ...opening, ...place }])
  }
  const edit = done(message('edit.merged-rooms', { room: room.name, other: other.name }), {
    updated: [[room, merged], ...updated],
    removed: [other, ...removed],
  })
  return unlawfulRefusal(table, edit.change) ?? edit
}

/** Corners of the ring, each with the kind and the key of the edge that it came from; a key is given once. */
function keyed(ring: readonly Point[], rooms: readonly Room[]): readonly Corner[] {
  const taken = new Set(rooms.flatMap(({ corners }) => corners.map(({ key }) => key)))
  const given = new Set<string>()
  return ring.map((from, index) => {
    const to = ring[(index + 1) % ring.length] as Point
    const middle = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 }
    const source = rooms.flatMap(({ corners }) =>
      corners.filter((corner, at) => isOn(middle, corner, corners[(at + 1) % corners.length] as Corner)),
    )[0]
    const key = source === undefined || given.has(source.key) ? freshKey(taken) : source.key
    given.add(key)
    const thickness = source?.thickness === undefined ? {} : { thickness: source.thickness }
    return { key, x: roundToMillimetre(from.x), y: roundToMillimetre(from.y), edge: source?.edge ?? 'wall', ...thickness }
  })
}

function placeOf(opening: Opening, on: Opening['on'], rooms: readonly Room[], merged: Room): Pick<Opening, 'on' | 'along'> | undefined {
  const owner = rooms.find(({ id }) => 'room' in on && id === on.room)
  const edge = owner && 'room' in on ? edgeOf(owner, on.corner) : undefined
  if (edge === undefined) return undefined
  const length = distance(edge.from, edge.to)
  const at = (along: number) => ({
    x: edge.from.x + ((edge.to.x - edge.from.x) * along) / length,
    y: edge.from.y + ((edge.to.y - edge.from.y) * along) / length,
  })
  const [start, end] = [at(opening.along), at(opening.along + opening.width)]
  for (const [index, corner] of merged.corners.entries()) {
    const next = merged.corners[(index + 1) % merged.corners.length] as Corner
    if (!isOn(start, corner, next) || !isOn(end, corner, next)) continue
    return { on: { room: merged.id, corner: corner.key }, along: roundToMillimetre(distance(corner, start)) }
  }
  return undefined
}

function isOn(point: Point, from: Point, to: Point): boolean {
  return distanceToSegment(point.x, point.y, from, to) <= SAME_LINE_M
}
