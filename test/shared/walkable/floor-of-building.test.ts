import { test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { buildBuilding } from '#shared/building/build-building'
import { floorOfStorey, stopAt } from '#shared/walkable/floor-of-building'
import type { WalkableFloor } from '#shared/walkable/walkable-floor'
import { box, fixture, opening, plan, roomType, type Sketch, storeyOf, withRecord } from '#test/support/plans'
import { wallToWall } from '#test/support/sketches'

const thin = { thickness: 0 }

function floorOf(sketch: Sketch): WalkableFloor {
  return floorOfStorey(storeyOf(sketch), 1)
}

/** A ring as its corners, sorted. */
function corners(ring: readonly number[]): readonly string[] {
  return Array.from({ length: ring.length / 2 }, (_, i) => `${ring[2 * i]},${ring[2 * i + 1]}`).sort()
}

describe('the boundary', () => {
  it('is what rooms and outer walls cover, with a metre of floor outside each gate', () => {
    const gate = opening('g', { room: 'room_a00000', corner: 'd' }, 1, 1.5, { gate: 'main' })
    const { boundary } = floorOf({ rooms: [box('a', 0, 0, 4, 5)], openings: [gate] })
    expect(boundary).toHaveLength(1)
    // Edge d runs down from (0, 5): jambs at y = 4 and 2.5. Outer face at x = -0.15, the stub to x = -1.15.
    expect(corners(boundary[0]!)).toEqual(
      ['-1150,2500', '-1150,4000', '-150,-150', '-150,2500', '-150,4000', '-150,5150', '4150,-150', '4150,5150'].sort(),
    )
  })

  it('has no stub outside a door that is no gate', () => {
    const door = opening('g', { room: 'room_a00000', corner: 'd' }, 1, 1.5)
    const { boundary, thresholds } = floorOf({ rooms: [box('a', 0, 0, 4, 5, thin)], openings: [door] })
    expect(corners(boundary[0]!)).toEqual(['0,0', '0,5000', '4000,0', '4000,5000'])
    expect(thresholds).toEqual([])
  })

  it('is the outline where one is drawn, and goes round a courtyard', () => {
    const outline = [
      { x: -1, y: -1 },
      { x: 9, y: -1 },
      { x: 9, y: 9 },
      { x: -1, y: 9 },
    ]
    expect(corners(floorOf({ rooms: [box('a', 0, 0, 4, 5)], outline }).boundary[0]!)).toEqual([
      '-1000,-1000',
      '-1000,9000',
      '9000,-1000',
      '9000,9000',
    ])
    const rooms = [box('a', 0, 0, 9, 3, thin), box('b', 0, 3, 3, 3, thin), box('c', 6, 3, 3, 3, thin), box('d', 0, 6, 9, 3, thin)]
    const rings = floorOf({ rooms }).boundary.map(corners)
    expect(rings).toContainEqual(['3000,3000', '3000,6000', '6000,3000', '6000,6000'])
    expect(rings).toHaveLength(2)
  })
})

describe('solids', () => {
  it('are wall pieces and fixtures that block; windows and pass-throughs stay solid', () => {
    const openings = [
      opening('w', { room: 'room_a00000', corner: 'a' }, 1, 1, { opening: 'window' }),
      opening('h', { room: 'room_a00000', corner: 'b' }, 1, 1, { opening: 'passThrough' }),
    ]
    const fixtures = [fixture('bed', 2, 2, 1, 2), fixture('rug', 2, 2, 1, 2, { blocks: false })]
    const { solids } = floorOf({ rooms: [box('a', 0, 0, 4, 5)], openings, fixtures })
    expect(solids).toHaveLength(5)
    expect(solids.find(({ key }) => key === 'fixture_bed000')?.ring).toEqual([1500, 1000, 2500, 1000, 2500, 3000, 1500, 3000])
  })

  it('stay the very same after an edit elsewhere, as does the boundary', () => {
    const rooms = [box('a', 0, 0, 4, 5), box('b', 4, 0, 4, 5), box('c', 0, 5, 8, 3)]
    const before = plan({ rooms, fixtures: [fixture('bed', 2, 2, 1, 2), fixture('sink', 6, 2, 1, 1)] })
    const after = withRecord(before, fixture('bed', 2.5, 2, 1, 2))
    const floors = [before, after].map(({ design, workshop }) => floorOfStorey(buildBuilding(design, workshop).storeys[0]!, 1))
    const [was, is] = [floors[0]!, floors[1]!]
    expect(is.solids.filter((solid) => !was.solids.includes(solid)).map(({ key }) => key)).toEqual(['fixture_bed000'])
    expect(is.boundary).toBe(was.boundary)
    expect(is.regions.every((region, i) => region === was.regions[i])).toBe(true)
  })

  test.prop([wallToWall({ doors: true, furniture: true })], { numRuns: 40, seed: 1 })('have a key each, and whole millimetres', (sketch) => {
    const { solids, boundary } = floorOf(sketch)
    expect(new Set(solids.map(({ key }) => key)).size).toBe(solids.length)
    for (const ring of [...solids.map((solid) => solid.ring), ...boundary]) expect(ring.every(Number.isInteger)).toBe(true)
  })
})

describe('regions and thresholds', () => {
  const workshop = [roomType('ward', { admits: ['patient', 'staff'] }), roomType('corridor', { use: 'circulation', through: true })]
  const corridor = box('c', 0, 5, 8, 2, thin, { roomType: 'corridor' })
  const ward = box('a', 0, 0, 4, 5, thin)

  it('say who may pass, and lie on the wall with the right rooms beside them', () => {
    const door = opening('d', { room: ward.id, corner: 'c' }, 1, 1.2, { admits: ['staff'], oneWay: 'in' })
    const { regions, thresholds } = floorOf({ rooms: [ward, corridor], openings: [door], workshop })
    expect(regions.map(({ room, through, admits }) => [room, through, admits])).toEqual([
      ['room_a00000', false, ['patient', 'staff']],
      ['room_c00000', true, undefined],
    ])
    // Edge c runs to the left from (4, 5), the ward below it on the left.
    const place = { ax: 3000, ay: 5000, bx: 1800, by: 5000, left: 0, right: 1 }
    expect(thresholds).toEqual([{ key: door.id, opening: door.id, ...place, width: 1.2, admits: ['staff'], oneWay: 'toLeft' }])
  })

  it('leave one way out by the other side', () => {
    const door = opening('d', { room: ward.id, corner: 'c' }, 1, 1.2, { oneWay: 'out' })
    expect(floorOf({ rooms: [ward, corridor], openings: [door], workshop }).thresholds[0]?.oneWay).toBe('toRight')
  })

  it('include open edges with floor on both sides, and gates, with no region outside', () => {
    const open = { ...thin, edge: 'open' } as const
    const gate = opening('g', { room: 'room_b00000', corner: 'b' }, 1, 1, { gate: 'main' })
    const bay = box('a', 0, 0, 4, 5, open)
    const hall = box('b', 4, 0, 4, 5, { thickness: 0 })
    const joined = { ...hall, corners: hall.corners.map((corner) => (corner.key === 'd' ? { ...corner, edge: 'open' as const } : corner)) }
    const { thresholds } = floorOf({ rooms: [bay, joined], openings: [gate] })
    expect(thresholds.map(({ opening, left, right, width }) => [opening, [left, right].sort(), width])).toEqual([
      ['opening_g00000', [-1, 1], 1],
      [undefined, [0, 1], Number.POSITIVE_INFINITY],
    ])
  })

  it('find the region of a point', () => {
    const floor = floorOf({ rooms: [ward, corridor], workshop })
    expect(stopAt(floor, { x: 1, y: 1 })).toBe(0)
    expect(stopAt(floor, { x: 1, y: 6 })).toBe(1)
    expect(stopAt(floor, { x: 0, y: 6 })).toBe(1) // a gate's point lies on the edge
    expect(stopAt(floor, { x: -1, y: 6 })).toBe(-1)
  })
})
