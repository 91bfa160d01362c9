import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { buildBuilding } from '#shared/building/build-building'
import { outerFaces } from '#shared/building/shell'
import { pointToMetres } from '#shared/geometry/millimetres'
import { createRouter } from '#shared/routing/create-router'
import type { RouteAnswer } from '#shared/routing/router'
import { floorOfStorey, stopAt } from '#shared/walkable/floor-of-building'
import { box, moved, opening, plan, type Sketch } from '#test/support/plans'
import { wallToWall } from '#test/support/sketches'

type Place = readonly [x: number, y: number]

/** A route has a handful of bends here, each worth 2 mm at most. Metres. */
const BENDS_M = 0.02
const ok = { pairs: 0 }

function turned([x, y]: Place, tenths: number): Place {
  const cos = Math.cos((tenths * Math.PI) / 1800)
  const sin = Math.sin((tenths * Math.PI) / 1800)
  return [x * cos - y * sin, x * sin + y * cos]
}

/** From the middle of every room to that of every other, all rooms open to all. */
function answers(sketch: Sketch, places: readonly Place[], radius: number): readonly RouteAnswer[] {
  const { design, workshop } = plan(sketch)
  const drawn = floorOfStorey(buildBuilding(design, workshop).storeys[0]!, 1)
  const router = createRouter({ ...drawn, regions: drawn.regions.map((region) => ({ ...region, through: true })) })
  const stops = places.map(([x, y]) => ({ x, y, region: stopAt(drawn, { x, y }) }))
  return stops.flatMap((stop) => router.lengths(stop, stops, { radius, passes: 0, flows: [] }))
}

/** The same with the storey's outline drawn along its outer faces, where they are one ring. */
function outlined(sketch: Sketch): Sketch {
  const { design, workshop } = plan(sketch)
  const [ring, ...others] = outerFaces(buildBuilding(design, workshop).storeys[0]!)
  return others.length > 0 || ring === undefined ? sketch : { ...sketch, outline: ring.map(pointToMetres) }
}

for (const thickness of [0, 0.12]) {
  // No two of it are a whole number of decimetres, as what a door leaves beside the end of a wall may be.
  for (const radius of [0, 0.24]) {
    test.prop(
      [fc.oneof(wallToWall({ thickness, doors: true }), wallToWall({ thickness, doors: true }).map(outlined)), fc.integer({ min: 1, max: 3599 })],
      { numRuns: 25, seed: 2 },
    )(`routes are those of the plan as drawn, whichever way it is turned: walls of ${thickness} m, a body of ${radius} m`, (sketch, tenths) => {
      const places = sketch.rooms.map(({ corners: [a, , c] }): Place => [(a!.x + c!.x) / 2, (a!.y + c!.y) / 2])
      const before = answers(sketch, places, radius)
      const after = answers(
        moved(sketch, (x, y) => turned([x, y], tenths)),
        places.map((place) => turned(place, tenths)),
        radius,
      )
      before.forEach((answer, i) => {
        const there = after[i]!
        expect(there.status).toBe(answer.status)
        if (answer.status !== 'ok' || there.status !== 'ok') return
        expect(Math.abs(there.length - answer.length)).toBeLessThan(BENDS_M)
        if (answer.length > 0) ok.pairs++
      })
    })
  }
}

describe('two doors to the outside, of rooms side by side at half a quarter turn', () => {
  // A corner of the face, 60 mm along both walls, is rounded from 84.9 to 85 mm straight down: 60.1 mm off the line of the wall. Where the
  // wall between the rooms meets it, 42.4 becomes 42 mm across and 42 down: 59.4 mm. The floor ends somewhere between, the doors lead nowhere.
  const sides = { thickness: 0.12 }
  const rooms = [box('a', 0, 0, 3, 3, sides), box('b', 3, 0, 3, 3, sides)]
  const openings = ['a', 'b'].map((name) => opening(name, { room: `room_${name}00000`, corner: 'a' }, 1, 0.9))
  const places: readonly Place[] = [
    [0, 3],
    [3, 6],
  ]
  const face = 0.06 / Math.SQRT2
  const outline = [
    { x: -face, y: -face },
    { x: 6 + face, y: -face },
    { x: 6 + face, y: 3 + face },
    { x: -face, y: 3 + face },
  ]

  it.each([
    ['where there is no outline', {}],
    ['where the outline is drawn there', { outline }],
  ])('are not joined along the face of their wall %s', (_where, more) => {
    const sketch = moved({ rooms, openings, ...more }, (x, y) => [x - y, x + y])
    expect(answers(sketch, places, 0).map(({ status }) => status)).toEqual(['ok', 'unreachable', 'unreachable', 'ok'])
  })
})

it('found routes to compare', () => {
  expect(ok.pairs).toBeGreaterThan(200)
})
