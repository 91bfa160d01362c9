import type { Id } from '#shared/base/ids'
import { message } from '#shared/base/message'
import { roundToMillimetre } from '#shared/base/units'
import { reachesOutside } from '#shared/building/lawful'
import { recordsOf, type WardDocument } from '#shared/document/document'
import type { Storey } from '#shared/document/elements/storey'
import { ringFault } from '#shared/document/rings'
import type { Point } from '#shared/geometry/point'
import { boxOf, signedArea } from '#shared/geometry/polygon'
import { baseLockRefusal } from './base-lock'
import { done, type Edit, refused } from './edit'
import { withFields } from './fields'
import { editable } from './target'

/**
 * Draws the outer face of a storey's building anew, in metres, or (undefined) takes it away. Refused where its walls would cross, and
 * where a room would be left outside.
 */
export function setOutline(document: WardDocument, given: { readonly storey: Id; readonly outline: readonly Point[] | undefined }): Edit {
  const target = editable(document, given.storey, 'storey')
  if (target.status === 'refused') return target
  const { record: storey, table } = target
  const locked = baseLockRefusal(table, storey.id)
  if (locked !== undefined) return locked
  if (given.outline === undefined) {
    return done(message('edit.removed-outline'), { updated: [[storey, withFields<Storey, 'outline'>(storey, { outline: undefined })]] })
  }
  const rounded = given.outline.map(({ x, y }) => ({ x: roundToMillimetre(x), y: roundToMillimetre(y) }))
  if (rounded.length < 3 || rounded.some(({ x, y }) => !Number.isFinite(x + y))) return refused(message('refused.outline-too-small'))
  const outline = signedArea(rounded) < 0 ? [...rounded].reverse() : rounded
  const to: Storey = { ...storey, outline }
  const change = { added: [], updated: [[storey, to]] as const, removed: [] }
  if (signedArea(outline) < 1) return refused(message('refused.outline-too-small'), change)
  if (ringFault(outline) !== undefined) return refused(message('refused.outline-crosses'), change)
  const outside = recordsOf(table, 'room').filter((room) => room.storey === storey.id && reachesOutside(room, to))
  if (outside.length > 0) return refused(message('refused.outline-leaves-out', { rooms: outside.map(({ name }) => name) }), change)
  const { left, right, bottom, top } = boxOf(outline)
  return done(message('edit.drew-outline', { width: right - left, depth: top - bottom }), change)
}

/** The outline with one side moved outwards, the walls beside it following. Metres; undefined where nothing would be left of it. */
export function outlineWithSideMoved(outline: readonly Point[], side: number, outwards: number): readonly Point[] | undefined {
  const count = outline.length
  const at = (index: number) => outline[(index + count) % count] as Point
  const [from, to] = [at(side), at(side + 1)]
  const size = Math.hypot(to.x - from.x, to.y - from.y)
  if (size === 0) return undefined
  const along = { x: (to.x - from.x) / size, y: (to.y - from.y) / size }
  /** Corners run counter-clockwise, so the outside is on the right. */
  const slid = (end: Point, other: Point): Point => {
    const reach = Math.hypot(end.x - other.x, end.y - other.y)
    const across = ((end.x - other.x) * along.y - (end.y - other.y) * along.x) / reach
    if (Math.abs(across) < 1e-3) return { x: end.x + along.y * outwards, y: end.y - along.x * outwards }
    const step = outwards / across / reach
    return { x: end.x + (end.x - other.x) * step, y: end.y + (end.y - other.y) * step }
  }
  const [start, end] = [slid(from, at(side - 1)), slid(to, at(side + 2))]
  return outline.map((corner, index) => (index === side ? start : index === (side + 1) % count ? end : corner))
}
