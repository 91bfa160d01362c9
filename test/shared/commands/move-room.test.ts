import { describe, expect, it } from 'vitest'
import { moveRoom } from '#shared/commands/move-room'
import { setDesign } from '#shared/commands/set-design'
import { setElement } from '#shared/commands/set-element'
import { doUndoRedo, refusalOf } from '#test/support/edits'
import { recordOf, smallUnit } from '#test/support/small-unit'

const { script, ids } = smallUnit()
const document = script.document()
const { store, office, ward, bed, desk, storeDoor, officeDoor } = ids

it('carries the fixtures standing in the room and its openings, never a neighbour', () => {
  const edit = moveRoom(document, { room: office ?? '', dx: 1.2504, dy: -0.0004 })
  const after = doUndoRedo(document, edit)
  expect(recordOf(after, office, 'room').corners.map(({ x, y }) => [x, y])).toEqual([
    [5.25, 0],
    [9.25, 0],
    [9.25, 3],
    [5.25, 3],
  ])
  expect(recordOf(after, officeDoor, 'opening')).toBe(recordOf(document, officeDoor, 'opening'))
  expect(recordOf(after, store, 'room')).toBe(recordOf(document, store, 'room'))
  expect(edit).toMatchObject({ name: { key: 'edit.moved-room', values: { room: 'Office', by: 1.25 } } })

  const wardMoved = doUndoRedo(document, moveRoom(document, { room: ward ?? '', dx: 0.5, dy: 0.5 }))
  expect(recordOf(wardMoved, bed, 'fixture')).toMatchObject({ x: 2.5, y: 6 })
  expect(recordOf(wardMoved, desk, 'fixture')).toMatchObject({ x: 1, y: 1 })
})

it('is nothing to undo when it moves by less than half a millimetre', () => {
  const edit = moveRoom(document, { room: store ?? '', dx: 0.0004, dy: 0 })
  expect(edit).toMatchObject({ status: 'done', change: { added: [], updated: [], removed: [] } })
})

describe('is refused', () => {
  it('over another room, with what it would have been as a ghost', () => {
    const { reason, ghost } = refusalOf(moveRoom(document, { room: store ?? '', dx: 1, dy: 0.1 }))
    expect(reason).toEqual({ key: 'refused.overlaps', values: { room: 'Store', others: ['Office', 'Ward'] } })
    expect(ghost?.updated.map(([from]) => from.id).sort()).toEqual([desk, store].sort())
  })

  it('beyond the outline of the building', () => {
    expect(refusalOf(moveRoom(document, { room: ward ?? '', dx: 0, dy: 2 })).reason.key).toBe('refused.outside')
  })

  it('in a locked design, and for what is not there', () => {
    const locked = doUndoRedo(document, setDesign(document, { design: ids.design ?? '', fields: { locked: true } }))
    expect(refusalOf(moveRoom(locked, { room: office ?? '', dx: 1, dy: 0 })).reason).toEqual({ key: 'refused.locked', values: { design: 'A' } })
    expect(refusalOf(moveRoom(document, { room: '__proto__', dx: 1, dy: 0 })).reason.key).toBe('refused.unknown')
    expect(refusalOf(moveRoom(document, { room: bed ?? '', dx: 1, dy: 0 })).reason.key).toBe('refused.unknown')
  })

  it('for a monument, and for a room that holds one', () => {
    const bedFixed = doUndoRedo(document, setElement(document, { kind: 'fixture', id: bed ?? '', fields: { monument: 'bolted to the floor' } }))
    expect(refusalOf(moveRoom(bedFixed, { room: ward ?? '', dx: 0.5, dy: 0 })).reason).toEqual({
      key: 'refused.monument',
      values: { name: 'Bed', reason: 'bolted to the floor' },
    })
    expect(moveRoom(bedFixed, { room: office ?? '', dx: 0.5, dy: 0 }).status).toBe('done')
  })
})

it('moves a room whose door leads nowhere afterwards: the door stays its own', () => {
  const after = doUndoRedo(document, moveRoom(document, { room: office ?? '', dx: 2, dy: 0 }))
  expect(recordOf(after, storeDoor, 'opening')).toMatchObject({ on: { room: store, corner: 'east' }, along: 1 })
})
