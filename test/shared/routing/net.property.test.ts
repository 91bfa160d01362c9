import { fc, test } from '@fast-check/vitest'
import { afterAll, expect } from 'vitest'
import { type Net, netOf } from '#shared/routing/net'
import { numberedFloor, renumbered } from '#shared/routing/numbered-floor'
import { radiusLayer } from '#shared/routing/radius-layer'
import { discGraph } from '#shared/walkable/disc-graph'
import type { WalkableFloor } from '#shared/walkable/walkable-floor'
import { corridorFloors, shifted } from '#test/support/corridor-floors'

const RADIUS = 250
const WALKERS = [
  { radius: 0.25, passes: 0.8, flows: ['patient'] },
  { radius: 0.25, passes: 0.8, flows: ['staff'] },
] as const

/** What is moved by so many millimetres, whose net is asked for first, and whether the floor after it is the one that is edited from then on. */
const edits = fc.array(
  fc.record({
    which: fc.nat(9),
    dx: fc.integer({ min: -300, max: 300 }),
    dy: fc.integer({ min: -200, max: 200 }),
    /** A door that is shut to staff for as long as this edit lasts. */
    shut: fc.option(fc.nat(9), { nil: undefined }),
    isStaffFirst: fc.boolean(),
    isKept: fc.integer({ min: 0, max: 5 }).map((number) => number === 0),
  }),
  { minLength: 20, maxLength: 40 },
)

const seen = { shared: 0, moved: 0, parted: 0 }

afterAll(() => {
  // Edges that edits share, those that had to find room elsewhere, walkers whom an edit gives rules of their own: none may be left untried.
  for (const count of Object.values(seen)) expect(count).toBeGreaterThan(8)
})

test.prop([corridorFloors, edits], { numRuns: 8 })(
  'nets of edits that share their edges are those made anew, whoever else was given room',
  ({ floor }, moves) => {
    let edited = openToAll(floor)
    let numbered = numberedFloor(edited)
    let graph = discGraph(numbered.parts, RADIUS)
    const first = netOf(graph, radiusLayer(numbered, graph, RADIUS, 1500).access(WALKERS[0]))
    let nets = [first, first]
    const earlier: { readonly net: Net; readonly was: string }[] = []
    for (const move of moves) {
      const after = shifted(move.shut === undefined ? edited : shutToStaff(edited, move.shut), move)
      const next = renumbered(numbered, after)
      const nextGraph = graph.mended(next.change)
      const order = move.isStaffFirst ? [1, 0] : [0, 1]
      const made: Net[] = []
      for (const walker of order) {
        const access = radiusLayer(next.numbered, nextGraph, RADIUS, 1500).access(WALKERS[walker]!)
        // Walkers under the same rules have one net.
        const former = nets[walker]!
        made[walker] = netOf(nextGraph, access, former)
        seen[made[walker].to === former.to ? 'shared' : 'moved']++
        const was = told(made[walker])
        expect(was).toEqual(told(netOf({ ...nextGraph }, access)))
        earlier.push({ net: made[walker], was })
      }
      if (made[0]?.access.signature !== made[1]?.access.signature && nets[0] === nets[1]) seen.parted++
      if (!move.isKept) continue
      edited = after
      numbered = next.numbered
      graph = nextGraph
      nets = made[0]!.access.signature === made[1]!.access.signature ? [made[0]!, made[0]!] : made
    }
    for (const { net, was } of earlier) expect(told(net)).toEqual(was)
  },
)

/** All that a net says of its edges, node by node, and which of them ask for a room. */
function told(net: Net): string {
  const edge = (e: number) => [net.from, net.to, net.leave, net.arrive, net.length, net.run, net.roomA, net.roomB].map((list) => list[e]).join(' ')
  const edges = Array.from({ length: net.nodes }, (_, v) =>
    Array.from({ length: net.until[v]! - net.first[v]! }, (_none, i) => edge(net.first[v]! + i)).join(),
  )
  const rooms = [...new Set([...net.roomA, ...net.roomB])].filter((room) => room >= 0).sort((a, b) => a - b)
  const asking = rooms.map((room) => net.edgesInto(room).map(edge).join()).filter((list) => list !== '')
  return [net.isPoint, [...net.span], [...net.twin], ...edges, ...asking].join('\n')
}

function openToAll(floor: WalkableFloor): WalkableFloor {
  return { ...floor, thresholds: floor.thresholds.map((threshold) => ({ ...threshold, admits: undefined })) }
}

function shutToStaff(floor: WalkableFloor, which: number): WalkableFloor {
  const shut = floor.thresholds[which % floor.thresholds.length]
  return { ...floor, thresholds: floor.thresholds.map((threshold) => (threshold === shut ? { ...threshold, admits: ['patient'] } : threshold)) }
}
