import type { Id } from '#shared/base/ids'
import { copyElements } from '#shared/commands/copy-elements'
import type { Edit } from '#shared/commands/edit'
import { footprintOf } from '#shared/commands/footprint'
import { moveElements } from '#shared/commands/move-elements'
import { isElement, selectionOf } from '#shared/commands/selection'
import type { RecordTable } from '#shared/document/document'
import type { DesignElement } from '#shared/document/record'
import type { Point } from '#shared/geometry/point'
import { editBy } from './edit-by'
import { type SnapLines, type Snapped, snapLines, snapped } from './snap'
import type { Target } from './target'
import { NO_SKETCH, type Tool, type ToolContext, type ToolEvent, type ToolStep } from './tool'

/** Selects, moves and copies: one thing or many, by pressing them or by a box round them. */
export type SelectState =
  | { readonly name: 'idle' }
  | { readonly name: 'pressed'; readonly target: Target | undefined; readonly start: Point; readonly isAdding: boolean; readonly isCopying: boolean }
  | { readonly name: 'box'; readonly start: Point; readonly end: Point; readonly isAdding: boolean }
  | {
      readonly name: 'dragging'
      readonly target: Target
      readonly elements: readonly Id[]
      readonly start: Point
      readonly lines: SnapLines
      readonly isCopy: boolean
      readonly edit: Edit
      readonly guides: Snapped['guides']
    }

const IDLE: SelectState = { name: 'idle' }

export const selectTool: Tool<SelectState> = {
  start: IDLE,
  isBusy: ({ name }) => name === 'dragging' || name === 'box',
  step(state, event, context): ToolStep<SelectState> {
    switch (event.type) {
      case 'cancel':
        return { state: IDLE }
      case 'down':
        return pressed(event, context)
      case 'move':
        return moved(state, event.at, event.isFree, context)
      case 'up':
        return released(state, context)
      case 'typed':
      case 'finish':
        return { state }
    }
  },
  sketch(state) {
    if (state.name === 'dragging') return { ...NO_SKETCH, guides: state.guides }
    if (state.name !== 'box') return NO_SKETCH
    const { start, end } = state
    return { ...NO_SKETCH, rings: [[start, { x: end.x, y: start.y }, end, { x: start.x, y: end.y }]] }
  },
}

type Press = Extract<ToolEvent, { type: 'down' }>

/** A press takes what it lands on, unless that is already among what is selected: then all of it may be dragged. */
function pressed({ target, at: start, isAdding, isCopying = false }: Press, { selection }: ToolContext): ToolStep<SelectState> {
  const state: SelectState = { name: 'pressed', target, start, isAdding, isCopying }
  if (target === undefined || isAdding || isPart(target) || selection.includes(target.id)) return { state }
  return { state, select: [target.id] }
}

function moved(state: SelectState, at: Point, isFree: boolean, context: ToolContext): ToolStep<SelectState> {
  if (state.name === 'idle') return { state }
  if (state.name === 'box') return { state: { ...state, end: at } }
  const by = { x: at.x - state.start.x, y: at.y - state.start.y }
  if (state.name === 'pressed') {
    if (Math.hypot(by.x, by.y) < context.slip) return { state }
    const { target, start, isAdding, isCopying } = state
    if (target === undefined) return { state: { name: 'box', start, end: at, isAdding } }
    const elements = isPart(target) || !context.selection.includes(target.id) ? [target.id] : context.selection
    return dragged({ target, elements, start, lines: snapLines(context.table, target), isCopy: isCopying }, by, isFree, context)
  }
  return dragged(state, by, isFree, context)
}

type Drag = Pick<Extract<SelectState, { name: 'dragging' }>, 'target' | 'elements' | 'start' | 'lines' | 'isCopy'>

function dragged(drag: Drag, by: Point, isFree: boolean, context: ToolContext): ToolStep<SelectState> {
  const { target, elements, isCopy } = drag
  const wanted: Snapped = isFree ? { by, guides: [] } : snapped(context.table, target, drag.lines, by, context.reach)
  const edit = editOf(target, elements, isCopy, wanted.by, context)
  if (edit === undefined) return { state: IDLE }
  const { target: _, elements: __, start, lines } = drag
  return { state: { name: 'dragging', target, elements, start, lines, isCopy, edit, guides: wanted.guides }, preview: edit }
}

/** Of a room a wall or a corner: it moves alone. */
function isPart({ kind }: Target): boolean {
  return kind === 'edge' || kind === 'corner'
}

function editOf(target: Target, elements: readonly Id[], isCopy: boolean, by: Point, context: ToolContext): Edit | undefined {
  const { document, table, design, storey, freshId } = context
  if (isCopy && !isPart(target)) {
    const from = selectionOf(document, elements)
    return from.status === 'refused' ? from : copyElements(document, { from, design, storey, dx: by.x, dy: by.y }, freshId)
  }
  if (elements.length > 1) return moveElements(document, { elements, dx: by.x, dy: by.y })
  return editBy(document, table, target, by)
}

function released(state: SelectState, context: ToolContext): ToolStep<SelectState> {
  const { selection } = context
  switch (state.name) {
    case 'idle':
      return { state }
    case 'pressed': {
      const { target, isAdding } = state
      if (target === undefined) return isAdding ? { state: IDLE } : { state: IDLE, select: [] }
      if (!isAdding) return { state: IDLE, select: [target.id] }
      const without = selection.filter((id) => id !== target.id)
      return { state: IDLE, select: without.length < selection.length ? without : [...selection, target.id] }
    }
    case 'box': {
      const inside = elementsWithin(context.table, context.storey, state.start, state.end)
      return { state: IDLE, select: state.isAdding ? [...new Set([...selection, ...inside])] : inside }
    }
    case 'dragging': {
      const { edit, isCopy } = state
      const copies = isCopy && edit.status === 'done' ? namedCopies(edit.change.added.filter(isElement), state.elements, context.table) : undefined
      return { state: IDLE, commit: edit, ...(copies === undefined ? {} : { select: copies }) }
    }
  }
}

/** The copies of what was named, without what came along with a room. */
function namedCopies(added: readonly DesignElement[], elements: readonly Id[], table: RecordTable): readonly Id[] {
  const firsts = new Set(elements.map((id) => originOf(table, id)))
  return added.filter(({ origin }) => origin !== undefined && firsts.has(origin)).map(({ id }) => id)
}

function originOf(table: RecordTable, id: Id): Id {
  const record = table[id]
  return record !== undefined && 'origin' in record && record.origin !== undefined ? record.origin : id
}

/** Drawn from left to right a box takes what lies wholly in it; from right to left all that it touches. Furniture in a taken room comes with it. */
export function elementsWithin(table: RecordTable, storey: Id, start: Point, end: Point): readonly Id[] {
  const [left, right] = [Math.min(start.x, end.x), Math.max(start.x, end.x)]
  const [bottom, top] = [Math.min(start.y, end.y), Math.max(start.y, end.y)]
  const isTouching = end.x < start.x
  const isIn = ({ x, y }: Point) => x >= left && x <= right && y >= bottom && y <= top
  return Object.values(table)
    .filter((record): record is DesignElement => isElement(record) && record.kind !== 'opening' && record.storey === storey)
    .filter((element) => (isTouching ? footprintOf(element).some(isIn) : footprintOf(element).every(isIn)))
    .map(({ id }) => id)
}
