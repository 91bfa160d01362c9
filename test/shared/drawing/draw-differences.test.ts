import { expect, it } from 'vitest'
import { drawDifferences } from '#shared/drawing/draw-differences'

const ring = [
  { x: 0, y: 0 },
  { x: 2, y: 0 },
  { x: 2, y: 1 },
]

it('draws each place by what became of it, and ways over places', () => {
  const shapes = drawDifferences(
    [
      { look: 'way', from: { x: 0, y: 0 }, to: { x: 10, y: 0 } },
      { look: 'old', ring },
      { look: 'now', ring },
      { look: 'new', ring },
      { look: 'gone', ring },
    ],
    0.1,
  )
  expect(shapes.map(({ role }) => role)).toEqual([
    'differenceOld',
    'differenceNow',
    'differenceNew',
    'differenceGone',
    'differenceWay',
    'differenceWayHead',
  ])
  // At 10 pixels a metre the head is 14 pixels: 1.4 m long, 0.6 m to either side.
  expect(shapes.at(-2)?.form).toEqual({
    type: 'polyline',
    points: [
      { x: 0, y: 0 },
      { x: 8.6, y: 0 },
    ],
    width: 0.25,
  })
  expect(shapes.at(-1)?.form).toEqual({
    type: 'polygon',
    rings: [
      [
        { x: 10, y: 0 },
        { x: 8.6, y: 0.6 },
        { x: 8.6, y: -0.6 },
      ],
    ],
  })
})

it('makes the head of a short way no longer than the way', () => {
  const head = drawDifferences([{ look: 'way', from: { x: 0, y: 0 }, to: { x: 0.7, y: 0 } }], 0.1).at(-1)
  expect(head?.form).toMatchObject({ rings: [[{ x: 0.7 }, { x: 0 }, { x: 0 }]] })
})
