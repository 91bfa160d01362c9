import fc from 'fast-check'
import type { Stop } from '#shared/routing/router'
import type { Solid, Threshold, WalkableFloor } from '#shared/walkable/walkable-floor'

/** Six rooms (three by two), a wall between each two neighbours with or without a door, furniture at any angle, stops in them. */
export type RoomFloor = { readonly floor: WalkableFloor; readonly stops: readonly Stop[]; readonly spare: Solid }

const COLUMNS = 3
const ROWS = 2

const doors = fc.record({
  // Often right at an end: where walls meet, openings on both sides of one then end at one point.
  at: fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(0, 1)),
  width: fc.constantFrom(0, 600, 900, 900, 1200, 2000, 9000),
  admits: fc.constantFrom(undefined, undefined, undefined, ['staff' as const], ['staff' as const, 'patient' as const]),
})

const furniture = fc.record({
  x: fc.integer({ min: 0, max: 12_000 }),
  y: fc.integer({ min: 0, max: 8000 }),
  w: fc.integer({ min: 50, max: 1800 }),
  h: fc.integer({ min: 50, max: 1200 }),
  turn: fc.constantFrom(0, 0, 0, 1, 2),
})

/** Coordinates on a coarse grid, so that corners touch and line up; or anywhere. */
export const roomFloors: fc.Arbitrary<RoomFloor> = fc
  .record({
    thickness: fc.constantFrom(0, 0, 120),
    grid: fc.constantFrom(1, 100, 500),
    xs: fc.tuple(fc.integer({ min: 2000, max: 5000 }), fc.integer({ min: 6500, max: 10_000 })),
    y: fc.integer({ min: 2500, max: 5500 }),
    through: fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }),
    doors: fc.array(doors, { minLength: 7, maxLength: 7 }),
    furniture: fc.array(furniture, { maxLength: 7 }),
    stops: fc.array(fc.tuple(fc.integer({ min: 0, max: 12_000 }), fc.integer({ min: 0, max: 8000 })), { minLength: 5, maxLength: 5 }),
  })
  .map(({ thickness, grid, xs, y, through, doors: openings, furniture: pieces, stops }) => {
    const snap = (value: number) => Math.round(value / grid) * grid
    const lineX = [0, snap(xs[0]), snap(xs[1]), 12_000]
    const lineY = [0, snap(y), 8000]
    const solids: Solid[] = []
    const thresholds: Threshold[] = []
    const regionAt = (column: number, row: number) => row * COLUMNS + column
    let wall = 0
    const addWall = (ax: number, ay: number, bx: number, by: number, left: number, right: number) => {
      const opening = openings[wall]!
      const length = bx - ax + by - ay
      const width = Math.min(length, opening.width)
      const from = snap(opening.at * (length - width))
      const [ux, uy] = bx > ax ? [1, 0] : [0, 1]
      const name = `w${wall++}`
      const until = Math.min(length, from + width)
      // Walls reach past their ends, as walls of a building do at their joints.
      if (from > 0 || thickness > 0) solids.push({ key: `${name}a`, ring: piece(ax, ay, ux, uy, -thickness, from, thickness) })
      if (until < length || thickness > 0) solids.push({ key: `${name}b`, ring: piece(ax, ay, ux, uy, until, length + thickness, thickness) })
      if (until <= from) return
      const ends = { ax: ax + ux * from, ay: ay + uy * from, bx: ax + ux * until, by: ay + uy * until }
      const { admits } = opening
      thresholds.push({ key: name, opening: `opening_${name}0000`, ...ends, left, right, width: (until - from) / 1000, admits, oneWay: undefined })
    }
    for (let row = 0; row < ROWS; row++) {
      for (let column = 0; column + 1 < COLUMNS; column++) {
        addWall(lineX[column + 1]!, lineY[row]!, lineX[column + 1]!, lineY[row + 1]!, regionAt(column, row), regionAt(column + 1, row))
      }
    }
    for (let column = 0; column < COLUMNS; column++) {
      addWall(lineX[column]!, lineY[1]!, lineX[column + 1]!, lineY[1]!, regionAt(column, 1), regionAt(column, 0))
    }
    const boxes = pieces.map((item, i) => ({ key: `f${i}`, ring: box(snap(item.x), snap(item.y), snap(item.w) + 50, snap(item.h) + 50, item.turn) }))
    // A point on a wall of no thickness stands on neither side of it: whoever asks has to say more.
    const beside = (at: number, lines: readonly number[]) => (lines.includes(at) ? at + 1 : at)
    const columnOf = (x: number) => (x < lineX[1]! ? 0 : x < lineX[2]! ? 1 : 2)
    const rowOf = (at: number) => (at < lineY[1]! ? 0 : 1)
    return {
      floor: {
        boundary: [[0, 0, 12_000, 0, 12_000, 8000, 0, 8000]],
        solids: [...solids, ...boxes.slice(1)],
        regions: through.map((isThrough, i) => ({ key: `r${i}`, room: `room_00000${i}`, ring: [], through: isThrough, admits: undefined })),
        thresholds,
      },
      stops: stops
        .map(([x, at]) => [beside(x, lineX.slice(1, -1)), beside(at, lineY.slice(1, -1))] as const)
        .map(([x, at]) => ({ x: x / 1000, y: at / 1000, region: regionAt(columnOf(x), rowOf(at)) })),
      spare: boxes[0] ?? { key: 'f0', ring: [4000, 4000, 4600, 4000, 4600, 4300, 4000, 4300] },
    }
  })

function piece(x: number, y: number, ux: number, uy: number, from: number, to: number, thickness: number): number[] {
  const h = thickness / 2
  const [ax, ay, bx, by] = [x + ux * from, y + uy * from, x + ux * to, y + uy * to]
  if (h === 0) return [ax, ay, bx, by]
  return uy === 0 ? [ax, ay - h, bx, ay - h, bx, ay + h, ax, ay + h] : [ax - h, ay, ax + h, ay, ax + h, by, ax - h, by]
}

/** A box turned about its corner by 0, atan(3/4) or 45 degrees. */
function box(x: number, y: number, w: number, h: number, turn: number): number[] {
  const [c, s] = [
    [1, 0],
    [0.8, 0.6],
    [Math.SQRT1_2, Math.SQRT1_2],
  ][turn] as [number, number]
  return [
    [0, 0],
    [w, 0],
    [w, h],
    [0, h],
  ].flatMap(([u, v]) => [Math.round(x + c * u! - s * v!), Math.round(y + s * u! + c * v!)])
}
