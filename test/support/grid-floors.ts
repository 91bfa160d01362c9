import fc from 'fast-check'
import { doubleArea, turn } from '#shared/geometry/orientation'
import type { Stop } from '#shared/routing/router'
import type { WalkableFloor } from '#shared/walkable/walkable-floor'

/** Convex solids and thin walls with all corners on a coarse grid, so that they touch, overlap and line up; sometimes turned by atan(3/4). */
export type GridFloor = { readonly floor: WalkableFloor; readonly stops: readonly Stop[] }

type Place = readonly [number, number]

const place: fc.Arbitrary<Place> = fc.tuple(fc.integer({ min: 0, max: 10 }), fc.integer({ min: 0, max: 10 }))

export const gridFloors: fc.Arbitrary<GridFloor> = fc
  .record({
    solids: fc.array(fc.array(place, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 9 }),
    stops: fc.array(place, { minLength: 4, maxLength: 4 }),
    isTurned: fc.boolean(),
  })
  .map(({ solids, stops, isTurned }) => {
    const to = (x: number, y: number): Place => (isTurned ? [400 * x - 300 * y, 300 * x + 400 * y] : [500 * x, 500 * y])
    const ringOf = (places: readonly Place[]) => places.flatMap(([x, y]) => to(x, y))
    const rings = solids.map((places) => ringOf(hullOf(places))).filter((ring) => ring.length === 4 || (ring.length > 4 && doubleArea(ring) > 0))
    return {
      floor: {
        boundary: [
          ringOf([
            [0, 0],
            [10, 0],
            [10, 10],
            [0, 10],
          ]),
        ],
        solids: rings.map((ring, i) => ({ key: String(i), ring })),
        regions: [],
        thresholds: [],
      },
      // Off the grid, so that no stop is on a wall or just as near to two.
      stops: stops.map(([x, y]) => {
        const [px, py] = to(0.25 + 0.93 * x, 0.37 + 0.91 * y)
        return { x: Math.round(px) / 1000, y: Math.round(py) / 1000, region: -1 }
      }),
    }
  })

/** The convex hull, counter-clockwise (Andrew's monotone chain, 1979); two places where all are in line. */
function hullOf(places: readonly Place[]): readonly Place[] {
  const sorted = [...new Map(places.map((one) => [one.join(), one])).values()].sort((a, b) => a[0] - b[0] || a[1] - b[1])
  const chain = (list: readonly Place[]) => {
    const hull: Place[] = []
    for (const one of list) {
      while (hull.length > 1 && turn(...hull.at(-2)!, ...hull.at(-1)!, ...one) <= 0) hull.pop()
      hull.push(one)
    }
    return hull.slice(0, -1)
  }
  return sorted.length < 2 ? [] : [...chain(sorted), ...chain([...sorted].reverse())]
}
