import { describe, expect, it } from 'vitest'
import { firstWhere } from '#shared/base/first-where'

describe('The first index at which something holds', () => {
  const numbers = [1, 3, 3, 7]
  const firstAtLeast = (value: number) => firstWhere(0, numbers.length, (at) => numbers[at]! >= value)

  it('is the first of several, the end where it holds nowhere, and the beginning where it holds everywhere', () => {
    expect([0, 1, 2, 3, 4, 7, 8].map(firstAtLeast)).toEqual([0, 0, 1, 1, 3, 3, 4])
  })

  it('is looked for from where one says, and in nothing is the end of it', () => {
    expect(firstWhere(2, 4, (at) => numbers[at]! >= 3)).toBe(2)
    expect(firstWhere(2, 2, () => true)).toBe(2)
  })
})
