import { expect, it } from 'vitest'
import { message } from '#shared/base/message'
import type { Answered } from '../../../renderer/state/inquiries'
import type { LiveAnswer } from '../../../renderer/state/live'
import { foundIn, isPicked, partOfTrip, partsDrawn, pickOfLeg, rangeOfOpen } from '../../../renderer/state/range-drawn'
import type { PickedTrip } from '../../../renderer/state/view-store'
import type { ShownRange } from '../../../renderer/workers/inquiries'
import type { ShownPart } from '../../../renderer/workers/part-rows'

const way = { role: 'otherWay' as const, points: [], element: undefined }
const route = { role: 'route' as const, points: [], element: undefined }
const drawn = { trip: { key: 'walk 1', flow: 'clean' as const, perDay: 20 }, marks: [route, way] }
const range = {
  status: 'found' as const,
  low: 0,
  high: 2,
  legs: [{ trip: 'walk 1', flow: 'clean' as const, subject: message('x'), low: 0, high: 2, drawn }],
}
const partOf = (key: string) => ({ subject: message('x'), amount: 1, trip: { key }, marks: [route] }) as unknown as ShownPart
const parts = [partOf('walk 1'), partOf('walk 2')]

it('draws the other ways round of the one trip that is picked', () => {
  const marksOf = (picked: PickedTrip | undefined, found: ShownRange = range) => partsDrawn(parts, picked, found).map(({ marks }) => marks)
  expect(marksOf(undefined)).toEqual([[route], [route]])
  expect(marksOf({ part: 0 })).toEqual([[route, way]])
  expect(marksOf({ part: 1 })).toEqual([[route]])
  const onTwo = { ...range, legs: [...range.legs, ...range.legs] } // on two storeys
  expect(marksOf({ part: 0 }, onTwo)).toEqual([[route, way, way]])
  expect(marksOf({ trip: 'walk 1' }, onTwo)).toEqual([drawn.marks, drawn.marks])
})

it('draws a trip that no part is of by itself, and picks one of a part as the part', () => {
  expect(pickOfLeg('walk 2', parts)).toEqual({ part: 1 })
  expect(pickOfLeg('walk 1', [])).toEqual({ trip: 'walk 1' })
  expect(partsDrawn([], { trip: 'walk 1' }, range)).toEqual([drawn])
  expect(partsDrawn([], { trip: 'walk 1' }, undefined)).toEqual([])
})

it('picks the part that a trip is of, if there is one, and tells what is picked from all else', () => {
  expect(partOfTrip('walk 2', parts)).toEqual({ part: 1 })
  expect(partOfTrip('walk 3', parts)).toBeUndefined()
  const picks: readonly PickedTrip[] = [{ part: 0 }, { part: 1 }, { trip: '0' }, { trip: 'walk 1' }]
  for (const picked of picks) expect(picks.filter((pick) => isPicked(pick, picked))).toEqual([picked])
  expect(picks.some((pick) => isPicked(pick, undefined))).toBe(false)
})

const open = { metric: 'sharedMetresPerTrip' as const, subject: undefined }
const answer = { revision: 3, design: 'design_a', reading: 'own', isPreview: false, open } as unknown as LiveAnswer
const asked = {
  inquiry: { about: 'range', design: 'design_a', reading: 'own', isLatest: false, isPressed: true, ...open },
  found: range,
  revision: 3,
} as Answered

it('is what was found of the measure that is open, in the design as it is', () => {
  expect(rangeOfOpen(asked, 'design_a', answer)).toBe(range)
  expect(rangeOfOpen(undefined, 'design_a', answer)).toBeUndefined()
  expect(rangeOfOpen(asked, 'design_b', answer)).toBeUndefined()
  expect(rangeOfOpen(asked, 'design_a', { ...answer, revision: 4 })).toBeUndefined()
  expect(rangeOfOpen(asked, 'design_a', { ...answer, isPreview: true })).toBeUndefined()
  expect(rangeOfOpen(asked, 'design_a', { ...answer, reading: 'reference' })).toBeUndefined()
  expect(rangeOfOpen(asked, 'design_a', { ...answer, open: { metric: 'sharedDoors', subject: undefined } })).toBeUndefined()
})

it('is nothing as long as it is only looked for', () => {
  const slotWith = (found: object) => foundIn(new Map([['range', { ...asked, found } as Answered]]))
  expect(slotWith(range)?.found).toBe(range)
  expect(slotWith({ status: 'underWay', done: 0.5 })).toBeUndefined()
  expect(slotWith({ status: 'unasked', legs: 401 })).toBeUndefined()
  expect(foundIn(new Map())).toBeUndefined()
})
