import { filled } from '#shared/base/filled'
import type { Id } from '#shared/base/ids'
import { message, type Name } from '#shared/base/message'
import { fromTheLowest } from '#shared/building/build-building'
import { nameOfOpening, nameOfRecord } from '#shared/building/names'
import { type RecordTable, recordsOf, type WardDocument } from '#shared/document/document'
import type { Design } from '#shared/document/elements/design'
import type { Fixture } from '#shared/document/elements/fixture'
import type { Opening } from '#shared/document/elements/opening'
import type { DesignElement, RecordOf, WardRecord } from '#shared/document/record'
import { type Refused, refused } from './edit'

/** A record that a command works on, with the table of its design. */
export type Target<R> = { readonly status: 'found'; readonly record: R; readonly table: RecordTable; readonly design: Design }

/** The design to add something to, unless it is locked or not there. */
export function editableDesign(document: WardDocument, id: Id): Target<Design> | Refused {
  const table = document.designs[id]
  const design = table?.[id]
  if (table === undefined || design?.kind !== 'design') return refused(message('refused.unknown', { id }))
  if (design.locked) return refused(message('refused.locked', { design: design.name }))
  return { status: 'found', record: design, table, design }
}

/** A record of one kind in whichever design has it, unless that design is locked. */
export function editable<K extends DesignElement['kind'] | 'storey' | 'underlay' | 'connector'>(
  document: WardDocument,
  id: Id,
  kind: K,
): Target<RecordOf<K>> | Refused {
  const table = tableWith(document, id)
  const record = table?.[id]
  if (table === undefined || record?.kind !== kind) return refused(message('refused.unknown', { id }))
  const owner = editableDesign(document, (record as RecordOf<'storey'>).design)
  return owner.status === 'refused' ? owner : { ...owner, record: record as RecordOf<K> }
}

/** As `editable`, and refused when the element is a monument: those stay where they are. */
export function movable<K extends DesignElement['kind']>(document: WardDocument, id: Id, kind: K): Target<RecordOf<K>> | Refused {
  const found = editable(document, id, kind)
  return found.status === 'refused' ? found : (monumentAmong([found.record as DesignElement], found.table, document.workshop) ?? found)
}

/** What carries the building: with the base plan of a storey locked, it stays. */
const OF_THE_BASE: readonly string[] = ['column', 'shaft']

/** The refusal to move any of these, if one of them is a monument, or of a base plan that is locked. */
export function monumentAmong(elements: readonly DesignElement[], table: RecordTable, workshop: RecordTable): Refused | undefined {
  for (const element of elements) {
    if (element.monument !== undefined)
      return refused(message('refused.monument', { name: nameOf(element, table, workshop), reason: element.monument }))
    const storey = element.kind === 'fixture' && OF_THE_BASE.includes(element.fixtureType) ? table[element.storey] : undefined
    if (storey?.kind === 'storey' && storey.baseLock !== undefined) return refused(message('refused.base-locked', { reason: storey.baseLock }))
  }
  return undefined
}

/** The table, among the designs', that has a record with this id. */
export function tableWith(document: WardDocument, id: Id): RecordTable | undefined {
  for (const design of Object.keys(document.designs)) {
    const table = document.designs[design]
    if (table?.[id] !== undefined) return table
  }
  return undefined
}

/** The storey named, or the design's lowest. */
export function storeyOf(table: RecordTable, id: Id | undefined): RecordOf<'storey'> | Refused {
  const storeys = fromTheLowest(recordsOf(table, 'storey'))
  const storey = id === undefined ? storeys[0] : storeys.find((each) => each.id === id)
  return storey ?? refused(message('refused.unknown', { id: id ?? '' }))
}

/**
 * What a person calls an element: its name, for an opening without one the room whose door or window it is, for a fixture what its type is
 * called in the `workshop`.
 */
export function nameOf(record: Exclude<WardRecord, Fixture>, table: RecordTable): Name
export function nameOf(record: WardRecord, table: RecordTable, workshop: RecordTable): Name
export function nameOf(record: WardRecord, table: RecordTable, workshop: RecordTable = {}): Name {
  if (record.kind === 'opening') {
    const owner = 'room' in record.on ? table[record.on.room] : undefined
    return nameOfOpening(record, owner?.kind === 'room' ? owner.name : undefined)
  }
  if (record.kind === 'fixture') return nameOfRecord(record, workshop)
  return 'name' in record && typeof record.name === 'string' ? record.name : record.kind
}

/** The openings that belong to a room or a free wall. Of one list they are told apart once: a drag asks at every move. */
export function openingsOn(table: RecordTable, owner: Id): readonly Opening[] {
  const all = recordsOf(table, 'opening')
  return filled(byOwner, all, () => groupedByOwner(all)).get(owner) ?? []
}

const byOwner = new WeakMap<readonly Opening[], ReadonlyMap<Id, readonly Opening[]>>()

function groupedByOwner(openings: readonly Opening[]): ReadonlyMap<Id, readonly Opening[]> {
  const groups = new Map<Id, Opening[]>()
  for (const opening of openings) filled(groups, 'room' in opening.on ? opening.on.room : opening.on.wall, () => []).push(opening)
  return groups
}
