import { expect, it } from 'vitest'
import { message } from '#shared/base/message'
import { done, refused } from '#shared/commands/edit'
import { isSameEdit } from '#shared/commands/same-edit'
import { Room } from '#shared/document/elements/room'
import { box } from '#test/support/plans'

const roomAt = (x: number) => Room.parse(box('a', x, 0, 4, 3))
const room = roomAt(0)
const name = message('edit.moved-room', { room: 'A', by: 1 })
const movedTo = (x: number) => done(name, { updated: [[room, roomAt(x)]] })

it('knows an edit that comes to the same, made anew', () => {
  expect(isSameEdit(movedTo(1), movedTo(1))).toBe(true)
  expect(isSameEdit(movedTo(1), movedTo(1.05))).toBe(false)
})

it('tells edits of another record, of another name, or that do more', () => {
  const other = { ...room }
  expect(isSameEdit(movedTo(1), done(name, { updated: [[other, roomAt(1)]] }))).toBe(false)
  expect(isSameEdit(movedTo(1), done(message('edit.moved-room', { room: 'A', by: 2 }), movedTo(1).change))).toBe(false)
  expect(isSameEdit(movedTo(1), done(name, { ...movedTo(1).change, removed: [room] }))).toBe(false)
  expect(isSameEdit(done(name, { added: [room] }), done(name, { added: [{ ...room, name: 'B' }] }))).toBe(false)
})

it('knows a refusal by its reason and by what it would have done', () => {
  const why = message('refused.overlaps', { room: 'A', others: ['B'] })
  expect(isSameEdit(refused(why, movedTo(1).change), refused({ ...why }, movedTo(1).change))).toBe(true)
  expect(isSameEdit(refused(why, movedTo(1).change), refused(why, movedTo(2).change))).toBe(false)
  expect(isSameEdit(refused(why), refused(why, movedTo(2).change))).toBe(false)
  expect(isSameEdit(refused(why), movedTo(1))).toBe(false)
})
