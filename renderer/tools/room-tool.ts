import type { Edit } from '#shared/commands/edit'
import { placeRoom } from '#shared/commands/place-room'
import { freeName, roomNames } from '#shared/commands/room-names'
import type { RecordTable } from '#shared/document/document'
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
import type { Snap } from './snap-point'
import { NO_SKETCH, type Tool, type ToolContext, type ToolEvent, type ToolStep } from './tool'

/** What is drawn: a room of this type, by this name. */
export type DrawnRoom = { readonly roomType: string; readonly name: string }

export type RoomState = { readonly name: 'idle'; readonly hover: Snap | undefined } | ({ readonly name: 'pressed' } & RingPress) | DrawnRing

const IDLE: RoomState = { name: 'idle', hover: undefined }

export function roomTool({ roomType, name }: DrawnRoom): Tool<RoomState> {
  return {
    start: IDLE,
    isBusy: (state) => state.name !== 'idle',
    step(state, event, context): ToolStep<RoomState> {
      switch (event.type) {
        case 'down':
          if (isDrawn(state)) return pressed(state, event, context)
          return { state: { name: 'pressed', start: snapAt(event.at, event.isFree, context), at: event.at } }
        case 'move':
          if (state.name === 'idle') return { state: { name: 'idle', hover: snapAt(event.at, event.isFree, context) } }
          if (state.name !== 'pressed') return shown(ringMoved(state, event, context), context)
          return shown(ringDragged(state, event, context) ?? state, context)
        case 'up':
          if (state.name === 'rectangle') return finished(state, context)
          return { state: state.name === 'pressed' ? ringClicked(state) : state }
        case 'typed':
          return isDrawn(state) ? shown(ringTyped(state, event.text), context) : { state }
        case 'finish':
          return isDrawn(state) ? pressed(state, event, context) : { state: IDLE }
        case 'cancel':
          return { state: IDLE }
      }
    },
    sketch(state) {
      if (isDrawn(state)) return ringSketch(state)
      return { ...NO_SKETCH, snap: state.name === 'idle' ? state.hover : state.start }
    },
  }

  function pressed(ring: DrawnRing, event: Extract<ToolEvent, { type: 'down' | 'finish' }>, context: ToolContext): ToolStep<RoomState> {
    const next = ringPressed(ring, event, context)
    return next.isFinished ? finished(next.ring, context) : { state: next.ring }
  }

  function shown(state: RoomState, context: ToolContext): ToolStep<RoomState> {
    return { state, preview: isDrawn(state) ? editOf(state, context) : undefined }
  }

  function finished(ring: DrawnRing, context: ToolContext): ToolStep<RoomState> {
    const commit = editOf(ring, context)
    if (commit === undefined) return { state: IDLE }
    const [room] = commit.status === 'done' ? commit.change.added : []
    return { state: IDLE, commit, ...(room === undefined ? {} : { select: [room.id] }) }
  }

  function editOf(ring: DrawnRing, { document, table, design, storey, freshId }: ToolContext): Edit | undefined {
    const corners = cornersOf(ring)
    if (corners.length < 3) return undefined
    const common = { design, storey, roomType, name: freeRoomName(table, name) }
    if (ring.name === 'polygon') return placeRoom(document, { ...common, corners }, freshId)
    const [a, , c] = corners
    // Drawn along a line, it is nothing yet.
    if (a!.x === c!.x || a!.y === c!.y) return undefined
    return placeRoom(document, { ...common, x: a!.x, y: a!.y, width: c!.x - a!.x, depth: c!.y - a!.y }, freshId)
  }
}

/** The name, or where a room has it already, the name with the next free number: Bay 2 after Bay 1. */
export function freeRoomName(table: RecordTable, name: string): string {
  return freeName(name, roomNames(table))
}
