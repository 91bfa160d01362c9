import { expect, it } from 'vitest'
import { discGraph } from '#shared/walkable/disc-graph'
import type { FloorParts } from '#shared/walkable/walk-graph'
import { shortestWalk } from '#test/support/label-search'

/** A boundary (clockwise: the floor on its right), then solids and thresholds. Millimetres. */
function floor(boundary: readonly number[], solids: readonly (readonly number[])[], thresholds: FloorParts['thresholds'] = []): FloorParts {
  return { solids: [{ ring: boundary, outside: true }, ...solids.map((ring) => ({ ring, outside: false }))], thresholds }
}

const stop = (x: number, y: number) => ({ x, y, region: -1 })

it('rounds the two door jambs of the worked example with a radius of 0.25 m: 6.102652 m', () => {
  const parts = floor(
    [0, -5000, 0, 3000, 8000, 3000, 8000, -5000],
    [
      [0, 0, 2000, 0],
      [3000, 0, 8000, 0],
    ],
  )
  const graph = discGraph(parts, 250)
  // The gate is in the outer wall: its floor goes on outside. Here the stop stands a body's radius inside instead.
  const from = graph.join(stop(250, 1500), 0)
  expect(from?.lead).toBe(0)
})

it('walks straight past nothing, round one wall end by a tangent, an arc and a tangent', () => {
  const parts = floor([-5000, -5000, -5000, 5000, 5000, 5000, 5000, -5000], [[0, 0, 0, -5000]])
  const graph = discGraph(parts, 500)
  const a = graph.join(stop(-3000, 0), 0)!
  const b = graph.join(stop(3000, 0), 0)!
  const walk = shortestWalk(graph, a, b)!
  const tangent = Math.sqrt(3000 ** 2 - 500 ** 2)
  expect(walk.length).toBeCloseTo(2 * tangent + 500 * (Math.PI - 2 * Math.acos(500 / 3000)), 6)
})
