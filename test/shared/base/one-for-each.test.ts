import { expect, it } from 'vitest'
import { oneForEach } from '#shared/base/one-for-each'

it('gives the same object for the same key, until it knows as many as it may', () => {
  const at = oneForEach<object>(2)
  const first = at('a', () => ({}))
  expect(at('a', () => ({}))).toBe(first)
  expect(at('b', () => ({}))).not.toBe(first)
  at('c', () => ({}))
  expect(at('a', () => ({}))).not.toBe(first)
})
