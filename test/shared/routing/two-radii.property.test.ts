import { test } from '@fast-check/vitest'
import { expect } from 'vitest'
import { createRouter } from '#shared/routing/create-router'
import type { Stop, Walker } from '#shared/routing/router'
import type { WalkableFloor } from '#shared/walkable/walkable-floor'
import { gridFloors } from '#test/support/grid-floors'
import { roomFloors } from '#test/support/room-floors'

// Two builders that share no line: taut corners of exact sectors, and tangents to discs.
function expectSameWays(floor: WalkableFloor, stops: readonly Stop[], walker: Omit<Walker, 'radius'>): void {
  const router = createRouter(floor, 0)
  const table = (radius: number) =>
    stops.flatMap((start) => router.lengths(start, stops, { radius, ...walker }).map((one) => (one.status === 'ok' ? one.length : one.refusal.why)))
  const body = table(0.002)
  table(0).forEach((length, i) => {
    const other = body[i]!
    if (other === 'noStanding' || length === 'noStanding') return
    if (typeof length === 'string' || typeof other === 'string') expect(other).toBe(length)
    else expect(Math.abs(length - other)).toBeLessThan(0.04)
  })
}

test.prop([gridFloors], { numRuns: 150 })('a body of 2 mm walks as a point does, but for its arcs', ({ floor, stops }) => {
  expectSameWays(floor, stops, { passes: 0, flows: [] })
})

test.prop([roomFloors], { numRuns: 150 })('so it does from room to room, past openings that end where walls meet', ({ floor, stops }) => {
  // Furniture may leave gaps that only a point passes.
  const solids = floor.solids.filter(({ key }) => key.startsWith('w'))
  expectSameWays({ ...floor, solids }, stops, { passes: 0.6, flows: ['patient'] })
})
