import { expect, it } from 'vitest'
import type { Id } from '#shared/base/ids'
import { message } from '#shared/base/message'
import { addOpening } from '#shared/commands/add-opening'
import { addWall } from '#shared/commands/add-wall'
import { placeRoom } from '#shared/commands/place-room'
import { looseEndNear, roomFromWalls } from '#shared/commands/room-from-walls'
import { recordsOf, type WardDocument } from '#shared/document/document'
import { signedArea } from '#shared/geometry/polygon'
import { doUndoRedo, refusalOf } from '#test/support/edits'
import { recordOf, smallUnit } from '#test/support/small-unit'

const { script, ids, freshId } = smallUnit()
const design = ids.design as Id
const given = { design, roomType: 'sluice', name: 'Sluice' }

/** Partitions on the free floor right of the office and the ward: from the office's corner to x 11, up to y 3, and back. */
function partitioned(...lines: readonly (readonly [number, number, number, number])[]): WardDocument {
  let document = script.document()
  for (const [ax, ay, bx, by] of lines) {
    document = doUndoRedo(document, addWall(document, { design, from: { x: ax, y: ay }, to: { x: bx, y: by } }, freshId))
  }
  return document
}
const found = (document: WardDocument) => recordsOf(document.designs[design] ?? {}, 'room').find(({ name }) => name === 'Sluice')
const BOX = [
  [8, 0, 11, 0],
  [11, 0, 11, 3],
  [11, 3, 8, 3],
] as const

it('finds the floor that three partitions and the office close off, and makes them its walls', () => {
  const document = partitioned(...BOX)
  const after = doUndoRedo(document, roomFromWalls(document, { ...given, at: { x: 9, y: 1 } }, freshId))
  expect(
    found(after)
      ?.corners.map(({ x, y }) => [x, y])
      .toSorted(),
  ).toEqual([
    [11, 0],
    [11, 3],
    [8, 0],
    [8, 3],
  ])
  expect(recordsOf(after.designs[design] ?? {}, 'wall')).toEqual([])
})

it('keeps what of a partition reaches further, and a door where it was', () => {
  const document = partitioned([8, 0, 11, 0], [11, -0.1, 11, 4.5], [11, 3, 8, 3])
  const upright = recordsOf(document.designs[design] ?? {}, 'wall').find(({ from }) => from.y === -0.1)
  const door = addOpening(document, { opening: 'door', on: { wall: upright?.id ?? '' }, along: 1.1, width: 0.9 }, freshId)
  const withDoor = doUndoRedo(document, door)
  const after = doUndoRedo(withDoor, roomFromWalls(withDoor, { ...given, at: { x: 9, y: 1 } }, freshId))
  expect(recordsOf(after.designs[design] ?? {}, 'wall').map(({ from, to }) => [from.y, to.y])).toEqual([
    [-0.1, 0],
    [3, 4.5],
  ])
  const moved = recordOf(after, door.status === 'done' ? door.change.added[0]?.id : '', 'opening')
  const room = found(after)
  const corner = room?.corners.find(({ key }) => 'room' in moved.on && key === moved.on.corner)
  // From y 1 to 1.9 on the line x 11, which the counter-clockwise edge runs up from y 0.
  expect([corner?.x, corner?.y, moved.along]).toEqual([11, 0, 1])
})

it('goes round the free end of a partition inside', () => {
  const document = partitioned(...BOX, [9.5, 3, 9.5, 1.5])
  const after = doUndoRedo(document, roomFromWalls(document, { ...given, at: { x: 9, y: 1 } }, freshId))
  expect(signedArea(found(after)?.corners ?? [])).toBeCloseTo(9, 6)
  expect(recordsOf(after.designs[design] ?? {}, 'wall')).toHaveLength(1)
})

it('says where walls leave a gap, and where a room is already', () => {
  const open = partitioned([8, 0, 11, 0], [11, 0, 11, 2.9], [11, 3, 8, 3])
  expect(refusalOf(roomFromWalls(open, { ...given, at: { x: 9, y: 1 } }, freshId)).reason).toEqual(message('refused.not-closed-end', { gap: 0.1 }))
  const table = open.designs[design] ?? {}
  const [storey] = recordsOf(table, 'storey')
  const short = recordsOf(table, 'wall').find(({ to }) => to.y === 2.9)
  expect(looseEndNear(table, storey?.id ?? '', { x: 9, y: 1 })).toEqual({ wall: short?.id, end: short?.to, gap: 0.1 })
  expect(refusalOf(roomFromWalls(open, { ...given, at: { x: 20, y: 1 } }, freshId)).reason.key).toBe('refused.not-closed')
  expect(refusalOf(roomFromWalls(open, { ...given, at: { x: 1, y: 1 } }, freshId)).reason).toEqual({
    key: 'refused.room-is-here',
    values: { room: 'Store' },
  })
})

it('makes the corridor that is left inside the outline a room, its outer walls half a wall inside it', () => {
  const document = script.document()
  const after = doUndoRedo(document, roomFromWalls(document, { ...given, at: { x: 9, y: 1 } }, freshId))
  // Right of the office and the ward 4 m by 8 m, and 8 m by 1 m above the ward.
  expect(signedArea(found(after)?.corners ?? [])).toBeCloseTo(40, 6)
})

it('says which rooms a floor runs round, where nothing else is missing', () => {
  // An island in the corridor: the outline closes the floor, and the floor runs all the way round it.
  const document = doUndoRedo(
    script.document(),
    placeRoom(script.document(), { design, roomType: 'sluice', name: 'Island', x: 9.5, y: 3, width: 1, depth: 2 }, freshId),
  )
  const refusal = refusalOf(roomFromWalls(document, { ...given, at: { x: 9, y: 1 } }, freshId))
  expect(refusal.reason).toEqual(message('refused.runs-round', { rooms: ['Island'] }))
})
