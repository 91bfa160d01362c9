import type { Id } from '#shared/base/ids'
import { message } from '#shared/base/message'
import { type Edit, refused } from '#shared/commands/edit'
import { isInside } from '#shared/commands/room-shape'
import { splitRoom } from '#shared/commands/split-room'
import { recordsOf } from '#shared/document/document'
import { type Chain, chainAdded, chainMoved, chainTyped, NO_CHAIN } from './chain'
import { NO_SKETCH, type Tool, type ToolContext, type ToolStep } from './tool'

/** Cuts the room that a line of two clicks runs through. */
export function splitTool(): Tool<Chain> {
  const shown = (state: Chain, context: ToolContext): ToolStep<Chain> => ({ state, preview: editOf(state, context) })
  return {
    start: NO_CHAIN,
    isBusy: ({ points }) => points.length > 0,
    step(chain, event, context) {
      switch (event.type) {
        case 'move':
          return shown(chainMoved(chain, event, context), context)
        case 'typed':
          return shown(chainTyped(chain, event.text), context)
        case 'down':
        case 'finish': {
          const at = event.type === 'down' && chain.typed === '' ? chainMoved(chain, event, context) : chain
          const commit = editOf(at, context)
          if (commit !== undefined) return { state: NO_CHAIN, commit }
          const added = chainAdded(at)
          // A cut of two ends that runs through no room: a press is answered, even where it does nothing.
          return added.points.length < 2 ? { state: added } : { state: NO_CHAIN, commit: refused(message('refused.split-nothing')) }
        }
        case 'cancel':
          return { state: NO_CHAIN }
        case 'up':
          return { state: chain }
      }
    },
    sketch: ({ points: [from], next }) => {
      if (next === undefined) return NO_SKETCH
      const leg = from === undefined ? [] : [{ from, to: next.at }]
      return { rings: [], paths: leg.map((each) => [each.from, each.to]), measures: leg, snap: next }
    },
  }

  function editOf({ points: [from], next }: Chain, { document, table, storey, freshId }: ToolContext): Edit | undefined {
    if (from === undefined || next === undefined || (from.x === next.at.x && from.y === next.at.y)) return undefined
    const middle = { x: (from.x + next.at.x) / 2, y: (from.y + next.at.y) / 2 }
    const room = recordsOf(table, 'room').find((each) => each.storey === storey && isInside(middle, each.corners))
    return room === undefined ? undefined : splitRoom(document, { room: room.id as Id, from, to: next.at }, freshId)
  }
}
