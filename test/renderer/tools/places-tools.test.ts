import { describe, expect, it } from 'vitest'
import { putUnderlay, setUnderlay } from '#shared/commands/underlay'
import { applyChange } from '#shared/document/change'
import { recordsOf, type WardDocument } from '#shared/document/document'
import { recordOf, smallUnit } from '#test/support/small-unit'
import { noteTool } from '../../../renderer/tools/note-tool'
import { nudge } from '../../../renderer/tools/nudge'
import { selectTool } from '../../../renderer/tools/select-tool'
import type { Target } from '../../../renderer/tools/target'
import type { Tool, ToolEvent } from '../../../renderer/tools/tool'
import { underlayTool } from '../../../renderer/tools/underlay-tool'
import { at, down, move, playedOn, up } from './played'

const unit = smallUnit()
const design = unit.ids.design ?? ''
const bare = unit.script.document()
const picture = { name: 'level-2.png', part: `underlays/${'ab'.repeat(16)}.webp`, pixels: { width: 2000, height: 1000 } }

function after(document: WardDocument, edit: ReturnType<typeof putUnderlay>): WardDocument {
  if (edit.status === 'refused') throw new Error(edit.reason.key)
  return applyChange(document, edit.change)
}

/** 20 m wide, its middle at 6, 4. */
const traced = after(bare, putUnderlay(bare, { design, picture, at: { x: 6, y: 4 }, width: 20 }, unit.freshId))
const underlay = recordsOf(traced.designs[design] ?? {}, 'underlay')[0]?.id ?? ''

const played = <S>(tool: Tool<S>, document: WardDocument, events: readonly ToolEvent[]) =>
  playedOn({ document, design, freshId: unit.freshId }, tool, events)

const click = (x: number, y: number): ToolEvent[] => [move(x, y), down(x, y), up(x, y)]

describe('the underlay tool', () => {
  it('scales by two clicks and a typed length, showing what it comes to before Enter', () => {
    const typed: readonly ToolEvent[] = [...click(1, 2), ...click(4, 6), { type: 'typed', text: '4' }]
    const shown = played(underlayTool, traced, typed)
    expect(shown.preview).toMatchObject({ status: 'done', change: { updated: [[{}, { width: 16 }]] } })
    expect(shown.sketch.measures).toEqual([{ from: at(1, 2), to: at(4, 6) }])
    const done = played(underlayTool, traced, [...typed, { type: 'finish' }])
    expect(recordOf(done.document, underlay, 'underlay')).toMatchObject({ width: 16, x: 5, y: 3.6 })
    expect(done.isBusy).toBe(false)
  })

  it('takes the length that was typed before both ends were clicked: the field shows it all the while', () => {
    const early: readonly ToolEvent[] = [...click(1, 2), { type: 'typed', text: '4' }, ...click(4, 6)]
    expect(played(underlayTool, traced, early).preview).toMatchObject({ status: 'done', change: { updated: [[{}, { width: 16 }]] } })
    const done = played(underlayTool, traced, [...early, { type: 'finish' }])
    expect(recordOf(done.document, underlay, 'underlay').width).toBe(16)
  })

  it('moves by a drag, and forgets it at Escape', () => {
    const drag = [down(1, 1), move(1.5, 1), move(3, 2)]
    expect(recordOf(played(underlayTool, traced, [...drag, up(3, 2)]).document, underlay, 'underlay')).toMatchObject({ x: 8, y: 5 })
    expect(played(underlayTool, traced, [...drag, { type: 'cancel' }, up(3, 2)]).document).toBe(traced)
  })

  it('takes a second click on the first for a slip, and a click after both for a new beginning', () => {
    expect(played(underlayTool, traced, [...click(1, 2), ...click(1.02, 2)]).sketch.measures).toHaveLength(1)
    const anew = played(underlayTool, traced, [
      ...click(1, 2),
      ...click(4, 6),
      ...click(0, 0),
      ...click(0, 3),
      { type: 'typed', text: '6' },
      { type: 'finish' },
    ])
    expect(recordOf(anew.document, underlay, 'underlay').width).toBe(40)
  })

  it('makes nothing of a length that is none, and is refused by a lock', () => {
    const half = played(underlayTool, traced, [...click(1, 2), ...click(4, 6), { type: 'typed', text: 'x' }, { type: 'finish' }])
    expect(half.document).toBe(traced)
    expect(half.isBusy).toBe(true)
    const locked = after(traced, setUnderlay(traced, { underlay, fields: { locked: true } }))
    const tried = played(underlayTool, locked, [...click(1, 2), ...click(4, 6), { type: 'typed', text: '4' }, { type: 'finish' }])
    expect(tried.refusals).toEqual(['refused.underlay-locked'])
  })

  it('does nothing where no picture lies', () => {
    const none = played(underlayTool, bare, [
      down(1, 1),
      move(3, 1),
      up(3, 1),
      ...click(1, 2),
      ...click(4, 6),
      { type: 'typed', text: '4' },
      { type: 'finish' },
    ])
    expect(none.document).toBe(bare)
  })
})

describe('notes in the hand', () => {
  const noted = played(noteTool('New note'), bare, [down(2.00049, 5)])
  const note = recordsOf(noted.document.designs[design] ?? {}, 'note')[0]?.id ?? ''

  it('are pinned by a press and selected, to be written', () => {
    expect(noted.selection).toEqual([note])
    expect(recordOf(noted.document, note, 'note')).toMatchObject({ x: 2, y: 5, text: 'New note' })
  })

  it('are dragged by the select tool and nudged by arrows, as what is drawn is', () => {
    const target: Target = { kind: 'note', id: note }
    const dragged = played(selectTool, noted.document, [down(2, 5, target), move(2.5, 5), move(3, 4), up(3, 4)])
    expect(recordOf(dragged.document, note, 'note')).toMatchObject({ x: 3, y: 4 })
    const edit = nudge(noted.document, noted.document.designs[design] ?? {}, [note], 'ArrowUp', true)
    expect(edit).toMatchObject({ status: 'done', change: { updated: [[{ y: 5 }, { y: 6 }]] } })
  })
})
