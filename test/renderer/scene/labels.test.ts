import { fc, test } from '@fast-check/vitest'
import { expect, it } from 'vitest'
import { labelAnchor, labelsThatFit, type PlacedLabel } from '../../../renderer/scene/labels'

const label = (key: string, x: number, weight: number): PlacedLabel => ({ key, x, y: 0, width: 100, height: 20, weight })

it('keeps the heavier of two labels that overlap, and both that only touch', () => {
  expect([...labelsThatFit([label('small', 0, 1), label('large', 60, 2)])]).toEqual(['large'])
  expect(labelsThatFit([label('left', 0, 1), label('right', 100, 2)]).size).toBe(2)
})

it('names a room at its centroid, and one bent round its centroid on its own floor', () => {
  const at = (...corners: readonly (readonly [number, number])[]) => corners.map(([x, y]) => ({ x, y }))
  expect(labelAnchor(at([0, 0], [4, 0], [4, 2], [0, 2]))).toEqual({ x: 2, y: 1 })
  const { x, y } = labelAnchor(at([0, 0], [10, 0], [10, 1], [1, 1], [1, 10], [0, 10]))
  expect(x < 1 || y < 1).toBe(true)
})

const labels = fc.array(fc.record({ x: fc.integer({ min: 0, max: 300 }), weight: fc.integer({ min: 0, max: 5 }) }), { maxLength: 12 })

test.prop([labels])('leaves no two labels on top of each other, and hides none without need', (drawn) => {
  const placed = drawn.map(({ x, weight }, index) => label(`l${index}`, x, weight))
  const shown = labelsThatFit(placed)
  const clear = (a: PlacedLabel, b: PlacedLabel) => Math.abs(a.x - b.x) >= 100
  for (const one of placed) {
    const others = placed.filter((other) => other !== one && shown.has(other.key))
    expect(others.every((other) => clear(one, other))).toBe(shown.has(one.key))
  }
})
