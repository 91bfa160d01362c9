import type { WalkableFloor } from '#shared/walkable/walkable-floor'
import type { Pair } from './bare-floor'
import { createRouter } from './create-router'
import type { Stop, Walker } from './router'

/** The answer to a pair: lengths and places in metres; `length` is null unless the status is ok. */
export type PairAnswer = {
  readonly id: string | number
  readonly status: 'ok' | 'unreachable' | 'invalid'
  readonly length: number | null
  readonly path: readonly (readonly [number, number])[]
}

/**
 * Shortest routes between points for a disc of `radius` metres, under `through` and one-way rules but whatever
 * the widths and admissions. A point where the body does not stand free is `invalid`. `regionAt` tells the region
 * of a point (index, -1 for none).
 */
export function answerPairs(
  floor: WalkableFloor,
  radius: number,
  pairs: readonly Pair[],
  regionAt: (x: number, y: number) => number = () => -1,
): readonly PairAnswer[] {
  const router = createRouter(floor, 0)
  const walker: Walker = { radius, passes: 0, flows: [] }
  const stopAt = ([x, y]: readonly [number, number]): Stop => ({ x, y, region: regionAt(x, y) })
  return pairs.map(({ id, start, goal }): PairAnswer => {
    const from = stopAt(start)
    const to = stopAt(goal)
    const [answer] = router.lengths(from, [to], walker)
    if (answer?.status !== 'ok') {
      const isInvalid = answer?.refusal.why === 'noStanding'
      return { id, status: isInvalid ? 'invalid' : 'unreachable', length: null, path: [] }
    }
    const route = router.routes(from, to, walker).reduce((best, other) => (other.length < best.length - 1e-9 ? other : best))
    return { id, status: 'ok', length: answer.length, path: placesOf(route.points) }
  })
}

function placesOf(points: Float64Array): [number, number][] {
  const places: [number, number][] = []
  for (let i = 0; i < points.length; i += 2) places.push([points[i]!, points[i + 1]!])
  return places
}
