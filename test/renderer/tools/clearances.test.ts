import { describe, expect, it } from 'vitest'
import { buildBuilding } from '#shared/building/build-building'
import { applyChange } from '#shared/document/change'
import type { WardDocument } from '#shared/document/document'
import { recordOf, smallUnit } from '#test/support/small-unit'
import { clearancesOf, clearBy } from '../../../renderer/tools/clearances'

// Store 0..4 x 0..3, Office 4..8 x 0..3, Ward 0..8 x 3..7, in a building of 12 m x 8 m (its outer face 0.15 m further out).
const unit = smallUnit()
const { design = '', office = '', desk = '', storeDoor = '' } = unit.ids as Record<string, string>
const started = unit.script.document()

const read = (document: WardDocument, id: string) => {
  const table = document.designs[design] ?? {}
  const storey = buildBuilding(table, document.workshop).storeys[0]!
  return clearancesOf(storey, table, id)
}
const lengths = (document: WardDocument, id: string) =>
  Object.fromEntries(read(document, id).map(({ side, length }) => [side, Number(length.toFixed(3))]))

/** After typing a distance. */
function typed(id: string, side: string, wanted: number): WardDocument {
  const clearance = read(started, id).find((each) => each.side === side)!
  const edit = clearBy(started, started.designs[design] ?? {}, id, clearance, wanted)
  if (edit?.status !== 'done') throw new Error('refused')
  return applyChange(started, edit.change)
}

describe('the distances beside something', () => {
  it('are, of a room, to the next room or the outline; where it touches there is none', () => {
    expect(lengths(started, office)).toEqual({ right: 4.15 })
  })

  it('are, of a piece of furniture, to the faces of the walls round it', () => {
    const { x, y, footprint } = recordOf(started, desk, 'fixture')
    const [half, deep] = [Math.max(...footprint.map((point) => point.x)), Math.min(...footprint.map((point) => point.y))]
    // Store's walls to the left and below are outer ones, 0.3 m thick.
    expect(lengths(started, desk).left).toBeCloseTo(x - half - 0.15, 3)
    expect(lengths(started, desk).below).toBeCloseTo(y + deep - 0.15, 3)
  })

  it('are, of a door, to both ends of its wall', () => {
    expect(lengths(started, storeDoor)).toEqual({ before: 1, after: 1 })
  })
})

describe('a distance that is typed', () => {
  it('moves the piece so that it holds, and changes only the other side', () => {
    const before = lengths(started, desk)
    const after = lengths(typed(desk, 'left', 0.6), desk)
    expect(after.left).toBe(0.6)
    expect((after.left ?? 0) + (after.right ?? 0)).toBeCloseTo((before.left ?? 0) + (before.right ?? 0), 3)
    expect(after.above).toBe(before.above)
  })

  it('slides a door along its wall, and moves a room off its neighbour', () => {
    expect(lengths(typed(storeDoor, 'after', 0.4), storeDoor)).toEqual({ before: 1.6, after: 0.4 })
    expect(lengths(typed(office, 'right', 3.15), office).left).toBe(1)
  })
})
