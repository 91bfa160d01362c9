import type { Id } from '#shared/base/ids'
import { message } from '#shared/base/message'
import { roundToMillimetre } from '#shared/base/units'
import { fromTheLowest } from '#shared/building/build-building'
import { type RecordTable, recordsOf, type WardDocument } from '#shared/document/document'
import type { Storey } from '#shared/document/elements/storey'
import type { WardRecord } from '#shared/document/record'
import { connectorsWithout } from './connectors'
import { withoutElements } from './design-says'
import { done, type Edit, refused } from './edit'
import { sound } from './sound'
import { editable, openingsOn } from './target'

/** Changes what a storey is called and how high its floor lies, in metres. Refused where another already lies there. */
export function setStorey(
  document: WardDocument,
  given: { readonly storey: Id; readonly fields: Partial<Pick<Storey, 'name' | 'elevation'>> },
): Edit {
  const target = editable(document, given.storey, 'storey')
  if (target.status === 'refused') return target
  const { record: storey, table } = target
  const elevation = roundToMillimetre(given.fields.elevation ?? storey.elevation)
  const other = recordsOf(table, 'storey').find((each) => each.id !== storey.id && each.elevation === elevation)
  if (other !== undefined && elevation !== storey.elevation)
    return refused(message('refused.storey-height', { other: other.name, height: elevation }))
  const to = { ...storey, ...given.fields, elevation }
  return sound(done(message('edit.changed', { name: to.name }), { updated: [[storey, to]] }))
}

/** Exchanges the heights of a storey and the one above (`up`) or below it. Lifts and stairs stay with the floors that they stand on. */
export function moveStorey(document: WardDocument, given: { readonly storey: Id; readonly way: 'up' | 'down' }): Edit {
  const target = editable(document, given.storey, 'storey')
  if (target.status === 'refused') return target
  const { record: storey, table } = target
  const all = fromTheLowest(recordsOf(table, 'storey'))
  const other = all[all.findIndex(({ id }) => id === storey.id) + (given.way === 'up' ? 1 : -1)]
  if (other === undefined) return refused(message(`refused.storey-${given.way}`, { storey: storey.name }))
  return done(message('edit.moved-storey', { storey: storey.name, other: other.name }), {
    updated: [
      [storey, { ...storey, elevation: other.elevation }],
      [other, { ...other, elevation: storey.elevation }],
    ],
  })
}

/** What is drawn on a storey, and would go with it. */
export function contentsOf(table: RecordTable, storey: Id): readonly WardRecord[] {
  const standing = Object.keys(table)
    .sort()
    .map((id) => table[id] as WardRecord)
    .filter((record) => 'storey' in record && record.storey === storey)
  return [...standing, ...standing.flatMap((record) => (record.kind === 'room' || record.kind === 'wall' ? openingsOn(table, record.id) : []))]
}

/**
 * Removes a storey; with `isWhole` all that is drawn on it too, which the line of the undo log says. Refused for the only one, for one
 * that holds a monument, and without `isWhole` for one on which something is drawn.
 */
export function removeStorey(document: WardDocument, given: { readonly storey: Id; readonly isWhole: boolean }): Edit {
  const target = editable(document, given.storey, 'storey')
  if (target.status === 'refused') return target
  const { record: storey, table, design } = target
  if (recordsOf(table, 'storey').length === 1) return refused(message('refused.last-storey', { storey: storey.name }))
  const contents = contentsOf(table, storey.id)
  const rooms = contents.filter(({ kind }) => kind === 'room').length
  const values = { storey: storey.name, rooms, others: contents.length - rooms }
  if (contents.length > 0 && !given.isWhole) return refused(message('refused.storey-not-empty', values))
  const fixed = contents.find((record) => 'monument' in record && record.monument !== undefined)
  if (fixed !== undefined && 'monument' in fixed) {
    return refused(
      message('refused.storey-monument', { storey: storey.name, name: 'name' in fixed ? fixed.name : fixed.kind, reason: fixed.monument ?? '' }),
    )
  }
  const gone = new Set(contents.map(({ id }) => id))
  const rest = connectorsWithout(table, gone)
  const without = withoutElements(design, gone)
  return done(message(contents.length === 0 ? 'edit.removed-storey' : 'edit.removed-whole-storey', values), {
    removed: [...contents, ...rest.removed, storey],
    updated: [...rest.updated, ...(without === design ? [] : [[design, without] as const])],
  })
}
