import { describe, expect, it } from 'vitest'
import type { Id } from '#shared/base/ids'
import { addConnector } from '#shared/commands/add-connector'
import { addStorey } from '#shared/commands/add-storey'
import { addWall } from '#shared/commands/add-wall'
import { duplicateDesign } from '#shared/commands/duplicate-design'
import { pasteOver } from '#shared/commands/paste-over'
import { placeRoom } from '#shared/commands/place-room'
import { selectionOf } from '#shared/commands/selection'
import { setElement } from '#shared/commands/set-element'
import { applyChange } from '#shared/document/change'
import { recordsOf, type WardDocument } from '#shared/document/document'
import { catalogueEntry } from '#test/support/catalogue'
import { doUndoRedo, refusalOf } from '#test/support/edits'
import { recordOf, smallUnit } from '#test/support/small-unit'

// Store at 0, 0 and Office at 4, 0 (4 m x 3 m each), Ward of 8 m x 4 m above them; a bed in Ward, a desk in Store.
const { script, ids, freshId } = smallUnit()
const first = script.document()
const design = ids.design ?? ''

function done(document: WardDocument, edit: Parameters<typeof doUndoRedo>[1]): WardDocument {
  return doUndoRedo(document, edit)
}

/** Another design with one room alone, where the test wants it: `Wing`. */
function withWing(x: number, y: number, width: number, depth: number): { readonly document: WardDocument; readonly wing: Id } {
  const copied = done(first, duplicateDesign(first, { design, name: 'B' }, freshId))
  const b = Object.keys(copied.designs).find((id) => id !== design) ?? ''
  const emptied = applyChange(copied, {
    added: [],
    updated: [],
    removed: Object.values(copied.designs[b] ?? {}).filter(({ kind }) => kind !== 'design' && kind !== 'storey'),
  })
  const place = placeRoom(emptied, { design: b, roomType: 'ward', name: 'Wing', x, y, width, depth }, freshId)
  const document = done(emptied, place)
  return { document, wing: recordsOf(document.designs[b] ?? {}, 'room')[0]?.id ?? '' }
}

function over(document: WardDocument, wing: Id) {
  const from = selectionOf(document, [wing])
  if (from.status === 'refused') throw new Error(from.reason.key)
  return pasteOver(document, { from, design, dx: 0, dy: 0 }, freshId)
}

const names = (document: WardDocument) => recordsOf(document.designs[design] ?? {}, 'room').map(({ name }) => name)

describe('pasteOver', () => {
  it('takes away the room that lies wholly under what is put there, with its door and its desk', () => {
    const { document, wing } = withWing(0, 0, 4, 3)
    const edit = over(document, wing)
    expect(edit).toMatchObject({ name: { key: 'edit.pasted-over', values: { count: 1, names: ['Store'] } } })
    const after = done(document, edit)
    expect(names(after).sort()).toEqual(['Office', 'Ward', 'Wing'])
    const table = after.designs[design] ?? {}
    for (const gone of [ids.store, ids.storeDoor, ids.desk]) expect(table[gone ?? '']).toBeUndefined()
    expect(table[ids.bed ?? '']).toBeDefined()
  })

  it('leaves a room the rest of its floor, its doors where they were, and takes the furniture under it', () => {
    // Of Ward (0..8 x 3..7) the left half goes, with the bed at 2, 5.5; Office's door stays in the wall below.
    const { document, wing } = withWing(0, 3, 4, 4)
    const after = done(document, over(document, wing))
    const ward = recordOf(after, ids.ward, 'room')
    expect(ward.corners.map(({ x, y }) => [x, y]).sort()).toEqual(
      [
        [4, 3],
        [4, 7],
        [8, 3],
        [8, 7],
      ].sort(),
    )
    expect(after.designs[design]?.[ids.bed ?? '']).toBeUndefined()
    expect(after.designs[design]?.[ids.officeDoor ?? '']).toBeDefined()
  })

  it('says which room would fall into pieces, and changes nothing', () => {
    const { document, wing } = withWing(3, 2, 2, 6)
    expect(refusalOf(over(document, wing)).reason).toEqual({ key: 'refused.pasted-in-part', values: { names: ['Ward'] } })
  })

  it('cuts no door in two', () => {
    // The door from Store to Office is in the wall at x = 4, from y = 1 to 2.
    const { document, wing } = withWing(2, 1.5, 3, 1.5)
    expect(refusalOf(over(document, wing)).reason).toEqual({ key: 'refused.pasted-in-part', values: { names: ['Store'] } })
  })

  it('leaves a monument standing', () => {
    const { document, wing } = withWing(0, 0, 4, 3)
    const kept = done(document, setElement(document, { kind: 'room', id: ids.store ?? '', fields: { monument: 'Listed' } }))
    expect(refusalOf(over(kept, wing)).reason.key).toBe('refused.monument')
    const desk = done(document, setElement(document, { kind: 'fixture', id: ids.desk ?? '', fields: { monument: 'Screwed down' } }))
    expect(refusalOf(over(desk, wing)).reason.key).toBe('refused.monument')
  })

  it('leaves a lift, which goes through other storeys too', () => {
    const { document, wing } = withWing(0, 0, 4, 3)
    const upstairs = done(document, addStorey(document, { design, name: 'First', where: 'above' }, freshId))
    const ground = recordOf(upstairs, ids.store, 'room').storey
    const lift = addConnector(upstairs, { design, entry: catalogueEntry('lift.json'), storey: ground, x: 2, y: 1.5 }, freshId)
    expect(refusalOf(over(done(upstairs, lift), wing)).reason.key).toBe('refused.pasted-on-connector')
  })

  it('takes partitions that stand on that floor, and leaves those that only reach in', () => {
    const { document, wing } = withWing(8, 0, 4, 3)
    const wall = (from: { x: number; y: number }, to: { x: number; y: number }) => addWall(walled, { design, from, to }, freshId)
    let walled = document
    walled = done(walled, wall({ x: 9, y: 1 }, { x: 11, y: 1 }))
    walled = done(walled, wall({ x: 9, y: 2 }, { x: 9, y: 5 }))
    const after = done(walled, over(walled, wing))
    expect(recordsOf(after.designs[design] ?? {}, 'wall').map(({ from }) => [from.x, from.y])).toEqual([[9, 2]])
  })

  it('is an ordinary copy where nothing lies', () => {
    const { document, wing } = withWing(8, 0, 4, 3)
    expect(over(document, wing)).toMatchObject({ name: { key: 'edit.copied-elements' } })
  })
})
