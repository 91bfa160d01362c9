import { expect, it } from 'vitest'
import { type RecordTable, recordsOf } from '#shared/document/document'
import type { Finding } from '#shared/document/finding'
import { smallUnit } from '#test/support/small-unit'
import { causedOf, roomsToCome, sortedFindings, toldOf } from '../../../renderer/state/told-findings'

const { script, ids } = smallUnit()
const { design = '', store = '', desk = '' } = ids
const table: RecordTable = script.document().designs[design] ?? {}
const bare: RecordTable = Object.fromEntries(Object.entries(table).filter(([, { kind }]) => kind === 'design' || kind === 'storey'))
const [{ id: storey } = { id: '' }] = recordsOf(table, 'storey')
const place = { storey, at: { x: 1, y: 1 }, rings: [] }
const found = (key: string, where: Finding['where'], more: Partial<Finding> = {}): Finding => ({
  severity: 'error',
  message: { key, values: {} },
  where,
  ...more,
})
const missing = found('finding.noRoomOfType', [design])
const column = found('finding.fixtureOutside', [desk], { place })

it('has nothing to say of what is missing while no room is drawn, and all of it from the first room on', () => {
  expect(toldOf([missing, column], bare)).toEqual([column])
  expect(toldOf([missing, column], table)).toEqual([missing, column])
})

it('marks what a gesture would cause, but not that a room in the hand has no door yet', () => {
  const noDoor = (room: string) => found('finding.roomNoDoor', [room], { place })
  const overlaps = found('finding.roomsOverlap', ['room_inthehand', store], { place })
  const previewed = [noDoor('room_inthehand'), noDoor(store), overlaps, column, missing]
  expect(causedOf(previewed, [column], table)).toEqual([noDoor(store), overlaps])
})

it('counts what is only not drawn yet apart from what is wrong, and an entrance as a fault once every room is there', () => {
  const wanted = (about: string, count: number, more: Partial<Finding> = {}) =>
    found('finding.briefMissing', [design], { about, message: { key: 'finding.briefMissing', values: { type: about, missing: count } }, ...more })
  const [pods, stores] = [wanted('Pod', 11), wanted('Store', 2)]
  const needed = found('finding.noRoomOfType', [design], { about: 'Changing' })
  const sameType = found('finding.noRoomOfType', [design], { about: 'Pod' })
  const noGate = found('finding.noGate', [design], { about: 'main' })
  const small = found('finding.briefBelow', [store])
  expect(sortedFindings([noGate, needed, sameType, column, pods, stores, small])).toEqual({
    heeded: [column, small],
    toCome: [pods, stores, noGate, needed],
    ignored: [],
  })
  expect(roomsToCome([pods, stores, noGate, needed])).toBe(13)

  const left = wanted('Pod', 11, { ignored: 'Rooms instead' })
  expect(sortedFindings([noGate, column, left])).toEqual({ heeded: [noGate, column], toCome: [], ignored: [left] })
  expect(sortedFindings([noGate, sameType, left])).toEqual({ heeded: [], toCome: [noGate, sameType], ignored: [left] })
})
