import type { Id } from '#shared/base/ids'
import type { Edit } from '#shared/commands/edit'
import { moveElements } from '#shared/commands/move-elements'
import { moveRoom } from '#shared/commands/move-room'
import type { RecordTable, WardDocument } from '#shared/document/document'
import type { Point } from '#shared/geometry/point'
import { editBy } from './edit-by'
import { targetOf } from './target'

export type Arrow = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown'

/** How far one press of an arrow key moves, alone and with Shift. Metres. */
export const NUDGE_M = 0.1
export const LARGE_NUDGE_M = 1

const WAY: Readonly<Record<Arrow, Point>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: 1 },
  ArrowDown: { x: 0, y: -1 },
}

/** The edit of one press of an arrow key, for all that is selected. A room never swaps by a nudge: that would be a leap. */
export function nudge(document: WardDocument, table: RecordTable, selected: readonly Id[], arrow: Arrow, isLarge: boolean): Edit | undefined {
  const size = isLarge ? LARGE_NUDGE_M : NUDGE_M
  const by = { x: WAY[arrow].x * size, y: WAY[arrow].y * size }
  if (selected.length > 1) return moveElements(document, { elements: selected, dx: by.x, dy: by.y })
  const target = targetOf(table, selected[0] ?? '')
  if (target === undefined) return undefined
  if (target.kind === 'room') return moveRoom(document, { room: target.id, dx: by.x, dy: by.y })
  return editBy(document, table, target, by)
}
