import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { brokenInTwo, labelAnchor, type PlacedLabel, placeLabels } from '../../../renderer/scene/labels'

const LARGE = { width: 100, height: 20 }
const SMALL = { width: 60, height: 14 }
const label = (key: string, x: number, weight: number, room = { width: 200, height: 200 }): PlacedLabel => ({
  key,
  x,
  y: 0,
  forms: [LARGE, SMALL],
  room,
  weight,
})

describe('placing names', () => {
  it('moves the lighter of two that overlap up its room before anything else', () => {
    const shown = placeLabels([label('small', 0, 1), label('large', 60, 2)])
    expect(shown.get('large')).toEqual({ form: 0, dy: 0 })
    expect(shown.get('small')).toEqual({ form: 0, dy: -0.22 * 200 })
  })

  it('writes a name smaller where its room is too narrow, and leaves it out where even that does not fit', () => {
    const narrow = placeLabels([label('one', 0, 1, { width: 70, height: 50 })])
    expect(narrow.get('one')).toEqual({ form: 1, dy: 0 })
    expect(placeLabels([label('one', 0, 1, { width: 40, height: 50 })]).size).toBe(0)
  })

  it('names what is wanted first and whatever its size', () => {
    const wanted = { ...label('cupboard', 0, 1, { width: 10, height: 10 }), isWanted: true }
    expect([...placeLabels([label('hall', 10, 9, { width: 100, height: 20 }), wanted]).keys()]).toEqual(['cupboard'])
  })
})

it('breaks a name where the longer line is shortest', () => {
  expect(brokenInTwo('Clean utility and consumables')).toEqual(['Clean utility', 'and consumables'])
  expect(brokenInTwo('Office')).toBeUndefined()
})

it('names a room at its centroid, and one bent round its centroid on its own floor', () => {
  const at = (...corners: readonly (readonly [number, number])[]) => corners.map(([x, y]) => ({ x, y }))
  expect(labelAnchor(at([0, 0], [4, 0], [4, 2], [0, 2]))).toEqual({ x: 2, y: 1 })
  const { x, y } = labelAnchor(at([0, 0], [10, 0], [10, 1], [1, 1], [1, 10], [0, 10]))
  expect(x < 1 || y < 1).toBe(true)
})

const labels = fc.array(
  fc.record({
    x: fc.integer({ min: 0, max: 300 }),
    y: fc.integer({ min: 0, max: 60 }),
    weight: fc.integer({ min: 0, max: 5 }),
    size: fc.integer({ min: 20, max: 300 }),
  }),
  { maxLength: 14 },
)

test.prop([labels])('never lays two names on top of each other', (drawn) => {
  const placed = drawn.map(({ x, y, weight, size }, index) => ({ ...label(`l${index}`, x, weight, { width: size, height: size }), y }))
  const boxes = [...placeLabels(placed)].map(([key, { form, dy }]) => {
    const { x, y, forms } = placed.find((each) => each.key === key)!
    return { x, y: y + dy, ...forms[form]! }
  })
  for (const [i, a] of boxes.entries()) {
    for (const b of boxes.slice(i + 1)) {
      expect(Math.abs(a.x - b.x) >= (a.width + b.width) / 2 || Math.abs(a.y - b.y) >= (a.height + b.height) / 2).toBe(true)
    }
  }
})

test.prop([labels])('names every room once it is larger than its name and far enough from the others', (drawn) => {
  const placed = drawn.map(({ weight }, index) => label(`l${index}`, index * 110, weight))
  expect(placeLabels(placed).size).toBe(placed.length)
})
