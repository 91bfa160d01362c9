import { addWall } from '#shared/commands/add-wall'
import type { Edit } from '#shared/commands/edit'
import { type Chain, chainAdded, chainMoved, chainTyped, isClosing, NO_CHAIN } from './chain'
import { NO_SKETCH, type Tool, type ToolContext, type ToolStep } from './tool'

/** Draws free partitions, click after click, each from where the last one ended; a click on the start closes the ring. */
export function wallTool(edge: 'wall' | 'glazed' = 'wall'): Tool<Chain> {
  return {
    start: NO_CHAIN,
    isBusy: ({ points }) => points.length > 0,
    step(chain, event, context): ToolStep<Chain> {
      switch (event.type) {
        case 'down': {
          const at = chain.typed === '' ? chainMoved(chain, event, context) : chain
          const isClosed = isClosing(at, context.reach)
          const closed: Chain = isClosed ? { ...at, next: { at: at.points[0]!, word: 'corner', guides: [] } } : at
          return placed(closed, isClosed, context)
        }
        case 'move':
          return shown(chainMoved(chain, event, context), context)
        case 'typed':
          return shown(chainTyped(chain, event.text), context)
        case 'finish':
          // Enter takes what was typed; with nothing typed the chain ends.
          return chain.typed === '' ? { state: NO_CHAIN } : placed(chain, false, context)
        case 'cancel':
          return { state: NO_CHAIN }
        case 'up':
          return { state: chain }
      }
    },
    sketch: ({ points, next }) => {
      const last = points.at(-1)
      if (next === undefined) return NO_SKETCH
      const leg = last === undefined ? [] : [{ from: last, to: next.at }]
      return { rings: [], paths: leg.map(({ from, to }) => [from, to]), measures: leg, snap: next }
    },
  }

  function placed(chain: Chain, isClosed: boolean, context: ToolContext): ToolStep<Chain> {
    const commit = legOf(chain, context)
    const next = chainAdded(chain)
    if (commit === undefined) return { state: next }
    // Selected, as rooms and doors are: its thickness is typed at once.
    const [wall] = commit.status === 'done' ? commit.change.added : []
    return { state: isClosed || commit.status === 'refused' ? NO_CHAIN : next, commit, ...(wall === undefined ? {} : { select: [wall.id] }) }
  }

  function shown(chain: Chain, context: ToolContext): ToolStep<Chain> {
    return { state: chain, preview: legOf(chain, context) }
  }

  function legOf({ points, next }: Chain, { document, design, storey, freshId }: ToolContext): Edit | undefined {
    const from = points.at(-1)
    if (from === undefined || next === undefined || (from.x === next.at.x && from.y === next.at.y)) return undefined
    return addWall(document, { design, storey, from, to: next.at, edge }, freshId)
  }
}
