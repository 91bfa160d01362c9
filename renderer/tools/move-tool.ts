import type { Edit } from '#shared/commands/edit'
import type { RecordTable, WardDocument } from '#shared/document/document'
import type { Point } from '#shared/geometry/point'
import { editBy } from './edit-by'
import { type SnapLines, type Snapped, snapLines, snapped } from './snap'
import type { Target } from './target'

/** Select and move, in plan metres: the plan and the 3D view both feed it and neither knows the other. */
export type MoveState =
  | { readonly name: 'idle' }
  | { readonly name: 'pointing'; readonly target: Target; readonly start: Point }
  | {
      readonly name: 'dragging'
      readonly target: Target
      readonly start: Point
      readonly lines: SnapLines
      readonly edit: Edit
      readonly guides: Snapped['guides']
    }

export type MoveEvent =
  | { readonly type: 'pointer-down'; readonly at: Point; readonly target: Target | undefined }
  | { readonly type: 'pointer-move'; readonly at: Point; readonly isFree: boolean }
  | { readonly type: 'pointer-up' | 'cancel' }

export type MoveContext = {
  /** As committed: a drag is worked out from here each time, so letting go of it is forgetting it. */
  readonly document: WardDocument
  readonly table: RecordTable
  /** How far a pointer may slip before a press is a drag, and how near a line it snaps. Metres. */
  readonly slip: number
  readonly reach: number
}

export type MoveStep = { readonly state: MoveState; readonly commit?: Edit; readonly select?: Target | 'nothing' }

export const IDLE: MoveState = { name: 'idle' }

export function moveTool(state: MoveState, event: MoveEvent, context: MoveContext): MoveStep {
  switch (event.type) {
    case 'cancel':
      return { state: IDLE }
    case 'pointer-down':
      if (event.target === undefined) return { state: IDLE, select: 'nothing' }
      return { state: { name: 'pointing', target: event.target, start: event.at }, select: event.target }
    case 'pointer-move':
      return moved(state, event, context)
    case 'pointer-up':
      return state.name === 'dragging' ? { state: IDLE, commit: state.edit } : { state: IDLE }
  }
}

function moved(state: MoveState, { at, isFree }: Extract<MoveEvent, { type: 'pointer-move' }>, context: MoveContext): MoveStep {
  if (state.name === 'idle') return { state }
  const { target, start } = state
  const by = { x: at.x - start.x, y: at.y - start.y }
  if (state.name === 'pointing' && Math.hypot(by.x, by.y) < context.slip) return { state }
  const lines = state.name === 'dragging' ? state.lines : snapLines(context.table, target)
  const wanted: Snapped = isFree ? { by, guides: [] } : snapped(context.table, target, lines, by, context.reach)
  const edit = editBy(context.document, context.table, target, wanted.by)
  if (edit === undefined) return { state: IDLE }
  return { state: { name: 'dragging', target, start, lines, edit, guides: wanted.guides } }
}
