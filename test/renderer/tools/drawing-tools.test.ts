import { describe, expect, it, test } from 'vitest'
import { recordsOf, type WardDocument } from '#shared/document/document'
import type { Point } from '#shared/geometry/point'
import { catalogueEntry } from '#test/support/catalogue'
import { recordOf, smallUnit } from '#test/support/small-unit'
import { fixtureTool } from '../../../renderer/tools/fixture-tool'
import { openingTool } from '../../../renderer/tools/opening-tool'
import { roomTool } from '../../../renderer/tools/room-tool'
import { elementsWithin, selectTool } from '../../../renderer/tools/select-tool'
import { snapPoint } from '../../../renderer/tools/snap-point'
import { splitTool } from '../../../renderer/tools/split-tool'
import { tapeTool } from '../../../renderer/tools/tape-tool'
import type { Target } from '../../../renderer/tools/target'
import type { Tool, ToolEvent } from '../../../renderer/tools/tool'
import { typedLength, typedReach, typedSize } from '../../../renderer/tools/typed-length'
import { isReadable, type TypedWhat, typedOnwards } from '../../../renderer/tools/typed-what'
import { wallTool } from '../../../renderer/tools/wall-tool'
import { at, down, move, playedOn, typed, up } from './played'

const unit = smallUnit()
const { design, store, office, ward, bed, desk, storeDoor } = unit.ids as Record<string, string>
const storey = recordsOf(unit.script.document().designs[design as string] ?? {}, 'storey')[0]?.id ?? ''

const played = <S>(tool: Tool<S>, events: readonly ToolEvent[]) =>
  playedOn({ document: unit.script.document(), design: design as string, freshId: unit.freshId }, tool, events)
const click = (x: number, y: number): ToolEvent[] => [move(x, y), down(x, y), up(x, y)]

const newRooms = ({ table }: { readonly table: WardDocument['workshop'] }) => recordsOf(table, 'room').filter(({ roomType }) => roomType === 'sluice')
const sluice = roomTool({ roomType: 'sluice', name: 'Sluice' })
const ring = (room: { readonly corners: readonly Point[] } | undefined) => room?.corners.map(({ x, y }) => [x, y])

describe('the room tool', () => {
  it('draws a rectangle by a drag, snapping to the corner of a neighbour', () => {
    const after = played(sluice, [down(8.05, 0.1), move(9, 1), move(10.02, 3.04), up(10.02, 3.04)])
    expect(newRooms(after).map(ring)).toEqual([
      [
        [8, 0],
        [10, 0],
        [10, 3],
        [8, 3],
      ],
    ])
    expect(after.selection).toEqual(newRooms(after).map(({ id }) => id))
  })

  it('takes a typed size from the corner that was clicked', () => {
    const after = played(sluice, [...click(8, 0), typed('2.4 x 3'), { type: 'finish' }])
    expect(ring(newRooms(after)[0])).toEqual([
      [8, 0],
      [10.4, 0],
      [10.4, 3],
      [8, 3],
    ])
  })

  it('grows a typed size towards where the pointer has gone, and minds no trembling', () => {
    const towards = (x: number, y: number) =>
      ring(newRooms(played(sluice, [...click(10, 4), move(x, y), typed('1.5 x 2'), { type: 'finish' }]))[0])?.[0]
    expect(towards(9, 6)).toEqual([8.5, 4])
    expect(towards(11, 2)).toEqual([10, 2])
    expect(towards(9.9, 3.9)).toEqual([10, 4])
  })

  it('draws an L by typed lengths and angles alone', () => {
    const legs = ['3<0', '3<90', '1<180', '1.5<90', '2<180'].flatMap((text): ToolEvent[] => [typed(text), { type: 'finish' }])
    const after = played(sluice, [...click(8, 0), ...legs, { type: 'finish' }])
    expect(ring(newRooms(after)[0])).toEqual([
      [8, 0],
      [11, 0],
      [11, 3],
      [10, 3],
      [10, 4.5],
      [8, 4.5],
    ])
  })

  it('draws an L by clicks and closes it at its start', () => {
    const corners = [
      [8, 0],
      [11, 0],
      [11, 1.5],
      [9.5, 1.5],
      [9.5, 3],
      [8, 3],
    ] as const
    const after = played(sluice, [...corners.flatMap(([x, y]) => click(x, y)), ...click(8.02, 0.03)])
    expect(ring(newRooms(after)[0])).toEqual(corners)
  })

  it('commits nothing over another room but says why, and Escape forgets what is drawn', () => {
    const over = played(sluice, [down(1, 1), move(2, 2), move(3, 2), up(3, 2)])
    expect(over.edits).toMatchObject([{ status: 'refused', reason: { key: 'refused.overlaps' } }])
    const left = played(sluice, [...click(8, 0), ...click(10, 0), { type: 'cancel' }])
    expect([left.edits, left.state]).toEqual([[], sluice.start])
  })
})

describe('what is typed', () => {
  it('is read as what the tool takes, and as nothing else', () => {
    const read = (what: TypedWhat, ...texts: string[]) => texts.map((text) => isReadable(what, text))
    expect(read('size', '4.2 x 3', '4.2', '3,2<45', '4.2 x', '4..2', '0')).toEqual([true, true, true, false, false, false])
    expect(read('length', '320 cm', '3.2<', '0', '4 x 3')).toEqual([true, true, false, false])
    expect(read('width', '1.2', '-1', '')).toEqual([true, false, false])
    expect(read('turn', '22,5', '45°', 'x')).toEqual([true, true, false])
  })

  it('goes on at Tab from a length to its angle, of a rectangle to its depth, and then no further', () => {
    expect(typedOnwards('length', '3.2', true)).toBe('3.2<')
    expect(typedOnwards('size', '4.2', true)).toBe('4.2 x ')
    expect(typedOnwards('size', '4.2', false)).toBe('4.2<')
    for (const text of ['3.2<', '3.2<45', '4.2 x 3', '', 'x']) expect(typedOnwards('length', text, false), text).toBeUndefined()
    expect(typedOnwards('width', '1.2', false)).toBeUndefined()
  })
})

describe('the wall tool', () => {
  const walls = (after: { readonly table: WardDocument['workshop'] }) => recordsOf(after.table, 'wall').map(({ from, to }) => [from, to])

  it('chains partitions, takes a typed length in the direction shown, and an angle', () => {
    const after = played(wallTool(), [
      ...click(9, 4),
      move(10, 4.02),
      typed('1.234'),
      { type: 'finish' },
      move(11, 5),
      typed('1<90'),
      { type: 'finish' },
    ])
    expect(walls(after)).toEqual([
      [at(9, 4), at(10.234, 4)],
      [at(10.234, 4), at(10.234, 5)],
    ])
  })

  it('goes on as before with a length alone, and to the right at first', () => {
    const after = played(wallTool(), [...click(9, 4), typed('1'), { type: 'finish' }, typed('1<90'), { type: 'finish' }])
    expect(walls(after)).toEqual([
      [at(9, 4), at(10, 4)],
      [at(10, 4), at(10, 5)],
    ])
  })

  it('ends at Enter with nothing typed, and a click on the start closes the ring', () => {
    expect(walls(played(wallTool(), [...click(9, 4), ...click(10, 4), { type: 'finish' }, ...click(11, 6)]))).toHaveLength(1)
    const closed = played(wallTool(), [...click(9, 4), ...click(10, 4), ...click(10, 5), ...click(9.05, 4.05), ...click(11, 6)])
    expect(walls(closed)).toHaveLength(3)
    expect(walls(closed)[2]).toEqual([at(10, 5), at(9, 4)])
  })
})

describe('the opening tool', () => {
  it('rides along the wall under the pointer and falls into it', () => {
    const after = played(openingTool({ opening: 'door', width: 1 }), [move(6, 2.9), down(6.02, 2.9)])
    const door = after.edits[0]?.status === 'done' ? after.edits[0].change.added[0] : undefined
    // The office's north wall runs from x 8 to x 4 and already has a door from 6.5 to 5.5.
    expect(after.edits).toMatchObject([{ status: 'refused', reason: { key: 'refused.openings-meet' } }])
    expect(door).toBeUndefined()
    const free = played(openingTool({ opening: 'door', width: 1 }), [move(1, 2.9), typed('0.9'), down(1, 2.9)])
    // Of the store's north wall from x 4 to 0, with the middle at x 1: from 2.55 to 3.45 m along, held off the ends by the wall's length.
    expect(free.edits).toMatchObject([{ status: 'done', change: { added: [{ on: { room: store, corner: 'north' }, along: 2.55, width: 0.9 }] } }])
  })

  it('keeps out of the wall across the end of its own', () => {
    const after = played(openingTool({ opening: 'door', width: 1 }), [down(0.1, 2.95)])
    // The store's north wall runs from x 4 to x 0: its end is the outer wall, of which 0.15 m is on this side.
    expect(recordsOf(after.table, 'opening').at(-1)).toMatchObject({ on: { room: store, corner: 'north' }, along: 2.85 })
  })

  it('belongs to the room that the pointer is in', () => {
    const after = played(openingTool({ opening: 'window', width: 1 }), [down(1, 3.1)])
    expect(after.edits).toMatchObject([{ status: 'done', change: { added: [{ on: { room: ward, corner: 'south' } }] } }])
  })

  it('brings an outer wall along where the outline of the building has none', () => {
    const after = played(openingTool({ opening: 'door', width: 1.2 }), [move(10, 0.1), down(10, -0.1)])
    expect(recordsOf(after.table, 'wall')).toMatchObject([{ from: at(8, 0), to: at(12, 0), thickness: 0.3 }])
    const [door] = recordsOf(after.table, 'opening').slice(-1)
    expect([door?.along, after.selection]).toEqual([1.4, [door?.id]])
  })

  it('away from every wall it only follows the pointer, and a press says why nothing comes of it', () => {
    expect(played(openingTool({ opening: 'door', width: 1 }), [move(11, 5), { type: 'finish' }]).edits).toEqual([])
    const pressed = played(openingTool({ opening: 'passThrough', width: 1 }), [move(11, 5), down(11, 5)])
    const reason = { key: 'refused.no-wall', values: { opening: { key: 'opening.passThrough' } } }
    expect(pressed.edits).toMatchObject([{ status: 'refused', reason }])
  })
})

describe('the fixture tool', () => {
  it('stands with its back to a wall that is near, else on the grid as it was turned', () => {
    const entry = catalogueEntry('desk.json')
    const back = Math.max(...entry.footprint.map(({ y }) => y))
    const after = played(fixtureTool(entry), [down(2, 6.6 - back + 0.3)])
    expect(after.edits).toMatchObject([{ status: 'done', change: { added: [{ x: 2, rotation: 0 }] } }])
    const [placed] = after.edits[0]?.status === 'done' ? after.edits[0].change.added : []
    expect(placed?.kind === 'fixture' && placed.y).toBeCloseTo(7 - 0.06 - back, 3)
    const free = played(fixtureTool(entry), [move(4.02, 5), typed('r'), down(4.02, 5)])
    expect(free.edits).toMatchObject([{ status: 'done', change: { added: [{ x: 4, y: 5, rotation: 90 }] } }])
  })
})

describe('the split tool', () => {
  it('cuts the room between two clicks', () => {
    const after = played(splitTool(), [...click(5, 3), ...click(5, 7)])
    expect(recordsOf(after.table, 'room').map(({ name }) => name)).toContain('Ward 2')
  })

  it('says of a line through no room that it cuts nothing', () => {
    const after = played(splitTool(), [...click(12, 12), ...click(14, 12)])
    expect([after.refusals, after.isBusy]).toEqual([['refused.split-nothing'], false])
  })
})

it('a room comes to lie on the middle of an outer wall, the outline and the tape on its face', () => {
  expect(ring(newRooms(played(sluice, [down(12.1, 8.1), move(11, 7), move(10, 6), up(10, 6)]))[0])?.[2]).toEqual([12, 8])
  expect(played(tapeTool(), click(12.1, 8.1)).sketch.snap?.at).toEqual(at(12.15, 8.15))
})

it('the tape measures stretch by stretch and draws nothing', () => {
  const after = played(tapeTool(), [...click(0, 0), ...click(4, 0), move(4, 3)])
  expect(after.sketch.measures).toEqual([
    { from: at(0, 0), to: at(4, 0) },
    { from: at(4, 0), to: at(4, 3) },
  ])
  expect(after.edits).toEqual([])
})

describe('the select tool', () => {
  const room = (id: string | undefined): Target => ({ kind: 'room', id: id ?? '' })

  it('selects by a press, adds and takes away with Shift, and clears on the empty plan', () => {
    expect(played(selectTool, [down(1, 1, room(store)), up(1, 1)]).selection).toEqual([store])
    const two = [down(1, 1, room(store)), up(1, 1), down(5, 1, room(office), true), up(5, 1)]
    expect(played(selectTool, two).selection).toEqual([store, office])
    expect(played(selectTool, [...two, down(1, 1, room(store), true), up(1, 1)]).selection).toEqual([office])
    expect(played(selectTool, [...two, down(11, 1), up(11, 1)]).selection).toEqual([])
    // A finger that rests does what Shift does.
    const rested = [down(1, 1, room(store)), up(1, 1), down(5, 1, room(office)), { type: 'finish' } as const]
    expect(played(selectTool, rested).selection).toEqual([store, office])
    expect(played(selectTool, [...rested, down(1, 1, room(store)), { type: 'finish' }]).selection).toEqual([office])
  })

  it('moves all that is selected by one of them', () => {
    const two = [down(1, 1, room(store)), up(1, 1), down(5, 1, room(office), true), up(5, 1), down(5, 5, room(ward), true), up(5, 5)]
    const after = played(selectTool, [...two, down(5, 1, room(office)), move(6, 1), move(7, 1), up(7, 1)])
    expect([store, office, ward].map((id) => recordOf(after.document, id, 'room').corners[0]?.x)).toEqual([2, 6, 2])
    expect(after.edits).toMatchObject([{ status: 'done', name: { key: 'edit.moved-many', values: { count: 3 } } }])
  })

  it('copies by a drag with Ctrl held, and selects the copy', () => {
    const pressed: ToolEvent = { type: 'down', at: at(1, 1), target: room(store), isAdding: true, isCopying: true, isFree: false }
    const after = played(selectTool, [pressed, move(8, 1), move(9, 1), up(9, 1)])
    const copy = recordsOf(after.table, 'room').find(({ origin }) => origin === store)
    expect(after.selection).toEqual([copy?.id])
    expect(recordsOf(after.table, 'fixture').filter(({ origin }) => origin === desk)).toHaveLength(1)
  })

  it('moves rather than copies by a drag with Shift held', () => {
    const after = played(selectTool, [down(1, 1, room(store), true), move(8, 1), move(9, 1), up(9, 1)])
    expect(after.edits).toMatchObject([{ status: 'done', change: { added: [] } }])
    expect(recordOf(after.document, store, 'room').corners[0]?.x).toBe(8)
  })

  it('a box drawn to the right takes what lies in it, one to the left all that it touches', () => {
    const { table } = played(selectTool, [])
    expect(elementsWithin(table, storey, at(-0.5, -0.5), at(4.5, 3.5))).toEqual(expect.arrayContaining([store, desk]))
    expect(elementsWithin(table, storey, at(-0.5, -0.5), at(4.5, 3.5))).toHaveLength(2)
    expect(elementsWithin(table, storey, at(4.5, 3.5), at(-0.5, -0.5)).toSorted()).toEqual([store, office, ward, desk].toSorted())
    expect(elementsWithin(table, storey, at(1, 4), at(3, 7))).toEqual([bed])
    const boxed = played(selectTool, [down(11, 7.5), move(6, 5), move(-0.5, -0.5), up(-0.5, -0.5)])
    expect(boxed.selection).toHaveLength(5)
  })

  it('slides a door by itself', () => {
    const door: Target = { kind: 'opening', id: storeDoor ?? '' }
    const after = played(selectTool, [down(4, 1.5, door), move(4, 1.8), move(4.1, 1.9), up(4.1, 1.9)])
    expect(recordOf(after.document, storeDoor, 'opening').along).toBe(1.4)
  })
})

describe('snapping', () => {
  const { table } = played(selectTool, [])
  const snap = (x: number, y: number, more: object = {}) => snapPoint(table, storey, { at: at(x, y), reach: 0.2, isFree: false, ...more })

  it('a corner, then the middle of a wall, then a wall, then a line of a corner, then the grid', () => {
    expect(snap(4.1, 0.1)).toMatchObject({ at: at(4, 0), word: 'corner' })
    expect(snap(2.05, 0.05)).toMatchObject({ at: at(2, 0), word: 'middle' })
    expect(snap(1.03, 0.1)).toMatchObject({ at: at(1.03, 0), word: 'wall' })
    expect(snap(9.02, 3.1)).toMatchObject({ at: at(9, 3), word: 'in-line', guides: [{ axis: 'y', at: 3 }] })
    expect(snap(9.02, 5.03)).toMatchObject({ at: at(9, 5.05), word: 'grid' })
  })

  it('is suspended, or keeps to a held direction', () => {
    expect(snap(4.1, 0.1, { isFree: true })).toMatchObject({ at: at(4.1, 0.1), word: 'free' })
    expect(snap(10, 7, { from: at(9, 5), held: at(1, 0) })).toMatchObject({ at: at(10, 5), word: 'direction' })
    expect(snap(10.03, 6.1, { from: at(9, 5) })).toMatchObject({ at: at(10.05, 6.05), word: 'direction' })
  })
})

test.each([
  ['4.2', 4.2],
  ['4,2', 4.2],
  ['420 cm', 4.2],
  ['4200mm', 4.2],
  ['4.2 m', 4.2],
  ['3.6+0.6', 4.2],
  ['7.2/2 + 600mm', 4.2],
  ['', undefined],
  ['four', undefined],
  ['1/0', undefined],
])('the length typed as "%s"', (text, metres) => {
  const length = typedLength(text)
  if (metres === undefined) expect(length).toBeUndefined()
  else expect(length).toBeCloseTo(metres, 9)
})

it('typed sizes and reaches', () => {
  expect(typedSize('2.4 x 3')).toEqual({ width: 2.4, depth: 3 })
  expect(typedSize('2.4')).toBeUndefined()
  expect(typedReach('3.2<45')).toEqual({ length: 3.2, angle: 45 })
  expect(typedReach('3.2')).toEqual({ length: 3.2, angle: undefined })
  expect(typedReach('<45')).toBeUndefined()
})
