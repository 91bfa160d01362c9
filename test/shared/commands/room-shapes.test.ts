import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import type { Id } from '#shared/base/ids'
import { buildBuilding } from '#shared/building/build-building'
import { isLawful } from '#shared/building/lawful'
import { addOpening } from '#shared/commands/add-opening'
import { mergeRooms } from '#shared/commands/merge-rooms'
import { resizeRoom } from '#shared/commands/resize-room'
import { addRoomCorner, moveRoomCorner, removeRoomCorner } from '#shared/commands/room-corners'
import { splitRoom } from '#shared/commands/split-room'
import { applyChange } from '#shared/document/change'
import { recordsOf, type WardDocument } from '#shared/document/document'
import { WardRecord } from '#shared/document/record'
import { signedArea } from '#shared/geometry/polygon'
import { doUndoRedo, refusalOf } from '#test/support/edits'
import { recordOf, smallUnit } from '#test/support/small-unit'

const { script, ids, freshId } = smallUnit()
const document = script.document()
const { design, store, office, ward, storeDoor, officeDoor } = ids as Record<'design' | 'store' | 'office' | 'ward' | 'storeDoor' | 'officeDoor', Id>

const corners = (after: WardDocument, room: Id) => recordOf(after, room, 'room').corners.map(({ key, x, y }) => [key, x, y])

describe('resizeRoom', () => {
  it('gives a room its width, its depth or its area, from its lower left corner', () => {
    const narrow = doUndoRedo(document, resizeRoom(document, { room: ward, size: { width: 6.4 } }))
    expect(corners(narrow, ward)).toEqual([
      ['south', 0, 3],
      ['east', 6.4, 3],
      ['north', 6.4, 7],
      ['west', 0, 7],
    ])
    const deep = doUndoRedo(document, resizeRoom(document, { room: ward, size: { area: 36, keep: 'width' } }))
    expect(corners(deep, ward)[2]).toEqual(['north', 8, 7.5])
    const wide = doUndoRedo(document, resizeRoom(document, { room: ward, size: { area: 36, keep: 'depth' } }))
    expect(corners(wide, ward)[2]).toEqual(['north', 9, 7])
  })

  it('is refused over a neighbour, where a door would be left out, and without floor', () => {
    expect(refusalOf(resizeRoom(document, { room: store, size: { width: 5 } })).reason.key).toBe('refused.overlaps')
    expect(refusalOf(resizeRoom(document, { room: store, size: { depth: 1.5 } })).reason.key).toBe('refused.opening-left-out')
    expect(refusalOf(resizeRoom(document, { room: store, size: { width: 0 } })).reason.key).toBe('refused.too-small')
    expect(refusalOf(resizeRoom(document, { room: store, size: { width: Number.NaN } })).reason.key).toBe('refused.too-small')
  })
})

describe('corners', () => {
  it('are added, moved out to an L or a slant, and taken away again', () => {
    const added = doUndoRedo(document, addRoomCorner(document, { room: ward, corner: 'east', along: 1 }))
    expect(corners(added, ward)).toEqual([
      ['south', 0, 3],
      ['east', 8, 3],
      ['e1', 8, 4],
      ['north', 8, 7],
      ['west', 0, 7],
    ])
    const slanted = doUndoRedo(added, moveRoomCorner(added, { room: ward, corner: 'e1', to: { x: 9.5, y: 4.0004 } }))
    expect(corners(slanted, ward)[2]).toEqual(['e1', 9.5, 4])
    const back = doUndoRedo(slanted, removeRoomCorner(slanted, { room: ward, corner: 'e1' }))
    expect(corners(back, ward)).toEqual(corners(document, ward))
  })

  it('leave a door on the half of the wall that it is in', () => {
    const after = doUndoRedo(document, addRoomCorner(document, { room: store, corner: 'east', along: 0.6 }))
    expect(recordOf(after, storeDoor, 'opening')).toMatchObject({ on: { room: store, corner: 'e1' }, along: 0.4 })
    expect(refusalOf(addRoomCorner(document, { room: store, corner: 'east', along: 1.5 })).reason.key).toBe('refused.corner-in-opening')
    expect(refusalOf(addRoomCorner(document, { room: store, corner: 'east', along: 3 })).reason.key).toBe('refused.no-corner-here')
  })

  it('are refused where walls would cross or a door would go', () => {
    expect(refusalOf(moveRoomCorner(document, { room: ward, corner: 'south', to: { x: 9, y: 8 } })).reason.key).toMatch(
      /^refused\.(crosses-itself|too-small)$/,
    )
    expect(refusalOf(removeRoomCorner(document, { room: store, corner: 'east' })).reason.key).toBe('refused.edge-has-openings')
  })
})

describe('splitRoom', () => {
  it('cuts a ward of 8 m into 5 and 3 m; the larger part stays the ward, the beds fall to the part they stand in', () => {
    const edit = splitRoom(document, { room: ward, from: { x: 5, y: 0 }, to: { x: 5, y: 9 } }, freshId)
    const after = doUndoRedo(document, edit)
    const other = recordsOf(after.designs[design] ?? {}, 'room').find(({ name }) => name === 'Ward 2')
    expect(recordOf(after, ward, 'room').corners.map(({ x, y }) => [x, y])).toEqual(
      expect.arrayContaining([
        [0, 3],
        [5, 3],
        [5, 7],
        [0, 7],
      ]),
    )
    expect(signedArea(recordOf(after, ward, 'room').corners)).toBeCloseTo(20, 9)
    expect(signedArea(other?.corners ?? [])).toBeCloseTo(12, 9)
  })

  it('takes each opening with its stretch of wall, and is refused through one, or where it cuts nothing', () => {
    const [edit] = [addOpening(document, { opening: 'window', on: { room: ward, corner: 'north' }, along: 0.5, width: 1 }, freshId)]
    const lit = doUndoRedo(document, edit)
    const window = edit.status === 'done' ? (edit.change.added[0]?.id ?? '') : ''
    // The north wall runs from x 8 down to 0: the window lies from x 7.5 to 6.5.
    const after = doUndoRedo(lit, splitRoom(lit, { room: ward, from: { x: 5, y: 3 }, to: { x: 5, y: 7 } }, freshId))
    const other = recordsOf(after.designs[design] ?? {}, 'room').find(({ name }) => name === 'Ward 2')
    expect(recordOf(after, window, 'opening')).toMatchObject({ on: { room: other?.id, corner: 'north' }, along: 0.5 })
    expect(refusalOf(splitRoom(lit, { room: ward, from: { x: 7, y: 3 }, to: { x: 7, y: 7 } }, freshId)).reason.key).toBe(
      'refused.cut-through-opening',
    )
    expect(refusalOf(splitRoom(lit, { room: ward, from: { x: 20, y: 3 }, to: { x: 20, y: 7 } }, freshId)).reason.key).toBe('refused.no-clean-cut')
    expect(refusalOf(splitRoom(lit, { room: ward, from: { x: 1, y: 4 }, to: { x: 1, y: 4 } }, freshId)).reason.key).toBe('refused.no-clean-cut')
  })
})

describe('mergeRooms', () => {
  it('makes one room of store and office: the wall and its door go, the other door stays where it is', () => {
    const after = doUndoRedo(document, mergeRooms(document, { room: store, other: office }))
    expect(corners(after, store).map(([, x, y]) => [x, y])).toEqual([
      [8, 0],
      [8, 3],
      [0, 3],
      [0, 0],
    ])
    const table = after.designs[design] ?? {}
    expect([table[office], table[storeDoor]]).toEqual([undefined, undefined])
    // The office's north wall ran from x 8 to 4, its door from 6.5 to 5.5; the new one starts at x 8 or is keyed by what it came from.
    const door = recordOf(after, officeDoor, 'opening')
    expect(door.along).toBe(1.5)
    expect('room' in door.on && door.on.room).toBe(store)
  })

  it('is refused for rooms that share no wall', () => {
    const moved = doUndoRedo(document, resizeRoom(document, { room: store, size: { width: 3 } }))
    expect(refusalOf(mergeRooms(moved, { room: store, other: office })).reason.key).toBe('refused.no-shared-wall')
  })
})

const along = fc.integer({ min: 0, max: 1000 }).map((promille) => promille / 1000)
test.prop([fc.constantFrom(store, office, ward), along, along, fc.boolean()], { numRuns: 200 })(
  'a room split and merged again has the floor that it had, its doors where they were, and every state is lawful',
  (room, low, high, isUpright) => {
    const { corners } = recordOf(document, room, 'room')
    const [a, , c] = corners
    if (a === undefined || c === undefined) return
    const at = (share: number, from: number, to: number) => from + (to - from) * share
    const [from, to] = isUpright
      ? [
          { x: at(low, a.x, c.x), y: a.y },
          { x: at(high, a.x, c.x), y: c.y },
        ]
      : [
          { x: a.x, y: at(low, a.y, c.y) },
          { x: c.x, y: at(high, a.y, c.y) },
        ]
    const edit = splitRoom(document, { room, from, to }, freshId)
    if (edit.status === 'refused') return
    for (const record of [...edit.change.added, ...edit.change.updated.map(([, each]) => each)])
      expect(WardRecord.safeParse(record).error).toBeUndefined()
    const split = applyChange(document, edit.change)
    expect(isLawful(buildBuilding(split.designs[design] ?? {}, split.workshop))).toBe(true)
    const other = edit.change.added[0]?.id ?? ''
    const joined = mergeRooms(split, { room, other })
    expect(joined.status).toBe('done')
    if (joined.status === 'refused') return
    const merged = applyChange(split, joined.change)
    expect(Math.abs(signedArea(recordOf(merged, room, 'room').corners) - signedArea(corners))).toBeLessThan(0.01)
    for (const { id } of recordsOf(document.designs[design] ?? {}, 'opening')) {
      for (const after of [split, merged]) {
        const [was, is] = [jambOf(document, id), jambOf(after, id)]
        expect(Math.hypot(was.x - is.x, was.y - is.y)).toBeLessThan(0.002)
      }
    }
  },
)

/** Where the nearer jamb of an opening is, worked out from its room and edge alone. */
function jambOf(after: WardDocument, id: Id): { readonly x: number; readonly y: number } {
  const { on, along } = recordOf(after, id, 'opening')
  if (!('room' in on)) throw new Error('in a free wall')
  const { corners } = recordOf(after, on.room, 'room')
  const at = corners.findIndex(({ key }) => key === on.corner)
  const [from, to] = [corners[at], corners[(at + 1) % corners.length]]
  if (from === undefined || to === undefined) throw new Error('no such edge')
  const length = Math.hypot(to.x - from.x, to.y - from.y)
  return { x: from.x + ((to.x - from.x) * along) / length, y: from.y + ((to.y - from.y) * along) / length }
}
