import type { Id } from '#shared/base/ids'
import { message } from '#shared/base/message'
import type { WardDocument } from '#shared/document/document'
import { done, type Edit } from './edit'
import { clampedAlong, hostLength, openingRefusal } from './opening-fit'
import { movable, nameOf } from './target'

/** Slides an opening along its wall, stopping at the ends. `along`: metres from the start of the edge to the nearer jamb. */
export function moveOpening(document: WardDocument, given: { readonly opening: Id; readonly along: number }): Edit {
  const target = movable(document, given.opening, 'opening')
  if (target.status === 'refused') return target
  const { record: opening, table } = target
  const along = clampedAlong(given.along, opening.width, hostLength(table, opening.on) ?? 0)
  const name = message('edit.moved-opening', { opening: nameOf(opening, table), by: Math.abs(along - opening.along) })
  if (along === opening.along) return done(name, {})
  const moved = { ...opening, along }
  const edit = done(name, { updated: [[opening, moved]] })
  return openingRefusal(table, moved, edit.change) ?? edit
}
