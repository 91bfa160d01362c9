import { expect, it } from 'vitest'
import { WORKED_DESIGN, workedExample } from '#test/support/worked-example'
import { nudge } from '../../../renderer/tools/nudge'
import { targetOf, targetOfWall } from '../../../renderer/tools/target'

const document = workedExample()
const table = document.designs[WORKED_DESIGN]!

it('moves by a tenth of a metre, with Shift by a whole one', () => {
  const desk = ['fixture_deskstaff']
  expect(nudge(document, table, desk, 'ArrowLeft', false)).toMatchObject({ change: { updated: [[{ x: 18.95 }, { x: 18.85, y: -2 }]] } })
  expect(nudge(document, table, desk, 'ArrowUp', true)).toMatchObject({ change: { updated: [[{ y: -2 }, { x: 18.95, y: -1 }]] } })
})

it('slides a door only along its wall', () => {
  const door = ['opening_doordt']
  expect(nudge(document, table, door, 'ArrowRight', false)).toMatchObject({ change: { updated: [[{ along: 1 }, { along: 1.1 }]] } })
  expect(nudge(document, table, door, 'ArrowUp', false)).toMatchObject({ status: 'done', change: { updated: [] } })
})

it('refuses a room the floor of another', () => {
  expect(nudge(document, table, ['room_waiting'], 'ArrowUp', true)).toMatchObject({ status: 'refused' })
})

it('finds the edge that a stretch of wall belongs to', () => {
  expect(targetOfWall(table, { of: ['room_treatment'], from: { x: 8, y: 3 }, to: { x: 13, y: 3 } })).toEqual({
    kind: 'edge',
    id: 'room_treatment',
    corner: 'a',
  })
  expect(targetOf(table, 'storey_ground')).toBeUndefined()
})
