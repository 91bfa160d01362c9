import { expect, test } from 'vitest'
import { placesInSight } from '#shared/walkable/corners-in-sight'
import { wallsOf } from '#shared/walkable/disc-walls'
import { mayBeSeen, shadowOn } from '#shared/walkable/shadow'
import type { FloorParts } from '#shared/walkable/walk-graph'
import { seededRandom } from '#test/support/seeded-random'

/** A hall of 40 m by 20 m with walls across it that leave gaps, and some places in it. */
function hall(seed: number) {
  const random = seededRandom(seed)
  const whole = (most: number) => Math.floor(random() * most)
  const wall = (x0: number, y0: number, x1: number, y1: number) => ({ ring: [x0, y0, x1, y0, x1, y1, x0, y1], outside: false })
  const solids = [{ ring: [0, 0, 0, 20_000, 40_000, 20_000, 40_000, 0], outside: true }]
  for (let x = 4000; x < 40_000; x += 4000) {
    const gap = whole(18_000)
    solids.push(wall(x, 0, x + 100, gap), wall(x, gap + 1200, x + 100, 20_000))
  }
  const parts: FloorParts = { solids, thresholds: [] }
  const found = new Map<string, readonly [number, number]>()
  for (let i = 0; i < 60; i++) {
    const [x, y] = [whole(40_000), whole(20_000)]
    found.set(`${x} ${y}`, [x, y])
  }
  return { parts, walls: wallsOf(parts, 250), places: [...found.values()].sort(([ax, ay], [bx, by]) => ax - bx || ay - by) }
}

function asked(places: readonly (readonly [number, number])[]) {
  return { x: Float64Array.from(places, ([x]) => x), y: Float64Array.from(places, ([, y]) => y) }
}

test('all pairs that may see each other are found, and those alone, whoever asked before', () => {
  for (let seed = 1; seed <= 10; seed++) {
    const { parts, walls, places } = hall(seed)
    const sees = (i: number, j: number) => mayBeSeen(shadowOn(parts, walls, ...places[i]!), ...places[j]!)
    const behind = places.map((_, i) => [...places.keys()].filter((j) => j > i && sees(i, j) && sees(j, i)))
    expect(placesInSight(parts, walls, asked(places)).map((list) => [...list])).toEqual(behind)
    // Another body bends about other corners: the ones asked about before are known, the others are looked for.
    const other = { ...parts }
    placesInSight(other, walls, asked(places.filter((_, i) => i % 3 > 0)))
    placesInSight(other, walls, asked(places)).forEach((list, i) => {
      expect([...list]).toEqual([...new Set(list)].sort((a, b) => a - b))
      for (const j of behind[i]!) expect(list).toContain(j)
    })
  }
})
