import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { buildBuilding } from '#shared/building/build-building'
import { WORKED_DESIGN, workedExample } from '#test/support/worked-example'
import { levelAt, meets, pickElement, type Ray, wallTopAt } from '../../../renderer/scene/pick'

const document = workedExample()
const storey = buildBuilding(document.designs[WORKED_DESIGN]!, document.workshop).storeys[0]!
const down = (x: number, y: number): Ray => ({ from: { x, y, z: 50 }, direction: { x: 0, y: 0, z: -1 } })
const pick = (ray: Ray) => pickElement(storey, () => 1, 1.2, ray)

describe('picking from straight above', () => {
  it('takes the furniture that it falls on, and beside it the room', () => {
    const [bed] = storey.fixtures
    const { x, y } = bed!.fixture
    expect(pick(down(x, y))).toBe(bed!.fixture.id)
    expect(pick(down(x + 1.5, y))).toBe(bed!.room)
  })

  it('takes a door in the whole of its opening, and nothing outside', () => {
    const door = storey.openings.find(({ opening }) => opening.opening === 'door')!
    expect(pick(down((door.from.x + door.to.x) / 2, (door.from.y + door.to.y) / 2))).toBe(door.opening.id)
    expect(pick(down(1e4, 1e4))).toBeUndefined()
  })
})

describe('the top of a wall', () => {
  const wall = storey.walls.find(({ from, to }) => Math.hypot(to.x - from.x, to.y - from.y) > 1)!
  const middle = { x: (wall.from.x + wall.to.x) / 2, y: (wall.from.y + wall.to.y) / 2 }

  it('is taken hold of where it is seen, and not on the floor behind it', () => {
    expect(wallTopAt(storey, 1.2, down(middle.x, middle.y))?.key).toBe(wall.key)
    // A line that slants by a metre a metre comes to the floor 1.2 m further than to the top.
    const slanting: Ray = { from: { x: middle.x - 8.8, y: middle.y, z: 10 }, direction: { x: 1, y: 0, z: -1 } }
    expect(wallTopAt(storey, 1.2, slanting)?.key).toBe(wall.key)
    expect(levelAt(slanting, 0)!.x).toBeCloseTo(middle.x + 1.2, 9)
  })

  it('is never seen by a line that rises', () => {
    expect(wallTopAt(storey, 1.2, { from: { ...middle, z: 0 }, direction: { x: 0, y: 0, z: 1 } })).toBeUndefined()
  })
})

const box = [
  { x: 0, y: 0 },
  { x: 2, y: 0 },
  { x: 2, y: 1 },
  { x: 0, y: 1 },
]

it('meets a prism on the side that faces it', () => {
  expect(meets(box, 1, { from: { x: -3, y: 0.5, z: 0.5 }, direction: { x: 1, y: 0, z: 0 } })).toBe(3)
  expect(meets(box, 1, { from: { x: -3, y: 0.5, z: 1.5 }, direction: { x: 1, y: 0, z: 0 } })).toBeUndefined()
  expect(meets(box, 1, { from: { x: -1, y: 0.5, z: 2 }, direction: { x: 1, y: 0, z: -1 } })).toBe(1)
})

const coordinate = fc.integer({ min: -40, max: 40 }).map((tenths) => tenths / 10)

test.prop([fc.record({ x: coordinate, y: coordinate, z: fc.constant(5) }), fc.record({ x: coordinate, y: coordinate, z: fc.constant(-1) })])(
  'meets a prism exactly where some point of the line is in it',
  (from, direction) => {
    const at = meets(box, 1, { from, direction })
    const spot = (t: number) => ({ x: from.x + t * direction.x, y: from.y + t * direction.y, z: from.z + t * direction.z })
    const isIn = ({ x, y, z }: { x: number; y: number; z: number }, slack: number) =>
      x >= -slack && x <= 2 + slack && y >= -slack && y <= 1 + slack && z >= -slack && z <= 1 + slack
    if (at !== undefined) expect(isIn(spot(at), 1e-9)).toBe(true)
    else for (let t = 0; t < 8; t += 0.005) expect(isIn(spot(t), -1e-9)).toBe(false)
  },
)
