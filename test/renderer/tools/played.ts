import type { Id } from '#shared/base/ids'
import type { Edit, FreshId } from '#shared/commands/edit'
import { applyChange } from '#shared/document/change'
import { recordsOf, type WardDocument } from '#shared/document/document'
import type { Point } from '#shared/geometry/point'
import type { Target } from '../../../renderer/tools/target'
import type { DoublePress, RoomPart, Tool, ToolContext, ToolEvent } from '../../../renderer/tools/tool'

export type Stage = { readonly document: WardDocument; readonly design: Id; readonly freshId: FreshId }

/** Plays a tool as a person at the plan does: what it commits is kept, what it selects is selected. */
export function playedOn<S>({ document: start, design, freshId }: Stage, tool: Tool<S>, events: readonly (ToolEvent | DoublePress)[]) {
  let document = start
  let selection: readonly Id[] = []
  let part: RoomPart | undefined
  let preview: Edit | undefined
  let state = tool.start
  const edits: Edit[] = []
  const storey = recordsOf(start.designs[design] ?? {}, 'storey')[0]?.id ?? ''
  const table = () => document.designs[design] ?? {}
  const context = (): ToolContext => ({ document, table: table(), design, storey, selection, slip: 0.1, reach: 0.2, freshId })
  for (const event of events) {
    const step = event.type === 'double' ? tool.double?.(state, event, context()) : tool.step(state, event, context())
    if (step === undefined) continue
    state = step.state
    preview = step.preview
    if (step.select !== undefined) [selection, part] = [step.select, step.part]
    if (step.commit === undefined) continue
    edits.push(step.commit)
    if (step.commit.status === 'done') document = applyChange(document, step.commit.change)
  }
  const refusals = edits.flatMap((edit) => (edit.status === 'refused' ? [edit.reason.key] : []))
  return {
    document,
    table: table(),
    selection,
    part,
    preview,
    edits,
    refusals,
    state,
    sketch: tool.sketch(state, context()),
    isBusy: tool.isBusy(state),
  }
}

export const at = (x: number, y: number): Point => ({ x, y })
export const down = (x: number, y: number, target?: Target, isAdding = false): ToolEvent => ({
  type: 'down',
  at: at(x, y),
  target,
  isAdding,
  isFree: false,
})
export const move = (x: number, y: number, isHeld = false): ToolEvent => ({ type: 'move', at: at(x, y), target: undefined, isFree: false, isHeld })
export const up = (x: number, y: number): ToolEvent => ({ type: 'up', at: at(x, y) })
export const typed = (text: string): ToolEvent => ({ type: 'typed', text })
