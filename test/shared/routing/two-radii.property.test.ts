import { test } from '@fast-check/vitest'
import { expect } from 'vitest'
import { createRouter } from '#shared/routing/create-router'
import { gridFloors } from '#test/support/grid-floors'

// Two builders that share no line: taut corners of exact sectors, and tangents to discs.
test.prop([gridFloors], { numRuns: 150 })('a body of 2 mm walks as a point does, but for its arcs', ({ floor, stops }) => {
  const router = createRouter(floor, 0)
  const table = (radius: number) =>
    stops.flatMap((start) =>
      router.lengths(start, stops, { radius, passes: 0, flows: [] }).map((one) => (one.status === 'ok' ? one.length : one.refusal.why)),
    )
  const body = table(0.002)
  table(0).forEach((length, i) => {
    const other = body[i]!
    if (other === 'noStanding' || length === 'noStanding') return
    if (typeof length === 'string' || typeof other === 'string') expect(other).toBe(length)
    else expect(Math.abs(length - other)).toBeLessThan(0.04)
  })
})
