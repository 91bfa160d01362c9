import { test } from '@fast-check/vitest'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyChange } from '#shared/document/change'
import type { WardDocument } from '#shared/document/document'
import type { RecordOf } from '#shared/document/record'
import { WORKED_DESIGN, workedExample } from '#test/support/worked-example'
import { type SelectState, selectTool } from '../../../renderer/tools/select-tool'
import type { Target } from '../../../renderer/tools/target'
import type { ToolContext, ToolEvent } from '../../../renderer/tools/tool'

/** Without an outline, so that there is somewhere to move a room to. */
const document = withoutOutline(workedExample())
const table = document.designs[WORKED_DESIGN]!
const context: ToolContext = {
  document,
  table,
  design: WORKED_DESIGN,
  storey: 'storey_ground',
  selection: [],
  slip: 0.1,
  reach: 0.3,
  freshId: (prefix) => `${prefix}_fresh`,
}
const IDLE = selectTool.start

/** Feeds events one after the other, as the plan does. */
function played(events: readonly ToolEvent[]) {
  let state: SelectState = IDLE
  const commits: unknown[] = []
  for (const event of events) {
    const step = selectTool.step(state, event, context)
    state = step.state
    if (step.commit !== undefined) commits.push(step.commit)
  }
  return { state, commits }
}

const drag = (target: Target, from: readonly [number, number], to: readonly [number, number], isFree = false): ToolEvent[] => [
  { type: 'down', at: { x: from[0], y: from[1] }, target, isAdding: false, isFree },
  { type: 'move', at: { x: (from[0] + to[0]) / 2, y: (from[1] + to[1]) / 2 }, target: undefined, isFree, isHeld: false },
  { type: 'move', at: { x: to[0], y: to[1] }, target: undefined, isFree, isHeld: false },
]
const nurseRoom: Target = { kind: 'room', id: 'room_nurseroom' }

describe('dragging', () => {
  it('shows an edit while it lasts and commits one when it ends', () => {
    const moves = drag(nurseRoom, [16, -2], [16, -3.02])
    expect(played(moves)).toMatchObject({ state: { name: 'dragging', edit: { status: 'done' } }, commits: [] })
    expect(played([...moves, { type: 'up', at: { x: 0, y: 0 } }])).toMatchObject({
      state: IDLE,
      commits: [{ status: 'done', name: { key: 'edit.moved-room' } }],
    })
  })

  it('is forgotten when it is cancelled', () => {
    expect(played([...drag(nurseRoom, [16, -2], [16, -4]), { type: 'cancel' }])).toEqual({ state: IDLE, commits: [] })
  })

  it('does not start from a press that slips by less than a hand does', () => {
    const events: ToolEvent[] = [
      { type: 'down', at: { x: 16, y: -2 }, target: nurseRoom, isAdding: false, isFree: false },
      { type: 'move', at: { x: 16.05, y: -2 }, target: undefined, isFree: false, isHeld: false },
      { type: 'up', at: { x: 0, y: 0 } },
    ]
    expect(played(events)).toEqual({ state: IDLE, commits: [] })
  })

  it('is refused with a ghost where the room would lie over another', () => {
    expect(played(drag(nurseRoom, [16, -2], [16, -1])).state).toMatchObject({
      name: 'dragging',
      edit: { status: 'refused', reason: { key: 'refused.overlaps' } },
    })
  })

  it('puts a room on the lines of its neighbours, and Alt suspends that', () => {
    // Waiting ends at x = 8; the nurse room, from x = 12, is dragged to 8.2.
    const [down] = [-6, -6]
    const snapping = played(drag(nurseRoom, [16, -2], [12.2, down])).state
    const free = played(drag(nurseRoom, [16, -2], [12.2, down], true)).state
    expect(leftOf(snapping)).toBe(8)
    expect(leftOf(free)).toBe(8.2)
    expect(snapping).toMatchObject({ guides: [{ axis: 'x' }] })
  })

  it('slides a door along its wall, though the pointer strays a little', () => {
    const { state } = played(drag({ kind: 'opening', id: 'opening_doordt' }, [7.5, 3], [9.5, 3.5]))
    expect(state).toMatchObject({ edit: { status: 'done', change: { updated: [[{ along: 1 }, { along: 3 }]] } } })
  })

  it('lets a door that is pulled off its wall follow the pointer, and hangs it in the next wall it comes to', () => {
    const door: Target = { kind: 'opening', id: 'opening_doordt' }
    const loose = played(drag(door, [7.5, 3], [9.5, 6])).state
    expect(loose).toMatchObject({ edit: { status: 'refused', reason: { key: 'refused.off-wall' } } })
    const [path] = selectTool.sketch(loose, context).paths
    expect([(path?.[0]?.x ?? 0) + (path?.[1]?.x ?? 0), path?.[0]?.y]).toEqual([19, 6])
    // The lower wall of the nurse room, from 12, -5.
    const { commits } = played([...drag(door, [7.5, 3], [15, -4.9]), { type: 'up', at: { x: 15, y: -4.9 } }])
    expect(commits).toMatchObject([
      { status: 'done', name: { key: 'edit.rehung-opening' }, change: { updated: [[{}, { on: { room: 'room_nurseroom' } }]] } },
    ])
  })

  it('moves a wall of two rooms across itself', () => {
    // Edge c of the nurse room is its wall to the corridor.
    const { state } = played(drag({ kind: 'edge', id: 'room_nurseroom', corner: 'a' }, [16, -5], [17, -6]))
    expect(state).toMatchObject({ edit: { status: 'done', name: { key: 'edit.moved-wall', values: { by: 1 } } } })
  })
})

it('takes a corner of a room along, which comes to lie in line with the room’s others', () => {
  const corner: Target = { kind: 'corner', id: 'room_nurseroom', corner: 'a' }
  const { commits } = played([...drag(corner, [12, -5], [12.98, -5.1]), { type: 'up', at: { x: 12.98, y: -5.1 } }])
  expect(commits).toMatchObject([
    { name: { key: 'edit.moved-corner', values: { by: 1 } }, change: { updated: [[{}, { corners: [{ x: 13, y: -5 }, {}, {}, {}] }]] } },
  ])
})

it('selects what is pressed, and nothing beside everything', () => {
  const press = (target: Target | undefined): ToolEvent => ({ type: 'down', at: { x: 0, y: 0 }, target, isAdding: false, isFree: false })
  expect(selectTool.step(IDLE, press(nurseRoom), context).select).toEqual([nurseRoom.id])
  const { state } = selectTool.step(IDLE, press(undefined), context)
  expect(selectTool.step(state, { type: 'up', at: { x: 0, y: 0 } }, context).select).toEqual([])
})

const metres = fc.double({ min: -10, max: 10, noNaN: true })

test.prop([metres, metres, metres, metres])('where a drag ends does not depend on the way there', (x, y, detourX, detourY) => {
  const straight = played(drag(nurseRoom, [16, -2], [16 + x, -2 + y])).state
  const detour = played([
    ...drag(nurseRoom, [16, -2], [16 + detourX, -2 + detourY]),
    { type: 'move', at: { x: 16 + x, y: -2 + y }, target: undefined, isFree: false, isHeld: false },
  ]).state
  if (straight.name !== 'dragging' || detour.name !== 'dragging') return
  expect(detour.edit).toEqual(straight.edit)
})

function leftOf(state: SelectState): number | undefined {
  if (state.name !== 'dragging' || state.edit.status !== 'done') return undefined
  const room = applyChange(document, state.edit.change).designs[WORKED_DESIGN]!.room_nurseroom as RecordOf<'room'>
  return Math.min(...room.corners.map((corner) => corner.x))
}

function withoutOutline(drawn: WardDocument): WardDocument {
  const { outline: _, ...storey } = drawn.designs[WORKED_DESIGN]!.storey_ground as RecordOf<'storey'>
  return applyChange(drawn, { added: [], removed: [], updated: [[storey, storey]] })
}
