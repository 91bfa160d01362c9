import { expect, it } from 'vitest'
import { discGraph } from '#shared/walkable/disc-graph'
import type { FloorGraph, FloorParts } from '#shared/walkable/walk-graph'
import { edgesAsText } from '#test/support/disc-graphs'
import { shortestWalk, type Walk } from '#test/support/label-search'

/** The floor inside a box, less solids, with thresholds ax, ay, bx, by. Millimetres. */
function floor(
  box: readonly [number, number, number, number],
  solids: readonly (readonly number[])[],
  thresholds: readonly (readonly number[])[] = [],
): FloorParts {
  const [x0, y0, x1, y1] = box
  return {
    solids: [{ ring: [x0, y0, x0, y1, x1, y1, x1, y0], outside: true }, ...solids.map((ring) => ({ ring, outside: false }))],
    thresholds: thresholds.map(([ax, ay, bx, by], i) => ({ ax: ax!, ay: ay!, bx: bx!, by: by!, leftRegion: 2 * i, rightRegion: 2 * i + 1 })),
  }
}

function walk(
  graph: FloorGraph,
  from: readonly [number, number],
  to: readonly [number, number],
  isRefused?: (crossing: number) => boolean,
): Walk | undefined {
  const a = graph.join({ x: from[0], y: from[1], region: -1 }, 0)
  const b = graph.join({ x: to[0], y: to[1], region: -1 }, 0)
  return a && b && shortestWalk(graph, a, b, isRefused)
}

const SQUARE = [-5000, -5000, 5000, 5000] as const

it('walks the route check of the worked example: 6.102652 m from the gate to the desk with a radius of 0.25 m', () => {
  const outer = [0, -5000, 0, 500, -1000, 500, -1000, 2500, 0, 2500, 0, 3000, 8000, 3000, 8000, -5000]
  const parts: FloorParts = {
    solids: [
      { ring: outer, outside: true },
      ...[
        [0, 0, 2000, 0],
        [3000, 0, 8000, 0],
      ].map((ring) => ({ ring, outside: false })),
    ],
    thresholds: [],
  }
  expect(walk(discGraph(parts, 250), [0, 1500], [750, -3000])!.length / 1000).toBeCloseTo(6.102652, 6)
})

it('rounds the end of a thin wall by a tangent, an arc and a tangent', () => {
  const graph = discGraph(floor(SQUARE, [[0, 0, 0, -5000]]), 500)
  const tangent = Math.sqrt(3000 ** 2 - 500 ** 2)
  expect(walk(graph, [-3000, 0], [3000, 0])!.length).toBeCloseTo(2 * tangent + 500 * (Math.PI - 2 * Math.acos(500 / 3000)), 6)
})

it.each([
  [809, true],
  [800, true],
  [791, false],
])('walks through a gap of %i mm with a radius of 400 mm: %s', (gap, isOpen) => {
  const graph = discGraph(
    floor(SQUARE, [
      [-5000, -100, 0, -100, 0, 0, -5000, 0],
      [gap, -100, 5000, -100, 5000, 0, gap, 0],
    ]),
    400,
  )
  expect(walk(graph, [-2000, 2000], [3000, -3000]) !== undefined).toBe(isOpen)
})

it('finds the way through two staggered gaps of 2.2 radii, where one mitre point a corner would close them', () => {
  const graph = discGraph(
    floor(SQUARE, [
      [-5000, 0, -100, 0],
      [780, 0, 5000, 0],
      [-5000, -900, 1000, -900],
      [1880, -900, 5000, -900],
    ]),
    400,
  )
  expect(walk(graph, [0, 3000], [1000, -3000])).toBeDefined()
})

it('never passes the point where two solids touch, nor between two that share an edge', () => {
  const touching = floor(SQUARE, [
    [-5000, -3000, 0, -3000, 0, 0, -5000, 0],
    [0, 0, 5000, 0, 5000, 3000, 0, 3000],
  ])
  expect(walk(discGraph(touching, 250), [-3000, 3000], [3000, -3000])).toBeUndefined()
  const sharing = floor(SQUARE, [
    [-5000, -100, 0, -100, 0, 100, -5000, 100],
    [0, -100, 5000, -100, 5000, 100, 0, 100],
  ])
  expect(walk(discGraph(sharing, 250), [0, 3000], [0, -3000])).toBeUndefined()
})

it('has one line between neighbours along a row of jambs, not one between every two', () => {
  const row = Array.from({ length: 5 }, (_, i) => [-5000 + 2000 * i, 0, -4000 + 2000 * i, 0, -4000 + 2000 * i, 100, -5000 + 2000 * i, 100])
  const graph = discGraph(floor(SQUARE, row), 250)
  const along = graph.nodes.flatMap((node) => (node?.y === 100 ? node.to.filter((to) => graph.nodes[to]!.y === 100) : []))
  // 9 corners in a row: 8 lines, each walked there and back.
  expect(along).toHaveLength(16)
})

it('draws arcs within 1 mm, on or inside the circle', () => {
  const graph = discGraph(floor(SQUARE, [[0, 0, 0, -5000]]), 500)
  const points = walk(graph, [-600, -4000], [800, -4000])!.points
  const arc = []
  for (let i = 4; i < points.length - 4; i += 2) arc.push(Math.hypot(points[i]!, points[i + 1]!))
  expect(arc.length).toBeGreaterThan(8)
  for (const distance of arc) expect(distance).toBeCloseTo(500, 6)
  for (let i = 4; i < points.length - 6; i += 2) {
    const middle = Math.hypot((points[i]! + points[i + 2]!) / 2, (points[i + 1]! + points[i + 3]!) / 2)
    expect(middle).toBeGreaterThan(499)
  }
})

it('lists the threshold that an arc crosses between thin jambs, with its direction, and stays out when it is shut', () => {
  const graph = discGraph(
    floor(
      SQUARE,
      [
        [-5000, 0, 0, 0],
        [1000, 0, 5000, 0],
      ],
      [[0, 0, 1000, 0]],
    ),
    250,
  )
  // Close by the jamb at (0, 0) on both sides: the way over is on its arc. The threshold runs to the right, so its left is above.
  expect(walk(graph, [-1000, 300], [-1000, -300])!.crossings).toEqual([1])
  expect(walk(graph, [-1000, -300], [-1000, 300])!.crossings).toEqual([0])
  expect(walk(graph, [-1000, 300], [-1000, -300], (crossing) => crossing === 1)).toBeUndefined()
  expect(walk(graph, [-1000, -300], [-1000, 300], (crossing) => crossing === 1)).toBeDefined()
})

it('counts a line that ends on the threshold once: straight down past two jambs in line', () => {
  const graph = discGraph(
    floor(
      SQUARE,
      [
        [-5000, 0, 0, 0],
        [1000, 0, 5000, 0],
        [-5000, 2000, 0, 2000],
        [1000, 2000, 5000, 2000],
      ],
      [
        [0, 0, 1000, 0],
        [0, 2000, 1000, 2000],
      ],
    ),
    250,
  )
  expect(walk(graph, [-2000, 4000], [-2000, -4000])!.crossings).toEqual([3, 1])
  expect(walk(graph, [250, 4000], [250, -4000])!.crossings).toEqual([3, 1])
  expect(walk(graph, [-2000, 4000], [-2000, 1000])!.crossings).toEqual([3])
})

it('rounds a corner from within the notch between two walls in line that are nearer than a body is wide', () => {
  const graph = discGraph(
    floor(SQUARE, [
      [-5000, 0, 0, 0],
      [700, 0, 5000, 0],
    ]),
    400,
  )
  const arc = 400 * (Math.atan2(200, -350) - Math.acos(400 / Math.sqrt(162_500)) - Math.PI / 2)
  expect(walk(graph, [350, 200], [4000, 400])!.length).toBeCloseTo(50 + arc + 3300, 6)
})

it('goes round the corners of a shut room with open edges, and through it otherwise', () => {
  const edges = [
    [-1000, -500, 1000, -500],
    [1000, -500, 1000, 500],
    [1000, 500, -1000, 500],
    [-1000, 500, -1000, -500],
  ]
  const graph = discGraph(floor(SQUARE, [], edges), 400)
  const across = walk(graph, [0, -3000], [0, 3000])!
  expect(across.length).toBeCloseTo(6000, 6)
  expect(across.crossings).toEqual([0, 5])
  const around = walk(graph, [0, -3000], [0, 3000], () => true)!
  expect(around.length).toBeCloseTo(2 * Math.hypot(1000, 2500) + 1000, 6)
  // A route turns at such a corner only where an edge into the bend is shut.
  const corner = graph.nodes.findIndex((node) => node?.x === 1000 && node.y === -500)
  expect(graph.isTaut(corner, 0, -3000, 1000, 500, () => true)).toBe(true)
  expect(graph.isTaut(corner, 0, -3000, 1000, 500, () => false)).toBe(false)
  expect(graph.isTaut(corner, 0, -3000, 4000, -500, () => true)).toBe(false)
})

it('takes a floor of ten kilometres without a grid to match', () => {
  const graph = discGraph(floor([-5_000_000, -5_000_000, 5_000_000, 5_000_000], [[0, 0, 0, -5_000_000]]), 500)
  const tangent = Math.sqrt(3000 ** 2 - 500 ** 2)
  expect(walk(graph, [-3000, 0], [3000, 0])!.length).toBeCloseTo(2 * tangent + 500 * (Math.PI - 2 * Math.acos(500 / 3000)), 6)
})

it('crosses thresholds that lie on one line in one order, whichever of them was drawn anew', () => {
  const walls = [
    [0, 4064, 739, 4064],
    [1252, 4064, 8000, 4064],
  ]
  // The open side of an area runs along the wall and half the door in it.
  const area = [
    [0, 4064, 1002, 4064],
    [1002, 4064, 1002, 4364],
    [1002, 4364, 0, 4364],
    [0, 4364, 0, 4064],
  ]
  const before = floor([0, 0, 8000, 8000], walls, [...area, [739, 4064, 1252, 4064]])
  const [side] = before.thresholds
  const parts: FloorParts = { ...before, thresholds: [undefined, ...before.thresholds.slice(1), side] }
  const change = { parts, removedSolids: [], addedSolids: [], removedThresholds: [0], addedThresholds: [5] }
  expect(edgesAsText(discGraph(before, 250).mended(change))).toEqual(edgesAsText(discGraph(parts, 250)))
})
