import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { allAtOnce } from '#shared/base/steps'
import { type KnownRolls, rollingFindings } from '#shared/building/rolling-findings'
import { box, fixture, moved, opening, roomType, type Sketch, storeyOf } from '#test/support/plans'

const CORRIDOR = { roomType: 'corridor' }
const workshop = [
  roomType('ward'),
  roomType('corridor', { use: 'circulation', zone: 'circulation', through: true }),
  roomType('store', { use: 'store', zone: 'clean' }),
]

/** A bed of 2.3 m by 1.0 m, its head to the back. */
const bed = (id: string, x: number, y: number, rotation = 0, more: Partial<Parameters<typeof fixture>[5]> = {}) =>
  fixture(id, x, y, 1, 2.3, { bedHead: { x: 0, y: 0.9 }, rotation, ...more })

/** A corridor of clear width `corridor` below a room of 3.6 m by 3.7 m, walls between 0.12 m thick, outer ones 0.3 m, and a door in the middle of the wall between. */
const bedroom = (door: number, corridor: number, at = 2): Sketch => {
  const depth = corridor + 0.06 + 0.15
  return {
    rooms: [box('way', -6, -depth, 16, depth, {}, CORRIDOR), box('room', 0, 0, 4, 4)],
    openings: [opening('door', { room: 'room_room00', corner: 'a' }, at - door / 2, door)],
    fixtures: [bed('bed', 2, 2.6)],
    workshop,
  }
}

const found = (sketch: Sketch) => allAtOnce(rollingFindings(storeyOf(sketch), new Map())).map(({ message }) => message.key)

describe('a bed', () => {
  it('rolls straight out of a door that is wider than it, into a corridor that is longer than deep enough', () => {
    expect(found(bedroom(1.2, 2.6))).toEqual([])
  })

  it('is stuck behind a door that is narrower than itself', () => {
    expect(found(bedroom(0.8, 2.6))).toEqual(['finding.bedStuck'])
  })

  it('does not get round into a narrow corridor through a narrow door, but through a wide one', () => {
    // By the formula of the bend (test/shared/geometry/swept-path.test.ts): a door of 1.1 m and a corridor of 1.2 m let 0.9 m of length round, of 1.5 m and 1.7 m 2.5 m.
    expect(found(bedroom(1.1, 1.2))).toEqual(['finding.bedStuck'])
    expect(found(bedroom(1.6, 2))).toEqual([])
  })

  it('is stuck behind something that stands in its way, and not behind what it can be rolled past', () => {
    const shelf = (x: number) => fixture('shelf', x, 0.9, 1.2, 0.5, { fixtureType: 'shelf', entry: 'shelf' })
    const sketch = bedroom(1.2, 2.6)
    expect(found({ ...sketch, fixtures: [...sketch.fixtures!, shelf(2)] })).toEqual(['finding.bedStuck', 'finding.wheelchairStuck'])
    expect(found({ ...sketch, fixtures: [...sketch.fixtures!, shelf(0.8)] })).toEqual([])
    expect(found({ ...sketch, fixtures: [...sketch.fixtures!, { ...shelf(2), blocks: false }] })).toEqual([])
  })

  it('says which bed and which room', () => {
    const [finding] = allAtOnce(rollingFindings(storeyOf(bedroom(0.8, 2.6)), new Map()))
    expect(finding).toMatchObject({ severity: 'warning', where: ['fixture_bed000', 'room_room00'] })
    expect(finding?.message.values).toEqual({ fixture: 'bed', room: 'room' })
  })

  it('may leave by an open side, or by another door', () => {
    const narrow = bedroom(0.8, 2.6)
    const open = { ...narrow, rooms: [narrow.rooms[0]!, box('room', 0, 0, 4, 4, { edge: 'open' })], openings: [] }
    expect(found(open)).toEqual([])
    const second = opening('more', { room: 'room_room00', corner: 'b' }, 1, 1.4, { gate: 'ward' })
    expect(found({ ...narrow, openings: [...narrow.openings!, second] })).toEqual([])
  })
})

describe('a wheelchair', () => {
  const cell = (width: number, depth: number, door: number, type = 'ward'): Sketch => ({
    rooms: [box('way', -6, -2.2, 16, 2.2, {}, CORRIDOR), box('cell', 0, 0, width, depth, {}, { roomType: type })],
    openings: [opening('door', { room: 'room_cell00', corner: 'a' }, (width - door) / 2, door)],
    workshop,
  })

  it('turns in a room with a circle of 1.5 m, and not in one of 1.2 m by 1.3 m', () => {
    // 0.15 m of outer wall on three sides, 0.06 m of the wall with the door.
    expect(found(cell(2, 1.9, 0.9))).toEqual([])
    expect(found(cell(1.5, 1.51, 0.9))).toEqual(['finding.wheelchairNoTurn'])
  })

  it('does not get through a door that is narrower than itself', () => {
    expect(found(cell(3, 3, 0.6))).toEqual(['finding.wheelchairStuck'])
  })

  it('is asked for only where patients and visitors go', () => {
    expect(found(cell(1.5, 1.51, 0.9, 'store'))).toEqual([])
  })
})

it('rolls again only what an edit can have changed', () => {
  const known: KnownRolls = new Map()
  const sketch = bedroom(1.2, 2.6)
  const steps = (of: Sketch) => [...rollingFindings(storeyOf(of), known)].length
  expect(steps(sketch)).toBe(2) // the bed, and a wheelchair in its room
  expect(steps(sketch)).toBe(0)
  const far = fixture('far', 9, -1, 0.4, 0.4, { fixtureType: 'chair', entry: 'chair' })
  expect(steps({ ...sketch, fixtures: [...sketch.fixtures!, far] })).toBe(0)
  expect(steps({ ...sketch, fixtures: [bed('bed', 2.2, 2.6)] })).toBe(2)
})

const turn = (quarters: number) => (x: number, y: number) =>
  [
    [x, y],
    [-y, x],
    [-x, -y],
    [y, -x],
  ][quarters] as [number, number]
test.prop([fc.integer({ min: 8, max: 18 }), fc.integer({ min: 12, max: 28 }), fc.integer({ min: 1, max: 3 })], { numRuns: 3 })(
  'says the same of a plan turned by quarters',
  (door, corridor, quarters) => {
    const sketch = bedroom(door / 10, corridor / 10)
    const turned = moved(sketch, turn(quarters))
    const fixtures = turned.fixtures!.map((each) => ({ ...each, rotation: (90 * quarters) % 360 }))
    expect(found({ ...turned, fixtures })).toEqual(found(sketch))
  },
)
