import { expect, it } from 'vitest'
import { closableTypes, closedPlaces, isSamePlaceType } from '#shared/document/closed-places'
import { workedExample } from '#test/support/worked-example'
import { withStep } from '#test/support/worked-variations'

const room = { roomType: 'treatment-room' }
const bed = { ...room, fixtureType: 'bed' }

it('adds up what several lines close of one kind of place, and tells rooms from what stands in them', () => {
  const closed = [
    { ...room, count: 1 },
    { ...bed, count: 2 },
    { ...room, count: 3 },
  ]
  expect(closedPlaces({ closed })).toEqual([
    { ...room, count: 4 },
    { ...bed, count: 2 },
  ])
  expect(closedPlaces({ closed: [...closed, { ...room, count: 999 }] })[0]?.count).toBe(1000)
  expect(closedPlaces({ closed: undefined })).toEqual([])
  expect([isSamePlaceType(room, { ...room }), isSamePlaceType(room, bed), isSamePlaceType(bed, { ...bed })]).toEqual([true, false, true])
})

it('offers the rooms that steps are done or waited for in, each with the furniture that steps name there, and no others', () => {
  const waiting = [{ roomType: 'waiting' }, { roomType: 'waiting', fixtureType: 'reception-desk' }, { roomType: 'waiting', fixtureType: 'seat' }]
  const base = [{ roomType: 'staff-base' }, { roomType: 'staff-base', fixtureType: 'clean-cupboard' }]
  expect(closableTypes(workedExample())).toEqual(expect.arrayContaining([...waiting, room, bed, ...base]))
  expect(closableTypes(workedExample())).toHaveLength(7)
  const elsewhere = withStep(workedExample(), 'prepare', (step) => ({ ...step, place: { roomType: 'clean-utility' }, waits: { at: 'inPlace' } }))
  const kinds = closableTypes(elsewhere).map(({ roomType, fixtureType }) => `${roomType}/${fixtureType ?? ''}`)
  expect(kinds).toContain('clean-utility/')
  expect(kinds).not.toContain('treatment-room/')
})
