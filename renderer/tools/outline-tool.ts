import type { Edit } from '#shared/commands/edit'
import { outlineWithSideMoved, setOutline } from '#shared/commands/set-outline'
import type { Point } from '#shared/geometry/point'
import { distanceToSegment } from '#shared/geometry/polygon'
import { edgesOfRing } from '#shared/geometry/segment'
import {
  cornersOf,
  type DrawnRing,
  isDrawn,
  type RingPress,
  ringClicked,
  ringDragged,
  ringMoved,
  ringPressed,
  ringSketch,
  ringTyped,
  snapAt,
} from './drawn-ring'
import { type DoublePress, NO_SKETCH, type Tool, type ToolContext, type ToolEvent, type ToolStep } from './tool'

/** Draws the outer face of the building, or takes hold of a corner or a side of the one that is there. */
export type OutlineState =
  | { readonly name: 'idle'; readonly hover: Point | undefined }
  | ({ readonly name: 'pressed'; readonly part: Part | undefined } & RingPress)
  | { readonly name: 'pulling'; readonly part: Part; readonly ring: readonly Point[] | undefined }
  | DrawnRing

/** A corner by its number, or the side from it to the next. */
type Part = { readonly kind: 'corner' | 'side'; readonly index: number }

const IDLE: OutlineState = { name: 'idle', hover: undefined }
/** How near a corner a press has to be to take hold of it, in reaches. */
const CORNER_REACHES = 1.5

export function outlineTool(): Tool<OutlineState> {
  return {
    start: IDLE,
    isBusy: ({ name }) => name !== 'idle',
    step(state, event, given): ToolStep<OutlineState> {
      const context = { ...given, isFace: true }
      switch (event.type) {
        case 'down':
          if (isDrawn(state)) return pressed(state, event, context)
          return { state: { name: 'pressed', start: snapAt(event.at, event.isFree, context), at: event.at, part: partNear(event.at, context) } }
        case 'move':
          return moved(state, event, context)
        case 'up':
          if (state.name === 'rectangle' || state.name === 'pulling') return finished(state, context)
          if (state.name !== 'pressed') return { state }
          return { state: state.part === undefined ? ringClicked(state) : IDLE }
        case 'typed':
          return isDrawn(state) ? shown(ringTyped(state, event.text), context) : { state }
        case 'finish':
          return isDrawn(state) ? pressed(state, event, context) : finished(state, context)
        case 'cancel':
          return { state: IDLE }
      }
    },
    double: doublePressed,
    sketch(state, context) {
      const now = outlineOf(context)
      const standing = now === undefined ? NO_SKETCH : { ...NO_SKETCH, rings: [now], measures: edgesOfRing(now) }
      switch (state.name) {
        case 'idle':
        case 'pressed':
          return standing
        case 'pulling':
          return state.ring === undefined ? standing : { ...NO_SKETCH, rings: [state.ring], measures: edgesOfRing(state.ring) }
        case 'rectangle':
        case 'polygon':
          return ringSketch(state)
      }
    },
  }
}

function outlineOf({ table, storey }: ToolContext): readonly Point[] | undefined {
  const record = table[storey]
  return record?.kind === 'storey' ? record.outline : undefined
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
      const ring = ringDragged(state, event, context)
      if (ring === undefined || state.part === undefined) return shown(ring ?? state, context)
      return pulled({ name: 'pulling', part: state.part, ring: undefined }, event, context)
    }
    case 'pulling':
      return pulled(state, event, context)
    case 'rectangle':
    case 'polygon':
      return shown(ringMoved(state, event, context), context)
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

function pressed(ring: DrawnRing, event: Extract<ToolEvent, { type: 'down' | 'finish' }>, context: ToolContext): ToolStep<OutlineState> {
  const next = ringPressed(ring, event, context)
  return next.isFinished ? finished(next.ring, context) : { state: next.ring }
}

function shown(state: OutlineState, context: ToolContext): ToolStep<OutlineState> {
  return { state, preview: editOf(state, context) }
}

function finished(state: OutlineState, context: ToolContext): ToolStep<OutlineState> {
  const commit = editOf(state, context)
  return commit === undefined ? { state: IDLE } : { state: IDLE, commit }
}

function editOf(state: OutlineState, { document, storey }: ToolContext): Edit | undefined {
  const outline = isDrawn(state) ? cornersOf(state) : state.name === 'pulling' ? state.ring : undefined
  return outline === undefined || outline.length < 3 ? undefined : setOutline(document, { storey, outline })
}
