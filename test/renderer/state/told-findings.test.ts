import { expect, it } from 'vitest'
import { type RecordTable, recordsOf } from '#shared/document/document'
import type { Finding } from '#shared/document/finding'
import { smallUnit } from '#test/support/small-unit'
import { causedOf, toldOf } from '../../../renderer/state/told-findings'

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

it('marks what a gesture would cause, but not that a room in the hand has no door yet, or how large it is', () => {
  const noDoor = (room: string) => found('finding.roomNoDoor', [room], { place })
  const overlaps = found('finding.roomsOverlap', ['room_inthehand', store], { place })
  const small = (room: string) => found('finding.briefBelow', [room], { place })
  const previewed = [noDoor('room_inthehand'), small('room_inthehand'), noDoor(store), overlaps, column, missing]
  expect(causedOf(previewed, [column], table)).toEqual([noDoor(store), overlaps])
})
