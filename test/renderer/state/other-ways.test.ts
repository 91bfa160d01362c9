import { expect, it } from 'vitest'
import { message } from '#shared/base/message'
import type { Answered } from '../../../renderer/state/inquiries'
import type { LiveAnswer } from '../../../renderer/state/live'
import { rangeOfOpen, withOtherWays } from '../../../renderer/state/other-ways'
import type { ShownPart } from '../../../renderer/workers/part-rows'

const way = { role: 'otherWay' as const, points: [], element: undefined }
const range = { low: 0, high: 2, legs: [{ trip: 'walk 1', flow: 'clean' as const, subject: message('x'), low: 0, high: 2, marks: [way] }] }
const partOf = (key: string) => ({ subject: message('x'), amount: 1, trip: { key }, marks: [] }) as unknown as ShownPart

it('gives a part the other ways of its own trip alone', () => {
  expect(withOtherWays(partOf('walk 1'), range).marks).toEqual([way])
  expect(withOtherWays(partOf('walk 2'), range).marks).toEqual([])
  expect(withOtherWays(partOf('walk 1'), 500).marks).toEqual([]) // too many to be tried unasked
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
