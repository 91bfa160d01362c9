import type { Id } from '#shared/base/ids'
import type { Building, BuildingStorey } from '#shared/building/building'
import { storeyLike } from '#shared/commands/storey-like'
import type { WardDocument } from '#shared/document/document'

/** The storey that is looked at: the one wanted, in another design the one like it, else the ground floor. */
export function shownStorey({ design, storeys }: Building, { designs }: WardDocument, wanted: Id | undefined): BuildingStorey | undefined {
  const [lowest] = storeys
  if (storeys.length < 2) return lowest
  const ground = storeys.find(({ storey }) => storey.elevation >= 0) ?? lowest
  if (wanted === undefined) return ground
  const own = storeys.find(({ storey }) => storey.id === wanted)
  if (own !== undefined) return own
  const other = Object.values(designs).flatMap((table) => table[wanted] ?? [])[0]
  const like = other?.kind === 'storey' ? storeyLike(designs[design.id] ?? {}, other) : undefined
  return storeys.find(({ storey }) => storey.id === like?.id) ?? ground
}

/** The storey that an element stands on, or that an opening's room or wall stands on. */
export function storeyOfElement(table: { readonly [id: Id]: unknown }, id: Id): Id | undefined {
  const record = table[id] as { readonly storey?: Id; readonly on?: { readonly room?: Id; readonly wall?: Id } } | undefined
  if (record?.storey !== undefined) return record.storey
  const host = record?.on?.room ?? record?.on?.wall
  return host === undefined ? undefined : (table[host] as { readonly storey?: Id } | undefined)?.storey
}
