import { fc, test } from '@fast-check/vitest'
import { expect, it } from 'vitest'
import { buildBuilding } from '#shared/building/build-building'
import { applyChange, type Change } from '#shared/document/change'
import { type RecordTable, recordsOf, type WardDocument } from '#shared/document/document'
import type { WardRecord } from '#shared/document/record'
import { box, PLAN_DESIGN, plan, room, wall } from '#test/support/plans'
import { rough } from '#test/support/rough-plans'

/** Moves one record, takes it away, or puts it back; `isKept`: letting go, else a preview that is dropped. */
const step = fc.record({
  which: fc.nat(40),
  dx: fc.constantFrom(0, 0.001, 0.002, 0.5, -1, 3),
  dy: fc.constantFrom(0, -0.001, 0.5, 1, -2),
  isGone: fc.integer({ min: 0, max: 5 }).map((n) => n === 0),
  isKept: fc.boolean(),
})

function movedBy(record: WardRecord, dx: number, dy: number): WardRecord {
  const by = ({ x, y }: { readonly x: number; readonly y: number }) => ({ x: x + dx, y: y + dy })
  switch (record.kind) {
    case 'room':
      // One corner in two moves alone.
      return { ...record, corners: record.corners.map((corner, i) => (dx > 0 && i > 0 ? corner : { ...corner, ...by(corner) })) }
    case 'wall':
      return { ...record, from: by(record.from), to: by(record.to) }
    case 'fixture':
      return { ...record, ...by(record) }
    case 'opening':
      return { ...record, along: Math.max(0, record.along + dx) }
    default:
      return record
  }
}

function changeOf(
  all: readonly WardRecord[],
  table: RecordTable,
  { which, dx, dy, isGone }: { which: number; dx: number; dy: number; isGone: boolean },
): Change {
  const first = all[which % all.length] as WardRecord
  const now = table[first.id]
  if (now === undefined) return { added: [first], updated: [], removed: [] }
  return isGone ? { added: [], updated: [], removed: [now] } : { added: [], updated: [[now, movedBy(now, dx, dy)]], removed: [] }
}

test.prop([rough, fc.array(step, { minLength: 1, maxLength: 12 })], { numRuns: 60, seed: 1 })(
  'a building that is mended after an edit is the one built from nothing',
  (sketch, steps) => {
    const { design, workshop } = plan(sketch)
    const all = Object.values(design).filter(({ kind }) => kind !== 'design' && kind !== 'storey')
    if (all.length === 0) return
    let document: WardDocument = { workshop, designs: { [PLAN_DESIGN]: design } }
    buildBuilding(design, workshop)
    for (const each of steps) {
      const next = applyChange(document, changeOf(all, document.designs[PLAN_DESIGN] ?? {}, each))
      const table = next.designs[PLAN_DESIGN] ?? {}
      const fresh: RecordTable = structuredClone({ ...table })
      expect(buildBuilding(table, workshop)).toEqual(buildBuilding(fresh, structuredClone({ ...workshop })))
      for (const kind of ['room', 'wall', 'opening', 'fixture'] as const) expect(recordsOf(table, kind)).toEqual(recordsOf(fresh, kind))
      if (each.isKept) document = next
    }
  },
)

it('sees a room that comes so near that only a gap is left between two walls', () => {
  const { design, workshop } = plan({ rooms: [box('a', 0, 0, 4, 4), box('b', 10, 0, 4, 4)], outline: ringAround(-1, 20) })
  expect(sidesOf(design, workshop)).toEqual(['floor', 'floor', 'floor', 'floor'])
  const b = design.room_b00000
  if (b?.kind !== 'room') throw new Error('There is a room b')
  const change = { added: [], removed: [], updated: [[b, { ...b, corners: b.corners.map((corner) => ({ ...corner, x: corner.x - 5.8 })) }] as const] }
  const near = applyChange({ workshop, designs: { [PLAN_DESIGN]: design } }, change).designs[PLAN_DESIGN] ?? {}
  expect(sidesOf(near, workshop)).toEqual(['floor', 'room_b00000', 'floor', 'floor'])
  expect(sidesOf(design, workshop)).toEqual(['floor', 'floor', 'floor', 'floor'])
})

it('sees the centre-line of a wall go back by a millimetre where all its corners stay', () => {
  const slanting = room('r0', [
    [2, 4.001],
    [3.998, 0],
    [0, 0],
  ])
  const { design, workshop } = plan({ rooms: [slanting], walls: [wall('w0', [2, 6], [2.998, 2.002], { thickness: 0.12 })] })
  const endOf = (table: RecordTable) => buildBuilding(table, workshop).storeys[0]?.walls.find(({ of }) => of.includes('wall_w00000'))?.to
  // It ends on the room's edge; without the room it ends where it was drawn.
  expect(endOf(design)).toEqual({ x: 2.998, y: 2.003 })
  const { [slanting.id]: _room, ...left } = design
  expect(endOf(left)).toEqual({ x: 2.998, y: 2.002 })
})

it('keeps two stretches of one edge in their order where they begin on the same millimetre of it', () => {
  // Room r0 goes up and back down its own edge, and a corner of r1 lies 2 mm beside: the edge to (3, 4) has a stretch of 2 mm and a long one from there.
  const folded = room('r0', [
    [0, 3],
    [0, 0],
    [0, 2.999],
    [3, 4],
  ])
  const beside = room('r1', [
    [0.002, 2.998],
    [4, 4],
    [0, 3],
    [0, 6],
  ])
  const { design, workshop } = plan({ rooms: [folded, beside], walls: [wall('w0', [0, 5], [0, 4.999], { thickness: 0 })] })
  const keys = (table: RecordTable) => (buildBuilding(table, workshop).storeys[0]?.stretches ?? []).map(({ key }) => key)
  expect(keys(design).filter((key) => key === 'room_r00000/c@2')).toHaveLength(2)
  const { wall_w00000: _wall, ...left } = design
  expect(buildBuilding(left, workshop)).toEqual(buildBuilding(structuredClone(left), structuredClone(workshop)))
})

/** What lies beyond each edge of room a: below, right, above, left. */
function sidesOf(table: RecordTable, workshop: RecordTable): readonly string[] {
  const stretches = buildBuilding(table, workshop).storeys[0]?.stretches ?? []
  return ['a', 'b', 'c', 'd'].flatMap((corner) =>
    stretches.flatMap(({ key, right }) => (key.startsWith(`room_a00000/${corner}@`) ? [right.kind === 'room' ? right.room : right.kind] : [])),
  )
}

function ringAround(from: number, to: number) {
  return [
    { x: from, y: from },
    { x: to, y: from },
    { x: to, y: to },
    { x: from, y: to },
  ]
}
