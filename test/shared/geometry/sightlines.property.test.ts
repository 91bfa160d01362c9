import { fc, test } from '@fast-check/vitest'
import { expect, it } from 'vitest'
import type { Point } from '#shared/geometry/point'
import { distanceToSegment, sideOfRing } from '#shared/geometry/polygon'
import { visibleStretches } from '#shared/geometry/shadows'
import { type Blocker, sees, seesTheSame, sightField, viewBefore, viewFrom } from '#shared/geometry/sightlines'

const RUNS = { numRuns: 150, seed: 1 }

const point = fc.record({ x: fc.integer({ min: -10_000, max: 10_000 }), y: fc.integer({ min: -10_000, max: 10_000 }) })

/** Thin walls and turned rectangles, in millimetres. */
const blocker: fc.Arbitrary<Blocker> = fc
  .record({ at: point, along: point, width: fc.constantFrom(0, 0, 120, 900) })
  .filter(({ along }) => Math.hypot(along.x, along.y) > 100)
  .map(({ at, along, width }) => {
    const to = { x: at.x + Math.round(along.x / 4), y: at.y + Math.round(along.y / 4) }
    if (width === 0) return [at, to]
    const long = Math.hypot(to.x - at.x, to.y - at.y)
    const nx = Math.round((-(to.y - at.y) / long) * width)
    const ny = Math.round(((to.x - at.x) / long) * width)
    return [at, to, { x: to.x + nx, y: to.y + ny }, { x: at.x + nx, y: at.y + ny }]
  })

/** Slow and plain: does the straight line between two points meet a blocker, by more than `slack` of it. */
function isHidden(blockers: readonly Blocker[], eye: Point, p: Point): boolean {
  return blockers.some((ring) => {
    const sides = ring.map((a) => (p.x - eye.x) * (a.y - eye.y) - (p.y - eye.y) * (a.x - eye.x))
    if (!sides.some((side) => side > 0) || !sides.some((side) => side < 0)) return false
    return ring.some((a, i) => {
      const b = ring[(i + 1) % ring.length]!
      const [s, t] = [sides[i]!, sides[(i + 1) % ring.length]!]
      if (s > 0 === t > 0) return false
      const share = s / (s - t)
      const x = a.x + (b.x - a.x) * share
      const y = a.y + (b.y - a.y) * share
      const along = ((x - eye.x) * (p.x - eye.x) + (y - eye.y) * (p.y - eye.y)) / ((p.x - eye.x) ** 2 + (p.y - eye.y) ** 2)
      return along > 1e-9 && along < 1 - 1e-9
    })
  })
}

function at(line: readonly number[], distance: number): Point {
  let left = distance
  for (let i = 0; i + 3 < line.length; i += 2) {
    const long = Math.hypot(line[i + 2]! - line[i]!, line[i + 3]! - line[i + 1]!)
    if (left <= long)
      return { x: line[i]! + ((line[i + 2]! - line[i]!) * left) / long, y: line[i + 1]! + ((line[i + 3]! - line[i + 1]!) * left) / long }
    left -= long
  }
  throw new Error('beyond the end')
}

/** Eyes and corners of lines in or on a blocker are left out: the oracle cannot tell on which side of it they are. */
const scene = fc
  .record({
    blockers: fc.array(blocker, { minLength: 1, maxLength: 12 }),
    eye: point,
    line: fc.array(point, { minLength: 2, maxLength: 4 }),
    limit: fc.integer({ min: 2000, max: 25_000 }),
  })
  .filter(({ blockers, eye, line }) => [eye, ...line].every((p) => blockers.every((ring) => isApart(ring, p))))

function isApart(ring: Blocker, p: Point): boolean {
  if (ring.length > 2 && sideOfRing(ring, p.x, p.y) === 1) return false
  return ring.every((a, i) => distanceToSegment(p.x, p.y, a, ring[(i + 1) % ring.length]!) > 1)
}

function lengthOf(line: readonly number[]): number {
  let sum = 0
  for (let i = 0; i + 3 < line.length; i += 2) sum += Math.hypot(line[i + 2]! - line[i]!, line[i + 3]! - line[i + 1]!)
  return sum
}

test.prop([scene], RUNS)('sees of a line just what a sampled oracle sees', ({ blockers, eye, line, limit }) => {
  const flat = line.flatMap(({ x, y }) => [x, y])
  const seen = visibleStretches(viewFrom(sightField(blockers), eye), flat, limit)
  const whole = lengthOf(flat)
  for (let i = 0; i < 200; i++) {
    const distance = ((i + 0.5) / 200) * whole
    // The ends of stretches are exact, the samples are not: look away from the ends.
    if (seen.some((end) => Math.abs(end - distance) < 0.01)) continue
    const p = at(flat, distance)
    const isSeen = seen.some((start, j) => j % 2 === 0 && start < distance && distance < seen[j + 1]!)
    expect([distance, isSeen]).toEqual([distance, Math.hypot(p.x - eye.x, p.y - eye.y) <= limit && !isHidden(blockers, eye, p)])
  }
})

test.prop([scene], RUNS)('sees a point just where a line through it is seen there', ({ blockers, eye, line, limit }) => {
  const view = viewFrom(sightField(blockers), eye)
  for (const p of line) expect(sees(view, p, limit)).toBe(Math.hypot(p.x - eye.x, p.y - eye.y) <= limit && !isHidden(blockers, eye, p))
})

test.prop([scene, fc.array(blocker, { maxLength: 3 }), fc.integer({ min: 0, max: 12 })], RUNS)(
  'of an edited field is the view of a field made anew',
  ({ blockers, eye, line, limit }, added, gone) => {
    const before = sightField(blockers)
    viewFrom(before, eye)
    const after = [...blockers.filter((_, i) => i !== gone), ...added]
    const flat = line.flatMap(({ x, y }) => [x, y])
    const mended = visibleStretches(viewFrom(sightField(after, [before]), eye), flat, limit)
    expect(mended).toEqual(visibleStretches(viewFrom(sightField(after), eye), flat, limit))
  },
)

test.prop([scene, fc.array(blocker, { maxLength: 3 }), fc.integer({ min: 0, max: 12 })], RUNS)(
  'of an edited field sees what it says is unchanged as before, to the last bit',
  ({ blockers, eye, line, limit }, added, gone) => {
    const before = sightField(blockers)
    const was = viewFrom(before, eye)
    const view = viewFrom(sightField([...blockers.filter((_, i) => i !== gone), ...added], [before]), eye)
    if (view === was) return
    expect(viewBefore(view)).toBe(was)
    for (let i = 0; i + 1 < line.length; i++) {
      const [p, q] = [line[i]!, line[i + 1]!]
      if (!seesTheSame(view, p.x, p.y, q.x, q.y)) continue
      expect(visibleStretches(view, [p.x, p.y, q.x, q.y], limit)).toEqual(visibleStretches(was, [p.x, p.y, q.x, q.y], limit))
      expect([sees(view, p, limit), sees(view, q, limit)]).toEqual([sees(was, p, limit), sees(was, q, limit)])
    }
  },
)

const wall = (ax: number, ay: number, bx: number, by: number): Blocker => [
  { x: ax, y: ay },
  { x: bx, y: by },
]

it('keeps the view of an eye that an edit cannot touch', () => {
  const [near, far, elsewhere] = [wall(-1000, 1000, 1000, 1000), wall(-500, 3000, 500, 3000), wall(-500, 2000, 500, 2000)]
  const before = sightField([near, far])
  const view = viewFrom(before, { x: 0, y: 0 })
  expect(viewFrom(sightField([near, elsewhere], [before]), { x: 0, y: 0 })).toBe(view)
  const opened = sightField([far], [before])
  expect(viewFrom(opened, { x: 0, y: 0 })).not.toBe(view)
})

it('sees past the end of a wall, but not through the joint of two', () => {
  const eye = { x: 0, y: 0 }
  const target = { x: 0, y: 4000 }
  const left = wall(-1000, 2000, 0, 2000)
  const right = wall(0, 2000, 1000, 2000)
  expect(sees(viewFrom(sightField([left]), eye), target, 5000)).toBe(true)
  expect(sees(viewFrom(sightField([right]), eye), target, 5000)).toBe(true)
  expect(sees(viewFrom(sightField([left, right]), eye), target, 5000)).toBe(false)
})

it('hides a route along a thin wall from the side that its turns keep it off', () => {
  // The route comes up, turns left at (1000, 0) and runs along the wall y = 0 to the left: it is above the wall.
  const field = sightField([wall(-3000, 0, 1000, 0)])
  const route = [1500, -1000, 1000, 0, -2000, 0]
  const below = visibleStretches(viewFrom(field, { x: -1000, y: -2000 }), route, 10_000)
  expect(below).toEqual([0, Math.hypot(500, 1000)])
  const above = visibleStretches(viewFrom(field, { x: -1000, y: 2000 }), route, 10_000)
  expect(above.at(-1)).toBeCloseTo(Math.hypot(500, 1000) + 3000, 9)
})

it('sees to the limit and no further', () => {
  const view = viewFrom(sightField([]), { x: 0, y: 3000 })
  // Within 5 m of the eye the line y = 0 runs from -4 m to 4 m.
  expect(visibleStretches(view, [-10_000, 0, 10_000, 0], 5000)).toEqual([6000, 14_000])
})

it('looks along a line that the eye stands on up to the first wall', () => {
  const view = viewFrom(sightField([wall(2000, -500, 2000, 500)]), { x: 0, y: 0 })
  expect(visibleStretches(view, [1000, 0, 5000, 0], 10_000)).toEqual([0, 1000])
})

it('looks along a line past what only touches it, whichever way it is walked', () => {
  const seenBothWays = (blockers: readonly Blocker[], ...line: readonly number[]) => {
    const view = viewFrom(sightField(blockers), { x: 0, y: 0 })
    const back = line.map((_, i) => line[i % 2 === 0 ? line.length - 2 - i : line.length - i]!)
    return [visibleStretches(view, line, 10_000), visibleStretches(view, back, 10_000)]
  }
  const up = wall(2000, 0, 2000, 3000)
  const down = wall(2000, 0, 2000, -3000)
  for (const one of [up, down]) expect(seenBothWays([one], 1000, 0, 5000, 0)).toEqual(Array(2).fill([0, 4000]))
  // Not where two walls meet on the line.
  expect(seenBothWays([up, down], 1000, 0, 5000, 0)).toEqual([
    [0, 1000],
    [3000, 4000],
  ])
  // A route under a thin wall, round the end of which it turns up: what ends at the wall from above
  // hides nothing of the piece along it, what ends there from below does; the piece up is seen over that one.
  const route = [1000, 0, 5000, 0, 5000, 1000]
  expect(seenBothWays([wall(1500, 0, 5000, 0), up], ...route)).toEqual([
    [0, 4000],
    [1000, 5000],
  ])
  expect(seenBothWays([wall(1500, 0, 5000, 0), down], ...route)).toEqual(Array(2).fill([0, 1000, 4000, 5000]))
})

const grid = fc.integer({ min: -4, max: 4 }).map((value) => value * 1000)
const spot = fc.record({ x: grid, y: grid })
const gridWall = fc
  .record({ at: spot, long: fc.constantFrom(1000, 2000, 3000), isUpright: fc.boolean() })
  .map(({ at: { x, y }, long, isUpright }) => (isUpright ? wall(x, y, x, y + long) : wall(x, y, x + long, y)))

test.prop([fc.array(gridWall, { maxLength: 8 }), spot, spot, spot], RUNS)(
  'sees as much of a straight line on a grid of walls one way as the other, and in a mirror',
  (walls, eye, from, to) => {
    if (from.x === to.x && from.y === to.y) return
    const lengthSeen = (turn: (p: Point) => Point, a: Point, b: Point) => {
      const view = viewFrom(sightField(walls.map((ring) => ring.map(turn))), turn(eye))
      const [p, q] = [turn(a), turn(b)]
      return Math.round(visibleStretches(view, [p.x, p.y, q.x, q.y], 20_000).reduce((sum, value, i) => sum + (i % 2 === 0 ? -value : value), 0))
    }
    const seen = lengthSeen((p) => p, from, to)
    expect(lengthSeen((p) => p, to, from)).toBe(seen)
    expect(lengthSeen(({ x, y }) => ({ x: -x, y }), from, to)).toBe(seen)
    expect(lengthSeen(({ x, y }) => ({ x: y, y: x }), to, from)).toBe(seen)
  },
)
