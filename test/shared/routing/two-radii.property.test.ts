import { test } from '@fast-check/vitest'
import { expect } from 'vitest'
import { createRouter } from '#shared/routing/create-router'
import type { RouteAnswer, Stop, Walker } from '#shared/routing/router'
import type { WalkableFloor } from '#shared/walkable/walkable-floor'
import { gridFloors } from '#test/support/grid-floors'
import { roomFloors } from '#test/support/room-floors'

type Manner = Omit<Walker, 'radius'>
const BODY_M = 0.002

// Two builders that share no line: taut corners of exact sectors, and tangents to discs.
function expectSameWays(floor: WalkableFloor, stops: readonly Stop[], walker: Manner): void {
  const router = createRouter(floor, 0)
  for (const start of stops) {
    const [points, bodies] = [0, BODY_M].map((radius) => router.lengths(start, stops, { radius, ...walker })) as [RouteAnswer[], RouteAnswer[]]
    points.forEach((point, i) => {
      const body = bodies[i]!
      if (whyOf(point) === 'noStanding' || whyOf(body) === 'noStanding') return
      if (point.status === 'ok' && body.status === 'ok') expect(Math.abs(point.length - body.length)).toBeLessThan(0.04)
      else if (whyOf(body) !== whyOf(point)) {
        expect([whyOf(point), whyOf(body)]).not.toContain('ok')
        expect(isNamedByTie(floor, [start, stops[i]!], walker), `${whyOf(point)}, ${whyOf(body)}`).toBe(true)
      }
    })
  }
}

function whyOf(leg: RouteAnswer): string {
  return leg.status === 'ok' ? leg.status : leg.refusal.why
}

/** A refusal names what is first met on the shortest way without a rule. Of two that are as long but for a body's arcs, each may take its own. */
function isNamedByTie(floor: WalkableFloor, [start, goal]: readonly [Stop, Stop], walker: Manner): boolean {
  const open = <T>(parts: readonly T[]) => parts.map((part) => ({ ...part, admits: undefined }))
  const through = floor.regions.map((region) => ({ ...region, through: true }))
  const relaxed: readonly WalkableFloor[] = [
    floor,
    { ...floor, regions: through },
    { ...floor, regions: open(floor.regions), thresholds: open(floor.thresholds) },
    { ...floor, regions: open(through), thresholds: open(floor.thresholds) },
  ]
  return relaxed.some((one) => {
    const router = createRouter(one, 0)
    const [point, body] = [0, BODY_M].map((radius) => {
      const routes = router.routes(start, goal, { ...walker, radius, passes: 0 })
      return JSON.stringify(routes.map(({ crossings }) => crossings.map(({ threshold, to }) => [threshold, to])))
    })
    return point !== body
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
