import { describe, expect, it } from 'vitest'
import { buildBuilding } from '#shared/building/build-building'
import { buildingFindings } from '#shared/building/findings'
import { box, fixture, opening, plan, roomType, type Sketch } from '#test/support/plans'
import { settingsOf } from '#test/support/settings'

function keys(sketch: Sketch): readonly string[] {
  const { design, workshop } = plan(sketch)
  return buildingFindings(buildBuilding(design, workshop), design, workshop).map(({ message }) => message.key)
}

const a = box('a', 0, 0, 4, 5)
const b = box('b', 4, 0, 4, 5)
const between = opening('d', { room: a.id, corner: 'b' }, 2, 1)
const sound: Sketch = { rooms: [a, b], openings: [between], fixtures: [fixture('bed', 1.5, 2.5, 1, 2)] }

describe('a building', () => {
  it('that is sound has no findings', () => {
    expect(keys(sound)).toEqual([])
  })

  it('says which rooms take the same floor, and which reach outside', () => {
    expect(keys({ ...sound, rooms: [a, box('b', 3, 0, 4, 5)] })).toContain('finding.roomsOverlap')
    const outline = [
      { x: -1, y: -1 },
      { x: 7, y: -1 },
      { x: 7, y: 6 },
      { x: -1, y: 6 },
    ]
    expect(keys({ ...sound, outline })).toContain('finding.roomOutside')
  })

  it('says which rooms nobody can come into', () => {
    expect(keys({ ...sound, openings: [] })).toEqual(['finding.roomNoDoor', 'finding.roomNoDoor'])
    const glass = { ...between, opening: 'window' as const }
    expect(keys({ ...sound, openings: [glass] })).toEqual(['finding.roomNoDoor', 'finding.roomNoDoor'])
    const open = { edge: 'open' } as const
    expect(keys({ rooms: [box('a', 0, 0, 4, 5, open), box('b', 4, 0, 4, 5, open)] })).toEqual([])
  })

  it('says which rooms have no floor', () => {
    expect(keys({ ...sound, rooms: [a, b, box('c', 0, 8, 0.2, 0.2)] })).toContain('finding.roomNoFloor')
  })
})

describe('an opening', () => {
  const at = (more: Partial<typeof between>) => keys({ ...sound, openings: [between, opening('x', { room: a.id, corner: 'a' }, 1, 1, more)] })

  it('may lead outside as a gate or a window, but not as a mere door', () => {
    expect(at({ gate: 'main' })).toEqual([])
    expect(at({ opening: 'window' })).toEqual([])
    expect(at({})).toEqual(['finding.openingNowhere'])
  })

  it('needs an edge that is long enough', () => {
    expect(at({ on: { room: a.id, corner: 'zz' } })).toEqual(['finding.openingNoEdge'])
    expect(at({ gate: 'main', along: 2, width: 3 })).toContain('finding.openingTooWide')
  })

  it('may not lie over another, whichever room that is drawn in', () => {
    const other = opening('x', { room: b.id, corner: 'd' }, 2.5, 1, { opening: 'window' })
    expect(keys({ ...sound, openings: [between, other] })).toEqual(['finding.openingsMeet'])
    // Edge d of b runs down from y = 5: 3.5 m along ends at y = 0.5 to 1.5, beside the door at 2 to 3.
    expect(keys({ ...sound, openings: [between, { ...other, along: 3.5 }] })).toEqual([])
  })

  it('may not be walled up by a wall that meets it', () => {
    const near = opening('x', { room: b.id, corner: 'a' }, 0, 1, { gate: 'main' })
    expect(keys({ ...sound, openings: [between, near] })).toEqual(['finding.openingWalledUp'])
  })

  it('is held against what a person wants, and a bed where there is one', () => {
    const body = (wants: number) => ({ radius: 0.25, speed: 1, passes: 0.6, wants })
    const bodies = { person: body(0.9), wheelchair: body(1), bed: body(1.4), cart: body(1.4) }
    const settings = settingsOf({ id: 'settings_plan01', bodies, scenario: 'scenario_plan01' })
    const workshop = [roomType('ward'), settings]
    expect(keys({ ...sound, workshop })).toEqual(['finding.openingNarrow.bed'])
    expect(keys({ ...sound, workshop, fixtures: [] })).toEqual([])
    expect(keys({ ...sound, workshop, fixtures: [], openings: [{ ...between, width: 0.8 }] })).toEqual(['finding.openingNarrow.person'])
  })
})

describe('a door', () => {
  const on = (hinge: 'start' | 'end' | 'both' | 'sliding', swing: 'in' | 'out', ...fixtures: NonNullable<Sketch['fixtures']>) =>
    keys({ ...sound, openings: [{ ...between, hinge, swing }], fixtures })
  /** Beside the opening, from 0.84 m before its wall on: a leaf of 1 m hung at y = 2 sweeps over its corner, one hung at y = 3 does not. */
  const beside = fixture('f', 2.95, 1.9, 0.3, 0.8, { fixtureType: 'desk', entry: 'desk' })
  const bed = { ...beside, bedHead: { x: 0, y: 0 } }

  it('may not hit what stands in the way of its leaf', () => {
    // The edge runs up from y = 0, so the hinge at its start is at y = 2, on the face at x = 3.94.
    expect(on('start', 'in', beside)).toEqual(['finding.doorOnFixture'])
    expect(on('start', 'in', bed)).toEqual(['finding.doorOnBed'])
    expect(on('end', 'in', beside)).toEqual([])
    expect(on('start', 'out', beside)).toEqual([])
    expect(on('sliding', 'in', bed)).toEqual([])
    expect(on('both', 'in', bed)).toEqual([])
  })

  it('leaves a bit of floor beside a bed', () => {
    // 1.05 m before the face: 0.05 m beyond the leaf.
    const near = (more: Partial<typeof bed>) => on('start', 'in', fixture('f', 2.59, 2.2, 0.6, 0.6, { fixtureType: 'desk', entry: 'desk', ...more }))
    expect(near({})).toEqual([])
    expect(near({ bedHead: { x: 0, y: 0 } })).toEqual(['finding.doorOnBed'])
  })
})

describe('windows and hatches', () => {
  const at = (kind: 'window' | 'passThrough', on: { readonly room: string; readonly corner: string }) =>
    keys({ ...sound, openings: [between, opening('x', on, 0.5, 1, { opening: kind })] })

  it('lead somewhere', () => {
    expect(at('window', { room: a.id, corner: 'a' })).toEqual([])
    expect(at('passThrough', { room: a.id, corner: 'b' })).toEqual([])
    expect(at('passThrough', { room: a.id, corner: 'a' })).toEqual(['finding.hatchNowhere'])
  })
})

describe('a fixture', () => {
  const standing = (...fixtures: NonNullable<Sketch['fixtures']>) => keys({ ...sound, fixtures })

  it('may not stand in a wall, in another or before a door', () => {
    expect(standing(fixture('f', 0.5, 2.5, 1, 1))).toEqual(['finding.fixtureInWall'])
    expect(standing(fixture('f', 1.5, 2, 1, 1), fixture('g', 2, 2, 1, 1))).toEqual(['finding.fixturesOverlap'])
    // Turned, the two only touch with their boxes.
    expect(standing(fixture('f', 1.5, 2, 1, 0.2, { rotation: 45 }), fixture('g', 2, 1.5, 1, 0.2, { rotation: 45 }))).toEqual([])
    expect(standing(fixture('f', 3.44, 2.5, 1, 0.5))).toEqual(['finding.doorBlocked'])
  })

  it('may stand against a wall', () => {
    expect(standing(fixture('f', 0.65, 2.5, 1, 1))).toEqual([])
  })

  it('should stand in a room', () => {
    expect(standing(fixture('f', 20, 2.5, 1, 1))).toEqual(['finding.fixtureOutside'])
  })
})

it('holds the design against the brief, with names', () => {
  const wanted = { id: 'requirement_ward00', kind: 'requirement', roomType: 'ward', count: 3, minimumArea: 15 } as const
  const { design, workshop } = plan({ ...sound, rooms: [a, box('b', 4, 0, 2, 5)], workshop: [roomType('ward', { name: 'Ward bed' }), wanted] })
  const found = buildingFindings(buildBuilding(design, workshop), design, workshop)
  expect(found.map(({ message, where }) => ({ ...message, where }))).toEqual([
    { key: 'finding.briefMissing', values: { type: 'Ward bed', missing: 1 }, where: ['design_plan01'] },
    { key: 'finding.briefBelow', values: { room: 'b', area: expect.closeTo(1.79 * 4.7, 9), minimum: 15 }, where: ['room_b00000'] },
  ])
})
