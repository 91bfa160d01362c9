import { fc, test } from '@fast-check/vitest'
import { expect, it } from 'vitest'
import { quantileOf } from '#shared/metrics/quantile'

it('lies between the nearest two values', () => {
  expect(quantileOf(Float64Array.of(4, 1, 3, 2), 0.5)).toBe(2.5)
  expect(quantileOf(Float64Array.of(7), 0.95)).toBe(7)
  expect(
    quantileOf(
      new Float64Array(21).map((_, i) => (i * 8) % 21),
      0.95,
    ),
  ).toBe(19)
  expect(quantileOf(new Float64Array(0), 0.95)).toBeNaN()
})

test.prop([fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 60 }), fc.double({ min: 0, max: 1, noNaN: true })])(
  'is what sorted values say',
  (values, share) => {
    const sorted = [...values].sort((a, b) => a - b)
    const at = share * (sorted.length - 1)
    const low = sorted[Math.floor(at)]!
    expect(quantileOf(Float64Array.from(values), share)).toBe(low + (at - Math.floor(at)) * ((sorted[Math.floor(at) + 1] ?? low) - low))
  },
)
