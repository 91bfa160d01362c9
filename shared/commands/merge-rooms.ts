import type { Id } from '#shared/base/ids'
import { message } from '#shared/base/message'
import type { WardDocument } from '#shared/document/document'
import type { Opening } from '#shared/document/elements/opening'
import type { Corner, Room } from '#shared/document/elements/room'
import { union } from '#shared/geometry/clip'
import { pointToMetres, pointToMillimetres } from '#shared/geometry/millimetres'
import type { Point } from '#shared/geometry/point'
import { distanceToSegment } from '#shared/geometry/polygon'
import { withMerged, withoutElements } from './design-says'
import { done, type Edit, refused } from './edit'
import { unlawfulRefusal } from './lawful'
import { cornersAlong, placeAlong } from './ring-corners'
import { distance } from './room-shape'
import { movable, openingsOn } from './target'

/**
 * Makes one room of two that share a wall: the first stays what it is and takes the other's floor, openings and furniture. The wall
 * between goes, with what is cut into it. Refused where they share none, or would enclose a hole.
 */
export function mergeRooms(document: WardDocument, given: { readonly room: Id; readonly other: Id }): Edit {
  const target = movable(document, given.room, 'room')
  if (target.status === 'refused') return target
  const otherTarget = movable(document, given.other, 'room')
  if (otherTarget.status === 'refused') return otherTarget
  const { table, record: room, design } = target
  const { record: other } = otherTarget
  const apart = refused(message('refused.no-shared-wall', { room: room.name, other: other.name }))
  if (room.id === other.id || room.storey !== other.storey || room.design !== other.design) return apart
  const rings = union([room, other].map(({ corners }) => corners.map(pointToMillimetres)))
  const [ring] = rings
  if (rings.length !== 1 || ring === undefined) return apart
  const merged: Room = { ...room, corners: [...withoutSeams(cornersAlong(ring.map(pointToMetres), [room, other]), [room, other])] }
  const updated: (readonly [Opening, Opening])[] = []
  const removed: Opening[] = []
  for (const opening of [...openingsOn(table, room.id), ...openingsOn(table, other.id)]) {
    const place = placeAlong(opening, [room, other], merged)
    if (place === undefined) removed.push(opening)
    else updated.push([opening, { ...opening, ...place }])
  }
  const says = withoutElements(withMerged(design, room.id, other.id), new Set([other, ...removed].map(({ id }) => id)))
  const edit = done(message('edit.merged-rooms', { room: room.name, other: other.name }), {
    updated: [[room, merged], ...updated, ...(says === design ? [] : [[design, says] as const])],
    removed: [other, ...removed],
  })
  return unlawfulRefusal(table, edit.change) ?? edit
}

/** Where the two met in one line, no corner stays: what were two walls of one kind is one. */
function withoutSeams(corners: readonly Corner[], rooms: readonly Room[]): readonly Corner[] {
  const isOf = (room: Room, at: Point) => room.corners.some((corner) => distance(corner, at) <= SEAM_M)
  return corners.filter((corner, index) => {
    const before = corners[(index + corners.length - 1) % corners.length] as Corner
    const after = corners[(index + 1) % corners.length] as Corner
    const isStraight = distanceToSegment(corner.x, corner.y, before, after) === 0
    const isSame = before.edge === corner.edge && before.thickness === corner.thickness
    return !(isStraight && isSame && rooms.every((room) => isOf(room, corner)))
  })
}

/** Corners this near are one place. Metres. */
const SEAM_M = 0.002
