import { test } from '@fast-check/vitest'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawRoutes, thicknessOf } from '#shared/drawing/draw-routes'
import type { DrawnRoute } from '#shared/drawing/options'
import type { Shape } from '#shared/drawing/shape'

const along = [
  { x: 0, y: 0 },
  { x: 10, y: 0 },
  { x: 10, y: 10 },
]
const route = (given: Partial<DrawnRoute>): DrawnRoute => ({ key: 'a', flow: 'patient', points: along, perDay: 10, ...given })
const lines = (shapes: readonly Shape[]) => shapes.filter(({ role }) => role === 'route')
const pointsOf = ({ form }: Shape) => (form.type === 'polyline' ? form.points : [])
const widthOf = ({ form }: Shape) => (form.type === 'polyline' ? form.width : undefined)

describe('routes', () => {
  it('start and end where the trip does, and keep left of their own line between', () => {
    const [first, second] = lines(drawRoutes([route({})]))
    expect(pointsOf(first!)[0]).toEqual({ x: 0, y: 0 })
    expect(pointsOf(second!)[1]).toEqual({ x: 10, y: 10 })
    const bend = pointsOf(first!)[1]!
    expect(bend.x).toBeLessThan(10) // left of walking right, then up, is up and left
    expect(bend.y).toBeGreaterThan(0)
  })

  it('run side by side out and back', () => {
    const there = pointsOf(lines(drawRoutes([route({})]))[0]!)[1]!
    const back = pointsOf(lines(drawRoutes([route({ points: [...along].reverse() })])).at(-1)!)[0]!
    expect(Math.hypot(there.x - back.x, there.y - back.y)).toBeGreaterThan(0.1)
  })

  it('are drawn once where two trips of a flow share a stretch, as thick as both', () => {
    const both = lines(drawRoutes([route({ perDay: 10 }), route({ key: 'b', perDay: 30 })]))
    expect(both).toHaveLength(2)
    const one = lines(drawRoutes([route({ perDay: 10 }), route({ key: 'b', flow: 'staff', perDay: 30 })]))
    expect(one).toHaveLength(4)
    const thick = Math.max(...both.map((shape) => widthOf(shape) ?? 0))
    expect(thick).toBe(Math.max(...one.map((shape) => widthOf(shape) ?? 0))) // both are the busiest of their picture
    expect(Math.min(...one.map((shape) => widthOf(shape) ?? 0))).toBeLessThan(thick)
  })

  it('carry marks of direction', () => {
    const marks = drawRoutes([route({})]).filter(({ role }) => role === 'routeDirection')
    expect(marks.length).toBeGreaterThan(1)
    const [left, tip, right] = pointsOf(marks[0]!)
    expect(tip!.x).toBeGreaterThan(left!.x)
    expect(tip!.x).toBeGreaterThan(right!.x)
  })
})

test.prop([fc.double({ min: 0.01, max: 1000, noNaN: true }), fc.double({ min: 0.01, max: 1000, noNaN: true })])(
  'a busier stretch is never thinner',
  (a, b) => {
    const busiest = Math.max(a, b)
    expect(thicknessOf(Math.max(a, b), busiest)).toBeGreaterThanOrEqual(thicknessOf(Math.min(a, b), busiest))
    expect(thicknessOf(a, busiest)).toBeGreaterThanOrEqual(2)
    expect(thicknessOf(a, busiest)).toBeLessThanOrEqual(8)
  },
)

const spot = fc.record({ x: fc.integer({ min: 0, max: 20 }), y: fc.integer({ min: 0, max: 20 }) })

test.prop([fc.array(spot, { minLength: 2, maxLength: 8 })])('a lane never strays further from its line than a mitre may', (points) => {
  for (const shape of lines(drawRoutes([route({ points, flow: 'waste' })]))) {
    for (const point of pointsOf(shape)) {
      const nearest = Math.min(...points.map(({ x, y }) => Math.hypot(x - point.x, y - point.y)))
      expect(nearest).toBeLessThanOrEqual(3 * 0.16 * 2.5 * 2 + 1e-9)
    }
  }
})
