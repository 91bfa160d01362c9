import { fc, test } from '@fast-check/vitest'
import { afterAll, expect } from 'vitest'
import { NO_ROOM } from '#shared/routing/access'
import { reach } from '#shared/routing/labels'
import { netOf } from '#shared/routing/net'
import { netChange, remainsOf } from '#shared/routing/net-change'
import { numberedFloor, renumbered } from '#shared/routing/numbered-floor'
import { radiusLayer } from '#shared/routing/radius-layer'
import type { Stop } from '#shared/routing/router'
import { searchFrom } from '#shared/routing/search'
import { searchAgain } from '#shared/routing/search-again'
import { discGraph } from '#shared/walkable/disc-graph'
import { corridorFloors, shifted } from '#test/support/corridor-floors'

const RADIUS = 250
const patient = { radius: 0.25, passes: 0.8, flows: ['patient'] } as const

/** A corridor of 60 m with 20 piers that one walks round by turns; `bed` ones, at the far end, are moved. */
const slaloms = fc
  .array(fc.record({ at: fc.integer({ min: 0, max: 1200 }), far: fc.integer({ min: 1000, max: 1700 }) }), { minLength: 20, maxLength: 20 })
  .map((piers) => ({
    floor: {
      boundary: [[0, 0, 60_000, 0, 60_000, 2400, 0, 2400]],
      solids: piers.map(({ at, far }, i) => {
        const x = 3000 * i + at
        const [low, high] = i % 2 === 0 ? [-100, far] : [2400 - far, 2500]
        return { key: `${i < 15 ? 'pier' : 'bed'}${i}`, ring: [x, low, x + 300, low, x + 300, high, x, high] }
      }),
      regions: [],
      thresholds: [],
    },
    stops: Array.from({ length: 4 }, (_, i) => ({ x: 1.9 + 3 * i, y: 1.2, region: -1 })),
  }))

/** One piece that stands in the way is moved by so many millimetres. */
const shifts = fc.array(fc.record({ which: fc.nat(9), dx: fc.integer({ min: -300, max: 300 }), dy: fc.integer({ min: -200, max: 200 }) }), {
  minLength: 2,
  maxLength: 9,
})

const seen = { patched: 0, twice: 0, copied: 0 }

afterAll(() => {
  // Patches, patches of what was patched, and labels copied whole: none of them may be left untried.
  for (const count of Object.values(seen)) expect(count).toBeGreaterThan(5)
})

test.prop([fc.oneof(corridorFloors, slaloms), shifts, fc.constantFrom(0, 3)], { numRuns: 30 })(
  'a search that was patched edit after edit says of every node what a new search says',
  ({ floor, stops }, moves, from) => {
    let numbered = numberedFloor(floor)
    let graph = discGraph(numbered.parts, RADIUS)
    let net = netOf(graph, radiusLayer(numbered, graph, RADIUS, 1500).access(patient))
    let start = graph.join(pointOf(stops[from]!, numbered.regionNumbers), 1500)
    if (start === undefined) return
    const { region } = start.stop
    const home = net.access.isPrivate(region) ? region : NO_ROOM
    let labels = searchFrom(net, start, home)
    let edited = floor
    for (const move of moves) {
      edited = shifted(edited, move)
      const next = renumbered(numbered, edited)
      numbered = next.numbered
      graph = graph.mended(next.change)
      const nextNet = netOf(graph, radiusLayer(numbered, graph, RADIUS, 1500).access(patient), net)
      const nextStart = graph.rejoin(start, 1500)
      if (nextStart === undefined) return
      const remains = remainsOf(labels, netChange(net, nextNet), nextStart, nextStart === start, home)
      const again = remains === undefined ? labels : searchAgain(nextNet, nextStart, home, remains)
      if (again.patch !== undefined && again !== labels) seen[labels.patch === undefined ? 'patched' : 'twice']++
      else if (again !== labels) seen.copied++
      net = nextNet
      start = nextStart
      labels = again
      const fresh = searchFrom(net, start, home)
      const far = (which: typeof fresh) =>
        graph.nodes.flatMap((node, v) => (node === undefined ? [] : [0, node.span / 2, node.span].map((at) => Math.round(reach(which, v, at) * 1e6))))
      expect(far(labels)).toEqual(far(fresh))
    }
  },
)

function pointOf({ x, y, region }: Stop, numbers: readonly number[]) {
  return { x: Math.round(x * 1000), y: Math.round(y * 1000), region: numbers[region] ?? -1 }
}
