import { describe, expect, it } from 'vitest'
import { buildBuilding } from '#shared/building/build-building'
import type { BuildingStorey } from '#shared/building/building'
import { box, fixture, opening, plan, room, roomType, storeyOf, wall, withRecord } from '#test/support/plans'

/** From and to of each wall piece as text, sorted: `0,0 4,0`. */
function lines({ walls }: BuildingStorey): readonly string[] {
  return walls.map(({ from, to }) => [`${from.x},${from.y}`, `${to.x},${to.y}`].sort().join(' ')).sort()
}

describe('walls of two rooms on one line', () => {
  it('are one, on both their rooms, 0.12 m thick inside and 0.30 m to the outside', () => {
    const storey = storeyOf({ rooms: [box('a', 0, 0, 4, 5), box('b', 4, 0, 3, 5)] })
    expect(lines(storey)).toEqual(['0,0 0,5', '0,0 4,0', '0,5 4,5', '4,0 4,5', '4,0 7,0', '4,5 7,5', '7,0 7,5'])
    const shared = storey.walls.find(({ of }) => of.length === 2)
    expect(shared).toMatchObject({ thickness: 0.12, of: ['room_a00000', 'room_b00000'] })
    expect(storey.walls.filter(({ thickness }) => thickness === 0.3)).toHaveLength(6)
  })

  it('lie on the line of the longer edge where they are drawn up to 2 mm apart', () => {
    const storey = storeyOf({ rooms: [box('a', 0, 0, 8, 5), box('b', 2, 5.002, 3, 4)] })
    expect(lines(storey)).toContain('2,5 5,5')
    expect(lines(storey)).toContain('2,5 2,9.002') // its own walls reach it
    expect(lines(storey)).not.toContain('2,5.002 5,5.002')
  })

  it('are two where they are drawn further apart', () => {
    const storey = storeyOf({ rooms: [box('a', 0, 0, 8, 5), box('b', 2, 5.003, 3, 4)] })
    expect(lines(storey)).toContain('2,5.003 5,5.003')
    expect(lines(storey)).toContain('0,5 8,5')
  })

  it('take the thicker wall and the more solid kind', () => {
    const storey = storeyOf({ rooms: [box('a', 0, 0, 4, 5, { edge: 'glazed', thickness: 0.2 }), box('b', 4, 0, 4, 5, { edge: 'open' })] })
    expect(storey.walls.find(({ from, to }) => from.x === 4 && to.x === 4)).toMatchObject({ edge: 'glazed', thickness: 0.2 })
    const solid = storeyOf({ rooms: [box('a', 0, 0, 4, 5, { edge: 'glazed', thickness: 0.2 }), box('b', 4, 0, 4, 5)] })
    expect(solid.walls.find(({ from, to }) => from.x === 4 && to.x === 4)).toMatchObject({ edge: 'wall', thickness: 0.2 })
  })

  it('are open where both are', () => {
    const storey = storeyOf({ rooms: [box('a', 0, 0, 4, 5, { edge: 'open' }), box('b', 4, 0, 4, 5, { edge: 'open' })] })
    expect(storey.walls).toEqual([])
    const shared = storey.openEdges.find(({ from, to }) => from.x === 4 && to.x === 4)
    expect([shared?.left, shared?.right].sort()).toEqual(['room_a00000', 'room_b00000'])
  })

  it('are one with a free wall drawn along them', () => {
    const storey = storeyOf({ rooms: [box('a', 0, 0, 4, 5, { edge: 'open' })], walls: [wall('w', [0, 0], [4, 0], { thickness: 0.1 })] })
    expect(storey.walls).toHaveLength(1)
    expect(storey.walls[0]).toMatchObject({ thickness: 0.1, edge: 'wall', of: ['room_a00000'] })
  })
})

describe('thickness by what lies beyond', () => {
  const outline = [
    { x: -0.15, y: -0.15 },
    { x: 10.15, y: -0.15 },
    { x: 10.15, y: 5.15 },
    { x: 4.15, y: 5.15 },
    { x: 4.15, y: 9.15 },
    { x: -0.15, y: 9.15 },
  ]

  it('is that of an inner wall towards floor that no room covers', () => {
    const storey = storeyOf({ rooms: [box('a', 0, 0, 4, 5)], outline })
    const thickness = (x: number, y: number) => storey.walls.find(({ from, to }) => (from.x + to.x) / 2 === x && (from.y + to.y) / 2 === y)?.thickness
    expect(thickness(4, 2.5)).toBe(0.12)
    expect(thickness(2, 5)).toBe(0.12)
    expect(thickness(2, 0)).toBe(0.3)
    expect(thickness(0, 2.5)).toBe(0.3)
  })

  it('changes along one edge where the outline leaves it', () => {
    const storey = storeyOf({ rooms: [box('a', 0, 0, 10, 5)], outline })
    const above = storey.walls.filter(({ from, to }) => from.y === 5 && to.y === 5)
    // The outline turns at x = 4.15: left of it there is floor above the room, right of it none.
    expect(above.map(({ from, to, thickness }) => [Math.min(from.x, to.x), Math.max(from.x, to.x), thickness]).sort()).toEqual([
      [0, 4.15, 0.12],
      [4.15, 10, 0.3],
    ])
  })
})

describe('joints', () => {
  it('of an outer corner meet in one point, with nothing sticking out', () => {
    const storey = storeyOf({ rooms: [box('a', 0, 0, 4, 5)] })
    const corners = new Set(storey.walls.flatMap(({ ring }) => ring.map(({ x, y }) => `${x},${y}`)))
    expect(corners.has('-0.15,-0.15')).toBe(true)
    const xs = storey.walls.flatMap(({ ring }) => ring.map(({ x }) => x))
    expect([Math.min(...xs), Math.max(...xs)]).toEqual([-0.15, 4.15])
  })

  it('of a wall that ends at another do not reach its far face', () => {
    const storey = storeyOf({ rooms: [box('a', 0, 0, 4, 5), box('b', 4, 0, 4, 5), box('c', 0, 5, 8, 3)] })
    const upright = storey.walls.find(({ from, to }) => from.x === 4 && to.x === 4)!
    const ys = upright.ring.map(({ y }) => y)
    expect([Math.min(...ys), Math.max(...ys)]).toEqual([-0.001, 5.001])
  })

  it('of walls without thickness share the very point, and have two', () => {
    const storey = storeyOf({ rooms: [box('a', 0, 0, 4, 5, { thickness: 0 }), box('b', 4, 0, 4, 5, { thickness: 0 })] })
    expect(storey.walls.every(({ ring }) => ring.length === 2)).toBe(true)
    const ends = storey.walls.flatMap(({ ring }) => ring.map(({ x, y }) => `${x},${y}`))
    for (const end of ends) expect(ends.filter((other) => other === end).length).toBeGreaterThan(1)
  })
})

describe('openings', () => {
  it('of either room cut the wall they share, to the clear width', () => {
    const door = opening('d', { room: 'room_b00000', corner: 'd' }, 1, 1.2)
    const storey = storeyOf({ rooms: [box('a', 0, 0, 4, 5), box('b', 4, 0, 4, 5)], openings: [door] })
    // Edge d of b runs down from (4, 5).
    expect(lines(storey)).toContain('4,4 4,5')
    expect(lines(storey)).toContain('4,0 4,2.8')
    expect(storey.openings[0]).toMatchObject({
      from: { x: 4, y: 4 },
      to: { x: 4, y: 2.8 },
      thickness: 0.12,
      left: { kind: 'room', room: 'room_b00000' },
      right: { kind: 'room', room: 'room_a00000' },
    })
  })

  it('cut a free wall along the same line, and a neighbour’s wall within the thickness', () => {
    const door = opening('d', { room: 'room_a00000', corner: 'b' }, 1, 1.2)
    const storey = storeyOf({ rooms: [box('a', 0, 0, 4, 5), box('b', 4.05, 0, 4, 5)], openings: [door] })
    const upright = lines(storey)
    expect(upright).toContain('4,0 4,1')
    expect(upright).toContain('4,2.2 4,5')
    expect(upright).toContain('4.05,0 4.05,1')
    expect(upright).toContain('4.05,2.2 4.05,5')
  })

  it('that are windows or pass-throughs leave the wall standing', () => {
    const glass = opening('w', { room: 'room_a00000', corner: 'b' }, 1, 1.2, { opening: 'window' })
    const hatch = opening('h', { room: 'room_a00000', corner: 'b' }, 3, 1, { opening: 'passThrough' })
    const storey = storeyOf({ rooms: [box('a', 0, 0, 4, 5), box('b', 4, 0, 4, 5)], openings: [glass, hatch] })
    expect(lines(storey)).toContain('4,0 4,5')
    expect(storey.openings).toHaveLength(2)
  })

  it('have floor, a room or the outside beyond', () => {
    const outline = [
      { x: -0.15, y: -0.15 },
      { x: 9, y: -0.15 },
      { x: 9, y: 5.15 },
      { x: -0.15, y: 5.15 },
    ]
    const toFloor = opening('f', { room: 'room_a00000', corner: 'b' }, 1, 1)
    const toOutside = opening('o', { room: 'room_a00000', corner: 'd' }, 1, 1)
    const storey = storeyOf({ rooms: [box('a', 0, 0, 4, 5)], openings: [toFloor, toOutside], outline })
    expect(storey.openings.map(({ right }) => right)).toEqual([{ kind: 'floor' }, { kind: 'outside' }])
  })

  it('without an edge, or beyond its end, are not built', () => {
    const lost = opening('x', { room: 'room_a00000', corner: 'zz' }, 1, 1)
    const beyond = opening('y', { room: 'room_a00000', corner: 'a' }, 9, 1)
    expect(storeyOf({ rooms: [box('a', 0, 0, 4, 5)], openings: [lost, beyond] }).openings).toEqual([])
  })

  it('in a free wall lie along it, and leave a gap', () => {
    const storey = storeyOf({
      rooms: [box('a', 0, 0, 6, 5)],
      walls: [wall('w', [2, 0], [2, 4])],
      openings: [opening('d', { wall: 'wall_w00000' }, 1, 1)],
    })
    expect(lines(storey)).toContain('2,0 2,1')
    expect(lines(storey)).toContain('2,2 2,4')
    expect(storey.openings[0]).toMatchObject({ left: { kind: 'room', room: 'room_a00000' }, right: { kind: 'room', room: 'room_a00000' } })
  })
})

describe('rooms', () => {
  it('have the floor between wall faces as net area', () => {
    const storey = storeyOf({ rooms: [box('a', 0, 0, 4, 5), box('b', 4, 0, 3, 5)] })
    // 0.15 to the outside, 0.06 to the neighbour.
    expect(storey.rooms[0]!.netArea).toBeCloseTo((4 - 0.15 - 0.06) * (5 - 0.3), 12)
    expect(storey.rooms[1]!.netArea).toBeCloseTo((3 - 0.15 - 0.06) * (5 - 0.3), 12)
  })

  it('of an odd shape lose their walls at inner and outer corners alike', () => {
    const corners = [
      [0, 0],
      [6, 0],
      [6, 3],
      [2, 3],
      [2, 6],
      [0, 6],
    ] as const
    const storey = storeyOf({
      rooms: [
        room(
          'l',
          corners.map(([x, y]) => [x, y, { thickness: 0.2 }]),
        ),
      ],
    })
    // 5.8 x 2.8 below, 1.8 x 3 above it.
    expect(storey.rooms[0]!.netArea).toBeCloseTo(5.8 * 2.8 + 1.8 * 3, 12)
  })

  it('drawn clockwise are built all the same, doors included', () => {
    const clockwise = room('a', [
      [0, 0],
      [0, 5],
      [4, 5],
      [4, 0],
    ])
    const storey = storeyOf({ rooms: [clockwise], openings: [opening('d', { room: clockwise.id, corner: 'a' }, 1, 1)] })
    // Edge a runs up from (0, 0); the room is on the left of from -> to.
    expect(storey.openings[0]).toMatchObject({ from: { x: 0, y: 2 }, to: { x: 0, y: 1 }, left: { kind: 'room' }, right: { kind: 'outside' } })
    expect(storey.rooms[0]!.netArea).toBeCloseTo(3.7 * 4.7, 12)
  })

  it('without floor have no walls', () => {
    const flat = room('f', [
      [0, 0],
      [4, 0],
      [2, 0],
    ])
    const storey = storeyOf({ rooms: [flat] })
    expect(storey.walls).toEqual([])
    expect(storey.rooms[0]!.netArea).toBe(0)
  })
})

describe('fixtures', () => {
  it('stand turned on the plan, with their use points and bed head, in the room they are in', () => {
    const bed = fixture('bed', 2, 1, 1, 2, {
      rotation: 90,
      usePoints: [{ x: 1, y: 0, for: 'staff' }],
      bedHead: { x: 0, y: 0.8 },
    })
    const [built] = storeyOf({ rooms: [box('a', 0, 0, 4, 5)], fixtures: [bed] }).fixtures
    expect(built).toMatchObject({ room: 'room_a00000', bedHead: { x: 1.2, y: 1 }, usePoints: [{ point: { x: 2, y: 2 }, for: 'staff' }] })
    expect(built!.footprint).toContainEqual({ x: 3, y: 0.5 })
  })
})

it('keeps every object that an edit left alone', () => {
  const sketch = {
    rooms: [box('a', 0, 0, 4, 5), box('b', 4, 0, 4, 5), box('c', 9, 0, 4, 5), box('d', 20, 0, 4, 5)],
    openings: [opening('o', { room: 'room_d00000', corner: 'a' }, 1, 1)],
    fixtures: [fixture('bed', 2, 2, 1, 2)],
    workshop: [roomType('ward')],
  }
  const before = plan(sketch)
  const old = buildBuilding(before.design, before.workshop)
  const after = withRecord(before, box('c', 9.5, 0, 4, 5))
  const now = buildBuilding(after.design, after.workshop)
  expect(buildBuilding(before.design, before.workshop)).toBe(old)
  const [was, is] = [old.storeys[0]!, now.storeys[0]!]
  const isOfC = ({ of }: { readonly of: readonly string[] }) => of.includes('room_c00000')
  expect(is.walls.filter((piece) => !was.walls.includes(piece)).every(isOfC)).toBe(true)
  expect(is.walls.filter(isOfC).some((piece) => was.walls.includes(piece))).toBe(false)
  expect(is.rooms.map((built, i) => built === was.rooms[i])).toEqual([true, true, false, true])
  expect(is.openings).toBe(was.openings)
  expect(is.fixtures).toBe(was.fixtures)
})
