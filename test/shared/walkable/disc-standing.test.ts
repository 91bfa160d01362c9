import { test } from '@fast-check/vitest'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { discGraph } from '#shared/walkable/disc-graph'
import type { FloorParts } from '#shared/walkable/walk-graph'
import { discFloors } from '#test/support/disc-floors'

const ROOM: FloorParts = { solids: [{ ring: [0, 0, 0, 4000, 4000, 4000, 4000, 0], outside: true }], thresholds: [] }

function withSolids(...rings: number[][]): FloorParts {
  return { ...ROOM, solids: [...ROOM.solids, ...rings.map((ring) => ({ ring, outside: false }))] }
}

const at = (x: number, y: number) => ({ x, y, region: -1 })

it('stands at the stop where there is room, and a radius from a wall otherwise', () => {
  const graph = discGraph(ROOM, 400)
  expect(graph.join(at(1000, 400), 1500)).toMatchObject({ x: 1000, y: 400, lead: 0 })
  expect(graph.join(at(1000, 100), 1500)).toMatchObject({ x: 1000, y: 400, lead: 300 })
  expect(graph.join(at(1000, 0), 1500)).toMatchObject({ x: 1000, y: 400, lead: 400 })
  const corner = graph.join(at(4000, 0), 1500)!
  expect([corner.x, corner.y]).toEqual([3600, 400])
})

it('says no where a body must stand free at the stop itself, outside, in a solid, or too far from room', () => {
  expect(discGraph(ROOM, 400).join(at(1000, 399), 0)).toBeUndefined()
  expect(discGraph(ROOM, 400).join(at(-1000, 2000), 1500)).toBeUndefined()
  const cabinet = withSolids([1000, 1000, 3000, 1000, 3000, 3000, 1000, 3000])
  expect(discGraph(cabinet, 250).join(at(2000, 2000), 1500)).toBeUndefined()
  expect(discGraph(ROOM, 1900).join(at(0, 0), 1500)).toBeUndefined()
})

it('of two places as near takes that with the lower x, then the lower y', () => {
  const post = withSolids([2000, 1000, 2000, 3000])
  expect(discGraph(post, 250).join(at(2000, 2000), 1500)).toMatchObject({ x: 1750, y: 2000 })
  const shelf = withSolids([1000, 2000, 3000, 2000])
  expect(discGraph(shelf, 250).join(at(2000, 2000), 1500)).toMatchObject({ x: 2000, y: 1750 })
})

it('does not step through a screen to where there is room', () => {
  // A niche 300 mm wide: behind its back wall there is room 260 mm away, but the way out is at its mouth.
  const niche = withSolids([1000, 1000, 1000, 1600], [1300, 1000, 1300, 1600], [1000, 1000, 1300, 1000])
  const joined = discGraph(niche, 250).join(at(1150, 1010), 1500)!
  expect(joined.y).toBeGreaterThan(1600)
  expect(joined.x).toBeCloseTo(1150, 6)
})

it('stands where it stands whatever wall ends further on', () => {
  // 100 mm below the stop, 400 below the end of a wall. The line of sight past the end of the other wall comes by 0.1 mm beside it.
  const walls = (end: number) => withSolids([0, 2500, 2000, 2500], [0, 1600, end, 1600])
  for (const end of [1999.4, 2000]) {
    const joined = discGraph(walls(end), 400).join(at(2000, 2200), 1500)!
    expect([joined.x, joined.y]).toEqual([2000, 2100])
  }
})

it('sees just past a corner, and not between two that touch', () => {
  // A slot 200 mm high, open at the top from x = 1 m on: room is 250 mm above that. The line over the end of its lid, 2 across for 1 up, comes
  // there at 800 + 2 x 350.
  const slot = (gap: number) => {
    const end = 1000 + gap
    return withSolids([0, 1000, 1000, 1000], [0, 0, end, 0, end, 800, 0, 800], [end, 0, 4000, 0, 4000, 1000, end, 1000])
  }
  const seen = discGraph(slot(100), 250).join(at(800, 900), 1500)!
  expect(seen.x).toBeCloseTo(1500, 6)
  expect(seen.y).toBeCloseTo(1250, 6)
  expect(seen.lead).toBeCloseTo(350 * Math.sqrt(5), 6)
  expect(discGraph(slot(0), 250).join(at(800, 900), 1500)).toBeUndefined()
})

it('is not misled by a point that a ring has twice, as rounding leaves behind', () => {
  // In the corner of the room a sliver of a millimetre: nobody sees out of it, and beside it all is as without it.
  const graph = discGraph(withSolids([0, 0, 1, 0, 0, 1, 0, 1]), 250)
  expect(graph.join(at(0, 0), 1500)).toBeUndefined()
  const joined = graph.join(at(100, 100), 1500)!
  expect([joined.x, joined.y]).toEqual([250, 250])
  expect(joined.lead).toBeCloseTo(150 * Math.SQRT2, 9)
})

test.prop([fc.noBias(discFloors)], { numRuns: 25 })(
  'stands free, in sight, and no further than any place found by looking everywhere',
  ({ parts, radius, stops }) => {
    const graph = discGraph(parts, radius)
    const edges = edgesOf(parts)
    for (const [x, y] of stops.slice(0, 2)) {
      const joined = graph.join(at(x, y), 1500)
      if (joined) {
        expect(clearance(edges, joined.x, joined.y)).toBeGreaterThan(radius - 2e-3)
        expect(joined.lead).toBeLessThanOrEqual(1500)
      }
      const limit = joined?.lead ?? 1500
      for (let dx = -1500; dx <= 1500; dx += 60)
        for (let dy = -1500; dy <= 1500; dy += 60) {
          if (Math.hypot(dx, dy) > limit - 1e-3 || clearance(edges, x + dx, y + dy) < radius) continue
          expect(isInSight(edges, x, y, x + dx, y + dy) && isInside(parts, x + dx, y + dy)).toBe(false)
        }
    }
  },
)

function edgesOf(parts: FloorParts): number[][] {
  return parts.solids.flatMap((solid) => {
    const ring = solid!.ring
    const edges = Array.from({ length: ring.length / 2 }, (_, i) => [
      ring[2 * i]!,
      ring[2 * i + 1]!,
      ring[(2 * i + 2) % ring.length]!,
      ring[(2 * i + 3) % ring.length]!,
    ])
    // From an edge without length nothing has a distance, and it bounds nothing.
    return edges.filter(([ax, ay, bx, by]) => ax !== bx || ay !== by)
  })
}

function clearance(edges: readonly number[][], x: number, y: number): number {
  let least = Infinity
  for (const [ax, ay, bx, by] of edges as [number, number, number, number][]) {
    const square = (bx - ax) ** 2 + (by - ay) ** 2
    const t = Math.max(0, Math.min(1, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / square))
    least = Math.min(least, Math.hypot(x - ax - t * (bx - ax), y - ay - t * (by - ay)))
  }
  return least
}

function isInSight(edges: readonly number[][], x: number, y: number, toX: number, toY: number): boolean {
  const turn = (ax: number, ay: number, bx: number, by: number, px: number, py: number) => (bx - ax) * (py - ay) - (by - ay) * (px - ax)
  return !(edges as [number, number, number, number][]).some(([ax, ay, bx, by]) => {
    const isApart = turn(x, y, toX, toY, ax, ay) > 0 !== turn(x, y, toX, toY, bx, by) > 0
    return isApart && turn(ax, ay, bx, by, x, y) > 0 !== turn(ax, ay, bx, by, toX, toY) > 0
  })
}

function isInside(parts: FloorParts, x: number, y: number): boolean {
  return parts.solids.every((solid) => {
    let isIn = false
    const ring = solid!.ring
    for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
      if (ring[i + 1]! > y !== ring[j + 1]! > y && x < ((ring[j]! - ring[i]!) * (y - ring[i + 1]!)) / (ring[j + 1]! - ring[i + 1]!) + ring[i]!)
        isIn = !isIn
    }
    return isIn === solid!.outside
  })
}
