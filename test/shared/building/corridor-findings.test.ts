import { expect, it } from 'vitest'
import { buildBuilding } from '#shared/building/build-building'
import { corridorFindings } from '#shared/building/corridor-findings'
import { CORRIDORS } from '#shared/document/workshop'
import { box, fixture, opening, plan, roomType, type Sketch } from '#test/support/plans'
import { settingsOf } from '#test/support/settings'

const body = { radius: 0.25, speed: 1, passes: 0.6, wants: 0.9 }
const settings = settingsOf({
  id: 'settings_plan01',
  bodies: { person: body, wheelchair: body, bed: { ...body, passes: 1.1 }, cart: body },
  scenario: 'scenario_plan01',
})
const types = [roomType('ward'), roomType('corridor', { use: 'circulation', zone: 'circulation', through: true })]

/** A corridor of 12 m, its centre-lines `width` apart, with a room with a bed at each end above it and a store between; walls 0.12 m, below 0.3 m. */
const unit = (width: number, more: Partial<Sketch> = {}): Sketch => ({
  rooms: [
    box('way', 0, -width, 12, width, {}, { roomType: 'corridor', name: 'Corridor' }),
    box('left', 0, 0, 4, 5, {}, { name: 'Bay 1' }),
    box('mid', 4, 0, 4, 5, {}, { name: 'Store' }),
    box('right', 8, 0, 4, 5, {}, { name: 'Bay 2' }),
  ],
  openings: ['left', 'mid', 'right'].map((id) => opening(id, { room: `room_${id.padEnd(6, '0')}`, corner: 'a' }, 1.3, 1.4)),
  fixtures: [2, 10].map((x, i) => fixture(`bed${i}`, x, 3, 1, 2.3, { bedHead: { x: 0, y: 0.9 } })),
  workshop: [...types, settings],
  ...more,
})

const found = (sketch: Sketch) => {
  const { design, workshop } = plan(sketch)
  return corridorFindings(buildBuilding(design, workshop).storeys[0]!, workshop)
}
const keys = (sketch: Sketch) => found(sketch).map(({ message }) => message.key)
/** Centre-lines that leave so much clear between a wall of 0.12 m and one of 0.3 m. */
const clear = (metres: number) => metres + 0.06 + 0.15

it('is content with a corridor as wide as two beds want, and not with less', () => {
  expect(keys(unit(clear(2.15)))).toEqual([])
  const [finding, ...more] = found(unit(clear(1.9)))
  expect(more).toEqual([])
  expect(finding?.message).toEqual({ key: 'finding.corridorNarrow.twoBeds', values: { width: 1.9, wants: 2.15, beside: expect.any(Array) } })
})

it('wants room for a bed and a person, or only for people, where the workshop says so', () => {
  const set = (corridors: typeof CORRIDORS) => [...types, { ...settings, corridors }]
  const person = { ...CORRIDORS, passing: 'bedAndPerson' as const }
  expect(keys(unit(clear(1.8), { workshop: set(person) }))).toEqual([])
  expect(keys(unit(clear(1.7), { workshop: set(person) }))).toEqual(['finding.corridorNarrow.bedAndPerson'])
  expect(keys(unit(clear(1.6), { fixtures: [] }))).toEqual([])
  expect(keys(unit(clear(1.4), { fixtures: [] }))).toEqual(['finding.corridorNarrow.people'])
})

it('takes what stands in the corridor from its width, and names it', () => {
  const cupboard = fixture('cup', 6, -0.36, 1, 0.6, { fixtureType: 'cupboard', entry: 'cupboard', name: 'Cupboard' })
  const wide = unit(clear(2.4))
  expect(keys(wide)).toEqual([])
  const [finding] = found({ ...wide, fixtures: [...wide.fixtures!, cupboard] })
  expect(finding?.message.values).toMatchObject({ width: 1.8, beside: expect.arrayContaining(['Cupboard']) })
  expect(finding?.where[0]).toBe('fixture_cup000')
  expect(finding?.place?.at.x).toBeCloseTo(6, 1)
  // Beyond the last door nobody has to pass.
  const aside = { ...cupboard, x: 11.3 }
  expect(keys({ ...wide, fixtures: [...wide.fixtures!, aside] })).toEqual([])
})

it('is worked out once for a storey that stays as it is', () => {
  const { design, workshop } = plan(unit(clear(1.9)))
  const storey = () => buildBuilding(design, workshop).storeys[0]!
  expect(corridorFindings(storey(), workshop)).toBe(corridorFindings(storey(), workshop))
})
