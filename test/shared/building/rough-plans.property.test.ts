import { fc, test } from '@fast-check/vitest'
import { expect } from 'vitest'
import { areasOf } from '#shared/building/area'
import { buildBuilding } from '#shared/building/build-building'
import { buildingFindings } from '#shared/building/findings'
import { roomPoint } from '#shared/building/room-point'
import { eyeView, visibleStretches } from '#shared/building/sight'
import { floorOfStorey } from '#shared/walkable/floor-of-building'
import { fixture, opening, plan, room, type Sketch, wall } from '#test/support/plans'

/** On a coarse grid, so that corners and walls coincide, with a millimetre or two of sloth. */
const place = fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: -2, max: 2 })).map(([step, off]) => step + off / 1000)
const point = fc.tuple(place, place)
const edge = fc.record({ edge: fc.constantFrom('wall', 'glazed', 'open'), thickness: fc.constantFrom(undefined, 0, 0.001, 0.1, 0.125, 2) } as const)
const roughRoom = fc.array(fc.tuple(point, edge), { minLength: 3, maxLength: 7 })
const roughOpening = fc.record({
  on: fc.tuple(fc.integer({ min: 0, max: 5 }), fc.constantFrom('a', 'b', 'c', 'd', 'zz')),
  along: fc.integer({ min: 0, max: 6000 }),
  width: fc.integer({ min: 50, max: 4000 }),
  opening: fc.constantFrom('door', 'archway', 'window', 'passThrough'),
  gate: fc.constantFrom(undefined, 'main'),
} as const)

/** Whatever a hand that slips may draw: rooms over one another, without area, crossing themselves; walls and doors anywhere. */
const rough: fc.Arbitrary<Sketch> = fc
  .record({
    rooms: fc.array(roughRoom, { maxLength: 6 }),
    walls: fc.array(fc.tuple(point, point, fc.constantFrom(0, 0.12)), { maxLength: 4 }),
    openings: fc.array(roughOpening, { maxLength: 8 }),
    fixtures: fc.array(fc.tuple(point, fc.integer({ min: 0, max: 3599 })), { maxLength: 4 }),
    outline: fc.option(fc.array(point, { minLength: 3, maxLength: 6 }), { nil: undefined }),
  })
  .map(({ rooms, walls, openings, fixtures, outline }) => ({
    rooms: rooms.map((corners, i) =>
      room(
        `r${i}`,
        corners.map(([[x, y], { edge, thickness }]) => [x, y, { edge, ...(thickness === undefined ? {} : { thickness }) }]),
      ),
    ),
    walls: walls.map(([from, to, thickness], i) => wall(`w${i}`, from, to, { thickness })),
    openings: openings.map(({ on: [host, corner], along, width, gate, ...more }, i) => {
      const named = corner === 'zz' ? { wall: `wall_w${host}0000` } : { room: `room_r${host}0000`, corner }
      return opening(`o${i}`, named, along / 1000, width / 1000, { ...more, ...(gate === undefined ? {} : { gate }) })
    }),
    fixtures: fixtures.map(([[x, y], tenths], i) => fixture(`f${i}`, x, y, 1, 0.5, { rotation: tenths / 10 })),
    ...(outline === undefined ? {} : { outline: outline.map(([x, y]) => ({ x, y })) }),
  }))

function numbersIn(value: unknown): readonly number[] {
  if (typeof value === 'number') return [value]
  if (Array.isArray(value) || ArrayBuffer.isView(value)) return Array.from(value as unknown as ArrayLike<unknown>).flatMap(numbersIn)
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersIn) : []
}

test.prop([rough], { numRuns: 50, seed: 1 })('the roughest plan is built, measured and judged without a hitch', (sketch) => {
  const { design, workshop } = plan(sketch)
  const building = buildBuilding(design, workshop)
  const storey = building.storeys[0]!
  const { boundary, solids } = floorOfStorey(storey, 1)
  const points = storey.rooms.map((built) => roomPoint(storey, built, { usual: 0.5, person: 0.25 }))
  const seen = visibleStretches(eyeView(storey, { x: 1.5, y: 1.5 }), [0, 0, 5, 1, 3, 6], 25)
  const areas = areasOf(building)
  const { storeys } = building
  expect(numbersIn([storeys, boundary, solids, points, seen, areas]).filter((number) => !Number.isFinite(number))).toEqual([])
  for (const { ring } of solids) expect(ring.length).toBeGreaterThanOrEqual(4)
  for (const { netArea } of storey.rooms) expect(netArea).toBeGreaterThanOrEqual(0)
  expect(areas.uncovered).toBeGreaterThanOrEqual(0)
  expect(Array.isArray(buildingFindings(building, design, workshop))).toBe(true)
})
