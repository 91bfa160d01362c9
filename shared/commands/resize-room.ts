import type { Id } from '#shared/base/ids'
import { message } from '#shared/base/message'
import { roundToMillimetre } from '#shared/base/units'
import type { WardDocument } from '#shared/document/document'
import type { Room } from '#shared/document/elements/room'
import { boxOf, signedArea } from '#shared/geometry/polygon'
import { done, type Edit, refused } from './edit'
import { unlawfulRefusal } from './lawful'
import { openingsKept } from './shifted-edges'
import { movable } from './target'

/** What a person types, in metres and square metres; the side that is not named follows from the area. */
export type RoomSize = { readonly width: number } | { readonly depth: number } | { readonly area: number; readonly keep: 'width' | 'depth' }

/**
 * Gives a room the size that was typed: its lower left corner stays, every corner moves in proportion. Width and depth are those of
 * the box round its centre-lines, the area that of its polygon. Openings stay where they are on the plan; refused where one would
 * be left out, or the room would lie over another.
 */
export function resizeRoom(document: WardDocument, given: { readonly room: Id; readonly size: RoomSize }): Edit {
  const target = movable(document, given.room, 'room')
  if (target.status === 'refused') return target
  const { table, record: room } = target
  const to = resized(room, given.size)
  if (to === undefined) return refused(message('refused.too-small', { room: room.name }))
  const area = signedArea(to.corners)
  const name = message('edit.sized-room', { room: room.name, area })
  if (to.corners.every(({ x, y }, index) => x === room.corners[index]?.x && y === room.corners[index]?.y)) return done(name, {})
  const openings = openingsKept(table, room, to)
  if ('status' in openings) return { ...openings, ghost: { added: [], updated: [[room, to]], removed: [] } }
  const edit = done(name, { updated: [[room, to], ...openings] })
  return unlawfulRefusal(table, edit.change) ?? edit
}

function resized(room: Room, size: RoomSize): Room | undefined {
  const { left, bottom, right, top } = boxOf(room.corners)
  const area = signedArea(room.corners)
  const wanted = 'width' in size ? size.width : 'depth' in size ? size.depth : size.area
  if (!(wanted > 0)) return undefined
  const byX = 'width' in size ? size.width / (right - left) : 'area' in size && size.keep === 'depth' ? size.area / area : 1
  const byY = 'depth' in size ? size.depth / (top - bottom) : 'area' in size && size.keep === 'width' ? size.area / area : 1
  const corners = room.corners.map((corner) => ({
    ...corner,
    x: roundToMillimetre(left + (corner.x - left) * byX),
    y: roundToMillimetre(bottom + (corner.y - bottom) * byY),
  }))
  return { ...room, corners }
}
