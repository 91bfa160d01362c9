import type { Id } from '#shared/base/ids'
import { message } from '#shared/base/message'
import { roundToMillimetre } from '#shared/base/units'
import { buildBuilding } from '#shared/building/build-building'
import type { RecordTable, WardDocument } from '#shared/document/document'
import type { Room } from '#shared/document/elements/room'
import { boxOf, signedArea } from '#shared/geometry/polygon'
import { done, type Edit, refused } from './edit'
import { unlawfulRefusal } from './lawful'
import { openingsKept } from './shifted-edges'
import { movable } from './target'

/**
 * What a person types, in metres and square metres; the side that is not named follows from the area. `area` is that of the polygon on
 * the centre-lines, `netArea` the floor inside the walls, which the brief asks for. With `holdsArea` the other side gives way.
 */
export type RoomSize =
  | { readonly width: number; readonly holdsArea?: boolean }
  | { readonly depth: number; readonly holdsArea?: boolean }
  | { readonly area: number; readonly keep: 'width' | 'depth' }
  | { readonly netArea: number; readonly keep: 'width' | 'depth' }

/** What of the room's box stays where it is: a corner, the middle of a side, or the middle of all. */
export type Stays = { readonly x: 'left' | 'centre' | 'right'; readonly y: 'bottom' | 'middle' | 'top' }
export const LOWER_LEFT: Stays = { x: 'left', y: 'bottom' }

export type RoomResize = { readonly room: Id; readonly size: RoomSize; readonly stays?: Stays }

/**
 * Gives a room the size that was typed: what `stays` names (its lower left corner) stays, every corner moves in proportion. Width and
 * depth are those of the box round its centre-lines. Openings stay where they are on the plan; refused where one would be left out, or
 * the room would lie over another.
 */
export function resizeRoom(document: WardDocument, given: RoomResize): Edit {
  const target = movable(document, given.room, 'room')
  if (target.status === 'refused') return target
  const { table, record: room } = target
  const stays = given.stays ?? LOWER_LEFT
  const scale = 'netArea' in given.size ? scaleForFloor(document, table, room, given.size, stays) : scaleOf(room, given.size)
  const to = scale && scaled(room, scale, stays)
  if (to === undefined) return refused(message('refused.too-small', { room: room.name }))
  const area = signedArea(to.corners)
  const name = message('edit.sized-room', { room: room.name, area })
  if (to.corners.every(({ x, y }, index) => x === room.corners[index]?.x && y === room.corners[index]?.y)) return done(name, {})
  const openings = openingsKept(table, room, to)
  if ('status' in openings) return { ...openings, ghost: { added: [], updated: [[room, to]], removed: [] } }
  const edit = done(name, { updated: [[room, to], ...openings] })
  return unlawfulRefusal(table, edit.change) ?? edit
}

type Scale = { readonly x: number; readonly y: number }

function scaleOf(room: Room, size: Exclude<RoomSize, { netArea: number }>): Scale | undefined {
  const { left, bottom, right, top } = boxOf(room.corners)
  const wanted = 'width' in size ? size.width : 'depth' in size ? size.depth : size.area
  if (!(wanted > 0) || !Number.isFinite(wanted)) return undefined
  if ('area' in size) return alone(size.keep, size.area / signedArea(room.corners))
  const by = 'width' in size ? size.width / (right - left) : wanted / (top - bottom)
  const other = size.holdsArea ? 1 / by : 1
  return 'width' in size ? { x: by, y: other } : { x: other, y: by }
}

/** One side kept, the other in proportion. */
function alone(keep: 'width' | 'depth', by: number): Scale {
  return keep === 'width' ? { x: 1, y: by } : { x: by, y: 1 }
}

/** Floor within this of what was typed is what was typed: no larger than a millimetre of a side. Square metres. */
const NEAR_M2 = 0.0005
const MOST_TRIES = 8

/** Walls take of the floor what neighbours make them take, so the side is found by trying: floor grows evenly with a side. */
function scaleForFloor(
  document: WardDocument,
  table: RecordTable,
  room: Room,
  { netArea, keep }: Extract<RoomSize, { netArea: number }>,
  stays: Stays,
): Scale | undefined {
  if (!(netArea > 0) || !Number.isFinite(netArea)) return undefined
  const floorAt = (by: number) => floorOf(document, table, scaled(room, alone(keep, by), stays))
  let best = { by: 1, floor: floorAt(1) }
  if (best.floor <= 0) return undefined
  const off = ({ floor }: typeof best) => Math.abs(floor - netArea)
  let [last, by] = [best, netArea / best.floor]
  for (let tries = 0; tries < MOST_TRIES && by > 0; tries++) {
    const tried = { by, floor: floorAt(by) }
    if (off(tried) < off(best)) best = tried
    if (off(tried) <= NEAR_M2 || tried.floor === last.floor) break
    by += ((netArea - tried.floor) * (tried.by - last.by)) / (tried.floor - last.floor)
    last = tried
  }
  // Sides are whole millimetres: the one beside may be nearer.
  const { left, right, bottom, top } = boxOf(room.corners)
  const step = 0.001 / (keep === 'width' ? top - bottom : right - left)
  for (const beside of [best.by - step, best.by + step]) {
    const tried = { by: beside, floor: beside > 0 ? floorAt(beside) : 0 }
    if (off(tried) < off(best)) best = tried
  }
  // What is far from what was typed is no answer to it.
  return off(best) > netArea / 100 ? undefined : alone(keep, best.by)
}

function floorOf({ workshop }: WardDocument, table: RecordTable, room: Room): number {
  const { storeys } = buildBuilding({ ...table, [room.id]: room }, workshop)
  return storeys.flatMap(({ rooms }) => rooms).find((built) => built.room.id === room.id)?.netArea ?? 0
}

function scaled(room: Room, by: Scale, stays: Stays): Room {
  const { left, bottom, right, top } = boxOf(room.corners)
  const x = { left, centre: (left + right) / 2, right }[stays.x]
  const y = { bottom, middle: (bottom + top) / 2, top }[stays.y]
  const corners = room.corners.map((corner) => ({
    ...corner,
    x: roundToMillimetre(x + (corner.x - x) * by.x),
    y: roundToMillimetre(y + (corner.y - y) * by.y),
  }))
  return { ...room, corners }
}
