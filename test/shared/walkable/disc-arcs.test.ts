import { test } from '@fast-check/vitest'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { freeArcs, turnTo } from '#shared/walkable/disc-arcs'
import { wallsOf } from '#shared/walkable/disc-walls'
import type { FloorParts } from '#shared/walkable/walk-graph'
import { discFloors } from '#test/support/disc-floors'

function walls(...rings: number[][]) {
  return wallsOf({ solids: rings.map((ring) => ({ ring, outside: false })), thresholds: [] }, 400)
}

it('is a quarter turn at the corner of a block, half a turn at the end of a thin wall', () => {
  const [corner, ...others] = freeArcs(walls([0, 0, 2000, 0, 2000, 1000, 0, 1000]), 2000, 1000, 400)
  expect(others).toEqual([])
  expect(corner).toMatchObject({ ax: 1, bx: 0, by: 1 })
  expect(corner!.span).toBeCloseTo(Math.PI / 2, 12)
  const [end] = freeArcs(walls([0, 0, 2000, 0]), 2000, 0, 400)
  expect(end!.span).toBeCloseTo(Math.PI, 12)
})

it('is nothing where walls abut in line, inside a corner, or at a joint that others bury', () => {
  expect(freeArcs(walls([0, 0, 1000, 0, 1000, 500, 0, 500], [1000, 0, 2000, 0, 2000, 500, 1000, 500]), 1000, 500, 400)).toEqual([])
  expect(freeArcs(walls([0, 0, 2000, 0], [1000, 0, 1000, 2000]), 1000, 0, 400)).toEqual([])
  // A sliver of wall between two others that overlap it.
  expect(freeArcs(walls([0, 0, 1000, 0, 1000, 100, 0, 100], [990, -50, 2000, -50, 2000, 150, 990, 150]), 1000, 100, 400)).toEqual([])
})

it('is as long to its far end as it is, half a turn at any angle included', () => {
  for (let degrees = 0; degrees < 360; degrees++) {
    const angle = (degrees * Math.PI) / 180
    const end = [Math.round(2000 * Math.cos(angle)), Math.round(2000 * Math.sin(angle))] as const
    const [arc] = freeArcs(walls([0, 0, ...end]), ...end, 400)
    expect(turnTo(arc!, arc!.bx, arc!.by)).toBeCloseTo(Math.PI, 12)
    expect(turnTo(arc!, arc!.ax, arc!.ay)).toBeCloseTo(0, 12)
    // Straight on from the wall is the middle of it; a little back from its first end is before it.
    expect(turnTo(arc!, ...end)).toBeCloseTo(Math.PI / 2, 9)
    expect(turnTo(arc!, arc!.ax - end[0] / 1e6, arc!.ay - end[1] / 1e6)).toBeCloseTo(-Math.hypot(...end) / 1e6, 6)
  }
})

it('ends where a body would come nearer than its radius to a wall across the way', () => {
  // The far wall is 1.5 radii from the corner: directions within acos(1/2) of straight towards it are taken.
  const [arc] = freeArcs(walls([0, 0, 0, -2000], [-3000, 600, 3000, 600]), 0, 0, 400)
  const taken = Math.acos(600 / 400 - 1)
  expect(arc!.span).toBeCloseTo(Math.PI / 2 - taken, 9)
})

test.prop([fc.noBias(discFloors)])('leaves just the directions in which the body stands free', ({ parts, radius }) => {
  const index = wallsOf(parts, radius)
  const corner = parts.solids[parts.solids.length - 1]!.ring
  const [x, y] = [corner[0]!, corner[1]!]
  const arcs = freeArcs(index, x, y, radius)
  for (let k = 0; k < 180; k++) {
    const angle = (k * Math.PI) / 90 + 0.01
    const [nx, ny] = [Math.cos(angle), Math.sin(angle)]
    const clearance = leastDistance(parts, x + radius * nx, y + radius * ny)
    // Within a hair of the radius either answer will do: that is the end of an arc.
    if (Math.abs(clearance - radius) < 1e-3 && clearance < radius) continue
    const isOnArc = arcs.some((arc) => {
      const turn = Math.atan2(arc.ax * ny - arc.ay * nx, arc.ax * nx + arc.ay * ny)
      return (turn < 0 ? turn + 2 * Math.PI : turn) <= arc.span
    })
    expect(isOnArc).toBe(clearance >= radius - 1e-6)
  }
})

function leastDistance(parts: FloorParts, x: number, y: number): number {
  let least = Infinity
  for (const solid of parts.solids) {
    const { ring } = solid!
    for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
      const [ax, ay, bx, by] = [ring[i]!, ring[i + 1]!, ring[j]!, ring[j + 1]!]
      const square = (bx - ax) ** 2 + (by - ay) ** 2
      if (square === 0) continue
      const t = Math.max(0, Math.min(1, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / square))
      least = Math.min(least, Math.hypot(x - ax - t * (bx - ax), y - ay - t * (by - ay)))
    }
  }
  return least
}
