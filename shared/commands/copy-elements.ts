import type { Id } from '#shared/base/ids'
import { message } from '#shared/base/message'
import { roundToMillimetre } from '#shared/base/units'
import { recordsOf, type WardDocument } from '#shared/document/document'
import type { DesignElement } from '#shared/document/record'
import { done, type Edit, type FreshId, refused } from './edit'
import { unlawfulRefusal } from './lawful'
import { placedElements } from './placement'
import { type Selection, selectionMessage } from './selection'
import { editableDesign, nameOf, storeyOf } from './target'

export type ElementsCopy = {
  /** What is copied: of this design or another, of this document or one opened beside it. */
  readonly from: Pick<Selection, 'named' | 'elements' | 'table' | 'workshop'>
  readonly design: Id
  /** None: the design's first. */
  readonly storey?: Id | undefined
  readonly dx: number
  readonly dy: number
}

/**
 * Copies elements into a design, shifted by dx, dy metres: every copy has a fresh id and keeps the id it was first drawn under as
 * `origin`, so that it is still known for the same room, and groups are copied as groups. A monument's copy may be moved; an opening
 * whose room or wall is not copied stays behind, and alone it is refused. Refused, with a ghost, where a room would lie over another.
 */
export function copyElements(document: WardDocument, { from, design, storey: storeyId, dx, dy }: ElementsCopy, freshId: FreshId): Edit {
  const target = editableDesign(document, design)
  if (target.status === 'refused') return target
  const storey = storeyOf(target.table, storeyId)
  if ('status' in storey) return storey
  const shift = { x: roundToMillimetre(dx), y: roundToMillimetre(dy) }
  // There is one of a lift: a copy of a room comes without it.
  const landings = new Set(recordsOf(from.table, 'connector').flatMap((connector) => connector.landings))
  const [lone] = from.named
  if (lone !== undefined && from.named.every(({ id }) => landings.has(id)))
    return refused(message('refused.copy-connector', { name: nameOf(lone, from.table, from.workshop) }))
  const copied = from.elements.filter(({ id }) => !landings.has(id))
  const placed = [...placedElements(copied, { about: { x: 0, y: 0 }, isMirrored: false, turn: 0, shift }).values()]
  if (placed.length === 0 && lone?.kind === 'opening') return refused(message('refused.copy-opening', { name: nameOf(lone, from.table) }))
  const freshIds = new Map(placed.map(({ id, kind }) => [id, freshId(kind)]))
  const groups = new Set(placed.flatMap((element) => ('group' in element && element.group !== undefined ? [element.group] : [])))
  for (const group of groups) freshIds.set(group, freshId('group'))
  const added = placed.map((element) => copyOf(element, (id) => freshIds.get(id) ?? id, design, storey.id))
  const edit = done(selectionMessage('copied', from), { added })
  return unlawfulRefusal(target.table, edit.change) ?? edit
}

function copyOf(element: DesignElement, fresh: (id: Id) => Id, design: Id, storey: Id): DesignElement {
  const { monument: _, ...kept } = element
  const common = { id: fresh(element.id), design, origin: element.origin ?? element.id }
  switch (kept.kind) {
    case 'opening':
      return { ...kept, ...common, on: 'room' in kept.on ? { ...kept.on, room: fresh(kept.on.room) } : { wall: fresh(kept.on.wall) } }
    case 'room':
    case 'wall':
    case 'fixture':
      return { ...kept, ...common, storey, ...(kept.group === undefined ? {} : { group: fresh(kept.group) }) } as DesignElement
  }
}
