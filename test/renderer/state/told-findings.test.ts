import { expect, it } from 'vitest'
import type { Finding } from '#shared/document/finding'
import { smallUnit } from '#test/support/small-unit'
import { causedOf, toldOf } from '../../../renderer/state/told-findings'

const { script, ids } = smallUnit()
const table = script.document().designs[ids.design] ?? {}
const bare = Object.fromEntries(Object.entries(table).filter(([, { kind }]) => kind === 'design' || kind === 'storey'))
const storey = Object.values(table).find((record) => record.kind === 'storey')!.id
const place = { storey, at: { x: 1, y: 1 }, rings: [] }
const found = (key: string, where: Finding['where'], more: Partial<Finding> = {}): Finding => ({
  severity: 'error',
  message: { key, values: {} },
  where,
  ...more,
})
const missing = found('finding.noRoomOfType', [ids.design])
const column = found('finding.fixtureOutside', [ids.desk], { place })

it('has nothing to say of what is missing while no room is drawn, and all of it from the first room on', () => {
  expect(toldOf([missing, column], bare)).toEqual([column])
  expect(toldOf([missing, column], table)).toEqual([missing, column])
})

it('marks what a gesture would cause, but not that a room in the hand has no door yet', () => {
  const noDoor = (room: string) => found('finding.roomNoDoor', [room as typeof ids.store], { place })
  const overlaps = found('finding.roomsOverlap', ['room_inthehand' as typeof ids.store, ids.store], { place })
  const previewed = [noDoor('room_inthehand'), noDoor(ids.store), overlaps, column, missing]
  expect(causedOf(previewed, [column], table)).toEqual([noDoor(ids.store), overlaps])
})
