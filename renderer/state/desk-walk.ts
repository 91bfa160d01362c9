import type { Point } from '#shared/geometry/point'
import { SELECT } from '../tools/tool-choice'
import type { Posture } from '../tools/walking'
import type { DeskCore } from './desk-core'

/** Walking through a design at eye height. Nothing of it is kept in the file. */
export function createDeskWalk({ view, hand }: Pick<DeskCore, 'view' | 'hand'>) {
  return {
    startWalk(from: Point | 'entrance'): void {
      hand.take(SELECT)
      view.setState(({ show, walk }) => ({
        tool: SELECT,
        show: 'scene',
        walk: { from, posture: walk?.posture ?? 'standing', before: walk?.before ?? show },
      }))
    },
    walkAs: (posture: Posture) => view.setState(({ walk }) => ({ walk: walk === undefined ? undefined : { ...walk, posture } })),
    /** Back to what was shown before the walk. */
    endWalk: () => view.setState(({ walk, show }) => ({ walk: undefined, show: walk?.before ?? show })),
  }
}
