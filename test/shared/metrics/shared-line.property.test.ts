import { fc, test } from '@fast-check/vitest'
import { expect } from 'vitest'
import { type Barrier, facingOf, isBeside, mayPart } from '#shared/metrics/facing'
import type { Segment } from '#shared/metrics/route-facts'
import { sharedSpans } from '#shared/metrics/shared-line'
import { isBlocked, sampled } from '#test/support/sampled-sight'

const DISTANCE_M = 2.5
const STEP_M = 0.04
/** Of the other line, which may be seen through a slit only. */
const FINE_STEP_M = 0.004

const coordinate = fc.integer({ min: 0, max: 80 }).map((tenths) => tenths / 10)
const ends = fc.tuple(coordinate, coordinate, coordinate, coordinate).filter(([ax, ay, bx, by]) => Math.hypot(bx - ax, by - ay) > 0.5)
const segment = ends.map(([ax, ay, bx, by]) => segmentOf(ax, ay, bx, by))
/** Two pieces anywhere, or two that begin at one point, as routes do that bend at the same jamb. */
const pairs = fc.oneof(
  fc.tuple(segment, segment),
  fc
    .tuple(segment, segment)
    .filter(([a, b]) => Math.hypot(b.bx - a.ax, b.by - a.ay) > 0.5)
    .map(([a, b]) => [a, segmentOf(a.ax, a.ay, b.bx, b.by)] as const),
)
const barrier = ends.map(([ax, ay, bx, by]): Barrier => ({ ax, ay, bx, by }))

function segmentOf(ax: number, ay: number, bx: number, by: number): Segment {
  const box = { x0: Math.min(ax, bx), y0: Math.min(ay, by), x1: Math.max(ax, bx), y1: Math.max(ay, by) }
  const length = Math.hypot(bx - ax, by - ay)
  return { ax, ay, bx, by, length, metres: length, circle: { radius: 0 }, room: undefined, lean: 0, box }
}

function sharedLength(a: Segment, b: Segment, barriers: readonly Barrier[]): number {
  const facing = facingOf(a, b, DISTANCE_M)
  if (facing === undefined) return 0
  const spans = sharedSpans(
    facing,
    DISTANCE_M,
    barriers.filter((one) => mayPart(facing, one)),
  )
  let length = 0
  for (let i = 0; i < spans.length; i += 2) length += spans[i + 1]! - spans[i]!
  return length
}

function pointOn({ ax, ay, bx, by }: Segment, t: number) {
  return { x: ax + (bx - ax) * t, y: ay + (by - ay) * t }
}

/** Metres of `a` from whose points some point of `b` is near and in sight, by trying points of both. */
function sampledLength(a: Segment, b: Segment, barriers: readonly Barrier[]): number {
  // Not the very ends, but a hair within: what is seen past the edge of a wall from one point alone is no length of anything.
  const others = [...sampled([b.ax, b.ay, b.bx, b.by], FINE_STEP_M), pointOn(b, 1e-7), pointOn(b, 1 - 1e-7)]
  let length = 0
  for (const { x, y, weight } of sampled([a.ax, a.ay, a.bx, a.by], STEP_M)) {
    const isShared = others.some((q) => Math.hypot(q.x - x, q.y - y) <= DISTANCE_M && !isBlocked(x, y, q.x, q.y, barriers))
    if (isShared) length += weight
  }
  return length
}

test.prop([pairs, fc.array(barrier, { maxLength: 4 })], { numRuns: 150 })('agrees with trying points of both lines', ([a, b], barriers) => {
  // Each end of a stretch is off by a step of the sample at most; slits narrower than a step are missed.
  expect(Math.abs(sharedLength(a, b, barriers) - sampledLength(a, b, barriers))).toBeLessThan(0.04 * (2 + 2 * barriers.length) + 0.05)
})

test.prop([pairs, fc.array(barrier, { maxLength: 4 }), barrier])('never grows when a wall is added', ([a, b], barriers, added) => {
  expect(sharedLength(a, b, [...barriers, added])).toBeLessThanOrEqual(sharedLength(a, b, barriers) + 1e-9)
})

test('is the whole line beside another 2 m off', () => {
  expect(sharedLength(segmentOf(0, 0, 4, 0), segmentOf(0, 2, 4, 2), [])).toBe(4)
})

test('ends where the other line is out of reach: 1.5 m past its end, 2 m off', () => {
  expect(sharedLength(segmentOf(0, 0, 8, 0), segmentOf(0, 2, 4, 2), [])).toBeCloseTo(5.5, 12)
})

test('looks past the end of a wall', () => {
  // The wall runs at y = 1 from x = 0 on; from (s, 0) the line at y = 2 is seen beyond (0, 1) at x = -s, and 2.5 m away at s = 0.75.
  const wall: Barrier = { ax: 0, ay: 1, bx: 9, by: 1 }
  expect(sharedLength(segmentOf(0, 0, 4, 0), segmentOf(-4, 2, 4, 2), [wall])).toBeCloseTo(0.75, 9)
})

test('is nothing behind a wall', () => {
  expect(sharedLength(segmentOf(0, 0, 4, 0), segmentOf(0, 2, 4, 2), [{ ax: -3, ay: 1, bx: 7, by: 1 }])).toBe(0)
})

test('is parted by a wall between two lines that begin at one point', () => {
  // From (2.4, 2.4) down on both sides of the wall, which crosses the first at (1, 1): beyond it nothing of the other is seen.
  const wall: Barrier = { ax: 0.6, ay: 0, bx: 1.8, by: 3 }
  expect(sharedLength(segmentOf(2.4, 2.4, 0, 0), segmentOf(2.4, 2.4, 4.8, 0), [wall])).toBeCloseTo(1.4 * Math.SQRT2, 9)
})

/** The box about a few barriers. */
function boxOf(barriers: readonly Barrier[]) {
  const xs = barriers.flatMap(({ ax, bx }) => [ax, bx])
  const ys = barriers.flatMap(({ ay, by }) => [ay, by])
  return { x0: Math.min(...xs), y0: Math.min(...ys), x1: Math.max(...xs), y1: Math.max(...ys) }
}

test.prop([pairs, fc.array(barrier, { minLength: 1, maxLength: 4 })], { numRuns: 2000 })(
  'a wall beside both pieces parts them with none of its sides',
  ([a, b], barriers) => {
    const facing = facingOf(a, b, DISTANCE_M)
    fc.pre(facing !== undefined && isBeside(facing, boxOf(barriers)))
    expect(barriers.filter((one) => mayPart(facing!, one))).toEqual([])
  },
)

test('a wall that both pieces reach past is not beside them', () => {
  const facing = facingOf(segmentOf(0, 0, 4, 0), segmentOf(0, 2, 4, 2), DISTANCE_M)!
  expect(isBeside(facing, { x0: 1, y0: 0.9, x1: 3, y1: 1.1 })).toBe(false) // between them
  expect(isBeside(facing, { x0: 1, y0: 2, x1: 3, y1: 2.2 })).toBe(true) // along the far side of one
})
