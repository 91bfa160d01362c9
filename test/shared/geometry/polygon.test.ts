import { describe, expect, it } from 'vitest'
import type { Point } from '#shared/geometry/point'
import { centroid, crossesItself, distanceToSegment, segmentsTouch, sideOfRing, signedArea } from '#shared/geometry/polygon'

const ring = (...numbers: readonly number[]): Point[] =>
  Array.from({ length: numbers.length / 2 }, (_, i) => ({ x: numbers[2 * i]!, y: numbers[2 * i + 1]! }))
const ell = ring(0, 0, 6, 0, 6, 3, 2, 3, 2, 6, 0, 6)

describe('a ring', () => {
  it('has an area, negative when it runs clockwise', () => {
    expect(signedArea(ell)).toBe(24)
    expect(signedArea([...ell].reverse())).toBe(-24)
    expect(signedArea([])).toBe(0)
  })

  it('has a centre of gravity, holes taken out', () => {
    // 18 about (3, 1.5) and 6 about (1, 4.5).
    expect(centroid([ell])).toEqual({ x: 2.5, y: 2.25 })
    // A square of 16 about (2, 2) less one of 1 about (3.5, 3.5).
    const centre = centroid([ring(0, 0, 4, 0, 4, 4, 0, 4), ring(3, 3, 3, 4, 4, 4, 4, 3)])
    expect(centre!.x).toBeCloseTo((16 * 2 - 3.5) / 15, 12)
    expect(centroid([ring(0, 0, 1, 1)])).toBeUndefined()
  })

  it('has an inside, an edge and an outside', () => {
    expect([sideOfRing(ell, 1, 5), sideOfRing(ell, 2, 4), sideOfRing(ell, 2, 3), sideOfRing(ell, 3, 4)]).toEqual([1, 0, 0, -1])
    // Level with corners, where a ray is easily counted twice.
    expect([sideOfRing(ell, 1, 3), sideOfRing(ell, -1, 3), sideOfRing(ell, 7, 0)]).toEqual([1, -1, -1])
  })

  it('may cross itself', () => {
    expect(crossesItself(ell)).toBe(false)
    expect(crossesItself(ring(0, 0, 4, 4, 4, 0, 0, 4))).toBe(true)
    expect(crossesItself(ring(0, 0, 4, 0, 2, 0, 2, 3))).toBe(true)
  })
})

describe('segments', () => {
  it('touch at ends and along each other', () => {
    const [a, b, c, d] = ring(0, 0, 4, 0, 4, 0, 8, 3) as [Point, Point, Point, Point]
    expect(segmentsTouch(a, b, c, d)).toBe(true)
    expect(segmentsTouch(a, b, { x: 1, y: 0 }, { x: 9, y: 0 })).toBe(true)
    expect(segmentsTouch(a, b, { x: 5, y: 0 }, { x: 9, y: 0 })).toBe(false)
    expect(segmentsTouch(a, b, { x: 2, y: 1 }, { x: 2, y: 0.1 })).toBe(false)
  })

  it('are as far from a point as their nearest one is', () => {
    expect(distanceToSegment(2, 3, { x: 0, y: 0 }, { x: 4, y: 0 })).toBe(3)
    expect(distanceToSegment(7, 4, { x: 0, y: 0 }, { x: 4, y: 0 })).toBe(5)
    expect(distanceToSegment(3, 4, { x: 0, y: 0 }, { x: 0, y: 0 })).toBe(5)
  })
})
