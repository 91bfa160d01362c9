import { roundToMillimetre } from '#shared/base/units'
import { scaleUnderlay, setUnderlay, underlayOf } from '#shared/commands/underlay'
import { underlayCorners } from '#shared/commands/underlay-corners'
import type { Point } from '#shared/geometry/point'
import { NO_SKETCH, type Tool, type ToolContext, type ToolEvent, type ToolStep } from './tool'
import { typedLength } from './typed-length'

/**
 * A drag moves the picture under the storey; two clicks on it and the length between them scale it. The length may be typed at any time:
 * what stands in the field is what counts.
 */
export type UnderlayState =
  | { readonly name: 'idle'; readonly typed: string }
  | { readonly name: 'pressed'; readonly start: Point; readonly first: Point | undefined; readonly typed: string }
  | { readonly name: 'dragging'; readonly start: Point; readonly at: Point; readonly typed: string }
  /** One end of the known length is clicked; `next` follows the pointer. */
  | { readonly name: 'one'; readonly first: Point; readonly next: Point; readonly typed: string }
  | { readonly name: 'both'; readonly first: Point; readonly second: Point; readonly typed: string }

const IDLE: UnderlayState = { name: 'idle', typed: '' }

export const underlayTool: Tool<UnderlayState> = {
  start: IDLE,
  isBusy: ({ name }) => name !== 'idle' && name !== 'pressed',
  step(state, event, context): ToolStep<UnderlayState> {
    switch (event.type) {
      case 'cancel':
        return { state: IDLE }
      case 'down':
        // The other end of the length is known: another click begins anew.
        return { state: { name: 'pressed', start: rounded(event.at), first: state.name === 'one' ? state.first : undefined, typed: state.typed } }
      case 'move':
        return moved(state, event, context)
      case 'up':
        return released(state, event.at, context)
      case 'typed':
        return state.name === 'both' ? previewed({ ...state, typed: event.text }, context) : { state: { ...state, typed: event.text } }
      case 'finish': {
        const edit = state.name === 'both' ? scaling(state, context) : undefined
        return edit === undefined ? { state } : { state: IDLE, commit: edit }
      }
    }
  },
  sketch(state, context) {
    const ends = state.name === 'one' ? [state.first, state.next] : state.name === 'both' ? [state.first, state.second] : undefined
    const [from, to] = ends ?? []
    if (from !== undefined && to !== undefined) return { ...NO_SKETCH, paths: [[from, to]], measures: [{ from, to }] }
    const edges = outlineOf(state, context)
    return edges === undefined ? NO_SKETCH : { ...NO_SKETCH, paths: [edges] }
  },
}

function moved(state: UnderlayState, { at: point }: Extract<ToolEvent, { type: 'move' }>, context: ToolContext): ToolStep<UnderlayState> {
  const at = rounded(point)
  switch (state.name) {
    case 'one':
      return { state: { ...state, next: at } }
    case 'pressed':
      if (Math.hypot(at.x - state.start.x, at.y - state.start.y) < context.slip) return { state }
      return dragged(state, at, context)
    case 'dragging':
      return dragged(state, at, context)
    case 'both':
      return previewed(state, context)
    case 'idle':
      return { state }
  }
}

function dragged({ start, typed }: { readonly start: Point; readonly typed: string }, at: Point, context: ToolContext): ToolStep<UnderlayState> {
  return { state: { name: 'dragging', start, at, typed }, preview: moving(start, at, context) }
}

function released(state: UnderlayState, at: Point, context: ToolContext): ToolStep<UnderlayState> {
  if (state.name === 'dragging') {
    const edit = moving(state.start, rounded(at), context)
    return edit === undefined ? { state: IDLE } : { state: IDLE, commit: edit }
  }
  if (state.name !== 'pressed') return { state }
  const { first, start, typed } = state
  if (first === undefined) return { state: { name: 'one', first: start, next: start, typed } }
  if (Math.hypot(start.x - first.x, start.y - first.y) < context.slip) return { state: { name: 'one', first, next: start, typed } }
  return previewed({ name: 'both', first, second: start, typed }, context)
}

function previewed(state: Extract<UnderlayState, { name: 'both' }>, context: ToolContext): ToolStep<UnderlayState> {
  return { state, preview: scaling(state, context) }
}

function scaling({ first, second, typed }: Extract<UnderlayState, { name: 'both' }>, { document, table, storey }: ToolContext) {
  const underlay = underlayOf(table, storey)
  const length = typedLength(typed)
  if (underlay === undefined || length === undefined) return undefined
  return scaleUnderlay(document, { underlay: underlay.id, from: first, to: second, length })
}

function moving(start: Point, at: Point, { document, table, storey }: ToolContext) {
  const underlay = underlayOf(table, storey)
  if (underlay === undefined) return undefined
  return setUnderlay(document, { underlay: underlay.id, fields: { x: underlay.x + at.x - start.x, y: underlay.y + at.y - start.y } })
}

/** The edges of the picture, as far as it can be moved; while it is dragged, where it goes. */
function outlineOf(state: UnderlayState, { table, storey }: ToolContext): readonly Point[] | undefined {
  const underlay = underlayOf(table, storey)
  if (underlay === undefined) return undefined
  const by = state.name === 'dragging' ? { x: state.at.x - state.start.x, y: state.at.y - state.start.y } : { x: 0, y: 0 }
  const corners = underlayCorners(underlay).map(({ x, y }) => ({ x: x + by.x, y: y + by.y }))
  return [...corners, ...corners.slice(0, 1)]
}

function rounded({ x, y }: Point): Point {
  return { x: roundToMillimetre(x), y: roundToMillimetre(y) }
}
