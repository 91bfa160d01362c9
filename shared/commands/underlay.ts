import type { Id } from '#shared/base/ids'
import { message } from '#shared/base/message'
import { roundToMillimetre, roundToTenthDegree } from '#shared/base/units'
import { recordsOf, type WardDocument } from '#shared/document/document'
import type { Storey } from '#shared/document/elements/storey'
import { Underlay } from '#shared/document/elements/underlay'
import type { Point } from '#shared/geometry/point'
import { baseLockRefusal } from './base-lock'
import { done, type Edit, type FreshId, type Refused, refused } from './edit'
import { storeyLike } from './storey-like'
import { editable, editableDesign, storeyOf, type Target } from './target'

/** A picture as it was read: which part of the file holds it, and how large it is. */
export type UnderlayPicture = Pick<Underlay, 'name' | 'page' | 'part' | 'pixels'>

export type PlacedUnderlay = {
  readonly design: Id
  /** None: the design's first. */
  readonly storey?: Id | undefined
  readonly picture: UnderlayPicture
  /** The middle of the picture, and how wide it lies on the plan. Metres. */
  readonly at: Point
  readonly width: number
}

/** Two points this near give no scale. Metres. */
const LEAST_SPAN_M = 0.01

/** Lays a picture under a storey, in place of the one that was there. */
export function putUnderlay(document: WardDocument, { design, storey: wanted, picture, at, width }: PlacedUnderlay, freshId: FreshId): Edit {
  const target = editableDesign(document, design)
  if (target.status === 'refused') return target
  const storey = storeyOf(target.table, wanted)
  if ('status' in storey) return storey
  const lock = baseLockRefusal(target.table, storey.id)
  if (lock !== undefined) return lock
  const before = underlayOf(target.table, storey.id)
  const to = checked({
    id: before?.id ?? freshId('underlay'),
    kind: 'underlay',
    design,
    storey: storey.id,
    ...picture,
    ...rounded(at),
    width: roundToMillimetre(width),
    rotation: 0,
    opacity: before?.opacity ?? 0.5,
    locked: false,
    ...(before?.origin === undefined ? {} : { origin: before.origin }),
  })
  if ('status' in to) return to
  const name = message('edit.put-underlay', { underlay: to.name })
  return done(name, before === undefined ? { added: [to] } : { updated: [[before, to]] })
}

export type UnderlayFields = Partial<Pick<Underlay, 'x' | 'y' | 'width' | 'rotation' | 'opacity' | 'locked'>>

/** Moves, turns, sizes, fades or locks an underlay. A locked one, or one of a locked base plan, is only faded and unlocked. */
export function setUnderlay(document: WardDocument, given: { readonly underlay: Id; readonly fields: UnderlayFields }): Edit {
  const { x, y, width, rotation, ...rest } = given.fields
  const isPlacing = x !== undefined || y !== undefined || width !== undefined || rotation !== undefined
  const target = editable(document, given.underlay, 'underlay')
  const refusal = isPlacing ? placingRefusal(target) : undefined
  if (target.status === 'refused' || refusal !== undefined) return refusal ?? (target as Refused)
  const { record } = target
  const to = checked({
    ...record,
    ...rest,
    x: roundToMillimetre(x ?? record.x),
    y: roundToMillimetre(y ?? record.y),
    width: roundToMillimetre(width ?? record.width),
    rotation: roundToTenthDegree(rotation ?? record.rotation),
  })
  if ('status' in to) return to
  const { opacity, locked } = given.fields
  const key =
    locked !== undefined
      ? `edit.${locked ? 'locked' : 'unlocked'}-underlay`
      : opacity !== undefined
        ? 'edit.faded-underlay'
        : rotation !== undefined
          ? 'edit.turned-underlay'
          : width !== undefined
            ? 'edit.scaled-underlay'
            : 'edit.moved-underlay'
  return done(message(key, { underlay: to.name }), { updated: [[record, to]] })
}

/** Sizes an underlay so that two points on it come to lie `length` metres apart. The first of them stays where it is. */
export function scaleUnderlay(
  document: WardDocument,
  given: { readonly underlay: Id; readonly from: Point; readonly to: Point; readonly length: number },
): Edit {
  const target = editable(document, given.underlay, 'underlay')
  const refusal = placingRefusal(target)
  if (target.status === 'refused' || refusal !== undefined) return refusal ?? (target as Refused)
  const { record } = target
  const { from, to: end, length } = given
  const span = Math.hypot(end.x - from.x, end.y - from.y)
  if (!(span >= LEAST_SPAN_M) || !(length >= LEAST_SPAN_M)) return refused(message('refused.no-scale'))
  const factor = length / span
  const at = { x: from.x + (record.x - from.x) * factor, y: from.y + (record.y - from.y) * factor }
  const to = checked({ ...record, ...rounded(at), width: roundToMillimetre(record.width * factor) })
  if ('status' in to) return to
  return done(message('edit.scaled-underlay-to', { underlay: to.name, length }), { updated: [[record, to]] })
}

/** Takes the picture from under a storey. */
export function removeUnderlay(document: WardDocument, given: { readonly underlay: Id }): Edit {
  const target = editable(document, given.underlay, 'underlay')
  if (target.status === 'refused') return target
  const lock = baseLockRefusal(target.table, target.record.storey)
  return lock ?? done(message('edit.removed-underlay', { underlay: target.record.name }), { removed: [target.record] })
}

/**
 * Lays the same picture at the same place under the other designs: those that are not locked, whose storey has none, or has this very
 * picture. Another picture that somebody put there stays.
 */
export function shareUnderlay(document: WardDocument, given: { readonly underlay: Id }, freshId: FreshId): Edit {
  const target = editable(document, given.underlay, 'underlay')
  if (target.status === 'refused') return target
  const { record, table } = target
  const storey = table[record.storey] as Storey
  const added: Underlay[] = []
  const updated: (readonly [Underlay, Underlay])[] = []
  for (const id of Object.keys(document.designs).sort()) {
    const other = id === record.design ? undefined : editableDesign(document, id)
    if (other === undefined || other.status === 'refused') continue
    const like = storeyLike(other.table, storey)
    if (like === undefined || like.baseLock !== undefined) continue
    const before = underlayOf(other.table, like.id)
    if (before !== undefined && before.part !== record.part) continue
    const to: Underlay = { ...record, id: before?.id ?? freshId('underlay'), design: id, storey: like.id, origin: record.origin ?? record.id }
    if (before === undefined) added.push(to)
    else if (JSON.stringify(before) !== JSON.stringify(to)) updated.push([before, to])
  }
  const count = added.length + updated.length
  if (count === 0) return refused(message('refused.nothing-to-share'))
  return done(message('edit.shared-underlay', { underlay: record.name, count }), { added, updated })
}

/** The picture under a storey, if there is one. */
export function underlayOf(table: WardDocument['workshop'], storey: Id): Underlay | undefined {
  return recordsOf(table, 'underlay').find((each) => each.storey === storey)
}

function placingRefusal(target: Target<Underlay> | Refused): Refused | undefined {
  if (target.status === 'refused') return undefined
  const { record, table } = target
  if (record.locked) return refused(message('refused.underlay-locked', { underlay: record.name }))
  return baseLockRefusal(table, record.storey)
}

function checked(underlay: Underlay): Underlay | Refused {
  const parsed = Underlay.safeParse(underlay)
  if (parsed.success) return parsed.data
  return refused(message('refused.wrong-field', { field: parsed.error.issues[0]?.path.join('.') ?? '', id: underlay.id }))
}

function rounded({ x, y }: Point): Point {
  return { x: roundToMillimetre(x), y: roundToMillimetre(y) }
}
