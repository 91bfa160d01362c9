import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { areasOf } from '#shared/building/area'
import { buildBuilding } from '#shared/building/build-building'
import type { BuildingStorey } from '#shared/building/building'
import { areaOf, difference, union } from '#shared/geometry/clip'
import { pointToMillimetres } from '#shared/geometry/millimetres'
import type { Point } from '#shared/geometry/point'
import { box, moved, plan, rounded, type Sketch, storeyOf, tableOf, wall } from '#test/support/plans'
import { wallToWall } from '#test/support/sketches'

const RUNS = { numRuns: 40, seed: 1 }

function rings(storey: BuildingStorey): readonly (readonly Point[])[] {
  return storey.walls.map(({ ring }) => ring.map(pointToMillimetres))
}

/** Rings as text that does not depend on where they begin, which way they run or how walls are listed. */
function ringTexts(storey: BuildingStorey, back: (p: Point) => Point = (p) => p): readonly string[] {
  return rings(storey)
    .map((ring) =>
      ring
        .map(back)
        .map(({ x, y }) => `${Math.round(x) + 0},${Math.round(y) + 0}`)
        .sort()
        .join(' '),
    )
    .sort()
}

function turnedBy(sketch: Sketch, degrees: number): Sketch {
  const cos = Math.cos((degrees * Math.PI) / 180)
  const sin = Math.sin((degrees * Math.PI) / 180)
  return moved(sketch, (x, y) => [x * cos - y * sin, x * sin + y * cos])
}

/** Holes in the union of all walls: floors that nobody can leave. */
function closedFloors(storey: BuildingStorey): number {
  return union(rings(storey)).filter((ring) => areaOf([ring]) < -10_000).length
}

describe('no slit opens', () => {
  test.prop([wallToWall(), fc.integer({ min: 0, max: 3599 })], RUNS)(
    'between thick walls, turned by any angle and rounded to the millimetre',
    (sketch, tenths) => {
      expect(closedFloors(storeyOf(turnedBy(sketch, tenths / 10)))).toBe(sketch.rooms.length)
    },
  )

  test.prop([wallToWall({ thickness: 0 }), fc.integer({ min: 0, max: 3599 })], RUNS)(
    'between walls without thickness: every room is a closed chain of them',
    (sketch, tenths) => {
      const storey = storeyOf(turnedBy(sketch, tenths / 10))
      for (const { room } of sketch.rooms.map((each) => ({ room: each.id }))) {
        const ends = storey.walls.filter(({ of }) => of.includes(room)).flatMap(({ ring }) => ring.map(({ x, y }) => `${x},${y}`))
        for (const end of ends) expect(ends.filter((other) => other === end)).toHaveLength(2)
      }
    },
  )

  test.prop([wallToWall({ thickness: 0.003 }), fc.integer({ min: 0, max: 3599 })], RUNS)(
    'between walls as thin as three millimetres',
    (sketch, tenths) => {
      expect(closedFloors(storeyOf(turnedBy(sketch, tenths / 10)))).toBe(sketch.rooms.length)
    },
  )

  test.prop([wallToWall(), fc.array(fc.integer({ min: -1, max: 1 }), { minLength: 48, maxLength: 48 })], RUNS)(
    'where rooms are drawn a millimetre off one another',
    (sketch, off) => {
      const shifted = {
        ...sketch,
        rooms: sketch.rooms.map((room, i) => ({
          ...room,
          corners: room.corners.map((corner) => ({
            ...corner,
            x: rounded(corner.x + off[2 * i]! / 1000),
            y: rounded(corner.y + off[2 * i + 1]! / 1000),
          })),
        })),
      }
      expect(closedFloors(storeyOf(shifted))).toBe(sketch.rooms.length)
    },
  )
})

describe('a partition that ends at walls', () => {
  const partition = fc.record({
    from: fc.integer({ min: 500, max: 3500 }),
    to: fc.integer({ min: 500, max: 3500 }),
    short: fc.integer({ min: -1, max: 1 }),
    tenths: fc.integer({ min: 0, max: 3599 }),
  })
  const drawn = (thickness: number, { from, to, short, tenths }: { from: number; to: number; short: number; tenths: number }) =>
    storeyOf(
      turnedBy(
        {
          rooms: [box('a', 0, 0, 4, 5, { thickness })],
          walls: [wall('w', [from / 1000, short / 1000], [to / 1000, 5 - short / 1000], { thickness })],
        },
        tenths / 10,
      ),
    )

  test.prop([partition], RUNS)('parts the room, a millimetre short or long, at any angle', (given) => {
    // Short by a millimetre and rounded on a slant at both ends is up to 2.4 mm: more than joints reach, and more than half of 4 mm.
    expect(closedFloors(drawn(0.004, { ...given, short: Math.min(given.short, 0) }))).toBe(2)
    expect(closedFloors(drawn(0.12, given))).toBe(2)
  })

  test.prop([partition], RUNS)('shares its ends with them where they have no thickness', (given) => {
    // A millimetre short and two ends rounded on a slant are up to 2.4 mm: more than joints reach, and less than any wall is thick.
    const { walls } = drawn(0, { ...given, short: 0 })
    const ends = (piece: (typeof walls)[number]) => [piece.from, piece.to].map(({ x, y }) => `${x},${y}`)
    const ofRoom = new Set(walls.filter(({ of }) => of[0] === 'room_a00000').flatMap(ends))
    for (const end of walls.filter(({ of }) => of[0] !== 'room_a00000').flatMap(ends)) expect(ofRoom.has(end)).toBe(true)
  })
})

describe('the same building', () => {
  // Half of 0.125 m is no whole millimetre: rounding has to choose a side, and always the same.
  const plain = wallToWall({ doors: true, thickness: 0.125 })
  const building = (sketch: Sketch) => {
    const { design, workshop } = plan(sketch)
    return buildBuilding(design, workshop)
  }

  test.prop([plain, fc.integer({ min: -50_000, max: 50_000 }), fc.integer({ min: -50_000, max: 50_000 })], RUNS)(
    'shifted by millimetres',
    (sketch, dx, dy) => {
      const there = building(moved(sketch, (x, y) => [x + dx / 1000, y + dy / 1000]))
      expect(ringTexts(there.storeys[0]!, ({ x, y }) => ({ x: x - dx, y: y - dy }))).toEqual(ringTexts(building(sketch).storeys[0]!))
      expect(areasOf(there).net).toBeCloseTo(areasOf(building(sketch)).net, 9)
    },
  )

  test.prop([plain, fc.integer({ min: 1, max: 3 })], RUNS)('turned by quarters', (sketch, quarters) => {
    const turn = (x: number, y: number, times: number): readonly [number, number] => (times === 0 ? [x, y] : turn(-y, x, times - 1))
    const there = building(moved(sketch, (x, y) => turn(x, y, quarters)))
    const back = ({ x, y }: Point) => {
      const [u, v] = turn(x, y, 4 - quarters)
      return { x: u, y: v }
    }
    expect(ringTexts(there.storeys[0]!, back)).toEqual(ringTexts(building(sketch).storeys[0]!))
    expect(areasOf(there).gross).toBeCloseTo(areasOf(building(sketch)).gross, 9)
  })

  test.prop([plain], RUNS)('mirrored', (sketch) => {
    // A mirrored room runs clockwise: the edges keep their keys.
    const there = building(moved(sketch, (x, y) => [-x, y]))
    expect(ringTexts(there.storeys[0]!, ({ x, y }) => ({ x: -x, y }))).toEqual(ringTexts(building(sketch).storeys[0]!))
    expect(areasOf(there).net).toBeCloseTo(areasOf(building(sketch)).net, 9)
    expect(areasOf(there).gross).toBeCloseTo(areasOf(building(sketch)).gross, 9)
  })

  test.prop([plain], RUNS)('with its records in another order, to the last digit', (sketch) => {
    const { design, workshop } = plan(sketch)
    const reordered = tableOf(Object.values(design).reverse())
    expect(buildBuilding(reordered, workshop)).toEqual(buildBuilding(design, workshop))
  })
})

describe('areas, against clipping', () => {
  test.prop([wallToWall(), fc.constantFrom(0, 0, 233, 3471)], RUNS)(
    'net is the polygon less every wall, gross what rooms and walls cover',
    (sketch, tenths) => {
      const drawn = turnedBy(sketch, tenths / 10)
      const { design, workshop } = plan(drawn)
      const building = buildBuilding(design, workshop)
      const storey = building.storeys[0]!
      // Rounded corners of turned walls shift their faces by up to a millimetre over some tens of metres.
      const digits = tenths === 0 ? 6 : 1
      for (const { polygon, netArea } of storey.rooms) {
        expect(netArea).toBeCloseTo(areaOf(difference([polygon.map(pointToMillimetres)], rings(storey))) / 1e6, digits)
      }
      const covered = union([...rings(storey), ...storey.rooms.map(({ polygon }) => polygon.map(pointToMillimetres))])
      expect(areasOf(building).gross).toBeCloseTo(areaOf(covered) / 1e6, digits)
    },
  )
})
