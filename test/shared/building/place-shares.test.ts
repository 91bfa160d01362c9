import { fc, test } from '@fast-check/vitest'
import { expect, it } from 'vitest'
import { leastWeights, shareOut } from '#shared/building/place-shares'

it('tells shares in the least whole numbers that somebody would say, and in per cent where these are large', () => {
  expect(leastWeights([0.625, 0.125, 0.125, 0.125])).toEqual([5, 1, 1, 1])
  expect(leastWeights([0.6, 0.3, 0.1])).toEqual([6, 3, 1])
  expect(leastWeights([0.333333333, 0.666666667])).toEqual([1, 2]) // as they are kept
  expect(leastWeights([0, 1])).toEqual([0, 1])
  // Of 19 : 31 nobody speaks.
  expect(leastWeights([0.38, 0.62])).toEqual([38, 62])
  expect(leastWeights([0.1234, 0.8766])).toEqual([12.3, 87.7])
})

const weights = fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 8 }).filter((all) => all.some((weight) => weight > 0))

test.prop([weights, fc.integer({ min: 1, max: 50 })])('whole numbers are told in the same proportion, and none smaller would do', (typed, times) => {
  const shares = shareOut(typed.map((weight) => weight * times)).map((share) => Math.round(share * 1e9) / 1e9)
  const told = leastWeights(shares)
  const [sum, total] = [typed, told].map((all) => all.reduce((a, b) => a + b, 0)) as [number, number]
  for (const [at, weight] of typed.entries()) expect((told[at] ?? 0) / total).toBeCloseTo(weight / sum, 2)
  if (sum > 20) return
  expect(told.every(Number.isInteger)).toBe(true)
  expect(total).toBeLessThanOrEqual(sum)
  for (let fewer = 1; fewer < total; fewer++) expect(shares.every((share) => Math.abs(share * fewer - Math.round(share * fewer)) < 1e-6)).toBe(false)
})
