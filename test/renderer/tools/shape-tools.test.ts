import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { addOpening } from '#shared/commands/add-opening'
import { groupElements, withItsGroup } from '#shared/commands/group-elements'
import { saveArrangement } from '#shared/commands/save-arrangement'
import { applyChange } from '#shared/document/change'
import { recordsOf, type WardDocument } from '#shared/document/document'
import { recordOf, smallUnit } from '#test/support/small-unit'
import { outlineTool } from '../../../renderer/tools/outline-tool'
import { carriedArrangement, putTool } from '../../../renderer/tools/put-tool'
import { selectTool } from '../../../renderer/tools/select-tool'
import type { Target } from '../../../renderer/tools/target'
import type { DoublePress, Tool, ToolEvent } from '../../../renderer/tools/tool'
import { at, down, move, playedOn, typed, up } from './played'

const unit = smallUnit()
const { design, store, office, ward, bed, desk } = unit.ids as Record<'design' | 'store' | 'office' | 'ward' | 'bed' | 'desk', string>
const plain = unit.script.document()
const storey = recordsOf(plain.designs[design] ?? {}, 'storey')[0]?.id ?? ''

const played = <S>(tool: Tool<S>, events: readonly (ToolEvent | DoublePress)[], document: WardDocument = plain) =>
  playedOn({ document, design, freshId: unit.freshId }, tool, events)
const press = (target: Target, x = 0, y = 0): ToolEvent[] => [down(x, y, target), up(x, y)]
const twice = (target: Target, x = 0, y = 0): (ToolEvent | DoublePress)[] => [
  ...press(target, x, y),
  ...press(target, x, y),
  { type: 'double', at: at(x, y), target },
]
const ring = (document: WardDocument, room: string) => recordOf(document, room, 'room').corners.map(({ x, y }) => [x, y])

describe('the select tool', () => {
  it('takes a group by any one of it, and one of it alone by two presses', () => {
    const grouped = groupElements(plain, { elements: [bed, desk] }, unit.freshId)
    if (grouped.status === 'refused') throw new Error(grouped.reason.key)
    const document = applyChange(plain, grouped.change)
    const bedUnder: Target = { kind: 'fixture', id: bed }
    expect(played(selectTool, press(bedUnder), document).selection).toEqual([desk, bed])
    const alone = played(selectTool, [...twice(bedUnder, 2, 5), ...press(bedUnder, 2, 5)], document)
    expect(alone.selection).toEqual([bed])
    const dragged = played(selectTool, [down(2, 5, bedUnder), move(2.5, 5), move(3, 5), up(3, 5)], document)
    expect([recordOf(dragged.document, bed, 'fixture').x, recordOf(dragged.document, desk, 'fixture').x]).toEqual([3, 2])
  })

  it('picks the edge of a room that was pressed', () => {
    const { selection, part } = played(selectTool, press({ kind: 'edge', id: ward, corner: 'east' }))
    expect([selection, part]).toEqual([[ward], { room: ward, corner: 'east' }])
    expect(played(selectTool, [...press({ kind: 'edge', id: ward, corner: 'east' }), ...press({ kind: 'room', id: ward })]).part).toBeUndefined()
  })

  it('makes an L of a room: a corner by two presses on a wall, half of which is then pulled', () => {
    // Ward is 8 m x 4 m at 0, 3; its right wall is at 8, with free floor beyond.
    const edge: Target = { kind: 'edge', id: ward, corner: 'east' }
    const added = played(selectTool, twice(edge, 8, 5.03))
    expect(ring(added.document, ward)).toEqual([
      [0, 3],
      [8, 3],
      [8, 5],
      [8, 7],
      [0, 7],
    ])
    const pulled = played(selectTool, [down(8, 4, edge), move(9, 4), move(10, 4), up(10, 4)], added.document)
    expect(ring(pulled.document, ward)).toEqual([
      [0, 3],
      [10, 3],
      [10, 5],
      [8, 5],
      [8, 7],
      [0, 7],
    ])
    const gone = played(selectTool, twice({ kind: 'corner', id: ward, corner: 'e1' }, 8, 5), added.document)
    expect(ring(gone.document, ward)).toEqual(ring(plain, ward))
  })

  it('sizes a room by its corner, which stays square unless it is held alone', () => {
    const corner: Target = { kind: 'corner', id: ward, corner: 'north' }
    const square = played(selectTool, [down(8, 7, corner), move(9, 7.5), move(10, 7.6), up(10, 7.6)])
    expect(ring(square.document, ward)).toEqual([
      [0, 3],
      [10, 3],
      [10, 7.6],
      [0, 7.6],
    ])
    const alone = played(selectTool, [down(8, 7, corner), move(9, 7.5, true), move(10, 7.6, true), up(10, 7.6)])
    expect(ring(alone.document, ward)[1]).toEqual([8, 3])
  })
})

describe('an arrangement in the hand', () => {
  const saved = saveArrangement(plain, { id: 'arrangement_000001', name: 'Store', elements: [store] })
  if (saved.status === 'refused') throw new Error(saved.reason.key)
  const document = applyChange(plain, saved.change)
  const [arrangement] = recordsOf(document.workshop, 'arrangement')
  if (arrangement === undefined) throw new Error('nothing was kept')
  const tool = putTool(carriedArrangement(arrangement))

  it('comes to lie against its neighbour, turned and mirrored by letters', () => {
    // 4 m x 3 m, carried by its middle; Office ends at x = 8 and stands on y = 0.
    const put = played(tool, [move(10.1, 1.45), down(10.1, 1.45), up(10.1, 1.45)], document)
    const room = recordsOf(put.table, 'room').find(({ name }) => name === 'Store 2')
    expect(room?.corners[0]).toMatchObject({ x: 8, y: 0 })
    expect(put.selection).toEqual([room?.id])
    const turned = played(tool, [move(9.6, 2.1), typed('r'), typed('m'), move(9.6, 2.1), down(9.6, 2.1), up(9.6, 2.1)], document)
    const standing = recordsOf(turned.table, 'room').find(({ name }) => name === 'Store 2')
    expect(standing?.corners.map(({ x, y }) => [x, y]).sort()).toEqual([
      [11, 0],
      [11, 4],
      [8, 0],
      [8, 4],
    ])
    const piece = recordsOf(turned.table, 'fixture').find(({ id, entry }) => entry === 'desk' && id !== desk)
    // Mirrored the desk stands 1 m right of the middle and half a metre below it; a quarter to the left takes that to (0.5, 1).
    expect(piece).toMatchObject({ x: 10, y: 3, rotation: 90 })
  })

  it('says why it may not stand over a room, and stays in the hand', () => {
    const over = played(tool, [move(4, 4), down(4, 4), up(4, 4)], document)
    expect(over.edits).toMatchObject([{ status: 'refused', reason: { key: 'refused.overlaps' } }])
  })

  test.prop([fc.integer({ min: 8200, max: 11_800 }), fc.integer({ min: 200, max: 7800 }), fc.integer({ min: 0, max: 359 }), fc.boolean()], {
    numRuns: 40,
  })('of furniture is one group wherever it is put down', (x, y, turn, isMirrored) => {
    const two = saveArrangement(plain, { id: 'arrangement_000002', name: 'Two', elements: [bed, desk] })
    if (two.status === 'refused') throw new Error(two.reason.key)
    const kept = applyChange(plain, two.change)
    const carried = putTool(carriedArrangement(recordsOf(kept.workshop, 'arrangement')[0] as typeof arrangement))
    const events = [move(x / 1000, y / 1000), typed(String(turn)), ...(isMirrored ? [typed('m')] : []), { type: 'finish' } as const]
    const put = played(carried, events, kept)
    expect(put.selection).toHaveLength(2)
    expect(withItsGroup(put.table, put.selection[0] ?? '')).toEqual([...put.selection].sort())
    const [a, b] = put.selection.map((id) => recordOf(put.document, id, 'fixture'))
    // The bed stands at 2, 5.5 and the desk at 1, 1: they stay so far apart.
    expect(Math.hypot((a?.x ?? 0) - (b?.x ?? 0), (a?.y ?? 0) - (b?.y ?? 0))).toBeCloseTo(Math.hypot(1, 4.5), 2)
  })
})

describe('the outline tool', () => {
  const outline = (document: WardDocument) => recordOf(document, storey, 'storey').outline?.map(({ x, y }) => [x, y])

  it('draws a rectangle by a drag or a typed size', () => {
    const dragged = played(outlineTool(), [down(-2, -2), move(6, 6), move(14, 9), up(14, 9)])
    expect(outline(dragged.document)).toEqual([
      [-2, -2],
      [14, -2],
      [14, 9],
      [-2, 9],
    ])
    const sized = played(outlineTool(), [down(-2, -2), up(-2, -2), typed('20 x 12'), { type: 'finish' }])
    expect(outline(sized.document)?.[2]).toEqual([18, 10])
  })

  it('pulls a side across itself, and a corner with both of its sides', () => {
    const side = played(outlineTool(), [down(12.15, 4), move(13, 4), move(15, 4.5), up(15, 4.5)])
    expect(outline(side.document)).toEqual([
      [-0.15, -0.15],
      [15, -0.15],
      [15, 8.15],
      [-0.15, 8.15],
    ])
    const corner = played(outlineTool(), [down(12.15, 8.15), move(13, 9), move(14, 10), up(14, 10)])
    expect(outline(corner.document)).toEqual([
      [-0.15, -0.15],
      [14, -0.15],
      [14, 10],
      [-0.15, 10],
    ])
  })

  it('adds a corner by two presses on a side, and takes one away by two on it', () => {
    const added = played(outlineTool(), [down(12.15, 4.15), up(12.15, 4.15), { type: 'double', at: at(12.15, 3.85), target: undefined }])
    expect(outline(added.document)?.[2]).toEqual([12.15, 3.85])
    const gone = played(outlineTool(), [{ type: 'double', at: at(12.15, 3.85), target: undefined }], added.document)
    expect(outline(gone.document)).toEqual(outline(plain))
  })

  it('says that rooms would be left outside', () => {
    const cut = played(outlineTool(), [down(12.15, 4), move(9, 4), move(6, 4), up(6, 4)])
    expect(cut.edits).toMatchObject([{ status: 'refused', reason: { key: 'refused.outline-leaves-out' } }])
    expect(outline(cut.document)).toEqual(outline(plain))
  })
})

it('a door dragged to another wall hangs there', () => {
  const hung = addOpening(plain, { opening: 'door', on: { room: office, corner: 'south' }, along: 1, width: 1 }, unit.freshId)
  if (hung.status === 'refused') throw new Error(hung.reason.key)
  const document = applyChange(plain, hung.change)
  const door = hung.change.added[0]?.id ?? ''
  const after = played(selectTool, [down(5.5, 0, { kind: 'opening', id: door }), move(7, 1), move(7.9, 1.5), up(7.9, 1.5)], document)
  expect(recordOf(after.document, door, 'opening')).toMatchObject({ on: { room: office, corner: 'east' }, along: 1 })
})
