import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { discGraph } from '#shared/walkable/disc-graph'
import type { FloorParts } from '#shared/walkable/walk-graph'
import { editOf } from '#test/support/disc-graphs'

type FloorFile = {
  readonly outer: readonly (readonly [number, number])[]
  readonly obstacles: readonly { readonly polygon: readonly (readonly [number, number])[] }[]
  readonly queries: readonly { readonly start: readonly [number, number] }[]
}

const file: FloorFile = JSON.parse(readFileSync(new URL('../../fixtures/floors/m4_rooms60_furniture.json', import.meta.url), 'utf8'))
const millimetres = (points: FloorFile['outer']) => points.flatMap(([x, y]) => [Math.round(x * 1000), Math.round(y * 1000)])
const parts: FloorParts = {
  solids: [
    { ring: millimetres([...file.outer].reverse()), outside: true },
    ...file.obstacles.map(({ polygon }) => ({ ring: millimetres(polygon), outside: false })),
  ],
  thresholds: [],
}

it('looks again only at what a moved cupboard on a furnished floor of 60 rooms concerns', () => {
  const graph = discGraph(parts, 250)
  const number = parts.solids.length - 1
  const moved = parts.solids[number]!.ring.map((value, i) => value + (i % 2 === 0 ? 40 : 0))
  const mended = graph.mended(editOf(parts, [number], [moved]))
  const shared = graph.nodes.filter((node, i) => node !== undefined && mended.nodes[i] === node).length
  expect(shared / graph.nodes.length).toBeGreaterThan(0.95)
  const stops = file.queries
    .map(({ start: [x, y] }) => graph.join({ x: x * 1000, y: y * 1000, region: -1 }, 1500))
    .filter((stop) => stop !== undefined)
  const kept = stops.filter((stop) => mended.rejoin(stop, 1500) === stop).length
  expect(kept / stops.length).toBeGreaterThan(0.9)
  const pairs = stops.slice(1).map((stop, i) => [stop, stops[i]!] as const)
  expect(pairs.filter(([a, b]) => mended.keepsDirect(a, b)).length / pairs.length).toBeGreaterThan(0.9)
})
