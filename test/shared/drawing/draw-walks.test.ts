import { expect, it } from 'vitest'
import { drawWalks } from '#shared/drawing/draw-walks'
import type { DrawnPart } from '#shared/drawing/options'

const start = { x: 0, y: 0 }
const end = { x: 20, y: 0 }
/** Above the straight line, and round below it. */
const own = [start, { x: 10, y: 3 }, end]
const other = [start, { x: 10, y: -3 }, end]
const marksOn = (storey: string): DrawnPart['marks'] => [
  { role: 'route', points: own, element: undefined, storey },
  { role: 'otherWay', points: other, element: undefined, storey },
]
const part: DrawnPart = { trip: { key: 'clean 1', flow: 'clean', perDay: 20 }, marks: marksOn('storey_a') }

it('draws another way round below the route, thinner, as one line of the same trip', () => {
  const drawn = drawWalks([part], 'storey_a')
  expect(drawn[0]).toMatchObject({ role: 'otherWay', flow: 'clean', part: 'clean 1' })
  expect(drawn.filter(({ role }) => role === 'otherWay')).toHaveLength(1)
  const widthOf = (role: string) =>
    drawn.flatMap((shape) => (shape.role === role && shape.form.type === 'polyline' ? [shape.form.width ?? 0] : []))[0]
  expect(widthOf('otherWay')).toBeLessThan(widthOf('route') ?? 0)
})

it('keeps it off the route on the other side of its line, and on its ends', () => {
  const points = drawWalks([{ ...part, marks: marksOn('storey_a').map((mark) => ({ ...mark, points: own })) }], 'storey_a').flatMap(
    ({ role, form }) => (role === 'otherWay' && form.type === 'polyline' ? [form.points] : []),
  )[0]!
  expect([points[0], points[2]]).toEqual([start, end])
  // Routes keep left of where they go: above the bend. This one runs below it.
  const below = 3 - points[1]!.y
  expect(below).toBeGreaterThan(0.1)
  expect(below).toBeLessThan(0.2)
})

it('draws what lies on this storey alone', () => {
  expect(drawWalks([part], 'storey_b')).toEqual([])
})
