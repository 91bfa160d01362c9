import { test } from '@fast-check/vitest'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { wallsOf } from '#shared/walkable/disc-walls'
import { boxDistance, mayBeSeen, mayBoxBeSeen, shadowAt } from '#shared/walkable/shadow'
import type { FloorParts } from '#shared/walkable/walk-graph'
import { discFloors } from '#test/support/disc-floors'

it('hides what is well behind a long wall and nothing else', () => {
  const parts: FloorParts = { solids: [{ ring: [-3000, 1000, 3000, 1000], outside: false }], thresholds: [] }
  const shadow = shadowAt(wallsOf(parts, 250), 0, 0)
  expect(mayBeSeen(shadow, 0, 2000)).toBe(false)
  expect(mayBeSeen(shadow, 1000, 2000)).toBe(false)
  expect(mayBeSeen(shadow, 0, 900)).toBe(true)
  expect(mayBeSeen(shadow, 5000, 1500)).toBe(true)
  expect(mayBeSeen(shadow, 0, -2000)).toBe(true)
  // Where only nearer walls count, this one is too far to hide anything.
  expect(mayBeSeen(shadow, 0, 2000, 500)).toBe(true)
  const box = { x0: -500, y0: 2000, x1: 500, y1: 3000 }
  expect(mayBoxBeSeen(shadow, box, boxDistance(0, 0, box))).toBe(false)
  expect(mayBoxBeSeen(shadow, { ...box, x1: 9000 }, boxDistance(0, 0, box))).toBe(true)
})

const place = fc.tuple(fc.integer({ min: 0, max: 8000 }), fc.integer({ min: 0, max: 8000 }))

test.prop([fc.noBias(discFloors), fc.array(fc.noBias(place), { minLength: 12, maxLength: 12 })])(
  'never says that something in plain sight cannot be seen',
  ({ parts, radius }, places) => {
    const walls = wallsOf(parts, radius)
    for (const [x, y] of places) {
      const shadow = shadowAt(walls, x, y)
      for (const [toX, toY] of places) {
        if (!isInSight(parts, x, y, toX, toY)) continue
        expect(mayBeSeen(shadow, toX, toY)).toBe(true)
        const box = { x0: toX - 300, y0: toY - 300, x1: toX + 300, y1: toY + 300 }
        expect(mayBoxBeSeen(shadow, box, boxDistance(x, y, box))).toBe(true)
      }
    }
  },
)

function isInSight(parts: FloorParts, x: number, y: number, toX: number, toY: number): boolean {
  const turn = (ax: number, ay: number, bx: number, by: number, px: number, py: number) => (bx - ax) * (py - ay) - (by - ay) * (px - ax)
  return parts.solids.every((solid) => {
    const { ring } = solid!
    for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
      const [ax, ay, bx, by] = [ring[i]!, ring[i + 1]!, ring[j]!, ring[j + 1]!]
      const isApart = turn(x, y, toX, toY, ax, ay) > 0 !== turn(x, y, toX, toY, bx, by) > 0
      if (isApart && turn(ax, ay, bx, by, x, y) > 0 !== turn(ax, ay, bx, by, toX, toY) > 0) return false
    }
    return true
  })
}
