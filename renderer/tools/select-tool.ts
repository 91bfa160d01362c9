import type { Id } from '#shared/base/ids'
import { message } from '#shared/base/message'
import { copyElements } from '#shared/commands/copy-elements'
import { type Edit, refused } from '#shared/commands/edit'
import { footprintOf } from '#shared/commands/footprint'
import { withItsGroup } from '#shared/commands/group-elements'
import { moveElements } from '#shared/commands/move-elements'
import { moveOpening } from '#shared/commands/move-opening'
import { meantAlong } from '#shared/commands/opening-fit'
import { addRoomCorner, removeRoomCorner } from '#shared/commands/room-corners'
import { isElement, selectionOf } from '#shared/commands/selection'
import type { RecordTable } from '#shared/document/document'
import type { DesignElement } from '#shared/document/record'
import { distanceBetween, type Point } from '#shared/geometry/point'
import { distanceToSegment } from '#shared/geometry/polygon'
import { lineOfEdge, lineOfOpening } from './edge-line'
import { editBy } from './edit-by'
import { hostNear } from './opening-tool'
import { type SnapLines, type Snapped, snapLines, snapped } from './snap'
import type { Target } from './target'
import { type DoublePress, NO_SKETCH, type Tool, type ToolContext, type ToolEvent, type ToolStep } from './tool'

/** Selects, moves and copies: one thing or many, by pressing them or by a box round them. */
export type SelectState =
  | { readonly name: 'idle' }
  | {
      readonly name: 'pressed'
      readonly target: Target | undefined
      readonly start: Point
      readonly isAdding: boolean
      readonly isCopying: boolean
      /** What was selected before: a finger that rests adds to it. */
      readonly before: readonly Id[]
    }
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
      /** A door off every wall follows the pointer. */
      readonly loose: readonly Point[] | undefined
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
        return moved(state, event, context)
      case 'up':
        return released(state, context)
      case 'finish':
        return state.name === 'pressed' && state.target !== undefined
          ? { state: IDLE, select: withOrWithout(state.before, state.target.id, context.table) }
          : { state }
      case 'typed':
        return { state }
    }
  },
  sketch(state) {
    if (state.name === 'dragging') return { ...NO_SKETCH, guides: state.guides, paths: state.loose === undefined ? [] : [state.loose] }
    if (state.name !== 'box') return NO_SKETCH
    const { start, end } = state
    return { ...NO_SKETCH, rings: [[start, { x: end.x, y: start.y }, end, { x: start.x, y: end.y }]] }
  },
  double: doublePressed,
}

type Press = Extract<ToolEvent, { type: 'down' }>

/** A press takes what it lands on, unless that is already among what is selected: then all of it may be dragged. */
function pressed({ target, at: start, isAdding, isCopying = false }: Press, { selection, table }: ToolContext): ToolStep<SelectState> {
  const state: SelectState = { name: 'pressed', target, start, isAdding, isCopying, before: selection }
  if (target === undefined || isAdding || isPart(target) || selection.includes(target.id)) return { state }
  return { state, select: groupUpTo(table, target.id) }
}

/** An element with the rest of its group; it is the one that was selected last. */
function groupUpTo(table: RecordTable, id: Id): readonly Id[] {
  return [...withItsGroup(table, id).filter((each) => each !== id), id]
}

/** A wall gets a corner there, a corner goes, and of a group one thing is taken alone. */
function doublePressed(state: SelectState, { target, at }: DoublePress, { document, table }: ToolContext): ToolStep<SelectState> {
  if (target === undefined) return { state }
  if (target.kind === 'corner') return { state: IDLE, commit: removeRoomCorner(document, { room: target.id, corner: target.corner }) }
  if (target.kind !== 'edge') return { state: IDLE, select: [target.id] }
  const line = lineOfEdge(table, target.id, target.corner)
  if (line === undefined) return { state }
  const along = (at.x - line.from.x) * line.along.x + (at.y - line.from.y) * line.along.y
  return { state: IDLE, commit: addRoomCorner(document, { room: target.id, corner: target.corner, along: onGrid(along, line.length) }) }
}

/** To 5 cm, but the middle where it is near. Metres. */
function onGrid(along: number, length: number): number {
  return Math.abs(along - length / 2) < 0.1 ? length / 2 : Math.round(along * 20) / 20
}

type Move = Extract<ToolEvent, { type: 'move' }>

function moved(state: SelectState, event: Move, context: ToolContext): ToolStep<SelectState> {
  const { at } = event
  if (state.name === 'idle') return { state }
  if (state.name === 'box') return { state: { ...state, end: at } }
  const by = { x: at.x - state.start.x, y: at.y - state.start.y }
  if (state.name === 'pressed') {
    if (Math.hypot(by.x, by.y) < context.slip) return { state }
    const { target, start, isAdding, isCopying } = state
    if (target === undefined) return { state: { name: 'box', start, end: at, isAdding } }
    const elements = isPart(target) || !context.selection.includes(target.id) ? [target.id] : context.selection
    return dragged({ target, elements, start, lines: snapLines(context.table, target), isCopy: isCopying }, by, event, context)
  }
  return dragged(state, by, event, context)
}

type Drag = Pick<Extract<SelectState, { name: 'dragging' }>, 'target' | 'elements' | 'start' | 'lines' | 'isCopy'>

function dragged(drag: Drag, by: Point, { at, isFree, isHeld }: Move, context: ToolContext): ToolStep<SelectState> {
  const { target, elements, isCopy } = drag
  const wanted: Snapped = isFree ? { by, guides: [] } : snapped(context.table, target, drag.lines, by, context.reach)
  const hung = elements.length === 1 && target.kind === 'opening' ? hungNear(target.id, at, isFree, context) : undefined
  const edit = hung?.edit ?? editOf(target, elements, isCopy, wanted.by, isHeld, context)
  if (edit === undefined) return { state: IDLE }
  const { target: _, elements: __, start, lines } = drag
  return {
    state: { name: 'dragging', target, elements, start, lines, isCopy, edit, guides: hung === undefined ? wanted.guides : [], loose: hung?.loose },
    preview: edit,
  }
}

/** A door that is pulled off its wall: it hangs in the wall that it is held to, else it follows the pointer. */
function hungNear(id: Id, at: Point, isFree: boolean, { document, table, storey, reach }: ToolContext): Hung | undefined {
  const opening = table[id]
  const line = opening?.kind === 'opening' ? lineOfOpening(table, opening) : undefined
  if (opening?.kind !== 'opening' || line === undefined) return undefined
  const end = { x: line.from.x + line.along.x * line.length, y: line.from.y + line.along.y * line.length }
  const away = reach * OFF_WALL_REACHES
  if (distanceToSegment(at.x, at.y, line.from, end) <= away) return undefined
  const host = hostNear(table, storey, at, away, isFree)
  const half = opening.width / 2
  if (host !== undefined) {
    const along = meantAlong(host.along - half, opening.width, distanceBetween(host.from, host.to))
    return { edit: moveOpening(document, { opening: id, on: host.on, along }), loose: undefined }
  }
  const loose = [
    { x: at.x - line.along.x * half, y: at.y - line.along.y * half },
    { x: at.x + line.along.x * half, y: at.y + line.along.y * half },
  ]
  return { edit: refused(message('refused.off-wall')), loose }
}

type Hung = { readonly edit: Edit; readonly loose: readonly Point[] | undefined }

/** How far off its wall a door is pulled before it leaves it, in reaches. */
const OFF_WALL_REACHES = 3

/** Of a room a wall or a corner: it moves alone. */
function isPart({ kind }: Target): boolean {
  return kind === 'edge' || kind === 'corner'
}

function editOf(target: Target, elements: readonly Id[], isCopy: boolean, by: Point, isHeld: boolean, context: ToolContext): Edit | undefined {
  const { document, table, design, storey, freshId } = context
  if (isCopy && !isPart(target)) {
    const from = selectionOf(document, elements)
    return from.status === 'refused' ? from : copyElements(document, { from, design, storey, dx: by.x, dy: by.y }, freshId)
  }
  if (elements.length > 1) return moveElements(document, { elements, dx: by.x, dy: by.y })
  // With the direction held a corner is moved alone, and its walls turn.
  return editBy(document, table, target, by, !isHeld)
}

function released(state: SelectState, context: ToolContext): ToolStep<SelectState> {
  const { selection, table } = context
  switch (state.name) {
    case 'idle':
      return { state }
    case 'pressed': {
      const { target, isAdding } = state
      if (target === undefined) return isAdding ? { state: IDLE } : { state: IDLE, select: [] }
      if (!isAdding) return { state: IDLE, ...taken(target, selection, table) }
      return { state: IDLE, select: withOrWithout(selection, target.id, table) }
    }
    case 'box': {
      const touched = elementsWithin(context.table, context.storey, state.start, state.end)
      const inside = [...new Set(touched.flatMap((id) => withItsGroup(table, id)))]
      return { state: IDLE, select: state.isAdding ? [...new Set([...selection, ...inside])] : inside }
    }
    case 'dragging': {
      const { edit, isCopy } = state
      const copies = isCopy && edit.status === 'done' ? namedCopies(edit.change.added.filter(isElement), state.elements, context.table) : undefined
      return { state: IDLE, commit: edit, ...(copies === undefined ? {} : { select: copies }) }
    }
  }
}

/** What is selected with one more, and its group; without them, where they were among it. */
function withOrWithout(selection: readonly Id[], id: Id, table: RecordTable): readonly Id[] {
  const group = withItsGroup(table, id)
  const without = selection.filter((each) => !group.includes(each))
  return without.length < selection.length ? without : [...selection, ...groupUpTo(table, id)]
}

/** What a press without a drag selects: the group, or the one of it that was taken alone before; of a room, the edge that was meant. */
function taken(target: Target, selection: readonly Id[], table: RecordTable): Pick<ToolStep<SelectState>, 'select' | 'part'> {
  if (target.kind === 'edge') return { select: [target.id], part: { room: target.id, corner: target.corner } }
  const isAlone = selection.length === 1 && selection[0] === target.id
  return { select: isAlone ? selection : groupUpTo(table, target.id) }
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
