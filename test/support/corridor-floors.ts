import fc from 'fast-check'
import type { Stop } from '#shared/routing/router'
import type { Solid, Threshold, WalkableFloor } from '#shared/walkable/walkable-floor'

/** A corridor of 40 m with eight rooms on one side, each with a door, a screen and a piece of furniture, and pillars; a stop in each room. */
export type CorridorFloor = { readonly floor: WalkableFloor; readonly stops: readonly Stop[] }

const ROOMS = 8
const WIDTH = 5000
const DEPTH = 4000
const END = ROOMS * WIDTH
const CORRIDOR = 2400

const rooms = fc.record({
  door: fc.integer({ min: 0, max: WIDTH - 1300 }),
  doorWidth: fc.constantFrom(900, 1200),
  isThrough: fc.constantFrom(false, false, false, true),
  hasSideDoor: fc.constantFrom(false, false, true),
  hasScreen: fc.constantFrom(false, true, true),
  x: fc.integer({ min: 300, max: WIDTH - 1500 }),
  y: fc.integer({ min: 300, max: DEPTH - 1300 }),
  width: fc.integer({ min: 200, max: 1200 }),
  height: fc.integer({ min: 200, max: 1000 }),
  pillar: fc.integer({ min: 0, max: WIDTH - 400 }),
})

const lists = fc.array(rooms, { minLength: ROOMS, maxLength: ROOMS })

export const corridorFloors: fc.Arbitrary<CorridorFloor> = lists.map((list) => corridorOf(list, 60))

/** The same with walls of no thickness, along which one walks from door to door. */
export const thinCorridorFloors: fc.Arbitrary<CorridorFloor> = lists.map((list) => corridorOf(list, 0))

type Room = typeof rooms extends fc.Arbitrary<infer One> ? One : never

/** `half`: half the thickness of the walls, in millimetres. */
function corridorOf(list: readonly Room[], half: number): CorridorFloor {
  const solids: Solid[] = []
  const thresholds: Threshold[] = []
  const opening = (key: string, from: readonly [number, number], to: readonly [number, number], left: number, right: number, width: number) =>
    thresholds.push({
      key,
      opening: `opening_${key}0000`,
      ax: from[0],
      ay: from[1],
      bx: to[0],
      by: to[1],
      left,
      right,
      width: width / 1000,
      admits: undefined,
      oneWay: undefined,
    })
  list.forEach((room, i) => {
    const x = i * WIDTH
    const from = x + room.door
    solids.push({ key: `front${i}a`, ring: block(x - half, DEPTH - half, from, DEPTH + half) })
    solids.push({ key: `front${i}b`, ring: block(from + room.doorWidth, DEPTH - half, x + WIDTH + half, DEPTH + half) })
    opening(`door${i}`, [from, DEPTH], [from + room.doorWidth, DEPTH], ROOMS, i, room.doorWidth)
    const isOpen = room.hasSideDoor && i > 0
    if (i > 0) solids.push({ key: `side${i}`, ring: block(x - half, isOpen ? 1000 : -half, x + half, DEPTH + half) })
    if (isOpen) opening(`side${i}`, [x, 0], [x, 1000], i - 1, i, 1000)
    // Behind the screen one sees little of what an edit changes.
    if (room.hasScreen) solids.push({ key: `screen${i}`, ring: block(x + 60, 700, x + 1500, 760) })
    solids.push({ key: `bed${i}`, ring: block(x + room.x, room.y, x + room.x + room.width, room.y + room.height) })
    solids.push({
      key: `pillar${i}`,
      ring: block(x + room.pillar, DEPTH + CORRIDOR - 300, x + room.pillar + 300, DEPTH + CORRIDOR + 100),
    })
  })
  return {
    floor: {
      boundary: [[0, 0, END, 0, END, DEPTH + CORRIDOR, 0, DEPTH + CORRIDOR]],
      solids,
      regions: [...list.map(({ isThrough }, i) => regionOf(i, isThrough)), regionOf(ROOMS, true)],
      thresholds,
    },
    stops: [...list.map((_, i) => ({ x: i * 5 + 0.35, y: 0.3, region: i })), { x: 39.5, y: 5.1, region: ROOMS }],
  }
}

function regionOf(i: number, through: boolean): WalkableFloor['regions'][number] {
  return { key: `r${i}`, room: `room_00000${i}`, ring: [], through, admits: undefined }
}

function block(x0: number, y0: number, x1: number, y1: number): number[] {
  if (x0 === x1 || y0 === y1) return [x0, y0, x1, y1]
  return [x0, y0, x1, y0, x1, y1, x0, y1]
}

/** The floor with one of its beds or pillars moved by so many millimetres. */
export function shifted(floor: WalkableFloor, { which, dx, dy }: { which: number; dx: number; dy: number }): WalkableFloor {
  const movable = floor.solids.filter(({ key }) => /^(bed|pillar)/.test(key))
  const moved = movable[which % movable.length]!
  return {
    ...floor,
    solids: floor.solids.map((solid) => (solid === moved ? { ...solid, ring: solid.ring.map((at, i) => at + (i % 2 === 0 ? dx : dy)) } : solid)),
  }
}
