import { expect, it } from 'vitest'
import { pinches } from '#shared/geometry/passage'
import type { Point } from '#shared/geometry/point'

const at = (x: number, y: number): Point => ({ x, y })
const box = (x: number, y: number, width: number, depth: number) => [at(x, y), at(x + width, y), at(x + width, y + depth), at(x, y + depth)]

it('finds no pinch in a corridor that is as wide as it should be', () => {
  const corridor = box(0, 0, 12000, 2150)
  expect(pinches([corridor], [at(0, 1000), at(12000, 1000)], 2150)).toEqual([])
  expect(pinches([corridor], [at(0, 1000), at(12000, 1000)], 2140)).toEqual([])
})

it('finds the whole of one that is not', () => {
  const [pinch, ...more] = pinches([box(0, 0, 12000, 1500)], [at(0, 700), at(12000, 700)], 2150)
  expect(more).toEqual([])
  expect(pinch?.middle).toEqual(at(6000, 750))
})

// 2.4 m wide, but 1.7 m for a metre at a column from x = 5 to 6 m.
const column = [at(0, 0), at(12000, 0), at(12000, 2400), at(6000, 2400), at(6000, 1700), at(5000, 1700), at(5000, 2400), at(0, 2400)]

it('finds where a column stands in the way, and nothing once it may be that narrow', () => {
  const exits = [at(0, 1000), at(12000, 1000)]
  const found = pinches([column], exits, 2150)
  expect(found.map(({ middle }) => Math.round(middle.x / 100))).toEqual([55])
  expect(pinches([column], exits, 1700)).toEqual([])
})

it('asks nothing of floor that lies between no two exits', () => {
  expect(pinches([column], [at(0, 1000), at(3000, 0)], 2150)).toEqual([])
  expect(pinches([column], [at(0, 1000)], 2150)).toEqual([])
})

it('takes a narrow bit before a door for its recess, and a long one for a corridor', () => {
  const stub = (long: number) => [
    at(0, 0),
    at(8000, 0),
    at(8000, 2400),
    at(5200, 2400),
    at(5200, 2400 + long),
    at(4000, 2400 + long),
    at(4000, 2400),
    at(0, 2400),
  ]
  const exits = (long: number) => [at(0, 1000), at(4600, 2400 + long)]
  expect(pinches([stub(800)], exits(800), 2150)).toEqual([])
  expect(pinches([stub(4000)], exits(4000), 2150)).toHaveLength(1)
})

it('goes round a corner without taking the corner for a pinch', () => {
  const bend = [at(0, 0), at(8000, 0), at(8000, 8000), at(5800, 8000), at(5800, 2200), at(0, 2200)]
  expect(pinches([bend], [at(0, 1000), at(7000, 8000)], 2150)).toEqual([])
})
