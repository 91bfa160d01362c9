import type { Edit } from '#shared/commands/edit'
import { outlineWithSideMoved, setOutline } from '#shared/commands/set-outline'
import type { Point } from '#shared/geometry/point'
import { distanceToSegment } from '#shared/geometry/polygon'
import { type Chain, chainAdded, chainMoved, chainTyped, isClosing } from './chain'
import { type Snap, snapPoint } from './snap-point'
import { type DoublePress, type Measure, NO_SKETCH, type Tool, type ToolContext, type ToolEvent, type ToolStep } from './tool'
import { typedSize } from './typed-length'

/** Draws the outer face of the building, or takes hold of a corner or a side of the one that is there. */
export type OutlineState =
  | { readonly name: 'idle'; readonly hover: Point | undefined }
  | { readonly name: 'pressed'; readonly start: Snap; readonly at: Point; readonly part: Part | undefined }
  | { readonly name: 'pulling'; readonly start: Point; readonly part: Part; readonly ring: readonly Point[] | undefined }
  | { readonly name: 'rectangle'; readonly start: Point; readonly end: Snap; readonly typed: string }
  | { readonly name: 'polygon'; readonly chain: Chain }

/** A corner by its number, or the side from it to the next. */
type Part = { readonly kind: 'corner' | 'side'; readonly index: number }

const IDLE: OutlineState = { name: 'idle', hover: undefined }
/** How near a corner a press has to be to take hold of it, in reaches. */
const CORNER_REACHES = 1.5

export function outlineTool(): Tool<OutlineState> {
  return {
    start: IDLE,
    isBusy: ({ name }) => name !== 'idle',
    step(state, event, context): ToolStep<OutlineState> {
      switch (event.type) {
        case 'down':
          if (state.name === 'polygon') return clicked(chainMoved(state.chain, event, context), context)
          return { state: { name: 'pressed', start: snapAt(event.at, event.isFree, context), at: event.at, part: partNear(event.at, context) } }
        case 'move':
          return moved(state, event, context)
        case 'up':
          if (state.name === 'rectangle' || state.name === 'pulling') return finished(state, context)
          if (state.name !== 'pressed') return { state }
          if (state.part !== undefined) return { state: IDLE }
          return { state: { name: 'polygon', chain: { points: [state.start.at], next: state.start, typed: '' } } }
        case 'typed':
          return typed(state, event.text, context)
        case 'finish':
          if (state.name === 'polygon' && state.chain.typed !== '') return clicked(state.chain, context)
          return finished(state, context)
        case 'cancel':
          return { state: IDLE }
      }
    },
    double: doublePressed,
    sketch(state, context) {
      const now = outlineOf(context)
      const standing = now === undefined ? NO_SKETCH : { ...NO_SKETCH, rings: [now], measures: sidesOf(now) }
      switch (state.name) {
        case 'idle':
        case 'pressed':
          return standing
        case 'pulling':
          return state.ring === undefined ? standing : { ...NO_SKETCH, rings: [state.ring], measures: sidesOf(state.ring) }
        case 'rectangle': {
          const ring = rectangleOf(state)
          return { ...NO_SKETCH, rings: [ring], measures: sidesOf(ring).slice(0, 2), snap: state.end }
        }
        case 'polygon': {
          const { points, next } = state.chain
          const last = points.at(-1)
          const path = next === undefined ? points : [...points, next.at]
          const measures = last === undefined || next === undefined ? [] : [{ from: last, to: next.at }]
          return { rings: path.length > 3 ? [path] : [], paths: [path], measures, snap: next }
        }
      }
    },
  }
}

function outlineOf({ table, storey }: ToolContext): readonly Point[] | undefined {
  const record = table[storey]
  return record?.kind === 'storey' ? record.outline : undefined
}

function snapAt(at: Point, isFree: boolean, { table, storey, reach }: ToolContext): Snap {
  return snapPoint(table, storey, { at, reach, isFree })
}

function partNear(at: Point, context: ToolContext): Part | undefined {
  const ring = outlineOf(context) ?? []
  const { reach } = context
  const corner = ring.findIndex(({ x, y }) => Math.hypot(x - at.x, y - at.y) <= reach * CORNER_REACHES)
  if (corner !== -1) return { kind: 'corner', index: corner }
  const side = ring.findIndex((from, index) => distanceToSegment(at.x, at.y, from, ring[(index + 1) % ring.length] as Point) <= reach)
  return side === -1 ? undefined : { kind: 'side', index: side }
}

function moved(state: OutlineState, event: Extract<ToolEvent, { type: 'move' }>, context: ToolContext): ToolStep<OutlineState> {
  switch (state.name) {
    case 'idle':
      return { state: { name: 'idle', hover: event.at } }
    case 'pressed': {
      if (Math.hypot(event.at.x - state.at.x, event.at.y - state.at.y) <= context.slip) return { state }
      if (state.part !== undefined) return pulled({ name: 'pulling', start: state.at, part: state.part, ring: undefined }, event, context)
      return shown({ name: 'rectangle', start: state.start.at, end: snapAt(event.at, event.isFree, context), typed: '' }, context)
    }
    case 'pulling':
      return pulled(state, event, context)
    case 'rectangle':
      return shown({ ...state, end: snapAt(event.at, event.isFree, context) }, context)
    case 'polygon':
      return shown({ name: 'polygon', chain: chainMoved(state.chain, event, context) }, context)
  }
}

type Pulling = Extract<OutlineState, { name: 'pulling' }>

/** A side moves across itself; a corner goes where the pointer is, and its two sides stay upright and level unless Shift lets it go alone. */
function pulled(state: Pulling, { at, isFree, isHeld }: Extract<ToolEvent, { type: 'move' }>, context: ToolContext): ToolStep<OutlineState> {
  const ring = outlineOf(context)
  const { index, kind } = state.part
  const from = ring?.[index]
  if (ring === undefined || from === undefined) return { state: IDLE }
  const to = snapAt(at, isFree, context).at
  if (kind === 'side') return shown({ ...state, ring: sideMoved(ring, index, from, to) }, context)
  const alone = ring.map((corner, each) => (each === index ? to : corner))
  if (isHeld) return shown({ ...state, ring: alone }, context)
  const before = (index + ring.length - 1) % ring.length
  const first = sideMoved(ring, before, ring[before] as Point, to)
  const corner = first?.[index]
  return shown({ ...state, ring: (first && corner && sideMoved(first, index, corner, to)) ?? alone }, context)
}

/** A side moved across itself until its line runs through a point. */
function sideMoved(ring: readonly Point[], side: number, from: Point, through: Point): readonly Point[] | undefined {
  const to = ring[(side + 1) % ring.length] as Point
  const size = Math.hypot(to.x - from.x, to.y - from.y)
  const outwards = ((through.x - from.x) * (to.y - from.y) - (through.y - from.y) * (to.x - from.x)) / size
  return outlineWithSideMoved(ring, side, outwards)
}

function typed(state: OutlineState, text: string, context: ToolContext): ToolStep<OutlineState> {
  if (state.name === 'rectangle') return shown({ ...state, typed: text }, context)
  if (state.name !== 'polygon') return { state }
  const start = state.chain.points[0]
  // One corner and a size is a rectangle: it grows to the upper right.
  if (state.chain.points.length === 1 && start !== undefined && typedSize(text) !== undefined) {
    return shown({ name: 'rectangle', start, end: { at: start, word: 'free', guides: [] }, typed: text }, context)
  }
  return shown({ name: 'polygon', chain: chainTyped(state.chain, text) }, context)
}

/** On a side: a new corner there. On a corner: it goes. */
function doublePressed(_state: OutlineState, { at }: DoublePress, context: ToolContext): ToolStep<OutlineState> {
  const ring = outlineOf(context)
  const part = partNear(at, context)
  if (ring === undefined || part === undefined) return { state: IDLE }
  const { document, storey } = context
  if (part.kind === 'corner')
    return { state: IDLE, commit: setOutline(document, { storey, outline: ring.filter((_, index) => index !== part.index) }) }
  const [from, to] = [ring[part.index] as Point, ring[(part.index + 1) % ring.length] as Point]
  const size = Math.hypot(to.x - from.x, to.y - from.y)
  const along = Math.round((((at.x - from.x) * (to.x - from.x) + (at.y - from.y) * (to.y - from.y)) / size) * 20) / 20
  if (along <= 0 || along >= size) return { state: IDLE }
  const corner = { x: from.x + ((to.x - from.x) * along) / size, y: from.y + ((to.y - from.y) * along) / size }
  return { state: IDLE, commit: setOutline(document, { storey, outline: [...ring.slice(0, part.index + 1), corner, ...ring.slice(part.index + 1)] }) }
}

function clicked(chain: Chain, context: ToolContext): ToolStep<OutlineState> {
  if (isClosing(chain, context.reach)) return finished({ name: 'polygon', chain: { ...chain, next: undefined } }, context)
  return { state: { name: 'polygon', chain: chainAdded(chain) } }
}

function shown(state: OutlineState, context: ToolContext): ToolStep<OutlineState> {
  return { state, preview: editOf(state, context) }
}

function finished(state: OutlineState, context: ToolContext): ToolStep<OutlineState> {
  const final: OutlineState = state.name === 'polygon' ? { name: 'polygon', chain: { ...state.chain, next: undefined } } : state
  const commit = editOf(final, context)
  return commit === undefined ? { state: IDLE } : { state: IDLE, commit }
}

function editOf(state: OutlineState, { document, storey }: ToolContext): Edit | undefined {
  const outline =
    state.name === 'rectangle'
      ? rectangleOf(state)
      : state.name === 'polygon'
        ? ringOf(state.chain)
        : state.name === 'pulling'
          ? state.ring
          : undefined
  return outline === undefined || outline.length < 3 ? undefined : setOutline(document, { storey, outline })
}

function ringOf({ points, next }: Chain): readonly Point[] {
  const last = points.at(-1)
  return next === undefined || (last !== undefined && last.x === next.at.x && last.y === next.at.y) ? points : [...points, next.at]
}

function rectangleOf({ start, end, typed: text }: Extract<OutlineState, { name: 'rectangle' }>): readonly Point[] {
  const size = typedSize(text)
  const to = size === undefined ? end.at : { x: start.x + size.width, y: start.y + size.depth }
  const [left, right] = [Math.min(start.x, to.x), Math.max(start.x, to.x)]
  const [bottom, top] = [Math.min(start.y, to.y), Math.max(start.y, to.y)]
  return [
    { x: left, y: bottom },
    { x: right, y: bottom },
    { x: right, y: top },
    { x: left, y: top },
  ]
}

function sidesOf(ring: readonly Point[]): readonly Measure[] {
  return ring.map((from, index) => ({ from, to: ring[(index + 1) % ring.length] as Point }))
}
