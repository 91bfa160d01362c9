import type { Id } from '#shared/base/ids'
import { message } from '#shared/base/message'
import type { WardDocument } from '#shared/document/document'
import type { Opening } from '#shared/document/elements/opening'
import { done, type Edit, refused } from './edit'
import { clampedAlong, hostLength, hostLine, openingRefusal } from './opening-fit'
import { movable, nameOf } from './target'

/** `along`: metres from the start of the edge to the nearer jamb. `on`: another wall of the same storey to hang it in. */
export type OpeningMove = {
  readonly opening: Id
  readonly along: number
  readonly on?: Opening['on']
  /** As it was typed: past the end of the wall it is refused. */
  readonly isExact?: boolean
}

/** Half a millimetre, which typed lengths are rounded by, and a little. Metres. */
const ROUNDING_M = 0.0006

/** Slides an opening along its wall, stopping at the ends (or refused there, `isExact`); or takes it out of its wall and hangs it in another. */
export function moveOpening(document: WardDocument, given: OpeningMove): Edit {
  const target = movable(document, given.opening, 'opening')
  if (target.status === 'refused') return target
  const { record: opening, table } = target
  const on = given.on ?? opening.on
  const line = hostLine(table, on)
  if (line === undefined) return refused(message('refused.no-wall', { opening: nameOf(opening, table) }))
  const along = clampedAlong(given.along, opening.width, hostLength(table, on) ?? 0)
  if (given.isExact && Math.abs(along - given.along) > ROUNDING_M) {
    const most = clampedAlong(Number.MAX_VALUE, opening.width, hostLength(table, on) ?? 0)
    return refused(message('refused.past-wall', { opening: nameOf(opening, table), most }))
  }
  const isElsewhere = JSON.stringify(on) !== JSON.stringify(opening.on)
  const by = Math.abs(along - opening.along)
  const what = { opening: nameOf(opening, table) }
  const name = isElsewhere ? message('edit.rehung-opening', what) : message('edit.moved-opening', { ...what, by })
  if (along === opening.along && !isElsewhere) return done(name, {})
  const moved = { ...opening, on, along }
  const edit = done(name, { updated: [[opening, moved]] })
  return openingRefusal(table, moved, edit.change) ?? edit
}
