import { expect, it } from 'vitest'
import { oneForEach } from '#shared/base/one-for-each'

const anew = () => ({})

it('gives the same object for the same key, until it knows as many as it may and as many before them', () => {
  const at = oneForEach<object>(2)
  const first = at('a', anew)
  expect(at('a', anew)).toBe(first)
  const second = at('b', anew)
  expect(second).not.toBe(first)
  at('c', anew)
  expect(at('a', anew)).toBe(first) // asked for again, it is among the latest once more
  at('d', anew)
  expect(at('b', anew)).not.toBe(second)
})

it('never forgets what is asked for again and again, whatever comes and goes', () => {
  const at = oneForEach<object>(10)
  const kept = at('kept', anew)
  const lost = at('lost', anew)
  for (let i = 0; i < 1000; i++) {
    at(`${i}`, anew)
    expect(at('kept', anew)).toBe(kept)
  }
  expect(at('lost', anew)).not.toBe(lost)
})
