import { expect, it } from 'vitest'
import { filled } from '#shared/base/filled'

it('asks for what is missing once, and hands out the same afterwards', () => {
  const shelves = new WeakMap<object, Map<string, readonly string[]>>()
  const [a, b] = [{}, {}]
  const asked: string[] = []
  const of = (shelf: object, key: string) =>
    filled(
      filled(shelves, shelf, () => new Map()),
      key,
      () => {
        asked.push(key)
        return [key]
      },
    )
  const first = of(a, 'x')
  expect(of(a, 'x')).toBe(first)
  expect(of(b, 'x')).not.toBe(first) // another shelf
  of(a, 'y')
  expect(asked).toEqual(['x', 'x', 'y'])
})

it('takes nought and false for what is known', () => {
  const table = new Map<string, number | boolean>([
    ['none', 0],
    ['no', false],
  ])
  const never = () => {
    throw new Error('asked')
  }
  expect(filled(table, 'none', never)).toBe(0)
  expect(filled(table, 'no', never)).toBe(false)
})
