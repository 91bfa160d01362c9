import { type Chain, chainAdded, chainMoved, NO_CHAIN } from './chain'
import { NO_SKETCH, type Tool } from './tool'

/** Measures: click after click, each stretch with its length; nothing is drawn into the plan. */
export function tapeTool(): Tool<Chain> {
  return {
    start: NO_CHAIN,
    isBusy: ({ points }) => points.length > 0,
    step(chain, event, given) {
      const context = { ...given, isFace: true }
      switch (event.type) {
        case 'move':
          return { state: chainMoved(chain, event, context) }
        case 'down':
          return { state: chainAdded(chainMoved(chain, event, context)) }
        case 'finish':
        case 'cancel':
          return { state: NO_CHAIN }
        case 'up':
        case 'typed':
          return { state: chain }
      }
    },
    sketch: ({ points, next }) => {
      const path = next === undefined ? points : [...points, next.at]
      if (path.length === 0) return NO_SKETCH
      const measures = path.slice(1).map((to, index) => ({ from: path[index]!, to }))
      return { rings: [], paths: [path], measures, snap: next }
    },
  }
}
