import { expect, it } from 'vitest'
import { applyChange } from '#shared/document/change'
import { documentOf } from '#shared/document/document-of'
import type { Room } from '#shared/document/elements/room'
import { changeAgain, changeBack, keepChange } from '#shared/document/kept-change'
import { workedExample } from '#test/support/worked-example'

const document = workedExample()
const [table] = Object.values(document.designs)
const room = Object.values(table ?? {}).find((record): record is Room => record.kind === 'room')
if (room === undefined) throw new Error('The worked example has rooms')

it('says again and takes back a field that comes or goes', () => {
  const { name: _, ...rest } = room
  const change = { added: [], removed: [], updated: [[room, { ...rest, capacity: 7, name: 'Other' }] as const] }
  const kept = keepChange(change)
  expect(kept.updated[0]).toMatchObject({ was: { name: room.name }, is: { name: 'Other', capacity: 7 } })
  const after = applyChange(document, changeAgain(document, kept))
  expect(after.designs[room.design]?.[room.id]).toEqual({ ...room, capacity: 7, name: 'Other' })
  const before = applyChange(after, changeBack(after, kept))
  expect(before.designs[room.design]?.[room.id]).toEqual(room)
  expect('capacity' in (before.designs[room.design]?.[room.id] ?? {})).toBe('capacity' in room)
})

it('hands out other objects than it keeps, so that what is worked out of them goes with them', () => {
  const kept = keepChange({ added: [room], removed: [], updated: [] })
  const empty = documentOf([])
  expect(kept.added[0]).not.toBe(room)
  expect(changeAgain(empty, kept).added[0]).not.toBe(kept.added[0])
  expect(changeBack(document, keepChange({ added: [], removed: [room], updated: [] })).added).toEqual([room])
})

it('says which record it misses', () => {
  const kept = keepChange({ added: [], removed: [], updated: [[room, { ...room, name: 'Other' }]] })
  expect(() => changeAgain(documentOf([]), kept)).toThrow(room.id)
})
