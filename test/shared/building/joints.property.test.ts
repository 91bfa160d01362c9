import { fc, test } from '@fast-check/vitest'
import { expect, it } from 'vitest'
import { buildBuilding } from '#shared/building/build-building'
import type { BuildingStorey } from '#shared/building/building'
import { applyChange } from '#shared/document/change'
import type { WardDocument } from '#shared/document/document'
import { createRouter } from '#shared/routing/create-router'
import { floorOfStorey, stopAt } from '#shared/walkable/floor-of-building'
import { moved, opening, PLAN_DESIGN, plan, room, type Sketch, storeyOf } from '#test/support/plans'

/** Two rooms, b below and a above, on both sides of a wall from (0, 0) to (`x`, `y`). */
function sides(x: number, y: number): Sketch['rooms'] {
  const wall = { thickness: 0.12 }
  return [
    room('a', [
      [0, 0, wall],
      [x, y, wall],
      [x, y + 4, wall],
      [0, 4, wall],
    ]),
    room('b', [
      [x, y, wall],
      [0, 0, wall],
      [0, -4, wall],
      [x, y - 4, wall],
    ]),
  ]
}

/** A door of each room in the wall between them, each measured from where that room's edge begins. */
function doors(ofA: readonly [along: number, width: number], ofB: readonly [along: number, width: number]): NonNullable<Sketch['openings']> {
  return [opening('a', { room: 'room_a00000', corner: 'a' }, ...ofA), opening('b', { room: 'room_b00000', corner: 'a' }, ...ofB)]
}

function jambs({ openings }: BuildingStorey) {
  return openings.map(({ from, to }) => [from, to])
}

/** The lengths of walls that nobody can have drawn. Metres. */
function posts({ walls }: BuildingStorey): readonly number[] {
  return walls.map(({ from, to }) => Math.hypot(to.x - from.x, to.y - from.y)).filter((length) => length < 0.01)
}

it('lets two doors that meet on a slanted wall share a jamb', () => {
  // The wall is 4.123106 m long: the door of b ends 4.123106 - 1.122 - 1 = 2.001106 m from (0, 0), 1.1 mm past that of a. Alone, its jamb would
  // be at 1.9413 -> 1.941 and 0.4853 -> 0.485 m, and that of a at 1.9403 -> 1.940 and 0.4851 -> 0.485 m: a post of 1 mm. That of b holds, for it
  // is nearer to the middle of the wall.
  const sketch: Sketch = { rooms: sides(4, 1), openings: doors([1, 1], [1.122, 1]) }
  const storey = storeyOf(sketch)
  expect(jambs(storey)).toEqual([
    [
      { x: 0.97, y: 0.243 },
      { x: 1.941, y: 0.485 },
    ],
    [
      { x: 2.912, y: 0.728 },
      { x: 1.941, y: 0.485 },
    ],
  ])
  expect(posts(storey)).toEqual([])
})

it('leaves a post of three millimetres, and doors that lie over one another by more', () => {
  const apart = (along: number) => storeyOf({ rooms: sides(4, 0), openings: doors([1, 1], [along, 1]) })
  expect(posts(apart(0.997))).toEqual([expect.closeTo(0.003, 9)])
  expect(jambs(apart(1.003))).toEqual([
    [
      { x: 1, y: 0 },
      { x: 2, y: 0 },
    ],
    [
      { x: 2.997, y: 0 },
      { x: 1.997, y: 0 },
    ],
  ])
})

const meeting = fc.record({
  x: fc.integer({ min: 3000, max: 9000 }),
  along: fc.integer({ min: 100, max: 900 }),
  widths: fc.tuple(fc.integer({ min: 500, max: 1000 }), fc.integer({ min: 500, max: 1000 })),
  tenths: fc.integer({ min: 0, max: 3599 }),
})

test.prop([meeting], { numRuns: 200, seed: 1 })(
  'doors that meet share a jamb whichever way the plan is turned',
  ({ x, along, widths: [a, b], tenths }) => {
    const [cos, sin] = [Math.cos((tenths * Math.PI) / 1800), Math.sin((tenths * Math.PI) / 1800)]
    const sketch = { rooms: sides(x / 1000, 0), openings: doors([along / 1000, a / 1000], [(x - along - a - b) / 1000, b / 1000]) }
    const storey = storeyOf(moved(sketch, (u, v) => [u * cos - v * sin, u * sin + v * cos]))
    const [ofA, ofB] = jambs(storey)
    expect(ofA?.[1]).toEqual(ofB?.[1])
    expect(posts(storey)).toEqual([])
  },
)

it('lets a body through the middle of two doors that meet, on a slanted wall as on a level one', () => {
  const across = (along: number, y: number) => {
    const { design, workshop } = plan({ rooms: sides(4, y), openings: doors([1, 0.3], [along, 0.3]) })
    const floor = floorOfStorey(buildBuilding(design, workshop).storeys[0]!, 1)
    const stop = (u: number, v: number) => ({ x: u, y: v, region: stopAt(floor, { x: u, y: v }) })
    return createRouter(floor).lengths(stop(1.3, 2), [stop(1.3, -2)], { radius: 0.24, passes: 0, flows: [] })[0]?.status
  }
  expect(across(2.4, 0)).toBe('ok')
  expect(across(2.522, 1)).toBe('ok')
})

test.prop([fc.array(fc.tuple(fc.boolean(), fc.integer({ min: -3, max: 3 })), { minLength: 1, maxLength: 6 })], { numRuns: 15, seed: 1 })(
  'doors that come to meet and part again are those of a building built from nothing',
  (steps) => {
    const { design, workshop } = plan({ rooms: sides(4, 1), openings: doors([1, 1], [1.122, 1]) })
    let document: WardDocument = { workshop, designs: { [PLAN_DESIGN]: design } }
    buildBuilding(design, workshop)
    for (const [isFirst, millimetres] of steps) {
      const before = document.designs[PLAN_DESIGN]![isFirst ? 'opening_a00000' : 'opening_b00000']
      if (before?.kind !== 'opening') throw new Error('There are two doors')
      const after = { ...before, along: Math.round(before.along * 1000 + millimetres) / 1000 }
      document = applyChange(document, { added: [], updated: [[before, after]], removed: [] })
      const table = document.designs[PLAN_DESIGN]!
      expect(buildBuilding(table, workshop)).toEqual(buildBuilding(structuredClone({ ...table }), structuredClone({ ...workshop })))
    }
  },
)
