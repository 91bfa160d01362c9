import { describe, expect, it } from 'vitest'
import { moveFixture } from '#shared/commands/move-fixture'
import { placeFixture } from '#shared/commands/place-fixture'
import { placeRoom } from '#shared/commands/place-room'
import { removeElements } from '#shared/commands/remove-elements'
import { setDesign } from '#shared/commands/set-design'
import { setElement } from '#shared/commands/set-element'
import { setRoomEdge } from '#shared/commands/set-room-edge'
import { turnFixture } from '#shared/commands/turn-fixture'
import { catalogueEntry } from '#test/support/catalogue'
import { doUndoRedo, refusalOf } from '#test/support/edits'
import { recordOf, smallUnit } from '#test/support/small-unit'

const { script, ids, freshId } = smallUnit()
const document = script.document()
const [design, store, ward, bed, desk, storeDoor] = [ids.design, ids.store, ids.ward, ids.bed, ids.desk, ids.storeDoor].map((id) => id ?? '') as [
  string,
  string,
  string,
  string,
  string,
  string,
]

describe('placeRoom', () => {
  it('turns a clockwise ring round, each edge with its own corner', () => {
    const corners = [
      { key: 'left', x: 9, y: 1 },
      { key: 'top', x: 9, y: 3, edge: 'glazed' as const },
      { key: 'right', x: 11, y: 3 },
      { key: 'bottom', x: 11, y: 1 },
    ]
    const edit = placeRoom(document, { design, roomType: 'store', corners }, freshId)
    const room = edit.status === 'done' ? edit.change.added[0] : undefined
    // Clockwise, `top` ran from (9, 3) to (11, 3); counter-clockwise it runs from (11, 3) to (9, 3).
    expect(room).toMatchObject({
      corners: [
        { key: 'right', x: 11, y: 1, edge: 'wall' },
        { key: 'top', x: 11, y: 3, edge: 'glazed' },
        { key: 'left', x: 9, y: 3, edge: 'wall' },
        { key: 'bottom', x: 9, y: 1, edge: 'wall' },
      ],
    })
    doUndoRedo(document, edit)
  })

  it('is refused without floor, crossing itself, or over another room', () => {
    const place = (points: readonly (readonly [number, number])[]) =>
      refusalOf(placeRoom(document, { design, roomType: 'store', corners: points.map(([x, y]) => ({ x, y })) }, freshId)).reason.key
    expect(
      place([
        [9, 1],
        [9.4, 1],
        [9.4, 1.4],
      ]),
    ).toBe('refused.too-small')
    expect(
      place([
        [9, 1],
        [12, 1],
        [12, 3],
        [10, 3],
        [11, 0.5],
      ]),
    ).toBe('refused.crosses-itself')
    expect(
      place([
        [7, 1],
        [9, 1],
        [9, 2],
        [7, 2],
      ]),
    ).toBe('refused.overlaps')
    expect(
      place([
        [9, 1],
        [12, 1],
      ]),
    ).toBe('refused.too-small')
  })

  it('lets rooms touch, and overlap by a millimetre', () => {
    for (const x of [8, 7.999]) {
      expect(placeRoom(document, { design, roomType: 'store', x, y: 0, width: 2, depth: 3 }, freshId).status).toBe('done')
    }
    expect(placeRoom(document, { design, roomType: 'store', x: 7.997, y: 0, width: 2, depth: 3 }, freshId).status).toBe('refused')
  })
})

describe('fixtures', () => {
  it('are copied from the catalogue and then their own', () => {
    const entry = catalogueEntry('bed.json')
    const edit = placeFixture(document, { design, entry, x: 6.00049, y: 5, rotation: 450.04, name: 'Bed 2' }, freshId)
    const id = edit.status === 'done' ? (edit.change.added[0]?.id ?? '') : ''
    expect(recordOf(doUndoRedo(document, edit), id, 'fixture')).toMatchObject({
      x: 6,
      y: 5,
      rotation: 90,
      name: 'Bed 2',
      fixtureType: 'bed',
      footprint: entry.footprint,
      usePoints: entry.usePoints,
      bedHead: entry.bedHead,
    })
  })

  it('move by whole millimetres and turn by whole tenths of a degree', () => {
    const moved = doUndoRedo(document, moveFixture(document, { fixture: bed, dx: 0.0126, dy: -1 }))
    expect(recordOf(moved, bed, 'fixture')).toMatchObject({ x: 2.013, y: 4.5 })
    const turned = doUndoRedo(document, turnFixture(document, { fixture: bed, rotation: -0.06 }))
    expect(recordOf(turned, bed, 'fixture')).toMatchObject({ rotation: 359.9 })
  })

  it('stay when they are monuments', () => {
    const fixed = doUndoRedo(document, setElement(document, { kind: 'fixture', id: bed, fields: { monument: 'lead-lined' } }))
    for (const edit of [
      moveFixture(fixed, { fixture: bed, dx: 1, dy: 0 }),
      turnFixture(fixed, { fixture: bed, rotation: 90 }),
      removeElements(fixed, { elements: [bed] }),
    ]) {
      expect(refusalOf(edit).reason.key).toBe('refused.monument')
    }
    const freed = doUndoRedo(fixed, setElement(fixed, { kind: 'fixture', id: bed, fields: { monument: undefined } }))
    expect('monument' in recordOf(freed, bed, 'fixture')).toBe(false)
  })
})

describe('removeElements', () => {
  it('takes the openings and fixtures of a room, and what the design says of them', () => {
    const via = [
      { pathway: 'visit', through: [storeDoor, ward] },
      { pathway: 'visit', step: 'treat', through: [storeDoor] },
    ]
    const placeShares = [{ roomType: 'store', fixtureType: 'desk', shares: { [desk]: 1 } }]
    const said = doUndoRedo(document, setDesign(document, { design, fields: { via, placeShares } }))
    const after = doUndoRedo(said, removeElements(said, { elements: [store] }))
    for (const id of [store, storeDoor, desk]) expect(after.designs[design]?.[id]).toBeUndefined()
    expect(after.designs[design]?.[bed]).toBeDefined()
    expect(recordOf(after, design, 'design')).toMatchObject({ via: [{ pathway: 'visit', through: [ward] }], placeShares: [] })
  })

  it('is refused for the design itself, for strangers and for nothing', () => {
    for (const elements of [[design], ['room_000099'], [store, 'wall_000099']]) {
      expect(refusalOf(removeElements(document, { elements })).reason.key).toBe('refused.unknown')
    }
    expect(refusalOf(removeElements(document, { elements: [] })).reason.key).toBe('refused.nothing-selected')
  })
})

describe('setElement and setRoomEdge', () => {
  it('change what a room is, and what stands along its edges', () => {
    const named = doUndoRedo(document, setElement(document, { kind: 'room', id: store, fields: { name: 'Linen', roomType: 'linen', capacity: 2 } }))
    expect(recordOf(named, store, 'room')).toMatchObject({ name: 'Linen', roomType: 'linen', capacity: 2 })
    const glazed = doUndoRedo(document, setRoomEdge(document, { room: store, corner: 'west', fields: { edge: 'glazed', thickness: 0.1 } }))
    expect(recordOf(glazed, store, 'room').corners[3]).toMatchObject({ key: 'west', edge: 'glazed', thickness: 0.1 })
  })
})
