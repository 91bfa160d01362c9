import type { Id } from '#shared/base/ids'
import { message } from '#shared/base/message'
import { roundToMillimetre } from '#shared/base/units'
import type { WardDocument } from '#shared/document/document'
import type { Wall } from '#shared/document/elements/wall'
import type { Point } from '#shared/geometry/point'
import { done, type Edit, type FreshId, refused } from './edit'
import { distance } from './room-shape'
import { editableDesign, storeyOf } from './target'

export type NewWall = Partial<Pick<Wall, 'edge' | 'thickness' | 'monument'>> & {
  readonly design: Id
  readonly storey?: Id
  readonly from: Point
  readonly to: Point
}

/** Draws a free partition on its centre-line, in metres. */
export function addWall(document: WardDocument, given: NewWall, freshId: FreshId): Edit {
  const target = editableDesign(document, given.design)
  if (target.status === 'refused') return target
  const storey = storeyOf(target.table, given.storey)
  if ('status' in storey) return storey
  const wall: Wall = {
    id: freshId('wall'),
    kind: 'wall',
    design: given.design,
    storey: storey.id,
    from: { x: roundToMillimetre(given.from.x), y: roundToMillimetre(given.from.y) },
    to: { x: roundToMillimetre(given.to.x), y: roundToMillimetre(given.to.y) },
    edge: given.edge ?? 'wall',
    thickness: roundToMillimetre(given.thickness ?? 0.12),
    ...(given.monument === undefined ? {} : { monument: given.monument }),
  }
  const size = distance(wall.from, wall.to)
  if (size === 0) return refused(message('refused.wall-of-no-length'))
  return done(message('edit.added-wall', { length: size }), { added: [wall] })
}
