import type { Id } from '#shared/base/ids'
import { message } from '#shared/base/message'
import { roundToMillimetre } from '#shared/base/units'
import { fromTheLowest } from '#shared/building/build-building'
import { type RecordTable, recordsOf, type WardDocument } from '#shared/document/document'
import type { Connector } from '#shared/document/elements/connector'
import type { Storey } from '#shared/document/elements/storey'
import type { WardRecord } from '#shared/document/record'
import { connectorAt } from './connectors'
import { done, type Edit, type FreshId, refused } from './edit'
import { sound } from './sound'
import { editableDesign } from './target'

export type NewStorey = {
  readonly design: Id
  readonly name: string
  /** Above the highest storey, or below the lowest. */
  readonly where: 'above' | 'below'
  /** What it takes over of another storey; none given: nothing. */
  readonly like?: { readonly storey: Id; readonly what: 'outline' | 'shell' | 'everything' }
}

/** From floor to floor, where no storeys say otherwise. Metres. */
const USUAL_HEIGHT_M = 4

/**
 * Adds a storey, as high above its neighbour as the next two are apart. It can take over another's outline; its shell too: free walls,
 * columns, shafts, lifts and stairs; or everything drawn on it. Gates stay where they are.
 */
export function addStorey(document: WardDocument, given: NewStorey, freshId: FreshId): Edit {
  const target = editableDesign(document, given.design)
  if (target.status === 'refused') return target
  const { table } = target
  const all = fromTheLowest(recordsOf(table, 'storey'))
  const like = all.find(({ id }) => id === given.like?.storey)
  if (given.like !== undefined && like === undefined) return refused(message('refused.unknown', { id: given.like.storey }))
  const storey: Storey = {
    id: freshId('storey'),
    kind: 'storey',
    design: given.design,
    name: given.name,
    elevation: heightFor(all, given.where),
    ...(like?.outline === undefined ? {} : { outline: like.outline }),
  }
  const copied = like === undefined || given.like === undefined ? NOTHING : copyOf(table, like, given.like.what, storey, freshId)
  const name = message(like === undefined ? 'edit.added-storey' : 'edit.added-storey-like', { storey: storey.name, like: like?.name ?? '' })
  return sound(done(name, { added: [storey, ...copied.added], updated: copied.updated }))
}

function heightFor(storeys: readonly Storey[], where: NewStorey['where']): number {
  const heights = where === 'above' ? storeys.map(({ elevation }) => elevation).reverse() : storeys.map(({ elevation }) => elevation)
  const [last, next] = heights
  if (last === undefined) return 0
  const apart = next === undefined || next === last ? USUAL_HEIGHT_M : Math.abs(last - next)
  return roundToMillimetre(last + (where === 'above' ? apart : -apart))
}

type Copied = { readonly added: readonly WardRecord[]; readonly updated: readonly (readonly [Connector, Connector])[] }
const NOTHING: Copied = { added: [], updated: [] }
/** Kinds of fixture that go through a building from top to bottom. */
const STRUCTURE: readonly string[] = ['column', 'shaft']

function copyOf(table: RecordTable, like: Storey, what: 'outline' | 'shell' | 'everything', storey: Storey, freshId: FreshId): Copied {
  if (what === 'outline') return NOTHING
  const isAll = what === 'everything'
  const here = <R extends { readonly storey: Id }>(records: readonly R[]) => records.filter((record) => record.storey === like.id)
  const ids = new Map<Id, Id>()
  const added: WardRecord[] = []
  const fresh = <R extends WardRecord & { readonly storey: Id; readonly origin?: Id | undefined }>(record: R): R => {
    const copy = { ...record, id: freshId(record.kind), storey: storey.id, origin: record.origin ?? record.id }
    ids.set(record.id, copy.id)
    return copy
  }
  for (const room of isAll ? here(recordsOf(table, 'room')) : []) added.push(fresh(room))
  for (const wall of here(recordsOf(table, 'wall'))) added.push(fresh(wall))
  for (const opening of recordsOf(table, 'opening')) {
    // A way in or out of the unit has nothing behind it on another storey.
    if (opening.gate !== undefined) continue
    const on = 'room' in opening.on ? ids.get(opening.on.room) : ids.get(opening.on.wall)
    if (on === undefined) continue
    const kept = 'room' in opening.on ? { room: on, corner: opening.on.corner } : { wall: on }
    added.push({ ...opening, id: freshId('opening'), on: kept, origin: opening.origin ?? opening.id })
  }
  const updated = new Map<Id, readonly [Connector, Connector]>()
  for (const fixture of here(recordsOf(table, 'fixture'))) {
    const connector = connectorAt(table, fixture.id)
    if (connector === undefined && !isAll && !STRUCTURE.includes(fixture.fixtureType)) continue
    const copy = fresh(fixture)
    added.push(copy)
    if (connector !== undefined) updated.set(connector.id, [connector, { ...connector, landings: [...connector.landings, copy.id] }])
  }
  return { added, updated: [...updated.values()] }
}
