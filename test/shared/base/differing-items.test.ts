import { fc, test } from '@fast-check/vitest'
import { expect, it } from 'vitest'
import { differingItems, placesBefore } from '#shared/base/differing-items'

const [a, b, c, d, e] = ['a', 'b', 'c', 'd', 'e'].map((name) => ({ name })) as [object, object, object, object, object]

it('tells what went and what came, each in its order', () => {
  expect(differingItems([a, b, c, d], [a, e, c, d])).toEqual({ gone: [b], come: [e] })
  expect(differingItems([a, b, c, d], [a, d])).toEqual({ gone: [b, c], come: [] })
  expect(differingItems([a], [e, d, a, c])).toEqual({ gone: [], come: [e, d, c] })
})

it('leaves out what only moved to another place', () => {
  expect(differingItems([a, b, c], [c, b, e, a])).toEqual({ gone: [], come: [e] })
  expect(differingItems([a, b], [b, a])).toEqual({ gone: [], come: [] })
})

const list = fc.uniqueArray(fc.constantFrom(a, b, c, d, e))

test.prop([list, list], { seed: 1 })('is what a search through the other list finds', (before, now) => {
  expect(differingItems(before, now)).toEqual({
    gone: before.filter((item) => !now.includes(item)),
    come: now.filter((item) => !before.includes(item)),
  })
})

test.prop([fc.uniqueArray(fc.nat(90), { maxLength: 91 }), fc.uniqueArray(fc.nat(90), { maxLength: 91 })], { seed: 1 })(
  'each lies where a search finds it, in its order or not',
  (before, now) => {
    for (const [from, to] of [
      [before, now],
      [before.toSorted(), now.toSorted()],
    ] as const) {
      expect([...placesBefore(from, to)]).toEqual(to.map((item) => from.indexOf(item)))
    }
  },
)

it('goes on behind more that went than it looks ahead', () => {
  const many = Array.from({ length: 200 }, (_, i) => ({ i }))
  const left = [...many.slice(0, 10), ...many.slice(120)]
  expect([...placesBefore(many, left)]).toEqual(left.map(({ i }) => i))
})

it('compares the same two long lists once, and tells other ones apart', () => {
  const many = Array.from({ length: 80 }, (_, i) => ({ i }))
  const [without, turned] = [many.slice(1), many.toReversed()]
  const places = placesBefore(many, without)
  expect(placesBefore(many, without)).toBe(places)
  expect([...placesBefore(turned, without)]).toEqual(without.map(({ i }) => 79 - i))
  expect(places[0]).toBe(1)
})
