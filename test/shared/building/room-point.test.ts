import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { pointsOfRooms, roomAt, roomPoint } from '#shared/building/room-point'
import { recordsOf } from '#shared/document/document'
import type { Point } from '#shared/geometry/point'
import { distanceToSegment, sideOfRing } from '#shared/geometry/polygon'
import { box, fixture, opening, room, type Sketch, storeyOf, wall } from '#test/support/plans'
import { workedExample } from '#test/support/worked-example'

const RADII = { usual: 0.5, person: 0.3 }

function pointOf(sketch: Sketch, radii = RADII): Point | undefined {
  const storey = storeyOf(sketch)
  return roomPoint(storey, storey.rooms[0]!, radii)
}

describe('the point of a room', () => {
  it('is the centroid of its clear floor', () => {
    expect(pointOf({ rooms: [box('a', 0, 0, 4, 5)] })).toEqual({ x: 2, y: 2.5 })
  })

  it('of unequal walls lies between their faces', () => {
    // Faces at x = 0.15 and 3.94.
    const point = pointOf({ rooms: [box('a', 0, 0, 4, 5), box('b', 4, 0, 4, 5)] })
    expect(point!.x).toBeCloseTo((0.15 + 3.94) / 2, 12)
    expect(point!.y).toBeCloseTo(2.5, 12)
  })

  it('of an L lies in its floor', () => {
    const corners = [
      [0, 0],
      [6, 0],
      [6, 3],
      [2, 3],
      [2, 6],
      [0, 6],
    ] as const
    // Two boxes: 18 m2 about (3, 1.5), 6 m2 about (1, 4.5).
    const point = pointOf({
      rooms: [
        room(
          'l',
          corners.map(([x, y]) => [x, y, { thickness: 0 }]),
        ),
      ],
    })
    expect(point!.x).toBeCloseTo(2.5, 12)
    expect(point!.y).toBeCloseTo(2.25, 12)
  })

  it('takes furniture off the floor, and keeps half a metre off it', () => {
    // A bench along the bottom: clear floor from y = 1 to 5.
    const bench = fixture('f', 2, 0.5, 4, 1)
    expect(pointOf({ rooms: [box('a', 0, 0, 4, 5, { thickness: 0 })], fixtures: [bench] })).toEqual({ x: 2, y: 3 })
    // A table in the very middle: the nearest free points are 0.5 m from its long sides; ties go to the lower x.
    const table = fixture('f', 2, 2.5, 1, 2)
    expect(pointOf({ rooms: [box('a', 0, 0, 4, 5, { thickness: 0 })], fixtures: [table] })).toEqual({ x: 1, y: 2.5 })
  })

  it('does not mind fixtures that nobody walks round', () => {
    const rug = fixture('f', 2, 2.5, 2, 2, { blocks: false })
    expect(pointOf({ rooms: [box('a', 0, 0, 4, 5)], fixtures: [rug] })).toEqual({ x: 2, y: 2.5 })
  })

  it('is found for a person where the larger disc has no room', () => {
    const narrow = box('a', 0, 0, 0.8, 5, { thickness: 0 })
    expect(pointOf({ rooms: [narrow] })).toEqual({ x: 0.4, y: 2.5 })
    expect(pointOf({ rooms: [narrow] }, { usual: 0.5, person: 0.45 })).toBeUndefined()
  })

  it('keeps off a free wall', () => {
    const sketch = { rooms: [box('a', 0, 0, 4, 5, { thickness: 0 })], walls: [wall('w', [2, 0], [2, 4], { thickness: 0 })] }
    expect(pointOf(sketch)).toEqual({ x: 1.5, y: 2.5 })
  })

  it('is undefined in a room without floor', () => {
    expect(pointOf({ rooms: [box('a', 0, 0, 0.3, 0.3)] })).toBeUndefined()
  })
})

it('finds the room at a point', () => {
  const storey = storeyOf({ rooms: [box('a', 0, 0, 4, 5), box('b', 4, 0, 4, 5)] })
  expect(roomAt(storey, { x: 5, y: 1 })?.room.id).toBe('room_b00000')
  expect(roomAt(storey, { x: 4, y: 1 })?.room.id).toBe('room_a00000')
  expect(roomAt(storey, { x: 9, y: 1 })).toBeUndefined()
})

test.prop(
  [
    fc.array(
      fc.record({
        x: fc.integer({ min: 0, max: 40 }),
        y: fc.integer({ min: 0, max: 50 }),
        width: fc.integer({ min: 3, max: 20 }),
        rotation: fc.constantFrom(0, 30, 90, 147),
      }),
      { maxLength: 6 },
    ),
    fc.integer({ min: 0, max: 30 }),
  ],
  { numRuns: 30, seed: 1 },
)('no point of a fine grid stands free nearer to the centroid', (drawn, along) => {
  const fixtures = drawn.map(({ x, y, width, rotation }, i) => fixture(`f${i}`, x / 10, y / 10, width / 10, 0.8, { rotation }))
  const storey = storeyOf({
    rooms: [box('a', 0, 0, 4, 5)],
    fixtures,
    openings: [opening('d', { room: 'room_a00000', corner: 'a' }, along / 10, 0.9)],
  })
  const bare = roomPoint(storey, storey.rooms[0]!, { usual: 0, person: 0 })
  const point = roomPoint(storey, storey.rooms[0]!, { usual: 0.5, person: 0.5 })
  const solids = [...storey.walls.map(({ ring }) => ring), ...storey.fixtures.map(({ footprint }) => footprint)]
  const clearance = ({ x, y }: Point) =>
    Math.min(
      ...solids.map((ring) =>
        sideOfRing(ring, x, y) > 0 ? 0 : Math.min(...ring.map((a, i) => distanceToSegment(x, y, a, ring[(i + 1) % ring.length]!))),
      ),
    )
  const free: Point[] = []
  for (let x = 0.05; x < 4; x += 0.1) for (let y = 0.05; y < 5; y += 0.1) if (clearance({ x, y }) >= 0.5) free.push({ x, y })
  if (point === undefined) return expect(free).toEqual([])
  expect(clearance(point)).toBeGreaterThan(0.5 - 1e-6)
  // With no radius the point is the centroid itself, unless that lies in a fixture.
  if (bare === undefined || clearance(bare) < 1e-6) return
  const reach = Math.hypot(point.x - bare.x, point.y - bare.y)
  for (const p of free) expect(Math.hypot(p.x - bare.x, p.y - bare.y)).toBeGreaterThan(reach - 1e-6)
})

it('answers for the rooms of a building by the radii of its settings, and for none that is not there', () => {
  const { workshop } = workedExample()
  const settings = recordsOf(workshop, 'settings')[0]!
  const a = box('a', 0, 0, 4, 5)
  const pointOfRoom = pointsOfRooms({ storeys: [storeyOf({ rooms: [a] })] }, settings)
  expect(pointOfRoom(0, a.id)).toEqual({ x: 2, y: 2.5 })
  expect(pointOfRoom(0, 'room_gonegone')).toBeUndefined()
  expect(pointOfRoom(1, a.id)).toBeUndefined()
})
