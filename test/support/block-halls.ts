import fc from 'fast-check'
import type { Point } from '#shared/geometry/point'
import { segmentsTouch } from '#shared/geometry/polygon'
import type { WalkableFloor } from '#shared/walkable/walkable-floor'

/** A rectangle that stands free. Millimetres. */
export type Block = { readonly left: number; readonly bottom: number; readonly right: number; readonly top: number }

/** A hall of 12 m x 8 m with blocks that do not touch, a start on its left and a goal on its right. Millimetres. */
export type BlockHall = { readonly blocks: readonly Block[]; readonly start: Point; readonly goal: Point }

const WIDTH = 12_000
const HEIGHT = 8000

/** One block at most a field of 3 m x 4 m, some of them less than 1 m across. */
export const blockHalls: fc.Arbitrary<BlockHall> = fc
  .record({
    blocks: fc.array(
      fc.option(
        fc.record({
          x: fc.integer({ min: 100, max: 900 }),
          y: fc.integer({ min: 100, max: 1500 }),
          width: fc.integer({ min: 200, max: 1900 }),
          height: fc.integer({ min: 200, max: 2300 }),
        }),
        { freq: 5 },
      ),
      { minLength: 6, maxLength: 6 },
    ),
    start: fc.record({ x: fc.integer({ min: 100, max: 1400 }), y: fc.integer({ min: 1000, max: 7000 }) }),
    goal: fc.record({ x: fc.integer({ min: 10_600, max: 11_900 }), y: fc.integer({ min: 1000, max: 7000 }) }),
  })
  .map(({ blocks, start, goal }) => ({
    start,
    goal,
    blocks: blocks.flatMap((block, i): Block[] => {
      if (block === null) return []
      const left = 1500 + (i % 3) * 3000 + block.x
      const bottom = Math.floor(i / 3) * 4000 + block.y
      return [{ left, bottom, right: left + block.width, top: bottom + block.height }]
    }),
  }))

export function floorOfBlocks(blocks: readonly Block[]): WalkableFloor {
  const ring = ({ left, bottom, right, top }: Block) => [left, bottom, right, bottom, right, top, left, top]
  return {
    boundary: [[0, 0, WIDTH, 0, WIDTH, HEIGHT, 0, HEIGHT]],
    solids: blocks.map((block, i) => ({ key: `block${i}`, ring: ring(block) })),
    regions: [],
    thresholds: [],
  }
}

/** The blocks on the other side of the hall's middle line. */
export function mirroredHall({ blocks, start, goal }: BlockHall): BlockHall {
  const over = ({ x, y }: Point) => ({ x, y: HEIGHT - y })
  return {
    start: over(start),
    goal: over(goal),
    blocks: blocks.map(({ left, bottom, right, top }) => ({ left, right, bottom: HEIGHT - top, top: HEIGHT - bottom })),
  }
}

/**
 * The lengths of the shortest way of each kind within `share` of the shortest, in millimetres, ascending: every chain of corners in
 * sight of each other is tried, and its kind is the angle that it turns through as seen from the middle of each block of `across` or more.
 */
export function lengthsOfKinds({ blocks, start, goal }: BlockHall, share: number, across: number): readonly number[] {
  const corners = blocks.flatMap(({ left, bottom, right, top }) => [
    { x: left, y: bottom },
    { x: right, y: bottom },
    { x: right, y: top },
    { x: left, y: top },
  ])
  const points = [start, ...corners, goal]
  const far = points.map((p) => points.map((q) => (isInSight(p, q, blocks) ? Math.hypot(p.x - q.x, p.y - q.y) : Number.POSITIVE_INFINITY)))
  const left = shortestTo(points.length - 1, far)
  const longest = left[0]! * (1 + share)
  const middles = blocks
    .filter((block) => Math.hypot(block.right - block.left, block.top - block.bottom) >= across)
    .map((block) => ({ x: (block.left + block.right) / 2, y: (block.bottom + block.top) / 2 }))
  const kinds = new Map<string, { length: number; way: readonly number[] }>()
  const walk = (way: readonly number[], length: number) => {
    const at = way.at(-1)!
    if (at === points.length - 1) {
      const kind = middles
        .map((middle) =>
          Math.round(
            turned(
              way.map((i) => points[i]!),
              middle,
            ) * 1e6,
          ),
        )
        .join(' ')
      if (length < (kinds.get(kind)?.length ?? Number.POSITIVE_INFINITY)) kinds.set(kind, { length, way })
      return
    }
    for (let next = 1; next < points.length; next++) {
      const whole = length + far[at]![next]!
      if (whole + left[next]! < longest && !way.includes(next)) walk([...way, next], whole)
    }
  }
  walk([0], 0)
  return [...kinds.values()]
    .filter(({ way }) => !crosses(way.map((i) => points[i]!)))
    .map(({ length }) => length)
    .sort((a, b) => a - b)
}

function shortestTo(goal: number, far: readonly (readonly number[])[]): number[] {
  const left = far.map((_, i) => (i === goal ? 0 : Number.POSITIVE_INFINITY))
  for (let round = 0; round < far.length; round++) {
    for (let i = 0; i < far.length; i++) for (let j = 0; j < far.length; j++) left[i] = Math.min(left[i]!, far[i]![j]! + left[j]!)
  }
  return left
}

function isInSight(p: Point, q: Point, blocks: readonly Block[]): boolean {
  if (p === q) return false
  return blocks.every(({ left, bottom, right, top }) => {
    // The stretch of the line that is inside, a hundredth of a millimetre within the sides.
    let [from, to] = [0, 1]
    for (const [at, by, low, high] of [
      [p.x, q.x - p.x, left + 0.01, right - 0.01],
      [p.y, q.y - p.y, bottom + 0.01, top - 0.01],
    ] as const) {
      if (by === 0) {
        if (at < low || at > high) return true
        continue
      }
      const [one, other] = [(low - at) / by, (high - at) / by]
      from = Math.max(from, Math.min(one, other))
      to = Math.min(to, Math.max(one, other))
    }
    return from > to
  })
}

/** The angle through which a way is followed by an eye, in radians. */
function turned(way: readonly Point[], eye: Point): number {
  let sum = 0
  for (let i = 1; i < way.length; i++) {
    const [a, b] = [way[i - 1]!, way[i]!]
    const [ax, ay, bx, by] = [a.x - eye.x, a.y - eye.y, b.x - eye.x, b.y - eye.y]
    sum += Math.atan2(ax * by - ay * bx, ax * bx + ay * by)
  }
  return sum
}

function crosses(way: readonly Point[]): boolean {
  return way.some(
    (a, i) => i + 1 < way.length && way.some((c, j) => j > i + 1 && j + 1 < way.length && segmentsTouch(a, way[i + 1]!, c, way[j + 1]!)),
  )
}
