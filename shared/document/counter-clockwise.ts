import { roundToMillimetre } from '#shared/base/units'
import type { Opening } from './elements/opening'
import type { Room } from './elements/room'
import type { WardRecord } from './record'
import { twiceSignedArea } from './rings'

/**
 * The same drawing with every ring counter-clockwise, for files made by hand or mirrored by a
 * script. An edge of a room keeps its key, so that openings stay where they are drawn: only the
 * end that they are measured from changes.
 */
export function counterClockwise(records: readonly WardRecord[]): readonly WardRecord[] {
  const turned = new Map<string, Room>()
  for (const record of records) if (record.kind === 'room' && twiceSignedArea(record.corners) < 0) turned.set(record.id, record)
  return records.map((record) => {
    if (record.kind === 'room' && turned.has(record.id)) return reversedRoom(record)
    if (record.kind === 'storey' && record.outline !== undefined && twiceSignedArea(record.outline) < 0)
      return { ...record, outline: record.outline.toReversed() }
    if (record.kind === 'fixture' && twiceSignedArea(record.footprint) < 0) return { ...record, footprint: record.footprint.toReversed() }
    const room = record.kind === 'opening' && 'room' in record.on ? turned.get(record.on.room) : undefined
    return room === undefined ? record : fromOtherEnd(record as Opening, room)
  })
}

function reversedRoom(room: Room): Room {
  const { corners } = room
  const moved = corners.map((corner, index) => {
    const { x, y } = corners[(index + 1) % corners.length]!
    return { ...corner, x, y }
  })
  return { ...room, corners: moved.reverse() }
}

function fromOtherEnd(opening: Opening, before: Room): Opening {
  const key = 'room' in opening.on ? opening.on.corner : undefined
  const index = before.corners.findIndex((corner) => corner.key === key)
  const from = before.corners[index]
  const to = before.corners[(index + 1) % before.corners.length]
  if (from === undefined || to === undefined) return opening
  const along = roundToMillimetre(Math.max(0, Math.hypot(to.x - from.x, to.y - from.y) - opening.along - opening.width))
  const hinge = opening.hinge === 'start' ? 'end' : opening.hinge === 'end' ? 'start' : opening.hinge
  return { ...opening, along, hinge }
}
