import type { Id } from '#shared/base/ids'
import { message } from '#shared/base/message'
import type { WardDocument } from '#shared/document/document'
import type { Design } from '#shared/document/elements/design'
import type { DesignElement } from '#shared/document/record'
import { done, type Edit, refused } from './edit'
import { withBelongings } from './moved-room'
import { editableDesign, monumentAmong, nameOf, openingsOn, tableWith } from './target'

/**
 * Removes drawn elements of one design: a room with its openings and the fixtures standing in it, a free
 * wall with its openings. What the design says of them (forced ways, shares of visits) goes too.
 */
export function removeElements(document: WardDocument, { elements }: { readonly elements: readonly Id[] }): Edit {
  const first = elements[0] ?? ''
  const table = tableWith(document, first)
  const removed = new Map<Id, DesignElement>()
  for (const id of elements) {
    const element = table?.[id]
    if (table === undefined || element === undefined || !isElement(element)) return refused(message('refused.unknown', { id }))
    const belongings = element.kind === 'room' ? withBelongings(table, element) : [element, ...openingsOn(table, id)]
    for (const each of belongings) removed.set(each.id, each)
  }
  const owner = removed.get(first)
  if (table === undefined || owner === undefined) return refused(message('refused.unknown', { id: first }))
  const target = editableDesign(document, owner.design)
  if (target.status === 'refused') return target
  const fixed = monumentAmong([...removed.values()], table)
  if (fixed !== undefined) return fixed
  const design = withoutElements(target.design, removed)
  const names = elements.map((id) => nameOf(removed.get(id) as DesignElement, table))
  return done(message('edit.removed', { names }), {
    removed: [...removed.values()],
    updated: design === target.design ? [] : [[target.design, design]],
  })
}

function isElement(record: { readonly kind: string }): record is DesignElement {
  return record.kind === 'room' || record.kind === 'wall' || record.kind === 'opening' || record.kind === 'fixture'
}

function withoutElements(design: Design, gone: ReadonlyMap<Id, unknown>): Design {
  const names = [...design.via.flatMap(({ through }) => through), ...design.placeShares.flatMap(({ shares }) => Object.keys(shares))]
  if (!names.some((id) => gone.has(id))) return design
  const via = design.via.map((leg) => ({ ...leg, through: leg.through.filter((id) => !gone.has(id)) })).filter(({ through }) => through.length > 0)
  const placeShares = design.placeShares
    .map((row) => ({ ...row, shares: Object.fromEntries(Object.entries(row.shares).filter(([id]) => !gone.has(id))) }))
    .filter(({ shares }) => Object.keys(shares).length > 0)
  return { ...design, via, placeShares }
}
