import { test } from '@fast-check/vitest'
import fc from 'fast-check'
import { expect } from 'vitest'
import { distanceToSegment } from '#shared/geometry/polygon'
import { discGraph } from '#shared/walkable/disc-graph'
import { type DiscFloor, discFloors } from '#test/support/disc-floors'
import { edgesAsText, editOf, waysAsText } from '#test/support/disc-graphs'
import { oracleLength, type Shut } from '#test/support/disc-oracle'
import { shortestWalk } from '#test/support/label-search'

const REACH = 1500
const SIDES = 32

/** Lengths from each stop to the next by the graph, with the first `shut` doors refused. */
function walks({ parts, radius, stops }: DiscFloor, shut: number) {
  const graph = discGraph(parts, radius)
  const joined = stops.map(([x, y]) => graph.join({ x, y, region: -1 }, 0))
  return stops.slice(1).map((_, i) => {
    const a = joined[i]
    const b = joined[i + 1]
    return a && b && shortestWalk(graph, a, b, (crossing) => crossing >> 1 < shut)?.length
  })
}

test.prop([fc.noBias(discFloors), fc.constantFrom(0, 2, 4)], { numRuns: 25 })(
  'is as long as a fine oracle says, and open where it says so',
  (floor, shut) => {
    const { parts, radius, stops, doors } = floor
    const lines = doors.slice(0, shut).map(({ ax, ay, bx, by }): Shut => [ax, ay, bx, by])
    const isOnShut = ([x, y]: readonly [number, number]) =>
      lines.some(([ax, ay, bx, by]) => distanceToSegment(x, y, { x: ax, y: ay }, { x: bx, y: by }) < 1)
    walks(floor, shut).forEach((length, i) => {
      // Who stands on a shut threshold stands on both sides of it, or on neither.
      if (isOnShut(stops[i]!) || isOnShut(stops[i + 1]!)) return
      const oracle = (r: number) => oracleLength(parts, r, stops[i]!, stops[i + 1]!, lines, SIDES)
      const least = oracle(radius * Math.cos(Math.PI / SIDES))
      if (length === undefined && least === undefined) return
      // Only where 5 mm more or less make no difference is there one right answer.
      const narrow = oracle(radius - 5)
      const wide = oracle(radius + 5)
      if ((narrow === undefined) !== (wide === undefined) || (narrow !== undefined && wide! - narrow > 60)) return
      expect(length !== undefined).toBe(narrow !== undefined)
      if (length === undefined) return
      expect(length).toBeLessThan(oracle(radius)! + 1e-3)
      // The oracle goes round the ends of shut thresholds a hair off them.
      expect(length).toBeGreaterThan(least! - 5e-2)
    })
  },
)

test.prop([fc.noBias(discFloors)], { numRuns: 30 })('is as long there as back', (floor) => {
  const back = walks({ ...floor, stops: [...floor.stops].reverse() }, 0)
  walks(floor, 0).forEach((length, i, all) => {
    const other = back[all.length - 1 - i]
    if (length === undefined) expect(other).toBeUndefined()
    else expect(other).toBeCloseTo(length, 6)
  })
})

test.prop([fc.noBias(discFloors), fc.noBias(discFloors), fc.nat(100), fc.nat(100)], { numRuns: 40 })(
  'is the same mended as made anew, edit after edit, and leaves the graph before it as it was',
  (floor, other, from, to) => {
    const { radius, stops } = floor
    let { parts } = floor
    const made = discGraph(parts, radius)
    const before = edgesAsText(made)
    let graph = made
    let joined = stops.map(([x, y]) => graph.join({ x, y, region: -1 }, REACH))
    for (const [gone, come] of [
      [[1 + (from % (parts.solids.length - 1))], [1 + (to % (other.parts.solids.length - 1))]],
      [[], [1 + ((to + 1) % (other.parts.solids.length - 1))]],
      [[parts.solids.length], []],
    ]) {
      const rings = come!.map((solid) => other.parts.solids[solid]!.ring)
      const change = editOf(parts, gone!, rings)
      const mended = graph.mended(change)
      const fresh = discGraph(change.parts, radius)
      expect(edgesAsText(mended)).toEqual(edgesAsText(fresh))
      joined = joined.map((stop, i) => {
        const point = { x: stops[i]![0], y: stops[i]![1], region: -1 }
        const again = stop ? mended.rejoin(stop, REACH) : mended.join(point, REACH)
        expect(waysAsText(mended, again)).toEqual(waysAsText(fresh, fresh.join(point, REACH)))
        return again
      })
      graph = mended
      parts = change.parts
    }
    expect(edgesAsText(made)).toEqual(before)
  },
)

test.prop([fc.noBias(discFloors), fc.nat(100)], { numRuns: 20 })(
  'shares every node with the graph before when a wall only gets another number',
  (floor, which) => {
    const { parts, radius, stops } = floor
    const graph = discGraph(parts, radius)
    const number = 1 + (which % (parts.solids.length - 1))
    const { ring } = parts.solids[number]!
    const mended = graph.mended(editOf(parts, [number], [[...ring.slice(2), ...ring.slice(0, 2)]]))
    expect(mended.nodes.length).toBe(graph.nodes.length)
    mended.nodes.forEach((node, i) => {
      expect(node).toBe(graph.nodes[i])
    })
    for (const [x, y] of stops) {
      const joined = graph.join({ x, y, region: -1 }, 0)
      if (joined) expect(mended.rejoin(joined, 0)).toBe(joined)
    }
  },
)

test.prop([fc.noBias(discFloors), fc.integer({ min: 0, max: 3 })], { numRuns: 30 })(
  'is the same mended as made anew when a door changes',
  (floor, door) => {
    const { parts, radius } = floor
    const { doors } = floor
    if (door >= doors.length) return
    const { leftRegion, rightRegion, ...line } = doors[door]!
    const change = {
      parts: {
        solids: parts.solids,
        thresholds: [...doors.map((old, i) => (i === door ? undefined : old)), { ...line, leftRegion: rightRegion, rightRegion: leftRegion }],
      },
      removedSolids: [],
      addedSolids: [],
      removedThresholds: [door],
      addedThresholds: [doors.length],
    }
    const mended = discGraph(parts, radius).mended(change)
    expect(edgesAsText(mended)).toEqual(edgesAsText(discGraph(change.parts, radius)))
  },
)
