import type { Edit } from '#shared/commands/edit'
import { placeRoom } from '#shared/commands/place-room'
import { freeName, roomNames } from '#shared/commands/room-names'
import type { RecordTable } from '#shared/document/document'
import type { Point } from '#shared/geometry/point'
import { type Chain, chainAdded, chainMoved, chainTyped, isClosing } from './chain'
import { type Snap, snapPoint } from './snap-point'
import { type Measure, NO_SKETCH, type Tool, type ToolContext, type ToolStep } from './tool'
import { typedSize } from './typed-length'

/** What is drawn: a room of this type, by this name. */
export type DrawnRoom = { readonly roomType: string; readonly name: string }

/** A press that moves on draws a rectangle from corner to corner; clicks draw any polygon, closed at its start. */
export type RoomState =
  | { readonly name: 'idle'; readonly hover: Snap | undefined }
  | { readonly name: 'pressed'; readonly start: Snap; readonly at: Point }
  | { readonly name: 'rectangle'; readonly start: Point; readonly end: Snap; readonly typed: string }
  | { readonly name: 'polygon'; readonly chain: Chain }

const IDLE: RoomState = { name: 'idle', hover: undefined }

export function roomTool({ roomType, name }: DrawnRoom): Tool<RoomState> {
  return {
    start: IDLE,
    isBusy: (state) => state.name !== 'idle',
    step(state, event, context): ToolStep<RoomState> {
      switch (event.type) {
        case 'down':
          if (state.name === 'polygon') return clicked(chainMoved(state.chain, event, context), context)
          if (state.name === 'rectangle') return finished(state, context)
          return { state: { name: 'pressed', start: snapAt(event.at, event.isFree, context), at: event.at } }
        case 'move':
          return moved(state, event, context)
        case 'up':
          if (state.name === 'rectangle') return finished(state, context)
          if (state.name !== 'pressed') return { state }
          return { state: { name: 'polygon', chain: { points: [state.start.at], next: state.start, typed: '' } } }
        case 'typed':
          if (state.name === 'rectangle') return shown({ ...state, typed: event.text }, context)
          if (state.name !== 'polygon') return { state }
          // One corner and a size is a rectangle: it grows to the upper right.
          if (state.chain.points.length === 1 && typedSize(event.text) !== undefined) {
            const start = state.chain.points[0]!
            return shown({ name: 'rectangle', start, end: { at: start, word: 'free', guides: [] }, typed: event.text }, context)
          }
          return shown({ name: 'polygon', chain: chainTyped(state.chain, event.text) }, context)
        case 'finish':
          if (state.name === 'polygon' && state.chain.typed !== '') return clicked(state.chain, context)
          return finished(state, context)
        case 'cancel':
          return { state: IDLE }
      }
    },
    sketch(state) {
      switch (state.name) {
        case 'idle':
          return { ...NO_SKETCH, snap: state.hover }
        case 'pressed':
          return { ...NO_SKETCH, snap: state.start }
        case 'rectangle': {
          const ring = rectangleOf(state)
          const [a, b, c] = ring
          const measures: Measure[] = [
            { from: a!, to: b! },
            { from: b!, to: c! },
          ]
          return { rings: [ring], paths: [], measures, snap: state.end }
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

  function snapAt(at: Point, isFree: boolean, { table, storey, reach }: ToolContext): Snap {
    return snapPoint(table, storey, { at, reach, isFree })
  }

  function moved(
    state: RoomState,
    event: { at: Point; isFree: boolean; type: 'move'; isHeld: boolean; target: undefined | object },
    context: ToolContext,
  ): ToolStep<RoomState> {
    switch (state.name) {
      case 'idle':
        return { state: { name: 'idle', hover: snapAt(event.at, event.isFree, context) } }
      case 'pressed': {
        const isDrag = Math.hypot(event.at.x - state.at.x, event.at.y - state.at.y) > context.slip
        if (!isDrag) return { state }
        return shown({ name: 'rectangle', start: state.start.at, end: snapAt(event.at, event.isFree, context), typed: '' }, context)
      }
      case 'rectangle':
        return shown({ ...state, end: snapAt(event.at, event.isFree, context) }, context)
      case 'polygon':
        return shown({ name: 'polygon', chain: chainMoved(state.chain, { ...event, target: undefined }, context) }, context)
    }
  }

  function clicked(chain: Chain, context: ToolContext): ToolStep<RoomState> {
    if (isClosing(chain, context.reach)) return finished({ name: 'polygon', chain }, context)
    return { state: { name: 'polygon', chain: chainAdded(chain) } }
  }

  function shown(state: RoomState, context: ToolContext): ToolStep<RoomState> {
    return { state, preview: editOf(state, context) }
  }

  function finished(state: RoomState, context: ToolContext): ToolStep<RoomState> {
    // Closing takes the corners that were clicked, not the pointer.
    const final: RoomState = state.name === 'polygon' ? { name: 'polygon', chain: { ...state.chain, next: undefined } } : state
    const commit = editOf(final, context)
    if (commit === undefined) return { state: IDLE }
    const [room] = commit.status === 'done' ? commit.change.added : []
    return { state: IDLE, commit, ...(room === undefined ? {} : { select: [room.id] }) }
  }

  function editOf(state: RoomState, { document, table, design, storey, freshId }: ToolContext): Edit | undefined {
    const ring = state.name === 'rectangle' ? rectangleOf(state) : state.name === 'polygon' ? ringOf(state.chain) : []
    if (ring.length < 3 || (state.name === 'rectangle' && (ring[0]!.x === ring[2]!.x || ring[0]!.y === ring[2]!.y))) return undefined
    const common = { design, storey, roomType, name: freeRoomName(table, name) }
    if (state.name !== 'rectangle') return placeRoom(document, { ...common, corners: ring }, freshId)
    const [a, , c] = ring
    return placeRoom(document, { ...common, x: a!.x, y: a!.y, width: c!.x - a!.x, depth: c!.y - a!.y }, freshId)
  }
}

/** The name, or where a room has it already, the name with the next free number: Bay 2 after Bay 1. */
export function freeRoomName(table: RecordTable, name: string): string {
  return freeName(name, roomNames(table))
}

function ringOf({ points, next }: Chain): readonly Point[] {
  const last = points.at(-1)
  return next === undefined || (last !== undefined && last.x === next.at.x && last.y === next.at.y) ? points : [...points, next.at]
}

/** From the lower left corner round; a typed size holds, towards where the pointer is. */
function rectangleOf({ start, end, typed }: Extract<RoomState, { name: 'rectangle' }>): readonly Point[] {
  const size = typedSize(typed)
  const toLeft = end.at.x < start.x
  const below = end.at.y < start.y
  const opposite = size === undefined ? end.at : { x: start.x + (toLeft ? -size.width : size.width), y: start.y + (below ? -size.depth : size.depth) }
  const [left, right] = [Math.min(start.x, opposite.x), Math.max(start.x, opposite.x)]
  const [bottom, top] = [Math.min(start.y, opposite.y), Math.max(start.y, opposite.y)]
  return [
    { x: left, y: bottom },
    { x: right, y: bottom },
    { x: right, y: top },
    { x: left, y: top },
  ]
}
