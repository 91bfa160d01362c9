import { applyChange } from '#shared/document/change'
import { emptyTable, type WardDocument } from '#shared/document/document'
import type { WardRecord } from '#shared/document/record'
import { addDesign } from './add-design'
import type { FreshId } from './edit'

/**
 * What a new workshop takes over from the one it is made of. `brief`: rooms wanted, pathways and volumes too, so that the first room
 * drawn is measured. `kinds`: only the kinds of room, furniture and role, and the settings; nobody walks yet.
 */
export type Beginning = 'brief' | 'kinds'

/** A workshop with one design in which nothing is drawn yet. Nothing that was drawn or looked at in `document` is in it. */
export function beginWorkshop(
  document: WardDocument,
  { beginning, title, design, storey }: { readonly beginning: Beginning; readonly title: string; readonly design: string; readonly storey: string },
  freshId: FreshId,
): WardDocument {
  const workshop = emptyTable()
  for (const record of Object.values(document.workshop)) {
    const kept = keptOf(record, beginning, title)
    if (kept !== undefined) workshop[kept.id] = kept
  }
  const empty: WardDocument = { workshop, designs: Object.create(null) }
  const added = addDesign(empty, { name: design, storey }, freshId)
  return added.status === 'refused' ? empty : applyChange(empty, added.change)
}

function keptOf(record: WardRecord, beginning: Beginning, title: string): WardRecord | undefined {
  switch (record.kind) {
    case 'settings':
    case 'role':
    case 'roomType':
    case 'fixtureType':
      return record
    case 'workshop':
      return { ...record, title, service: beginning === 'brief' ? record.service : '', site: '', aims: [], groundRules: [], agenda: [] }
    case 'scenario':
      return beginning === 'brief' ? record : { ...record, volumes: [] }
    case 'requirement':
    case 'pathway':
      return beginning === 'brief' ? record : undefined
    default:
      return undefined
  }
}
