import { fc, test } from '@fast-check/vitest'
import { expect, it } from 'vitest'
import { distanceToSegment } from '#shared/geometry/polygon'
import { edgesOfRing, footOn, pointAlong, shareAlong } from '#shared/geometry/segment'

const side = { from: { x: 1, y: 2 }, to: { x: 5, y: 2 } }

it('leads from each point of a ring to the next, and from the last to the first', () => {
  const [a, b, c] = [
    { x: 0, y: 0 },
    { x: 4, y: 0 },
    { x: 0, y: 3 },
  ]
  expect(edgesOfRing([a!, b!, c!])).toEqual([
    { from: a, to: b },
    { from: b, to: c },
    { from: c, to: a },
  ])
  expect(edgesOfRing([])).toEqual([])
})

it('goes by the foot of a point, beyond both ends as well', () => {
  expect(shareAlong(side, { x: 2, y: 9 })).toBe(0.25)
  expect(shareAlong(side, { x: 7, y: -1 })).toBe(1.5)
  expect(shareAlong(side, { x: 0, y: 2 })).toBe(-0.25)
  expect(shareAlong({ from: side.from, to: side.from }, { x: 7, y: -1 })).toBe(0)
  expect(pointAlong(side, 0.25)).toEqual({ x: 2, y: 2 })
})

const points = fc.record({ x: fc.integer({ min: -50, max: 50 }), y: fc.integer({ min: -50, max: 50 }) })

test.prop([points, points, points])('no point of a segment is nearer than the one at that share of it', (from, to, at) => {
  const segment = { from, to }
  const foot = footOn(segment, at)
  expect(Math.hypot(foot.x - at.x, foot.y - at.y)).toBeCloseTo(distanceToSegment(at.x, at.y, from, to), 9)
})
