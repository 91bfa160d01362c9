import { describe, expect, it } from 'vitest'
import type { Message } from '#shared/base/message'
import { addOpening } from '#shared/commands/add-opening'
import { addWall } from '#shared/commands/add-wall'
import { moveFreeWall } from '#shared/commands/move-free-wall'
import { moveOpening } from '#shared/commands/move-opening'
import { setOpening } from '#shared/commands/set-opening'
import { say } from '#shared/report/say'
import { doUndoRedo, refusalOf } from '#test/support/edits'
import { recordOf, smallUnit } from '#test/support/small-unit'
import english from '../../../resources/locales/en.json'

const { script, ids, freshId } = smallUnit()
const document = script.document()
const { design, store, storeDoor } = ids
const onStore = { room: store ?? '', corner: 'south' }

describe('addOpening', () => {
  it('stands in the middle of its wall where nothing else is said', () => {
    const edit = addOpening(document, { opening: 'window', on: onStore, width: 1.5 }, freshId)
    const after = doUndoRedo(document, edit)
    const id = edit.status === 'done' ? edit.change.added[0]?.id : ''
    expect(recordOf(after, id, 'opening')).toMatchObject({ along: 1.25, width: 1.5, hinge: 'start', swing: 'in' })
  })

  it('is refused when it is wider than its wall, or cuts another', () => {
    expect(refusalOf(addOpening(document, { opening: 'door', on: onStore, width: 4.1 }, freshId)).reason).toMatchObject({
      key: 'refused.wider-than-wall',
      values: { width: 4.1, wall: 4 },
    })
    const on = { room: store ?? '', corner: 'east' }
    expect(refusalOf(addOpening(document, { opening: 'door', on, along: 1.9, width: 1 }, freshId)).reason.key).toBe('refused.openings-meet')
    expect(addOpening(document, { opening: 'door', on, along: 2, width: 1 }, freshId).status).toBe('done')
    expect(refusalOf(addOpening(document, { opening: 'door', on: { ...on, corner: 'nowhere' }, width: 1 }, freshId)).reason.key).toBe(
      'refused.no-wall',
    )
  })
})

describe('an opening without a name', () => {
  const said = ({ key, values }: Message) => say({ key, values }, english)
  const added = addOpening(document, { opening: 'door', on: onStore, width: 1 }, freshId)
  const after = doUndoRedo(document, added)
  const id = added.status === 'done' ? (added.change.added[0]?.id ?? '') : ''

  it('is told from its room in the log and where it is refused', () => {
    expect(added.status === 'done' && said(added.name)).toBe('Added Door of Store')
    const moved = moveOpening(after, { opening: id, along: 3 })
    expect(moved.status === 'done' && said(moved.name)).toBe('Moved Door of Store 1.5 m')
    expect(said(refusalOf(setOpening(after, { opening: id, fields: { width: 12 } })).reason)).toBe(
      'Door of Store is 12 m wide, and its wall is only 4 m long.',
    )
    const hatch = addOpening(after, { opening: 'passThrough', on: onStore, along: 1.5, width: 1 }, freshId)
    expect(said(refusalOf(hatch).reason)).toBe('Hatch of Store would cut into Door of Store in the same wall.')
  })
})

describe('moveOpening', () => {
  it('is refused past the end of its wall where the place was typed', () => {
    const typed = (along: number) => moveOpening(document, { opening: storeDoor ?? '', along, isExact: true })
    // Of the 3 m of the wall between store and office a door of 1 m leaves 2 m.
    for (const along of [50, 2.01, -0.2]) expect(refusalOf(typed(along)).reason).toMatchObject({ key: 'refused.past-wall', values: { most: 2 } })
    for (const along of [0, 2]) expect(recordOf(doUndoRedo(document, typed(along)), storeDoor, 'opening').along).toBe(along)
  })

  it('stops at the ends of its wall', () => {
    for (const [along, stops] of [
      [-3, 0],
      [1.2345, 1.235],
      [99, 2],
    ] as const) {
      const after = doUndoRedo(document, moveOpening(document, { opening: storeDoor ?? '', along }))
      expect(recordOf(after, storeDoor, 'opening')).toMatchObject({ along: stops })
    }
  })
})

describe('setOpening', () => {
  it('keeps the middle when the width changes, as far as the wall allows', () => {
    const wider = doUndoRedo(document, setOpening(document, { opening: storeDoor ?? '', fields: { width: 1.4, oneWay: 'in' } }))
    expect(recordOf(wider, storeDoor, 'opening')).toMatchObject({ along: 0.8, width: 1.4, oneWay: 'in' })
    const cleared = doUndoRedo(wider, setOpening(wider, { opening: storeDoor ?? '', fields: { oneWay: undefined, width: 3 } }))
    expect(recordOf(cleared, storeDoor, 'opening')).toMatchObject({ along: 0, width: 3 })
    expect('oneWay' in recordOf(cleared, storeDoor, 'opening')).toBe(false)
    expect(refusalOf(setOpening(document, { opening: storeDoor ?? '', fields: { width: 3.5 } })).reason.key).toBe('refused.wider-than-wall')
  })
})

describe('a free wall', () => {
  it('carries its openings when it moves', () => {
    const wall = script.run((before) => addWall(before, { design: design ?? '', from: { x: 9, y: 1 }, to: { x: 9, y: 3 } }, freshId))
    const door = script.run((before) => addOpening(before, { opening: 'archway', on: { wall }, width: 1.2 }, freshId))
    const after = doUndoRedo(script.document(), moveFreeWall(script.document(), { wall, dx: 0.5, dy: 0.25 }))
    expect(recordOf(after, wall, 'wall')).toMatchObject({ from: { x: 9.5, y: 1.25 }, to: { x: 9.5, y: 3.25 }, thickness: 0.12 })
    expect(recordOf(after, door, 'opening')).toMatchObject({ along: 0.4 })
  })

  it('needs a length', () => {
    const point = { x: 9, y: 1 }
    expect(refusalOf(addWall(document, { design: design ?? '', from: point, to: { x: 9.0004, y: 1 } }, freshId)).reason.key).toBe(
      'refused.wall-of-no-length',
    )
  })
})
