import { expect, it } from 'vitest'
import { weekFactors } from '#shared/demand/week-factors'

it('shares out a week over its days so that the mean day stays what it is', () => {
  expect(weekFactors([1, 1, 1, 1, 1, 0, 0])).toEqual([1.4, 1.4, 1.4, 1.4, 1.4, 0, 0])
  expect(weekFactors([3, 1, 1, 1, 1, 0, 0])).toEqual([3, 1, 1, 1, 1, 0, 0])
})

it('takes all days alike where none is weighted, or none has any weight', () => {
  expect(weekFactors(undefined)).toEqual([1, 1, 1, 1, 1, 1, 1])
  expect(weekFactors([0, 0, 0, 0, 0, 0, 0])).toEqual([1, 1, 1, 1, 1, 1, 1])
})
