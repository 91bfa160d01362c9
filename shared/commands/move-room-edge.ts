import type { Id } from '#shared/base/ids'
import { message } from '#shared/base/message'
import { roundToMillimetre } from '#shared/base/units'
import type { WardDocument } from '#shared/document/document'
import { done, type Edit, refused } from './edit'
import { unlawfulRefusal } from './lawful'
import { openingsKept, withEdgeMoved } from './shifted-edges'
import { movable } from './target'

/** Makes a room larger (or smaller) by moving one edge outwards, in metres; its neighbours stay as they are. */
export function moveRoomEdge(document: WardDocument, given: { readonly room: Id; readonly corner: string; readonly outwards: number }): Edit {
  const target = movable(document, given.room, 'room')
  if (target.status === 'refused') return target
  const { table, record: room } = target
  const outwards = roundToMillimetre(given.outwards)
  const name = message('edit.resized-room', { room: room.name, by: outwards })
  if (outwards === 0) return done(name, {})
  const to = withEdgeMoved(room, given.corner, outwards)
  if (to === undefined) return refused(message('refused.unknown', { id: given.corner }))
  const openings = openingsKept(table, room, to)
  if ('status' in openings) return { ...openings, ghost: { added: [], updated: [[room, to]], removed: [] } }
  const edit = done(name, { updated: [[room, to], ...openings] })
  return unlawfulRefusal(table, edit.change) ?? edit
}
