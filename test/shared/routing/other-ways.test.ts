import { describe, expect, it } from 'vitest'
import { createRouter } from '#shared/routing/create-router'
import type { Route, Stop, Walker } from '#shared/routing/router'
import type { WalkableFloor } from '#shared/walkable/walkable-floor'
import { block, door, rectangle, room, thinWall } from '#test/support/floors'

const point: Walker = { radius: 0, passes: 0, flows: [] }

/** A hall of 20 m x 10 m with something in it. */
function hall(...solids: WalkableFloor['solids']): WalkableFloor {
  return { boundary: [rectangle([0, 0, 20, 10])], solids, regions: [], thresholds: [] }
}

/** A block of 10 m x 2 m amid the hall. */
const amid = block('amid', [5, 4, 15, 6])

const at = (x: number, y: number): Stop => ({ x, y, region: -1 })

function corners(routes: readonly Route[]): readonly (readonly number[])[] {
  return routes.map(({ points }) => [...points].slice(2, -2))
}

function others(floor: WalkableFloor, start: Stop, goal: Stop, walker = point): readonly Route[] {
  return createRouter(floor).otherWays(start, goal, walker)
}

describe('other ways round', () => {
  // From (1, y) to (19, y) above the block: 10 m along it and twice the slant of 4 m by 6 - y; below it 4 m by y - 4.
  const above = (y: number) => 10 + 2 * Math.hypot(4, 6 - y)
  const below = (y: number) => 10 + 2 * Math.hypot(4, y - 4)

  it('has the way below the block that is 1.07 % longer', () => {
    expect(below(5.2) / above(5.2)).toBeCloseTo(1.0107, 4)
    const found = others(hall(amid), at(1, 5.2), at(19, 5.2))
    expect(corners(found)).toEqual([[5, 4, 15, 4]])
    expect(found[0]!.length).toBeCloseTo(below(5.2), 9)
  })

  it('has none where the way below is 3.19 % longer', () => {
    expect(below(5.6) / above(5.6)).toBeCloseTo(1.0319, 4)
    expect(others(hall(amid), at(1, 5.6), at(19, 5.6))).toEqual([])
  })

  it('has both where both are as short: the leg is shared by two ways that its walker may not share', () => {
    expect(corners(others(hall(amid), at(1, 5), at(19, 5)))).toEqual([
      [5, 4, 15, 4],
      [5, 6, 15, 6],
    ])
  })

  it('calls stepping round a chair no other way, and stepping round what is a metre across one', () => {
    const chair = (width: number) => block('chair', [9, 5 - width / 2, 9.2, 5 + width / 2])
    expect(others(hall(chair(0.8)), at(1, 5), at(19, 5))).toEqual([])
    expect(others(hall(chair(1)), at(1, 5), at(19, 5))).toHaveLength(2)
  })

  it('takes chairs that leave no room between them for one piece of furniture', () => {
    const row = hall(...[4.4, 4.85, 5.3].map((y, i) => block(`chair${i}`, [9, y, 9.2, y + 0.35])))
    // Gaps of 0.1 m: a body of no width goes through them, and round no chair is another way.
    expect(others(row, at(1, 5), at(19, 5))).toEqual([])
    const body = { ...point, radius: 0.25 }
    const found = others(row, at(1, 5), at(19, 5), body)
    expect(found).toHaveLength(1)
    const [above] = createRouter(row).routes(at(1, 5), at(19, 5), body)
    // The row reaches from 4.4 to 5.65: below is shorter.
    expect(above!.length).toBeLessThan(found[0]!.length)
  })

  it('has every way past two blocks, one after the other', () => {
    const two = hall(block('one', [3, 4.6, 5, 5.4]), block('two', [14, 4.6, 16, 5.4]))
    const found = others(two, at(1, 5.05), at(19, 5.05))
    expect(corners(found)).toHaveLength(3)
    expect(new Set(corners(found).map((each) => each.filter((_, i) => i % 2 === 1).join(' ')))).toEqual(
      new Set(['5.4 5.4 4.6 4.6', '4.6 4.6 5.4 5.4', '4.6 4.6']),
    )
  })

  it('has the way through the other of two doors, however narrow the pier between them', () => {
    const walls = [thinWall('low', [10, 0, 10, 3.9]), thinWall('pier', [10, 4.9, 10, 5.1]), thinWall('high', [10, 6.1, 10, 10])]
    const floor = (doors: WalkableFloor['thresholds']): WalkableFloor => ({
      ...hall(...walls),
      regions: [room('Left', [0, 0, 10, 10]), room('Right', [10, 0, 20, 10])],
      thresholds: doors,
    })
    const [start, goal] = [
      { x: 1, y: 5.05, region: 0 },
      { x: 19, y: 5.05, region: 1 },
    ]
    const doors = [door('lower', [10, 3.9, 10, 4.9], 0, 1), door('upper', [10, 5.1, 10, 6.1], 0, 1)]
    expect(corners(others(floor(doors), start, goal))).toEqual([[10, 4.9]])
    expect(corners(others(floor([]), start, goal))).toEqual([])
    const [lower] = doors
    const router = createRouter(floor(doors))
    // Sent through one of them, there is no other.
    expect(router.otherWays(start, goal, point, [lower!.opening!])).toEqual([])
    // A door that may not be passed is none.
    expect(others(floor([{ ...lower!, width: 0.5 }, doors[1]!]), start, goal, { ...point, passes: 0.6 })).toEqual([])
  })

  it('does not lead through rooms that are not to be passed', () => {
    const walls = [thinWall('wall', [0, 6, 8, 6]), thinWall('between', [9, 6, 15, 6]), thinWall('end', [16, 6, 20, 6])]
    const floor = (through: boolean): WalkableFloor => ({
      ...hall(...walls, block('desk', [9.5, 5.2, 14.5, 6])),
      regions: [room('Hall', [0, 0, 20, 6]), room('Behind', [0, 6, 20, 10], { through })],
      thresholds: [door('first', [8, 6, 9, 6], 1, 0), door('second', [15, 6, 16, 6], 1, 0)],
    })
    const [start, goal] = [
      { x: 1, y: 5.6, region: 0 },
      { x: 19, y: 5.6, region: 0 },
    ]
    // Past the desk it is 18.027 m, behind the wall 18.030 m.
    expect(corners(others(floor(true), start, goal))).toEqual([[9, 6, 15, 6]])
    expect(others(floor(false), start, goal)).toEqual([])
  })

  it('is longer by what the arcs take where the body has a width', () => {
    // Tangents to discs of 0.3 m about the corners: the slant from the start, an arc, 10 m, and the same again.
    const radius = 0.3
    const around = (rise: number) => {
      const far = Math.hypot(4, rise)
      const turn = Math.atan2(rise, 4) + Math.asin(radius / far)
      return 10 + 2 * (Math.sqrt(far * far - radius * radius) + radius * turn)
    }
    const router = createRouter(hall(amid))
    const walker = { ...point, radius }
    expect(router.routes(at(1, 5.2), at(19, 5.2), walker)[0]!.length).toBeCloseTo(around(0.8), 6)
    expect(router.otherWays(at(1, 5.2), at(19, 5.2), walker).map(({ length }) => length)).toEqual([expect.closeTo(around(1.2), 6)])
  })
})
