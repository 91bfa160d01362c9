import type { Id } from '#shared/base/ids'
import { message } from '#shared/base/message'
import type { WardDocument } from '#shared/document/document'
import type { Design } from '#shared/document/elements/design'
import type { Opening } from '#shared/document/elements/opening'
import type { WardRecord } from '#shared/document/record'
import { done, type Edit, type FreshId, refused } from './edit'

/**
 * Copies a design with everything drawn in it. The copy is unlocked, a new idea that names the design
 * as its parent; every record gets a fresh id and keeps the id it was first drawn under as `origin`.
 */
export function duplicateDesign(document: WardDocument, { design: id, name, idea = '' }: DesignCopy, freshId: FreshId): Edit {
  const table = document.designs[id]
  const design = table?.[id]
  if (table === undefined || design?.kind !== 'design') return refused(message('refused.unknown', { id }))
  const freshIds = new Map<Id, Id>()
  for (const each of Object.keys(table).sort()) freshIds.set(each, freshId(each.slice(0, each.indexOf('_'))))
  const fresh = (old: Id) => freshIds.get(old) ?? old
  const added = [...freshIds.keys()].map((each) => copied(table[each] as WardRecord, fresh))
  const copy = added.find((record) => record.kind === 'design') as Design
  const named: Design = { ...copy, name, idea, parent: id, round: design.round + 1, status: 'idea', isCurrentState: false, locked: false }
  return done(message('edit.duplicated-design', { design: design.name, copy: name }), {
    added: added.map((record) => (record === copy ? named : record)),
  })
}

export type DesignCopy = { readonly design: Id; readonly name: string; readonly idea?: string }

function copied(record: WardRecord, fresh: (old: Id) => Id): WardRecord {
  switch (record.kind) {
    case 'design':
      return copiedDesign(record, fresh)
    case 'storey':
      return { ...record, id: fresh(record.id), design: fresh(record.design), origin: record.origin ?? record.id }
    case 'room':
    case 'wall':
    case 'fixture':
      return { ...record, id: fresh(record.id), design: fresh(record.design), storey: fresh(record.storey), origin: record.origin ?? record.id }
    case 'opening':
      return { ...record, id: fresh(record.id), design: fresh(record.design), on: copiedOwner(record.on, fresh), origin: record.origin ?? record.id }
    case 'pathway':
      return { ...record, id: fresh(record.id), ...(record.design === undefined ? {} : { design: fresh(record.design) }) }
    default:
      return record
  }
}

function copiedOwner(on: Opening['on'], fresh: (old: Id) => Id): Opening['on'] {
  return 'room' in on ? { room: fresh(on.room), corner: on.corner } : { wall: fresh(on.wall) }
}

function copiedDesign(design: Design, fresh: (old: Id) => Id): Design {
  return {
    ...design,
    id: fresh(design.id),
    placeShares: design.placeShares.map((row) => ({
      ...row,
      shares: Object.fromEntries(Object.entries(row.shares).map(([id, share]) => [fresh(id), share])),
    })),
    via: design.via.map((leg) => ({ ...leg, through: leg.through.map(fresh) })),
  }
}
