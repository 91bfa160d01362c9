import type { Id } from '#shared/base/ids'
import { message } from '#shared/base/message'
import { roundToMillimetre } from '#shared/base/units'
import type { WardDocument } from '#shared/document/document'
import { done, type Edit } from './edit'
import { shifted } from './moved-room'
import { distance } from './room-shape'
import { monumentAmong, movable, openingsOn } from './target'

/** Moves a free partition, with the openings in it. Metres. */
export function moveFreeWall(document: WardDocument, given: { readonly wall: Id; readonly dx: number; readonly dy: number }): Edit {
  const target = movable(document, given.wall, 'wall')
  if (target.status === 'refused') return target
  const { record: wall, table } = target
  const fixed = monumentAmong(openingsOn(table, wall.id), table, document.workshop)
  if (fixed !== undefined) return fixed
  const [dx, dy] = [roundToMillimetre(given.dx), roundToMillimetre(given.dy)]
  const name = message('edit.moved-free-wall', { by: distance({ x: 0, y: 0 }, { x: dx, y: dy }) })
  if (dx === 0 && dy === 0) return done(name, {})
  return done(name, { updated: [[wall, { ...wall, from: shifted(wall.from, dx, dy), to: shifted(wall.to, dx, dy) }]] })
}
