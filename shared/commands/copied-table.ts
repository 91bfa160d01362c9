import type { Id } from '#shared/base/ids'
import type { RecordTable } from '#shared/document/document'
import type { Design } from '#shared/document/elements/design'
import type { Opening } from '#shared/document/elements/opening'
import type { WardRecord } from '#shared/document/record'
import type { FreshId } from './edit'

/**
 * Everything of one design under fresh ids, in the order of the old ones: references within the design follow, and what is drawn
 * keeps the id it was first drawn under as `origin`.
 */
export function copiedTable(table: RecordTable, freshId: FreshId): readonly WardRecord[] {
  const freshIds = new Map<Id, Id>()
  for (const id of Object.keys(table).sort()) freshIds.set(id, freshId(id.slice(0, id.indexOf('_'))))
  const fresh = (old: Id) => freshIds.get(old) ?? old
  return [...freshIds.keys()].map((id) => copied(table[id] as WardRecord, fresh))
}

function copied(record: WardRecord, fresh: (old: Id) => Id): WardRecord {
  switch (record.kind) {
    case 'design':
      return copiedDesign(record, fresh)
    case 'storey':
      return { ...record, id: fresh(record.id), design: fresh(record.design), origin: record.origin ?? record.id }
    case 'room':
    case 'wall':
    case 'fixture':
    case 'note':
    case 'underlay':
      return { ...record, id: fresh(record.id), design: fresh(record.design), storey: fresh(record.storey), origin: record.origin ?? record.id }
    case 'connector':
      return {
        ...record,
        id: fresh(record.id),
        design: fresh(record.design),
        landings: record.landings.map(fresh),
        origin: record.origin ?? record.id,
      }
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
    ...(design.ignored === undefined ? {} : { ignored: design.ignored.map((each) => ({ ...each, where: each.where.map(fresh) })) }),
  }
}
