import { expect, it } from 'vitest'
import { roundLength } from '#shared/drawing/scale-bar'

it.each([
  [0.4, 1],
  [1, 1],
  [1.9, 1],
  [2, 2],
  [9.99, 5],
  [47, 20],
  [50, 50],
])('the longest round length in %f m is %f m', (longest, length) => {
  expect(roundLength(longest)).toBe(length)
})
