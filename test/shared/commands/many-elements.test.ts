import { describe, expect, it } from 'vitest'
import { alignElements, distributeElements } from '#shared/commands/align-elements'
import { arrayFixture } from '#shared/commands/array-fixture'
import { copyElements } from '#shared/commands/copy-elements'
import { duplicateDesign } from '#shared/commands/duplicate-design'
import { mirrorElements, moveElements, turnElements } from '#shared/commands/move-elements'
import { selectionOf } from '#shared/commands/selection'
import { setElement } from '#shared/commands/set-element'
import { designsOf, recordsOf } from '#shared/document/document'
import { doUndoRedo, refusalOf } from '#test/support/edits'
import { recordOf, smallUnit } from '#test/support/small-unit'

const { script, ids, freshId } = smallUnit()
const document = script.document()
const { design, store, office, ward, bed, desk, storeDoor, officeDoor } = ids as Record<string, string>
const all = [store, office, ward] as string[]

const corners = (after: typeof document, room: string | undefined) => recordOf(after, room, 'room').corners.map(({ x, y }) => [x, y])

describe('moveElements', () => {
  it('moves rooms together, so that neighbours are not in the way, with what is in them', () => {
    const after = doUndoRedo(document, moveElements(document, { elements: all, dx: 2, dy: 0.5 }))
    expect(corners(after, office)[0]).toEqual([6, 0.5])
    expect(recordOf(after, bed, 'fixture')).toMatchObject({ x: 4, y: 6 })
    expect(recordOf(after, storeDoor, 'opening')).toBe(recordOf(document, storeDoor, 'opening'))
  })

  it('slides an opening along its wall when its room stays', () => {
    const after = doUndoRedo(document, moveElements(document, { elements: [storeDoor as string, desk as string], dx: 0.3, dy: 0.5 }))
    expect(recordOf(after, storeDoor, 'opening').along).toBe(1.5)
    expect(recordOf(after, desk, 'fixture')).toMatchObject({ x: 1.3, y: 1.5 })
  })

  it('is refused over a room that stays, for a monument among them, and for nothing', () => {
    expect(refusalOf(moveElements(document, { elements: [store, office] as string[], dx: 0, dy: 1 })).reason.key).toBe('refused.overlaps')
    const fixed = doUndoRedo(document, setElement(document, { kind: 'fixture', id: bed ?? '', fields: { monument: 'gas outlet' } }))
    expect(refusalOf(moveElements(fixed, { elements: all, dx: 1, dy: 0 })).reason.key).toBe('refused.monument')
    expect(refusalOf(moveElements(document, { elements: [], dx: 1, dy: 0 })).reason.key).toBe('refused.nothing-selected')
  })
})

describe('turnElements and mirrorElements', () => {
  it('turn a wing by half about the middle of its box: 8 m x 7 m, so (x, y) goes to (8 - x, 7 - y)', () => {
    const after = doUndoRedo(document, turnElements(document, { elements: all, turn: 180 }))
    expect(corners(after, store)).toEqual([
      [8, 7],
      [4, 7],
      [4, 4],
      [8, 4],
    ])
    expect(recordOf(after, bed, 'fixture')).toMatchObject({ x: 6, y: 1.5, rotation: 180 })
    expect(recordOf(after, storeDoor, 'opening')).toMatchObject({ on: { room: store, corner: 'east' }, along: 1 })
  })

  it('mirror a wing left to right: (x, y) goes to (8 - x, y), and a door keeps its place on its wall', () => {
    const after = doUndoRedo(document, mirrorElements(document, { elements: all, across: 'x' }))
    const east = recordOf(after, store, 'room').corners.find(({ key }) => key === 'east')
    expect(east).toMatchObject({ x: 4, y: 3 }) // counter-clockwise, the mirrored east wall runs down, from y 3 to y 0
    // It was 1 to 2 m from y 0, so it is 3 - 2 = 1 m from y 3.
    expect(recordOf(after, storeDoor, 'opening')).toMatchObject({ along: 1, hinge: 'end' })
    // 1.5 to 2.5 m from the right end of the north wall of 4 m, so 4 - 2.5 = 1.5 m from the other.
    expect(recordOf(after, officeDoor, 'opening').along).toBe(1.5)
    expect(recordOf(after, desk, 'fixture')).toMatchObject({ x: 7, y: 1 })
  })

  it('twice mirrored, either way, is as before', () => {
    for (const across of ['x', 'y'] as const) {
      const once = doUndoRedo(document, mirrorElements(document, { elements: all, across }))
      const twice = doUndoRedo(once, mirrorElements(once, { elements: all, across }))
      const square = ({ corners }: { readonly corners: readonly { key: string; x: number; y: number }[] }) =>
        [...corners].sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ key, x, y }) => [key, x, y])
      for (const room of all) expect(square(recordOf(twice, room, 'room'))).toEqual(square(recordOf(document, room, 'room')))
      for (const opening of [storeDoor, officeDoor]) expect(recordOf(twice, opening, 'opening')).toEqual(recordOf(document, opening, 'opening'))
    }
  })
})

describe('copyElements', () => {
  it('copies a room with its door and its desk into another design, where it knows what it was first', () => {
    const two = doUndoRedo(document, duplicateDesign(document, { design: design ?? '', name: 'B' }, freshId))
    const copy = designsOf(two).find(({ name }) => name === 'B')
    const from = selectionOf(two, [store as string])
    if (from.status === 'refused' || copy === undefined) throw new Error('no selection')
    const after = doUndoRedo(two, copyElements(two, { from, design: copy.id, dx: 8, dy: 0 }, freshId))
    const table = after.designs[copy.id] ?? {}
    const placed = recordsOf(table, 'room').filter(({ origin }) => origin === store)
    expect(placed.map(({ corners }) => corners[0])).toMatchObject([{ x: 0 }, { x: 8 }])
    expect(recordsOf(table, 'opening').filter(({ on }) => 'room' in on && on.room === placed[1]?.id)).toMatchObject([{ origin: storeDoor, along: 1 }])
    expect(recordsOf(table, 'fixture').filter(({ x }) => x === 9)).toMatchObject([{ origin: desk, design: copy.id }])
    expect(refusalOf(copyElements(two, { from, design: copy.id, dx: 1, dy: 0 }, freshId)).reason.key).toBe('refused.overlaps')
  })

  it('leaves an opening behind whose wall is not copied, and says so of one alone', () => {
    const copied = (ids: readonly string[]) => {
      const from = selectionOf(document, ids)
      if (from.status === 'refused') throw new Error('no selection')
      return copyElements(document, { from, design: design as string, dx: 0, dy: 0.5 }, freshId)
    }
    expect(copied([storeDoor as string, desk as string])).toMatchObject({ status: 'done', change: { added: [{ kind: 'fixture' }] } })
    expect(refusalOf(copied([storeDoor as string])).reason.key).toBe('refused.copy-opening')
  })
})

describe('alignElements, distributeElements and arrayFixture', () => {
  it('set a row of three out evenly between its outermost two', () => {
    const rowOf = doUndoRedo(document, arrayFixture(document, { fixture: desk as string, columns: 3, rows: 1, stepX: 2, stepY: 0.1 }, freshId))
    const desks = recordsOf(rowOf.designs[design as string] ?? {}, 'fixture').filter(({ fixtureType }) => fixtureType === 'desk')
    expect(desks.map(({ x, y }) => [x, y])).toEqual([
      [1, 1],
      [3, 1],
      [5, 1],
    ])
    const middle = desks[1]?.id as string
    const pushed = doUndoRedo(rowOf, moveElements(rowOf, { elements: [middle], dx: 0.4, dy: 0.5 }))
    const elements = desks.map(({ id }) => id)
    const spread = doUndoRedo(pushed, distributeElements(pushed, { elements, along: 'x' }))
    expect(recordOf(spread, middle, 'fixture').x).toBe(3)
    const level = doUndoRedo(spread, alignElements(spread, { elements, side: 'top' }))
    expect(elements.map((id) => recordOf(level, id, 'fixture').y)).toEqual([1.5, 1.5, 1.5])
  })

  it('say what they need', () => {
    expect(refusalOf(alignElements(document, { elements: [desk as string], side: 'left' })).reason).toEqual({
      key: 'refused.too-few',
      values: { least: 2 },
    })
    expect(refusalOf(distributeElements(document, { elements: [desk, bed] as string[], along: 'x' })).reason.values).toEqual({ least: 3 })
    const huge = arrayFixture(document, { fixture: desk as string, columns: 30, rows: 30, stepX: 1, stepY: 1 }, freshId)
    expect(refusalOf(huge).reason.key).toBe('refused.array-size')
  })
})
