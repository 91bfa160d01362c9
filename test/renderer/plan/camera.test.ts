import { test } from '@fast-check/vitest'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { fitted, panned, resized, steppedScale, toPlan, toView, zoomed } from '../../../renderer/plan/camera'

const size = { width: 800, height: 600 }

it('fits the whole in the middle', () => {
  const camera = fitted({ left: 0, right: 70, bottom: 0, top: 10 }, size, { across: 50, up: 20 })
  expect(camera).toEqual({ x: 35, y: 5, scale: 10 })
})

it('has y up the page', () => {
  const camera = { x: 0, y: 0, scale: 10 }
  expect(toPlan(camera, size, { x: 410, y: 290 })).toEqual({ x: 1, y: 1 })
})

const pixel = fc.record({ x: fc.integer({ min: 0, max: 800 }), y: fc.integer({ min: 0, max: 600 }) })
const camera = fc.record({
  x: fc.double({ min: -100, max: 100, noNaN: true }),
  y: fc.double({ min: -100, max: 100, noNaN: true }),
  scale: fc.double({ min: 2, max: 300, noNaN: true }),
})

test.prop([camera, pixel, fc.double({ min: 0.2, max: 5, noNaN: true })])('zooming keeps what is under the pointer there', (camera, at, factor) => {
  const [before, after] = [toPlan(camera, size, at), toPlan(zoomed(camera, size, at, factor), size, at)]
  expect(after.x).toBeCloseTo(before.x, 6)
  expect(after.y).toBeCloseTo(before.y, 6)
})

test.prop([camera, pixel, pixel])('panning keeps what was taken hold of under the pointer', (camera, from, to) => {
  const held = toPlan(camera, size, from)
  const after = toPlan(panned(camera, { x: to.x - from.x, y: to.y - from.y }), size, to)
  expect(after.x).toBeCloseTo(held.x, 6)
  expect(after.y).toBeCloseTo(held.y, 6)
})

it('stays where it is when the view is given more room below or beside it', () => {
  const camera = { x: 3, y: 4, scale: 10 }
  // 20 pixels higher: the middle lies 10 pixels, or one metre, further down the page.
  expect(resized(camera, size, { width: 800, height: 620 })).toEqual({ x: 3, y: 3, scale: 10 })
})

test.prop([camera, pixel, fc.integer({ min: 1, max: 900 }), fc.integer({ min: 1, max: 700 })])(
  'in a view of another size every point stands at the same pixel',
  (camera, at, width, height) => {
    const after = toView(resized(camera, size, { width, height }), { width, height }, toPlan(camera, size, at))
    expect(after.x).toBeCloseTo(at.x, 6)
    expect(after.y).toBeCloseTo(at.y, 6)
  },
)

test.prop([fc.double({ min: 1.5, max: 400, noNaN: true })])('a stepped scale is at most the scale, and not far below', (scale) => {
  const stepped = steppedScale(scale)
  expect(stepped).toBeLessThanOrEqual(scale * (1 + 1e-9))
  expect(stepped).toBeGreaterThan(scale / 1.1)
})
