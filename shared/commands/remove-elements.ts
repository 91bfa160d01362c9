import type { Id } from '#shared/base/ids'
import { message } from '#shared/base/message'
import type { WardDocument } from '#shared/document/document'
import type { Design } from '#shared/document/elements/design'
import { connectorsWithout } from './connectors'
import { done, type Edit } from './edit'
import { withIgnored } from './ignore-finding'
import { movableSelection } from './selection'
import { nameOf } from './target'

/**
 * Removes drawn elements of one design: a room with its openings and the fixtures standing in it, a free
 * wall with its openings, a lift or stairs on every storey. What the design says of them (forced ways, shares of visits, ignored findings) goes too.
 */
export function removeElements(document: WardDocument, { elements: ids }: { readonly elements: readonly Id[] }): Edit {
  const selection = movableSelection(document, ids)
  if (selection.status === 'refused') return selection
  const { table, named, elements } = selection
  const design = withoutElements(selection.design, new Set(elements.map(({ id }) => id)))
  const names = named.map((element) => nameOf(element, table))
  const connectors = connectorsWithout(table, new Set(elements.map(({ id }) => id)))
  return done(message('edit.removed', { names }), {
    removed: [...elements, ...connectors.removed],
    updated: [...connectors.updated, ...(design === selection.design ? [] : [[selection.design, design] as const])],
  })
}

/** A design that says nothing more of elements that are gone: its forced ways and shares of visits. */
export function withoutElements(design: Design, gone: ReadonlySet<Id>): Design {
  const names = [
    ...design.via.flatMap(({ through }) => through),
    ...design.placeShares.flatMap(({ shares }) => Object.keys(shares)),
    ...(design.ignored ?? []).flatMap(({ where }) => where),
  ]
  if (!names.some((id) => gone.has(id))) return design
  const via = design.via.map((leg) => ({ ...leg, through: leg.through.filter((id) => !gone.has(id)) })).filter(({ through }) => through.length > 0)
  const placeShares = design.placeShares
    .map((row) => ({ ...row, shares: Object.fromEntries(Object.entries(row.shares).filter(([id]) => !gone.has(id))) }))
    .filter(({ shares }) => Object.keys(shares).length > 0)
  const ignored = (design.ignored ?? []).filter(({ where }) => !where.some((id) => gone.has(id)))
  return withIgnored({ ...design, via, placeShares }, ignored)
}
