import { describe, expect, it } from 'vitest'
import { moveRoomEdge } from '#shared/commands/move-room-edge'
import { moveWall } from '#shared/commands/move-wall'
import { placeRoom } from '#shared/commands/place-room'
import { doUndoRedo, refusalOf } from '#test/support/edits'
import { recordOf, smallUnit } from '#test/support/small-unit'

const { script, ids, freshId } = smallUnit()
const document = script.document()
const { design, store, office, ward, storeDoor, officeDoor } = ids

function cornersOf(after: typeof document, id: string | undefined) {
  return recordOf(after, id, 'room').corners.map(({ x, y }) => [x, y])
}

describe('moveRoomEdge', () => {
  it('makes the room larger and leaves its doors where they are on the plan', () => {
    const after = doUndoRedo(document, moveRoomEdge(document, { room: office ?? '', corner: 'east', outwards: 1.5 }))
    expect(cornersOf(after, office)).toEqual([
      [4, 0],
      [9.5, 0],
      [9.5, 3],
      [4, 3],
    ])
    // The north edge now starts at x = 9.5, not 8: the door at x 5.5 to 6.5 is 3 m from there instead of 1.5.
    expect(recordOf(after, officeDoor, 'opening')).toMatchObject({ along: 3 })
  })

  it('is refused into a neighbour, past the opposite wall, and where a door would be left out', () => {
    expect(refusalOf(moveRoomEdge(document, { room: office ?? '', corner: 'west', outwards: 0.01 })).reason.key).toBe('refused.overlaps')
    expect(refusalOf(moveRoomEdge(document, { room: office ?? '', corner: 'south', outwards: -3.5 })).reason.key).toBe('refused.too-small')
    expect(refusalOf(moveRoomEdge(document, { room: store ?? '', corner: 'north', outwards: -1.5 })).reason).toEqual({
      key: 'refused.opening-left-out',
      values: { opening: 'Store door', room: 'Store' },
    })
  })

  it('keeps a slanted neighbour slanted, and steps where the next edge lies in one line', () => {
    const corners = [
      { key: 'a', x: 9, y: 1 },
      { key: 'b', x: 11, y: 1 },
      { key: 'c', x: 12, y: 2 },
      { key: 'd', x: 12, y: 3 },
      { key: 'e', x: 10, y: 3 },
      { key: 'f', x: 9, y: 3 },
    ]
    const id = script.run((before) => placeRoom(before, { design: design ?? '', roomType: 'store', name: 'Odd', corners }, freshId))
    const before = script.document()
    const lower = doUndoRedo(before, moveRoomEdge(before, { room: id, corner: 'a', outwards: 0.5 }))
    expect(cornersOf(lower, id).slice(0, 3)).toEqual([
      [9, 0.5],
      [10.5, 0.5],
      [12, 2],
    ])
    const stepped = recordOf(doUndoRedo(before, moveRoomEdge(before, { room: id, corner: 'd', outwards: 0.5 })), id, 'room').corners
    expect(stepped.map(({ key, x, y }) => [key, x, y]).slice(2)).toEqual([
      ['c', 12, 2],
      ['d', 12, 3.5],
      ['e1', 10, 3.5],
      ['e', 10, 3],
      ['f', 9, 3],
    ])
  })
})

describe('moveWall', () => {
  it('moves the edges of every room along one straight wall, and no door on the plan', () => {
    const after = doUndoRedo(document, moveWall(document, { room: store ?? '', corner: 'north', outwards: 0.4 }))
    expect(cornersOf(after, store)[2]).toEqual([4, 3.4])
    expect(cornersOf(after, office)[2]).toEqual([8, 3.4])
    expect(cornersOf(after, ward)[0]).toEqual([0, 3.4])
    expect(recordOf(after, storeDoor, 'opening')).toMatchObject({ along: 1 })
    expect(recordOf(after, officeDoor, 'opening')).toMatchObject({ along: 1.5 })
  })

  it('moves the wall between two rooms only', () => {
    const after = doUndoRedo(document, moveWall(document, { room: store ?? '', corner: 'east', outwards: -0.5 }))
    expect(cornersOf(after, store)[1]).toEqual([3.5, 0])
    expect(cornersOf(after, office)[0]).toEqual([3.5, 0])
    expect(recordOf(after, ward, 'room')).toBe(recordOf(document, ward, 'room'))
  })
})
