import type { Id } from '#shared/base/ids'
import { message } from '#shared/base/message'
import { reachesOutside, roomsOver } from '#shared/building/lawful'
import type { Change } from '#shared/document/change'
import { type RecordTable, recordsOf } from '#shared/document/document'
import { ringFault, twiceSignedArea } from '#shared/document/rings'
import { type Refused, refused } from './edit'

/** A room smaller than this is a slip of the pointer. Square metres. */
const SMALLEST_ROOM_M2 = 0.25

/** The refusal of a change whose rooms would be no rooms, lie over others or beyond the outline, with the change as its ghost. */
export function unlawfulRefusal(table: RecordTable, change: Change): Refused | undefined {
  const drawn = [...change.added, ...change.updated.map(([, to]) => to)].filter((record) => record.kind === 'room')
  const gone = new Set<Id>([...drawn, ...change.removed].map(({ id }) => id))
  for (const [index, room] of drawn.entries()) {
    // One that crosses itself may have any area, so that is said first.
    const fault = ringFault(room.corners)?.fault
    if (fault === 'crossing') return refused(message('refused.crosses-itself', { room: room.name }), change)
    if (fault !== undefined || twiceSignedArea(room.corners) / 2e6 < SMALLEST_ROOM_M2)
      return refused(message('refused.too-small', { room: room.name }), change)
    const standing = roomsOver(room, recordsOf(table, 'room')).filter(({ id }) => !gone.has(id))
    const others = [...standing, ...roomsOver(room, drawn.slice(index + 1))].filter(({ storey }) => storey === room.storey)
    if (others.length > 0) return refused(message('refused.overlaps', { room: room.name, others: others.map(({ name }) => name) }), change)
    const storey = table[room.storey]
    if (storey?.kind === 'storey' && reachesOutside(room, storey)) return refused(message('refused.outside', { room: room.name }), change)
  }
  return undefined
}
