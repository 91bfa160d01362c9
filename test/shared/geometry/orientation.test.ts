import { fc, test } from '@fast-check/vitest'
import { expect, it } from 'vitest'
import { doubleArea, robustTurn, sideOfRing, turn } from '#shared/geometry/orientation'

const largest = 2 ** 25 - 1
const whole = fc.integer({ min: -largest, max: largest })

it('is positive to the left', () => {
  expect(turn(0, 0, 1, 0, 0, 1)).toBe(1)
  expect(Math.sign(robustTurn(0, 0, 1, 0, 0, 1))).toBe(1)
})

test.prop([whole, whole, whole, whole, whole, whole])('is exact for whole numbers below 2^25', (ax, ay, bx, by, cx, cy) => {
  const big = (value: number) => BigInt(value)
  const exact = (big(bx) - big(ax)) * (big(cy) - big(ay)) - (big(by) - big(ay)) * (big(cx) - big(ax))
  expect(Math.sign(turn(ax, ay, bx, by, cx, cy))).toBe(exact > 0n ? 1 : exact < 0n ? -1 : 0)
  expect(Math.sign(robustTurn(ax, ay, bx, by, cx, cy))).toBe(exact > 0n ? 1 : exact < 0n ? -1 : 0)
})

const square = [0, 0, 4, 0, 4, 4, 0, 4]

it.each([
  [2, 2, 1],
  [4, 2, 0],
  [0, 0, 0],
  [5, 2, -1],
  [-1, 0, -1],
  [5, 4, -1],
] as const)('tells where (%d, %d) lies', (x, y, side) => {
  expect(sideOfRing(square, x, y)).toBe(side)
  expect(sideOfRing([...square].reverse(), y, x)).toBe(side)
})

it('gives twice the area, negative for a ring turned round', () => {
  expect(doubleArea(square)).toBe(32)
  expect(doubleArea([0, 0, 0, 4, 4, 4, 4, 0])).toBe(-32)
})
