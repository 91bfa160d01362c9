import { expect, it } from 'vitest'
import { dragRoom } from '#shared/commands/drag-room'
import { placeRoom } from '#shared/commands/place-room'
import { swapRooms } from '#shared/commands/swap-rooms'
import { doUndoRedo, refusalOf } from '#test/support/edits'
import { recordOf, smallUnit } from '#test/support/small-unit'

const { script, ids, freshId } = smallUnit()
const document = script.document()
const { store, office, ward, desk } = ids

it('is a move where the floor is free', () => {
  expect(dragRoom(document, { room: office ?? '', dx: 3, dy: 0 })).toMatchObject({ status: 'done', name: { key: 'edit.moved-room' } })
})

it('is a swap with its centre in a room of the same size, fixtures carried', () => {
  const edit = dragRoom(document, { room: store ?? '', dx: 2.5, dy: 0.3 })
  expect(edit).toMatchObject({ name: { key: 'edit.swapped-rooms', values: { room: 'Store', other: 'Office' } } })
  const after = doUndoRedo(document, edit)
  expect(recordOf(after, store, 'room').corners[0]).toMatchObject({ x: 4, y: 0 })
  expect(recordOf(after, office, 'room').corners[0]).toMatchObject({ x: 0, y: 0 })
  expect(recordOf(after, desk, 'fixture')).toMatchObject({ x: 5, y: 1 })
})

it('is refused as a move where a swap would overlap as well', () => {
  const { reason, ghost } = refusalOf(dragRoom(document, { room: store ?? '', dx: 2, dy: 3 }))
  expect(reason.key).toBe('refused.overlaps')
  expect(ghost).toBeDefined()
  expect(refusalOf(swapRooms(document, { room: store ?? '', other: ward ?? '' })).reason.key).toBe('refused.overlaps')
})

it('swaps rooms of different sizes where there is room for both', () => {
  const { script: more, ids: each } = smallUnit()
  const wide = more.run((each) =>
    placeRoom(each, { design: ids.design ?? '', roomType: 'store', name: 'Wide', x: 8, y: 0.4, width: 4, depth: 2.2 }, freshIdAfter()),
  )
  const after = doUndoRedo(more.document(), swapRooms(more.document(), { room: wide, other: each.office ?? '' }))
  expect(recordOf(after, wide, 'room').corners[0]).toMatchObject({ x: 4, y: 0.4 })
  expect(recordOf(after, each.office, 'room').corners[0]).toMatchObject({ x: 8, y: 0 })
})

function freshIdAfter() {
  return (prefix: string) => `${freshId(prefix)}x`
}
