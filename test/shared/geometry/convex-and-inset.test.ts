import { describe, expect, it } from 'vitest'
import { isConvex, overlapDepth } from '#shared/geometry/convex'
import { type MovingSide, movedSides, stripsBeside } from '#shared/geometry/inset'
import type { Point } from '#shared/geometry/point'
import { signedArea } from '#shared/geometry/polygon'

const ring = (...numbers: readonly number[]): Point[] =>
  Array.from({ length: numbers.length / 2 }, (_, i) => ({ x: numbers[2 * i]!, y: numbers[2 * i + 1]! }))
const square = ring(0, 0, 4, 0, 4, 4, 0, 4)
const ell = ring(0, 0, 6, 0, 6, 3, 2, 3, 2, 6, 0, 6)

describe('convex shapes', () => {
  it('are told from others', () => {
    expect(isConvex(square)).toBe(true)
    expect(isConvex(ell)).toBe(false)
  })

  it('overlap by the least way out', () => {
    expect(overlapDepth(square, ring(3, 1, 9, 1, 9, 3, 3, 3))).toBe(1)
    expect(overlapDepth(square, ring(4, 1, 9, 1, 9, 3, 4, 3))).toBe(0)
    expect(overlapDepth(square, ring(1, -1, 1, 9))).toBe(1) // a line one metre inside
    // A diamond whose box overlaps, but which passes the corner.
    expect(overlapDepth(square, ring(7, 3, 9, 5, 7, 7, 5, 5))).toBeLessThan(0)
  })
})

describe('sides of a ring, moved', () => {
  const sides = (points: readonly Point[], by: readonly number[]): MovingSide[] =>
    points.map((from, i) => ({ from, to: points[(i + 1) % points.length]!, by: by[i % by.length]! }))

  it('meet in new corners, inside and outside', () => {
    expect(movedSides(sides(square, [1]))).toEqual(ring(3, 1, 3, 3, 1, 3, 1, 1))
    expect(signedArea(movedSides(sides(ell, [0.5]))!)).toBe(5 * 2 + 1 * 3)
    expect(signedArea(movedSides(sides(square, [-1]))!)).toBe(36)
  })

  it('step where two in one line move differently', () => {
    const stepped = sides(ring(0, 0, 2, 0, 4, 0, 4, 4, 0, 4), [0.5, 1, 0, 0, 0])
    expect(signedArea(movedSides(stepped)!)).toBe(16 - 2 * 0.5 - 2 * 1)
  })

  it('have no answer where nothing, or more than one piece, is left', () => {
    expect(movedSides(sides(square, [2.5]))).toBeUndefined()
    const dumbbell = ring(0, 0, 4, 0, 4, 1, 6, 1, 6, 0, 10, 0, 10, 4, 6, 4, 6, 3, 4, 3, 4, 4, 0, 4)
    expect(movedSides(sides(dumbbell, [1.1]))).toBeUndefined()
  })

  it('sweep strips that reach round the corners they open', () => {
    expect(stripsBeside(sides(square, [-1]))[0]).toEqual(ring(-1, -1, 5, -1, 5, 0, -1, 0))
    expect(stripsBeside(sides(square, [1]))[0]).toEqual(ring(0, 0, 4, 0, 4, 1, 0, 1))
  })
})
