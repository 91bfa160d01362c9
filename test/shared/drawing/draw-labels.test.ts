import { test } from '@fast-check/vitest'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { buildBuilding } from '#shared/building/build-building'
import type { BuildingStorey, BuiltRoom } from '#shared/building/building'
import { applyChange } from '#shared/document/change'
import type { RecordTable, WardDocument } from '#shared/document/document'
import type { Fixture } from '#shared/document/elements/fixture'
import type { Room } from '#shared/document/elements/room'
import { drawRoomLabels } from '#shared/drawing/draw-labels'
import { textWidth } from '#shared/drawing/text-width'
import type { Point } from '#shared/geometry/point'
import { box, fixture, PLAN_DESIGN, plan } from '#test/support/plans'

const WORDS = ['Scope', 'clean', 'store', 'Procedure', '1', 'Staff', 'rest', 'WC', 'and', 'waiting']

function storeyOf(name: string, polygon: readonly Point[]): BuildingStorey {
  const built = { room: { id: 'room_aaaaaa', name }, type: undefined, polygon, netArea: 12.5 } as unknown as BuiltRoom
  return { storey: {}, rooms: [built], walls: [], openEdges: [], openings: [], fixtures: [] } as unknown as BuildingStorey
}

function rectangle(width: number, depth: number): Point[] {
  return [
    { x: 0, y: 0 },
    { x: width, y: 0 },
    { x: width, y: depth },
    { x: 0, y: depth },
  ]
}

it('breaks a name that is wider than its room', () => {
  const lines = drawRoomLabels(storeyOf('Scope clean store', rectangle(3.2, 4)), { typeWidth: 1 }).map(({ form }) =>
    form.type === 'text' ? form.text : '',
  )
  expect(lines).toEqual(['Scope', 'clean store', '12.5 m²'])
})

it('runs up the page in a room narrower than any line of its name', () => {
  const [name] = drawRoomLabels(storeyOf('Procedure', rectangle(1.2, 6)), { without: ['areas'], labelSize: 0.5, smallestLabel: 0.5 })
  expect(name?.form).toMatchObject({ type: 'text', isUpright: true, text: 'Procedure' })
})

it('says nothing in a room too small for its name', () => {
  expect(drawRoomLabels(storeyOf('Procedure', rectangle(0.6, 0.6)), {})).toEqual([])
})

const name = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 4 }).map((words) => words.join(' '))
const side = fc.double({ min: 0.5, max: 12, noNaN: true })

test.prop([name, side, side, side, side])('never lets a name reach over a wall of an L-shaped room', (name, width, depth, notchX, notchY) => {
  const [nx, ny] = [width * 0.5 * (notchX / 12), depth * 0.5 * (notchY / 12)]
  const polygon = [
    { x: 0, y: 0 },
    { x: width, y: 0 },
    { x: width, y: depth - ny },
    { x: width - nx, y: depth - ny },
    { x: width - nx, y: depth },
    { x: 0, y: depth },
  ]
  for (const { form } of drawRoomLabels(storeyOf(name, polygon), {})) {
    if (form.type !== 'text') continue
    const [along, across] = [(textWidth(form.text) * form.size) / 2, form.size / 2]
    const [w, h] = form.isUpright ? [across, along] : [along, across]
    expect(form.at.x - w).toBeGreaterThanOrEqual(0)
    expect(form.at.x + w).toBeLessThanOrEqual(width)
    expect(form.at.y - h).toBeGreaterThanOrEqual(0)
    expect(form.at.y + h).toBeLessThanOrEqual(depth)
    const isInNotch = form.at.x + w > width - nx + 1e-9 && form.at.y + h > depth - ny + 1e-9
    expect(isInNotch).toBe(false)
  }
})

it('makes way for what is moved into a room, and takes the place back when it is gone', () => {
  const { design, workshop } = plan({
    rooms: [box('a', 0, 0, 4, 4), box('b', 5, 0, 4, 4)],
    fixtures: [fixture('f', 2, 2, 1, 2), fixture('g', 7, 2, 1, 2)],
  })
  const document = { workshop, designs: { [PLAN_DESIGN]: design } }
  const labelsOf = (table: RecordTable) => drawRoomLabels(buildBuilding(table, workshop).storeys[0]!, {})
  const before = labelsOf(design)
  const from = design.fixture_f00000 as Fixture
  const moved = applyChange(document, { added: [], removed: [], updated: [[from, { ...from, x: 7, y: 3 }]] }).designs[PLAN_DESIGN]!
  const after = labelsOf(moved)
  expect(after).not.toEqual(before)
  expect(after).toEqual(labelsOf(structuredClone({ ...moved })))
  expect(labelsOf(design)).toEqual(before)
})

const edit = fc.record({ which: fc.nat(3), x: fc.integer({ min: 0, max: 9 }), y: fc.integer({ min: 0, max: 3 }), size: fc.constantFrom(0.3, 0.5) })

test.prop([fc.array(edit, { minLength: 1, maxLength: 8 })], { seed: 1, numRuns: 40 })(
  'names that are mended after each edit are those of a plan drawn from nothing',
  (edits) => {
    const { design, workshop } = plan({
      rooms: [box('a', 0, 0, 4, 4), box('b', 5, 0, 4, 4)],
      fixtures: [fixture('f', 2, 2, 1, 2), fixture('g', 7, 2, 1, 2)],
    })
    const [a, f] = [design.room_a00000 as Room, design.fixture_f00000 as Fixture]
    const labelsOf = (table: RecordTable, labelSize: number) => drawRoomLabels(buildBuilding(table, workshop).storeys[0]!, { labelSize })
    let document: WardDocument = { workshop, designs: { [PLAN_DESIGN]: design } }
    for (const { which, x, y, size } of edits) {
      const table = document.designs[PLAN_DESIGN]!
      const room = { ...a, corners: a.corners.map((corner) => ({ ...corner, y: corner.y + 5 + y })) }
      const to = which === 0 ? room : which === 1 ? a : { ...f, x, y }
      const from = table[to.id]!
      document = applyChange(document, { added: [], removed: [], updated: [[from, to]] })
      const now = document.designs[PLAN_DESIGN]!
      expect(labelsOf(now, size)).toEqual(labelsOf(structuredClone({ ...now }), size))
    }
  },
)
