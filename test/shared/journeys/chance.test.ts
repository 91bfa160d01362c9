import { fc, test } from '@fast-check/vitest'
import { expect, it } from 'vitest'
import { type Chance, chanceTable, openChances, steadySum, valueOfChance, valuesOf } from '#shared/journeys/chance'

const evenly = (_decision: number, option: number): number => (option === 0 ? 0.25 : 0.75)

function numberOf(chance: Chance, chances: ReturnType<typeof openChances>, shareOf = evenly): number {
  return valueOfChance(chance, valuesOf(chanceTable(chances.variables), shareOf), shareOf)
}

it('stays a plain number as long as nothing hangs on a decision', () => {
  const chances = openChances()
  expect(chances.sum([0.25, chances.scaled(0.5, 0.5)])).toBe(0.5)
  expect(chances.variables).toEqual([])
})

it('is shared by the options of a decision', () => {
  const chances = openChances()
  const [first, second] = [0, 1].map((option) => chances.taken(0.8, 0, option)) as [Chance, Chance]
  expect(numberOf(first, chances)).toBeCloseTo(0.2, 15)
  expect(numberOf(second, chances)).toBeCloseTo(0.6, 15)
  expect(numberOf(chances.sum([first, second]), chances)).toBeCloseTo(0.8, 15)
})

it('hangs on one decision after another', () => {
  const chances = openChances()
  const twice = chances.taken(chances.taken(1, 0, 0), 1, 1)
  expect(numberOf(chances.scaled(twice, 2), chances)).toBeCloseTo(2 * 0.25 * 0.75, 15)
})

it('multiplies with another that does not depend on it', () => {
  const chances = openChances()
  const product = chances.product(chances.taken(1, 0, 0), chances.taken(1, 1, 1))
  expect(numberOf(product, chances)).toBeCloseTo(0.25 * 0.75, 15)
})

it('asks no decision for what never happens', () => {
  const chances = openChances()
  const never = chances.sum([chances.taken(chances.taken(1, 0, 0), 1, 0), chances.taken(chances.taken(1, 0, 1), 2, 0)])
  const asked: number[] = []
  const only = (decision: number, option: number) => {
    asked.push(decision)
    return option === 0 ? 1 : 0
  }
  expect(numberOf(never, chances, only)).toBe(1)
  expect(new Set(asked)).toEqual(new Set([0, 1]))
})

test.prop([fc.array(fc.double({ min: 0, max: 1, noNaN: true })), fc.infiniteStream(fc.nat())])(
  'sums the same in any order, to the last bit',
  (numbers, stream) => {
    const shuffled = numbers
      .map((number) => [stream.next().value as number, number] as const)
      .sort(([a], [b]) => a - b)
      .map(([, number]) => number)
    expect(steadySum(shuffled)).toBe(steadySum([...numbers]))
  },
)
