import { cosDegrees, sinDegrees } from '#shared/base/angle'
import type { Id } from '#shared/base/ids'
import { message } from '#shared/base/message'
import { roundToMillimetre } from '#shared/base/units'
import type { WardDocument } from '#shared/document/document'
import { done, type Edit, refused } from './edit'
import { distance } from './room-shape'
import { movable, nameOf, openingsOn } from './target'

/** Gives a free partition a length in metres, a direction in degrees counter-clockwise from the right, or both; it starts where it started. */
export function setWallLine(document: WardDocument, given: { readonly wall: Id; readonly length?: number; readonly angle?: number }): Edit {
  const target = movable(document, given.wall, 'wall')
  if (target.status === 'refused') return target
  const { record: wall, table } = target
  const was = distance(wall.from, wall.to)
  const length = given.length ?? was
  if (!(length > 0) || !Number.isFinite(length)) return refused(message('refused.wall-of-no-length'))
  const way =
    given.angle === undefined
      ? { x: (wall.to.x - wall.from.x) / was, y: (wall.to.y - wall.from.y) / was }
      : { x: cosDegrees(given.angle), y: sinDegrees(given.angle) }
  const to = { ...wall, to: { x: roundToMillimetre(wall.from.x + way.x * length), y: roundToMillimetre(wall.from.y + way.y * length) } }
  const now = distance(to.from, to.to)
  if (now === 0) return refused(message('refused.wall-of-no-length'))
  const leftOut = openingsOn(table, wall.id).find(({ along, width }) => along + width > now + 1e-9)
  if (leftOut !== undefined) {
    return refused(message('refused.wider-than-wall', { opening: nameOf(leftOut, table), width: leftOut.along + leftOut.width, wall: now }))
  }
  const name = message('edit.set-wall-line', { length: now })
  return done(name, to.to.x === wall.to.x && to.to.y === wall.to.y ? {} : { updated: [[wall, to]] })
}
