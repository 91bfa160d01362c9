import fc from 'fast-check'
import { fixture, opening, room, type Sketch, wall } from './plans'

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
export const rough: fc.Arbitrary<Sketch> = fc
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
