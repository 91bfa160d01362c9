import type { Id } from '#shared/base/ids'
import { message } from '#shared/base/message'
import type { WardDocument } from '#shared/document/document'
import { connectorsWithout } from './connectors'
import { withoutElements } from './design-says'
import { done, type Edit } from './edit'
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
  const names = named.map((element) => nameOf(element, table, document.workshop))
  const connectors = connectorsWithout(table, new Set(elements.map(({ id }) => id)))
  return done(message('edit.removed', { names }), {
    removed: [...elements, ...connectors.removed],
    updated: [...connectors.updated, ...(design === selection.design ? [] : [[selection.design, design] as const])],
  })
}
