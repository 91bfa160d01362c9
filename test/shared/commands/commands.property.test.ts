import { fc, test } from '@fast-check/vitest'
import { expect } from 'vitest'
import { roundToMillimetre } from '#shared/base/units'
import { buildBuilding } from '#shared/building/build-building'
import { isLawful } from '#shared/building/lawful'
import { dragRoom } from '#shared/commands/drag-room'
import type { Edit } from '#shared/commands/edit'
import { moveFixture } from '#shared/commands/move-fixture'
import { moveOpening } from '#shared/commands/move-opening'
import { moveRoomEdge } from '#shared/commands/move-room-edge'
import { moveWall } from '#shared/commands/move-wall'
import { setOpening } from '#shared/commands/set-opening'
import { swapRooms } from '#shared/commands/swap-rooms'
import { turnFixture } from '#shared/commands/turn-fixture'
import { applyChange } from '#shared/document/change'
import { recordsOf, type WardDocument } from '#shared/document/document'
import { WardRecord } from '#shared/document/record'
import { shippedCatalogue } from '#test/support/catalogue'
import { doUndoRedo } from '#test/support/edits'
import { endoscopyWorkshop } from '#test/support/endoscopy'

const sample = endoscopyWorkshop(shippedCatalogue())
const design = Object.keys(sample.designs).sort()[1] as string

type Draw = { readonly which: number; readonly other: number; readonly corner: number; readonly dx: number; readonly dy: number }
/** Metres with a bit less than a whole millimetre, so that rounding has something to do. */
const metre = fc.integer({ min: -4000, max: 4000 }).map((millimetres) => millimetres / 1000 + 0.00021)
const draw = fc.record({ which: fc.nat(500), other: fc.nat(500), corner: fc.nat(7), dx: metre, dy: metre })

const COMMANDS: readonly ((document: WardDocument, draw: Draw) => Edit)[] = [
  (document, { which, dx, dy }) => dragRoom(document, { room: pick(document, 'room', which).id, dx, dy }),
  (document, { which, other }) => swapRooms(document, { room: pick(document, 'room', which).id, other: pick(document, 'room', other).id }),
  (document, { which, corner, dx }) => moveRoomEdge(document, { ...edge(document, which, corner), outwards: dx / 4 }),
  (document, { which, corner, dx }) => moveWall(document, { ...edge(document, which, corner), outwards: dx / 4 }),
  (document, { which, dx }) => moveOpening(document, { opening: pick(document, 'opening', which).id, along: 2 + dx }),
  (document, { which, dx }) => setOpening(document, { opening: pick(document, 'opening', which).id, fields: { width: 1 + Math.abs(dx) / 4 } }),
  (document, { which, dx, dy }) => moveFixture(document, { fixture: pick(document, 'fixture', which).id, dx, dy }),
  (document, { which, dx }) => turnFixture(document, { fixture: pick(document, 'fixture', which).id, rotation: dx * 90 }),
]

function pick<K extends 'room' | 'opening' | 'fixture'>(document: WardDocument, kind: K, which: number) {
  const all = recordsOf(document.designs[design] ?? {}, kind)
  return all[which % all.length] as (typeof all)[number]
}

function edge(document: WardDocument, which: number, corner: number) {
  const room = pick(document, 'room', which)
  return { room: room.id, corner: room.corners[corner % room.corners.length]?.key ?? '' }
}

test.prop([fc.array(fc.tuple(fc.nat(COMMANDS.length - 1), draw), { maxLength: 12 })], { numRuns: 40 })(
  'a run of edits keeps ids, whole millimetres and lawful rooms, and is undone one by one',
  (edits) => {
    let document = sample
    for (const [command, each] of edits) {
      const edit = COMMANDS[command]?.(document, each)
      if (edit?.status !== 'done') continue
      const { change } = edit
      expect([change.added, change.removed]).toEqual([[], []])
      for (const [from, to] of change.updated) {
        expect(to.id).toBe(from.id)
        expect(WardRecord.safeParse(to).error, 'whole millimetres and tenths of a degree').toBeUndefined()
      }
      document = applyChange(document, change)
    }
    expect(isLawful(buildBuilding(document.designs[design] ?? {}, document.workshop))).toBe(true)
  },
)

test.prop([fc.nat(COMMANDS.length - 1), draw], { numRuns: 30 })('an edit applied and inverted is the document it was', (command, each) => {
  const edit = COMMANDS[command]?.(sample, each)
  if (edit?.status === 'done') doUndoRedo(sample, edit)
})

test.prop([draw], { numRuns: 30 })('a room moved there and back is where it was', ({ which, dx, dy }) => {
  const room = pick(sample, 'room', which)
  const there = dragRoom(sample, { room: room.id, dx, dy })
  if (there.status !== 'done' || there.name.key !== 'edit.moved-room') return
  const moved = applyChange(sample, there.change)
  const back = dragRoom(moved, { room: room.id, dx: -roundToMillimetre(dx), dy: -roundToMillimetre(dy) })
  expect(back.status === 'done' && applyChange(moved, back.change)).toEqual(sample)
})
