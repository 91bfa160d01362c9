import type { Id } from '#shared/base/ids'
import { message } from '#shared/base/message'
import type { RecordTable, WardDocument } from '#shared/document/document'
import type { Fixture } from '#shared/document/elements/fixture'
import type { Room } from '#shared/document/elements/room'
import type { Wall } from '#shared/document/elements/wall'
import { done, type Edit, type FreshId, refused } from './edit'
import { withFields } from './fields'
import { isElement, selectionOf } from './selection'
import { editableDesign } from './target'

/** What can be of a group: an opening goes with its room or wall by itself. */
type Groupable = Room | Wall | Fixture

/** Makes one group of elements: from then on they are selected and moved together. A group in a group is not kept apart. */
export function groupElements(document: WardDocument, given: { readonly elements: readonly Id[] }, freshId: FreshId): Edit {
  const found = groupable(document, given.elements)
  if ('status' in found) return found
  if (found.length < 2) return refused(message('refused.too-few', { least: 2 }))
  const group = freshId('group')
  return done(message('edit.grouped', { count: found.length }), { updated: found.map((element) => [element, { ...element, group }]) })
}

/** Takes apart every group that one of these elements is of. */
export function ungroupElements(document: WardDocument, given: { readonly elements: readonly Id[] }): Edit {
  const found = groupable(document, given.elements)
  if ('status' in found) return found
  const members = found.filter(({ group }) => group !== undefined)
  if (members.length === 0) return refused(message('refused.no-group'))
  return done(message('edit.ungrouped', { count: members.length }), {
    updated: members.map((element) => [element, withFields<Groupable, 'group'>(element, { group: undefined })]),
  })
}

/** An element and all others of its group, in the order of ids; it alone where it is of none. */
export function withItsGroup(table: RecordTable, id: Id): readonly Id[] {
  const group = groupOf(table, id)
  if (group === undefined) return [id]
  return Object.keys(table)
    .filter((each) => groupOf(table, each) === group)
    .sort()
}

/** The group that an element is of. */
export function groupOf(table: RecordTable, id: Id): Id | undefined {
  const record = table[id]
  return record !== undefined && 'group' in record ? record.group : undefined
}

/** The elements and the rest of their groups, each once. */
function groupable(document: WardDocument, ids: readonly Id[]): readonly Groupable[] | ReturnType<typeof refused> {
  const selection = selectionOf(document, ids)
  if (selection.status === 'refused') return selection
  const target = editableDesign(document, selection.design.id)
  if (target.status === 'refused') return target
  const all = new Set(selection.named.flatMap(({ id }) => withItsGroup(selection.table, id)))
  return [...all].flatMap((id) => {
    const record = selection.table[id]
    return record !== undefined && isElement(record) && record.kind !== 'opening' ? [record] : []
  })
}
