import { test } from '@fast-check/vitest'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { wallsOf } from '#shared/walkable/disc-walls'
import { placeIndex, visitInSight } from '#shared/walkable/place-index'
import { mayBeSeen, type Shadow, shadowAt } from '#shared/walkable/shadow'
import type { FloorParts } from '#shared/walkable/walk-graph'
import { discFloors } from '#test/support/disc-floors'

type At = readonly [x: number, y: number]

/** The numbers of the places that are visited, ascending. */
function visited(places: readonly At[], shadow: Shadow, fromX?: number): number[] {
  const index = placeIndex(
    Float64Array.from(places, ([x]) => x),
    Float64Array.from(places, ([, y]) => y),
  )
  const found: number[] = []
  visitInSight(index, shadow, (place) => found.push(place), fromX)
  return found.sort((a, b) => a - b)
}

it('visits what is before a wall and beside it, and nothing behind it', () => {
  const parts: FloorParts = { solids: [{ ring: [-9000, 1000, 9000, 1000], outside: false }], thresholds: [] }
  const shadow = shadowAt(wallsOf(parts, 250), 0, 0)
  const places: readonly At[] = [
    [-8000, -3000],
    [0, 900],
    [0, 6000],
    [500, 20_000],
    [30_000, 1500],
  ]
  expect(visited(places, shadow)).toEqual([0, 1, 4])
  // From the column of 0 on, which begins at 0: cells are 4 m wide, the first of them at the leftmost place.
  expect(visited(places, shadow, 0)).toEqual([1, 4])
  expect(visited([], shadow)).toEqual([])
})

const place = fc.tuple(fc.integer({ min: -3000, max: 21_000 }), fc.integer({ min: -3000, max: 21_000 }))

test.prop([fc.noBias(discFloors), fc.noBias(place), fc.array(fc.noBias(place), { maxLength: 60 })])(
  'visits just the places that may be in sight, each once',
  ({ parts, radius }, [x, y], places) => {
    const shadow = shadowAt(wallsOf(parts, radius), x, y)
    const seen = [...places.keys()].filter((i) => mayBeSeen(shadow, ...places[i]!))
    expect(visited(places, shadow)).toEqual(seen)
    const right = new Set(visited(places, shadow, x))
    for (const i of seen) if (places[i]![0] >= x) expect(right.has(i)).toBe(true)
  },
)
