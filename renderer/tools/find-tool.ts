import type { Edit } from '#shared/commands/edit'
import { looseEndNear, roomFromWalls } from '#shared/commands/room-from-walls'
import { type DrawnRoom, freeRoomName } from './room-tool'
import { NO_SKETCH, type Tool, type ToolContext } from './tool'

/** One click on bare floor makes a room of all that walls close off round it. */
export function findTool({ roomType, name }: DrawnRoom): Tool<undefined> {
  return {
    start: undefined,
    isBusy: () => false,
    step(state, event, { document, table, design, storey, freshId }: ToolContext) {
      if (event.type !== 'down') return { state }
      const commit: Edit = roomFromWalls(document, { design, storey, at: event.at, roomType, name: freeRoomName(table, name) }, freshId)
      const loose = commit.status === 'refused' && commit.reason.key === 'refused.not-closed-end' ? looseEndNear(table, storey, event.at) : undefined
      if (loose !== undefined) return { state, commit, select: [loose.wall] }
      const room = commit.status === 'done' ? commit.change.added.find(({ kind }) => kind === 'room') : undefined
      return { state, commit, ...(room === undefined ? {} : { select: [room.id] }) }
    },
    sketch: () => NO_SKETCH,
  }
}
