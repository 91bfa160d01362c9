import { fc, test } from '@fast-check/vitest'
import { expect } from 'vitest'
import { placedNames } from '../../../../renderer/panels/compare/placed-names'

const spot = fc.record({ x: fc.integer({ min: 50, max: 900 }), y: fc.integer({ min: 40, max: 400 }) })

test.prop([fc.array(spot, { maxLength: 25 })])('no name lies on another, on a point, or outside of the chart', (points) => {
  const names = points.slice(0, 6).map((point, index) => ({ ...point, text: `Procedure ${index}` }))
  const placed = placedNames(names, points, { k: 1, left: 50, right: 900, top: 20 })
  const boxes = placed.map(({ text, x, y, anchor }) => {
    const width = text.length * 7.8
    const left = anchor === 'start' ? x : x - width
    return { left, right: left + width, top: y - 8, bottom: y + 8 }
  })
  for (const [index, box] of boxes.entries()) {
    expect(box.left).toBeGreaterThanOrEqual(50)
    expect(box.right).toBeLessThanOrEqual(900)
    for (const { x, y } of points) expect(x > box.left && x < box.right && y > box.top && y < box.bottom).toBe(false)
    for (const other of boxes.slice(index + 1))
      expect(box.left < other.right && other.left < box.right && box.top < other.bottom && other.top < box.bottom).toBe(false)
  }
})

test.prop([spot])('a name alone stands beside its point', (point) => {
  expect(placedNames([{ ...point, text: 'Waiting' }], [point], { k: 1, left: 0, right: 1000, top: 0 })).toHaveLength(1)
})
