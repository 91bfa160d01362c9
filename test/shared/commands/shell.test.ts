import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import type { Id } from '#shared/base/ids'
import { buildBuilding } from '#shared/building/build-building'
import { addOpening } from '#shared/commands/add-opening'
import { addWall } from '#shared/commands/add-wall'
import { arrayFixture } from '#shared/commands/array-fixture'
import { moveOpening } from '#shared/commands/move-opening'
import { resizeRoom } from '#shared/commands/resize-room'
import { moveRoomCorner } from '#shared/commands/room-corners'
import { outlineWithSideMoved, setOutline } from '#shared/commands/set-outline'
import { setWallKind } from '#shared/commands/set-wall-kind'
import { setWallLine } from '#shared/commands/set-wall-line'
import { turnFixture } from '#shared/commands/turn-fixture'
import { recordsOf, type WardDocument } from '#shared/document/document'
import type { Point } from '#shared/geometry/point'
import { signedArea } from '#shared/geometry/polygon'
import { doUndoRedo, refusalOf } from '#test/support/edits'
import { recordOf, smallUnit } from '#test/support/small-unit'

const { script, ids, freshId } = smallUnit()
const document = script.document()
type Named = 'design' | 'store' | 'office' | 'ward' | 'storeDoor' | 'officeDoor' | 'desk'
const { design, store, office, ward, storeDoor, officeDoor, desk } = ids as Record<Named, Id>
const storey = recordsOf(document.designs[design] ?? {}, 'storey')[0]?.id ?? ''
const corners = (after: WardDocument, room: Id) => recordOf(after, room, 'room').corners.map(({ x, y }) => [x, y])
const floorOf = (after: WardDocument, room: Id) =>
  buildBuilding(after.designs[design] ?? {}, after.workshop).storeys[0]?.rooms.find((built) => built.room.id === room)?.netArea ?? 0

describe('resizeRoom', () => {
  it('keeps the corner, the side or the middle that is to stay', () => {
    // Ward is 8 m x 4 m at 0, 3, with free floor only at its right and above it.
    const up = doUndoRedo(document, resizeRoom(document, { room: ward, size: { depth: 3 }, stays: { x: 'left', y: 'top' } }))
    expect(corners(up, ward)[0]).toEqual([0, 4])
    const middle = doUndoRedo(document, resizeRoom(document, { room: ward, size: { width: 7 }, stays: { x: 'centre', y: 'bottom' } }))
    expect(corners(middle, ward).slice(0, 2)).toEqual([
      [0.5, 3],
      [7.5, 3],
    ])
  })

  it('holds the area while a side is typed: 10 m of 32 square metres is 3.2 m', () => {
    const wide = doUndoRedo(document, resizeRoom(document, { room: ward, size: { width: 10, holdsArea: true } }))
    expect(corners(wide, ward)[2]).toEqual([10, 6.2])
  })

  it('finds the side that gives the floor inside the walls that was typed', () => {
    const larger = doUndoRedo(document, resizeRoom(document, { room: ward, size: { netArea: 31, keep: 'depth' } }))
    expect(floorOf(larger, ward)).toBeCloseTo(31, 2)
    expect(corners(larger, ward)[2]?.[1]).toBe(7)
    expect(refusalOf(resizeRoom(document, { room: ward, size: { netArea: -3, keep: 'depth' } })).reason.key).toBe('refused.too-small')
  })

  test.prop([fc.integer({ min: 12_000, max: 34_000 }), fc.constantFrom('width', 'depth')], { numRuns: 40 })(
    'whatever floor is typed, that is what comes out, or a sentence',
    (square, keep) => {
      const edit = resizeRoom(document, { room: ward, size: { netArea: square / 1000, keep: keep as 'width' | 'depth' } })
      if (edit.status === 'refused') return
      // A millimetre of the side that gives way is 8 m or 4 m long.
      expect(Math.abs(floorOf(doUndoRedo(document, edit), ward) - square / 1000)).toBeLessThan(0.0085)
    },
  )
})

describe('moveRoomCorner', () => {
  it('keeps a right angle where it is wanted, and else moves the corner alone', () => {
    const to = { x: 9, y: 8 }
    const square = doUndoRedo(document, moveRoomCorner(document, { room: ward, corner: 'north', to, isSquare: true }))
    expect(corners(square, ward)).toEqual([
      [0, 3],
      [9, 3],
      [9, 8],
      [0, 8],
    ])
    const alone = doUndoRedo(document, moveRoomCorner(document, { room: ward, corner: 'north', to }))
    expect(corners(alone, ward)[1]).toEqual([8, 3])
  })
})

describe('setWallKind', () => {
  it('makes both sides of a wall so, as far as the wall goes', () => {
    // The upper wall of Store is half of the lower wall of Ward: 0 to 4 of 8 m.
    const glazed = doUndoRedo(document, setWallKind(document, { room: store, corner: 'north', edge: 'glazed' }))
    expect(recordOf(glazed, store, 'room').corners.find(({ key }) => key === 'north')?.edge).toBe('glazed')
    expect(recordOf(glazed, ward, 'room').corners.map(({ x, y, edge }) => [x, y, edge])).toEqual([
      [0, 3, 'glazed'],
      [4, 3, 'wall'],
      [8, 3, 'wall'],
      [8, 7, 'wall'],
      [0, 7, 'wall'],
    ])
    const back = doUndoRedo(glazed, setWallKind(glazed, { room: store, corner: 'north', edge: 'wall' }))
    expect(recordOf(back, ward, 'room').corners.map(({ edge }) => edge)).toEqual(['wall', 'wall', 'wall', 'wall', 'wall'])
  })

  it('takes the doors of a wall along, and refuses to open a wall that has one', () => {
    const opened = refusalOf(setWallKind(document, { room: office, corner: 'north', edge: 'open' }))
    expect(opened.reason.key).toBe('refused.edge-has-openings')
    const hung = doUndoRedo(document, addOpening(document, { opening: 'door', on: { room: ward, corner: 'south' }, along: 1, width: 1 }, freshId))
    const glazed = doUndoRedo(hung, setWallKind(hung, { room: office, corner: 'north', edge: 'glazed' }))
    const wardDoor = recordsOf(glazed.designs[design] ?? {}, 'opening').find(({ on }) => 'room' in on && on.room === ward)
    expect(wardDoor).toMatchObject({ on: { corner: 'south' }, along: 1 })
    const between = doUndoRedo(document, addOpening(document, { opening: 'door', on: { room: ward, corner: 'south' }, along: 5, width: 1 }, freshId))
    const moved = doUndoRedo(between, setWallKind(between, { room: office, corner: 'north', edge: 'glazed' }))
    expect(recordsOf(moved.designs[design] ?? {}, 'opening').find(({ on }) => 'room' in on && on.room === ward)).toMatchObject({ along: 1 })
    const across = doUndoRedo(document, addOpening(document, { opening: 'door', on: { room: ward, corner: 'south' }, along: 3.5, width: 1 }, freshId))
    expect(refusalOf(setWallKind(across, { room: store, corner: 'north', edge: 'glazed' })).reason.key).toBe('refused.cut-through-opening')
  })

  it('does nothing where it is so already, and only the edge itself where no room lies beyond', () => {
    expect(setWallKind(document, { room: store, corner: 'west', edge: 'wall' })).toMatchObject({ status: 'done', change: { updated: [] } })
    const open = doUndoRedo(document, setWallKind(document, { room: store, corner: 'south', edge: 'open' }))
    expect(recordOf(open, office, 'room')).toBe(recordOf(document, office, 'room'))
  })
})

describe('moveOpening', () => {
  it('hangs a door in another wall, stopping at its ends', () => {
    const rehung = doUndoRedo(document, moveOpening(document, { opening: storeDoor, on: { room: office, corner: 'south' }, along: 3.8 }))
    expect(recordOf(rehung, storeDoor, 'opening')).toMatchObject({ on: { room: office, corner: 'south' }, along: 3 })
    const meets = moveOpening(document, { opening: storeDoor, on: { room: office, corner: 'north' }, along: 1 })
    expect(refusalOf(meets).reason.key).toBe('refused.openings-meet')
    expect(refusalOf(moveOpening(document, { opening: officeDoor, on: { room: office, corner: 'nowhere' }, along: 1 })).reason.key).toBe(
      'refused.no-wall',
    )
  })
})

describe('setOutline', () => {
  const ring = (right: number, top: number) => [
    { x: -1, y: -1 },
    { x: right, y: -1 },
    { x: right, y: top },
    { x: -1, y: top },
  ]

  it('draws it anew, either way round, and takes it away', () => {
    const drawn = doUndoRedo(document, setOutline(document, { storey, outline: ring(20, 10.0004).reverse() }))
    expect(recordOf(drawn, storey, 'storey').outline).toEqual(ring(20, 10))
    const none = doUndoRedo(document, setOutline(document, { storey, outline: undefined }))
    expect(recordOf(none, storey, 'storey').outline).toBeUndefined()
  })

  it('is refused where walls cross, where rooms are left out, and without floor', () => {
    const [a, b, , d] = ring(20, 10) as [Point, Point, Point, Point]
    expect(refusalOf(setOutline(document, { storey, outline: [a, b, d, { x: 30, y: 10 }] })).reason.key).toBe('refused.outline-crosses')
    expect(refusalOf(setOutline(document, { storey, outline: [a, b, d] })).reason).toMatchObject({ key: 'refused.outline-leaves-out' })
    expect(refusalOf(setOutline(document, { storey, outline: [a, b] })).reason.key).toBe('refused.outline-too-small')
    expect(refusalOf(setOutline(document, { storey, outline: [a, b, { x: Number.NaN, y: 3 }] })).reason.key).toBe('refused.outline-too-small')
  })

  test.prop([fc.nat(3), fc.integer({ min: -4000, max: 4000 })], { numRuns: 40 })(
    'a side moved there and back is where it was',
    (side, millimetres) => {
      const there = outlineWithSideMoved(ring(20, 10), side, millimetres / 1000)
      const back = there && outlineWithSideMoved(there, side, -millimetres / 1000)
      for (const [index, { x, y }] of ring(20, 10).entries()) {
        expect(back?.[index]?.x).toBeCloseTo(x, 9)
        expect(back?.[index]?.y).toBeCloseTo(y, 9)
      }
      const grown = (side % 2 === 0 ? 21 : 11) * (millimetres / 1000)
      expect(signedArea(there ?? [])).toBeCloseTo(21 * 11 + grown, 6)
    },
  )
})

describe('setWallLine', () => {
  const drawn = doUndoRedo(document, addWall(document, { design, from: { x: 9, y: 1 }, to: { x: 11, y: 1 } }, freshId))
  const wall = recordsOf(drawn.designs[design] ?? {}, 'wall')[0]?.id ?? ''

  it('gives it a length, a direction, or both, from where it starts', () => {
    expect(recordOf(doUndoRedo(drawn, setWallLine(drawn, { wall, length: 2.5 })), wall, 'wall').to).toEqual({ x: 11.5, y: 1 })
    expect(recordOf(doUndoRedo(drawn, setWallLine(drawn, { wall, angle: 90 })), wall, 'wall').to).toEqual({ x: 9, y: 3 })
    expect(recordOf(doUndoRedo(drawn, setWallLine(drawn, { wall, length: 5, angle: 180 })), wall, 'wall').to).toEqual({ x: 4, y: 1 })
    expect(refusalOf(setWallLine(drawn, { wall, length: 0 })).reason.key).toBe('refused.wall-of-no-length')
  })

  it('leaves no door outside', () => {
    const hung = doUndoRedo(drawn, addOpening(drawn, { opening: 'door', on: { wall }, along: 1, width: 0.9 }, freshId))
    expect(refusalOf(setWallLine(hung, { wall, length: 1.5 })).reason.key).toBe('refused.wider-than-wall')
  })
})

describe('arrayFixture', () => {
  it('follows the way the piece is turned', () => {
    const turned = doUndoRedo(document, turnFixture(document, { fixture: desk, rotation: 90 }))
    const edit = arrayFixture(turned, { fixture: desk, columns: 2, rows: 2, stepX: 1.5, stepY: -1, along: 'fixture' }, freshId)
    const after = doUndoRedo(turned, edit)
    // Turned by a quarter its right is up the page, and its back is to the left: one row forwards is to the right.
    expect(
      recordsOf(after.designs[design] ?? {}, 'fixture')
        .filter(({ entry }) => entry === 'desk')
        .map(({ x, y }) => [x, y])
        .sort(),
    ).toEqual([
      [1, 1],
      [1, 2.5],
      [2, 1],
      [2, 2.5],
    ])
  })
})
