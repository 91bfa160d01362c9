import { expect, it } from 'vitest'
import { pathOf } from '#shared/drawing/svg-path'

it('turns y over, for a page whose y runs down', () => {
  expect(
    pathOf({
      type: 'polyline',
      points: [
        { x: 1, y: 2 },
        { x: 3, y: -4 },
      ],
    }),
  ).toBe('M1,-2L3,4')
})

it('closes a polygon', () => {
  const ring = [
    { x: 0, y: 0 },
    { x: 1, y: 0 },
    { x: 0, y: 1 },
  ]
  expect(pathOf({ type: 'polygon', rings: [ring] })).toBe('M0,0L1,0L0,-1Z')
})

it('sweeps a quarter turn to the left the way it looks on the page', () => {
  const arc = { type: 'arc', centre: { x: 0, y: 0 }, radius: 1, from: { x: 1, y: 0 }, to: { x: 0, y: 1 } } as const
  expect(pathOf(arc)).toBe('M1,0A1,1 0 0,0 0,-1')
})
