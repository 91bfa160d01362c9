import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import type { Point } from '#shared/geometry/point'
import { canManoeuvre, type Manoeuvre, sweptTolerance } from '#shared/geometry/swept-path'

const line = (ax: number, ay: number, bx: number, by: number): readonly Point[] => [
  { x: ax, y: ay },
  { x: bx, y: by },
]

/** Two corridors of widths a and b that meet at a right angle: one runs to the left, the other up. The bend's outer corner is the origin. */
function bend(a: number, b: number, size: { readonly length: number; readonly width: number }): Manoeuvre {
  const far = 2 * size.length + Math.max(a, b) + 500
  const obstacles = [
    line(-far, 0, 0, 0),
    line(0, 0, 0, far),
    line(-far, a, -b, a),
    line(-b, a, -b, far),
    line(-far, 0, -far, a),
    line(-b, far, 0, far),
  ]
  const start = { x: -b - size.length, y: a / 2, angle: 0 }
  return { obstacles, within: { left: -far, bottom: 0, right: 0, top: far }, ...size, start, period: 1800 }
}

const isRound = (a: number, size: { readonly length: number; readonly width: number }) => (pose: { readonly y: number }) =>
  pose.y > a + size.length / 2 + 60

/**
 * The longest rectangle of a width that turns from a corridor of width a into one of width b at a right
 * angle: the least of (a cos t + b sin t - w) / (sin t cos t) over the turn. With w = 0 it is the ladder
 * of the textbooks, (a^(2/3) + b^(2/3))^(3/2).
 */
function longestRound(a: number, b: number, width: number): number {
  let least = Number.POSITIVE_INFINITY
  for (let i = 1; i < 2000; i++) {
    const t = (i / 2000) * (Math.PI / 2)
    least = Math.min(least, (a * Math.cos(t) + b * Math.sin(t) - width) / (Math.sin(t) * Math.cos(t)))
  }
  return least
}

describe('a rectangle', () => {
  it('is a textbook ladder when it is thin', () => {
    expect(longestRound(1000, 1000, 0)).toBeCloseTo(2 ** 1.5 * 1000, 2)
  })

  it('goes round a bend that leaves it room, and not round a tighter one', () => {
    const bed = { length: 2300, width: 1000 }
    // (a cos t + a sin t - 1000) / (sin t cos t) is least at 45 degrees: 2 (1.414 a - 1000) >= 2300 from a = 1520.
    expect(canManoeuvre(bend(1525, 1525, bed), isRound(1525, bed))).toBe(true)
    expect(canManoeuvre(bend(1400, 1400, bed), isRound(1400, bed))).toBe(false)
  })

  it('that does not stand free at its start has no answer', () => {
    const chair = { length: 1250, width: 750 }
    expect(canManoeuvre(bend(600, 2000, chair), isRound(600, chair))).toBeUndefined()
  })

  it('turns round on the spot only where its diagonal fits, if it tells its front from its back', () => {
    const chair = { length: 1250, width: 750 } // diagonal 1458
    const room = (side: number): Manoeuvre => ({
      obstacles: [line(0, 0, side, 0), line(side, 0, side, side), line(side, side, 0, side), line(0, side, 0, 0)],
      within: { left: 0, bottom: 0, right: side, top: side },
      ...chair,
      start: { x: side / 2, y: side / 2, angle: 900 },
      period: 3600,
    })
    const isTurned = (pose: { readonly angle: number }) => pose.angle === 2700
    expect(canManoeuvre(room(1460), isTurned)).toBe(true)
    // At 45 degrees a rectangle is (1250 + 750) / sqrt 2 = 1414 across both ways: less than that is never enough.
    expect(canManoeuvre(room(1300), isTurned)).toBe(false)
    expect(canManoeuvre({ ...room(1300), period: 1800 }, ({ angle }) => angle === 900)).toBe(true)
  })

  it('stays with its middle in the region it is given', () => {
    const chair = { length: 1250, width: 750 }
    const open: Manoeuvre = {
      obstacles: [],
      within: { left: 0, bottom: 0, right: 5000, top: 5000 },
      ...chair,
      start: { x: 600, y: 600, angle: 0 },
      period: 1800,
    }
    const region = [line(500, 500, 2000, 500), line(2000, 2000, 500, 2000)].flat()
    const isAway = ({ x }: Point) => x > 3000
    expect(canManoeuvre(open, isAway)).toBe(true)
    expect(canManoeuvre({ ...open, region }, isAway)).toBe(false)
  })
})

const corridor = fc.integer({ min: 900, max: 2600 })
test.prop([corridor, corridor, fc.integer({ min: 1200, max: 2600 }), fc.integer({ min: 600, max: 1100 })], { numRuns: 25 })(
  'goes round a bend exactly when the formula says so, but for the tolerance',
  (a, b, length, width) => {
    const size = { length, width }
    fc.pre(width < a - 1 && width < b - 1 && length > width)
    const tolerance = sweptTolerance(size)
    const found = canManoeuvre(bend(a, b, size), isRound(a, size))
    const fits = (l: number, w: number) => l <= longestRound(a, b, w)
    if (fits(length, width)) expect(found).toBe(true)
    const [l, w] = [length - 2 * tolerance, width - 2 * tolerance]
    // Short enough to go on sideways, it need not turn.
    const isSideways = l <= a || l <= b
    if (!fits(l, w) && !isSideways) expect(found).toBe(false)
    expect(tolerance).toBeLessThan(80)
  },
)
