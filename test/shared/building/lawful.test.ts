import { expect, it } from 'vitest'
import { buildBuilding } from '#shared/building/build-building'
import type { Building } from '#shared/building/building'
import { isLawful, overlaps, roomsOutside } from '#shared/building/lawful'
import { box, moved, plan, room, type Sketch } from '#test/support/plans'

function building(sketch: Sketch): Building {
  const { design, workshop } = plan(sketch)
  return buildBuilding(design, workshop)
}

const side = (gap: number): Sketch => ({ rooms: [box('a', 0, 0, 4, 5), box('b', 4 + gap, 0, 4, 5)] })
const turned = (sketch: Sketch): Sketch => moved(sketch, (x, y) => [x * 0.8 - y * 0.6, x * 0.6 + y * 0.8])

it('lets rooms stand wall to wall, or less than 2 mm into one another', () => {
  for (const gap of [0.5, 0, -0.001]) {
    expect(isLawful(building(side(gap)))).toBe(true)
    expect(isLawful(building(turned(side(gap))))).toBe(true)
  }
})

it('names rooms that take the same floor', () => {
  for (const sketch of [side(-0.003), side(-1), turned(side(-0.01))]) {
    expect(isLawful(building(sketch))).toBe(false)
    expect(overlaps(building(sketch))).toEqual([{ a: 'room_a00000', b: 'room_b00000' }])
  }
})

it('sees a room inside another, and none in the corner of an L', () => {
  expect(isLawful(building({ rooms: [box('a', 0, 0, 8, 8), box('b', 2, 2, 2, 2)] }))).toBe(false)
  const l = room('l', [
    [0, 0],
    [6, 0],
    [6, 3],
    [2, 3],
    [2, 6],
    [0, 6],
  ])
  expect(isLawful(building({ rooms: [l, box('b', 2, 3, 4, 3)] }))).toBe(true)
  expect(isLawful(building({ rooms: [l, box('b', 1.9, 3, 4, 3)] }))).toBe(false)
})

it('keeps rooms inside the outline', () => {
  const outline = [
    { x: 0, y: 0 },
    { x: 6, y: 0 },
    { x: 6, y: 3 },
    { x: 2, y: 3 },
    { x: 2, y: 6 },
    { x: 0, y: 6 },
  ]
  expect(isLawful(building({ rooms: [box('a', 0, 0, 6, 3)], outline }))).toBe(true)
  const out = building({ rooms: [box('a', 0, 0, 3, 4)], outline })
  expect(isLawful(out)).toBe(false)
  expect(roomsOutside(out)).toEqual(['room_a00000'])
})
