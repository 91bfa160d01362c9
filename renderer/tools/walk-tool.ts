import type { Point } from '#shared/geometry/point'
import { NO_SKETCH, type Tool } from './tool'

/** How wide the mark is that shows where one would stand. Metres. */
const MARK_M = 0.25
const MARK: readonly Point[] = Array.from({ length: 16 }, (_, i) => {
  const angle = (2 * Math.PI * i) / 16
  return { x: MARK_M * Math.cos(angle), y: MARK_M * Math.sin(angle) }
})

/** A click says where a walk at eye height begins; Enter leaves that to the unit's entrance, or to what is selected. */
export function walkTool(): Tool<Point | undefined> {
  return {
    start: undefined,
    isBusy: () => false,
    step(at, event) {
      switch (event.type) {
        case 'move':
          return { state: event.at }
        case 'down':
          return { state: event.at, walk: event.at }
        case 'finish':
          return { state: at, walk: 'entrance' }
        case 'cancel':
          return { state: undefined }
        case 'up':
        case 'typed':
          return { state: at }
      }
    },
    sketch: (at) => (at === undefined ? NO_SKETCH : { ...NO_SKETCH, rings: [MARK.map(({ x, y }) => ({ x: at.x + x, y: at.y + y }))] }),
  }
}
