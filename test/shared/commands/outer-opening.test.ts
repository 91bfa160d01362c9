import { describe, expect, it } from 'vitest'
import type { Id } from '#shared/base/ids'
import { buildBuilding } from '#shared/building/build-building'
import { outerWallLine } from '#shared/building/outer-wall-line'
import { addOuterOpening, bareFaceNear } from '#shared/commands/add-outer-opening'
import { recordsOf } from '#shared/document/document'
import { doUndoRedo, refusalOf } from '#test/support/edits'
import { smallUnit } from '#test/support/small-unit'

// Two rooms of 4 m x 3 m from 0, 0 to the right and one of 8 m x 4 m above them, in a building of 12 m x 8 m: bare floor at x 8 to 12.
const { script, ids, freshId } = smallUnit()
const document = script.document()
const design = ids.design as Id
const table = document.designs[design] ?? {}
const [storey] = recordsOf(table, 'storey')
const storeyId = storey?.id ?? ''
const faceAt = (x: number, y: number) => bareFaceNear(table, storeyId, { x, y }, 0.5)

describe('the line of the outer walls', () => {
  it('runs half a wall inside the outline, round every corner', () => {
    expect(outerWallLine({ outline: storey?.outline }).map(({ x, y }) => [x, y])).toEqual(
      expect.arrayContaining([
        [0, 0],
        [12, 0],
        [12, 8],
        [0, 8],
      ]),
    )
  })

  it('is none without an outline, and in one that is no wider than its walls', () => {
    const narrow = [
      { x: 0, y: 0 },
      { x: 5, y: 0 },
      { x: 5, y: 0.29 },
      { x: 0, y: 0.29 },
    ]
    expect([outerWallLine({ outline: undefined }), outerWallLine({ outline: narrow })]).toEqual([[], []])
  })
})

it('finds where the outline has no wall: between the rooms that stand along it', () => {
  expect(faceAt(10, 0.2)).toEqual({ from: { x: 8, y: 0 }, to: { x: 12, y: 0 } })
  expect(faceAt(0.1, 7.5)).toEqual({ from: { x: 0, y: 8 }, to: { x: 0, y: 7 } })
  expect(faceAt(12, 4)).toEqual({ from: { x: 12, y: 0 }, to: { x: 12, y: 8 } })
  expect([faceAt(2, 0), faceAt(10, 2), bareFaceNear(table, ids.store as Id, { x: 10, y: 0 }, 1)]).toEqual([undefined, undefined, undefined])
})

it('puts up that wall with the door in it, in one step, which leads from the corridor out of the building', () => {
  const face = faceAt(10, 0) ?? { from: { x: 0, y: 0 }, to: { x: 0, y: 0 } }
  const entrance = { design, storey: storeyId, face, opening: 'door', width: 1.6, along: 1, hinge: 'both', gate: 'main' } as const
  const after = doUndoRedo(document, addOuterOpening(document, entrance, freshId))
  const drawn = after.designs[design] ?? {}
  const [wall] = recordsOf(drawn, 'wall')
  expect(wall).toMatchObject({ ...face, thickness: 0.3, edge: 'wall' })
  expect(recordsOf(drawn, 'opening').at(-1)).toMatchObject({ on: { wall: wall?.id }, along: 1, width: 1.6, gate: 'main' })
  const built = buildBuilding(drawn, after.workshop).storeys[0]?.openings.find(({ opening }) => opening.gate === 'main')
  expect([built?.left.kind, built?.right.kind].toSorted()).toEqual(['floor', 'outside'])
})

it('does not put up a wall for a door that is wider than it', () => {
  const face = faceAt(0.1, 7.5) ?? { from: { x: 0, y: 0 }, to: { x: 0, y: 0 } }
  const wide = addOuterOpening(document, { design, storey: storeyId, face, opening: 'door', width: 1.2, along: 0 }, freshId)
  expect(refusalOf(wide).reason.key).toBe('refused.wider-than-wall')
})
