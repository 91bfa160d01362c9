import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { badgeSpot } from '../../../renderer/plan/badge-spot'

const badge = { width: 60, height: 24 }
const [foot, head] = [
  { x: 100, y: 100 },
  { x: 100, y: 200 },
]

describe('the badge of a line', () => {
  it('stands in its middle where no door is', () => {
    expect(badgeSpot(foot, head, badge, [])).toEqual({ x: 100, y: 150 })
    expect(badgeSpot(foot, head, badge, [{ left: 0, right: 69, bottom: 140, top: 160 }])).toEqual({ x: 100, y: 150 })
  })

  it('goes along its line from a door in the middle, and beside it where all of it is covered', () => {
    // The middle reaches from 138 to 162, the place nearer the foot from 118 to 142.
    expect(badgeSpot(foot, head, badge, [{ left: 90, right: 110, bottom: 145, top: 190 }])).toEqual({ x: 100, y: 130 })
    expect(badgeSpot(foot, head, badge, [{ left: 80, right: 104, bottom: 90, top: 210 }])).toEqual({ x: 135, y: 150 })
    expect(badgeSpot({ x: 0, y: 50 }, { x: 80, y: 50 }, badge, [{ left: -20, right: 100, bottom: 45, top: 54 }])).toEqual({ x: 40, y: 67 })
  })

  const side = fc.integer({ min: 0, max: 300 })
  const door = fc
    .record({ left: side, bottom: side, wide: fc.integer({ min: 1, max: 60 }), high: fc.integer({ min: 1, max: 60 }) })
    .map(({ left, bottom, wide, high }) => ({ left, right: left + wide, bottom, top: bottom + high }))
  test.prop([fc.record({ x: side, y: side }), fc.record({ x: side, y: side }), fc.array(door, { maxLength: 8 })])(
    'never covers more of the doors than in its middle',
    (a, b, doors) => {
      const middle = { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 }
      expect(coveredAt(badgeSpot(a, b, badge, doors), doors)).toBeLessThanOrEqual(coveredAt(middle, doors) + 1e-9)
    },
  )
})

function coveredAt(
  { x, y }: { readonly x: number; readonly y: number },
  doors: readonly { left: number; right: number; bottom: number; top: number }[],
) {
  return doors.reduce((sum, { left, right, bottom, top }) => {
    const lies = (from: number, to: number, least: number, most: number) =>
      Math.max(0, to - from - Math.max(0, least - from) - Math.max(0, to - most))
    return sum + lies(x - 30, x + 30, left, right) * lies(y - 12, y + 12, bottom, top)
  }, 0)
}
