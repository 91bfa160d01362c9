import { expect, it } from 'vitest'
import type { Shape } from '#shared/drawing/shape'
import { mergedShapes } from '../../../renderer/plan/merged-shapes'

function box(element: string, role: Shape['role'], x: number, material?: Shape['material']): Shape {
  const ring = [
    { x, y: 0 },
    { x: x + 1, y: 0 },
    { x, y: 1 },
  ]
  return { role, element, material, form: { type: 'polygon', rings: [ring] } }
}

it('draws what looks alike as one path, and every element from the bottom up', () => {
  const layer = [
    box('fixture_a', 'fixture', 0),
    box('fixture_a', 'fixtureDetail', 1, 'teal'),
    box('fixture_a', 'fixtureDetail', 2, 'white'),
    box('fixture_b', 'fixture', 10),
    box('fixture_b', 'fixtureDetail', 11, 'white'),
    box('fixture_b', 'fixtureDetail', 12, 'teal'),
  ]
  const merged = mergedShapes(layer)
  expect(merged.map(({ role, material, d }) => [role, material, d.split('M').length - 1])).toEqual([
    ['fixture', undefined, 2],
    ['fixtureDetail', 'teal', 1],
    ['fixtureDetail', 'white', 1],
    ['fixtureDetail', 'white', 1],
    ['fixtureDetail', 'teal', 1],
  ])
})
