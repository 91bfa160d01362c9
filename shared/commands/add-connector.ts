import type { Id } from '#shared/base/ids'
import { message } from '#shared/base/message'
import { fromTheLowest } from '#shared/building/build-building'
import type { CatalogueEntry } from '#shared/document/catalogue'
import { type RecordTable, recordsOf, type WardDocument } from '#shared/document/document'
import type { Connector } from '#shared/document/elements/connector'
import type { Fixture } from '#shared/document/elements/fixture'
import { done, type Edit, type FreshId, refused } from './edit'
import { fixtureOf, missingType } from './fixture-of'
import { editableDesign } from './target'

export type NewConnector = {
  readonly design: Id
  readonly entry: CatalogueEntry
  /** The storeys that it joins; none given: all of the design. */
  readonly storeys?: readonly Id[]
  /** Where it is put down: the fixture of this one comes first. */
  readonly storey?: Id
  readonly x: number
  readonly y: number
  readonly rotation?: number
  readonly name?: string
}

/** Puts a lift or stairs at the same place on every storey that it joins. Metres, degrees. */
export function addConnector(document: WardDocument, given: NewConnector, freshId: FreshId): Edit {
  const target = editableDesign(document, given.design)
  if (target.status === 'refused') return target
  const { table } = target
  const { entry } = given
  if (entry.connector === undefined) return refused(message('refused.unknown', { id: entry.key }))
  const known = fromTheLowest(recordsOf(table, 'storey')).map(({ id }) => id)
  const storeys = given.storeys ?? known
  const strange = storeys.find((id) => !known.includes(id))
  if (strange !== undefined || storeys.length === 0) return refused(message('refused.unknown', { id: strange ?? '' }))
  const { is, ...figures } = entry.connector
  const name = given.name ?? freeNumber(table, is)
  const ordered = [...storeys].sort((a, b) => Number(b === given.storey) - Number(a === given.storey))
  const place = { x: given.x, y: given.y, rotation: given.rotation ?? 0 }
  const fixtures = ordered.map((storey): Fixture => fixtureOf(entry, { id: freshId('fixture'), design: given.design, storey, name, ...place }))
  const connector: Connector = {
    id: freshId('connector'),
    kind: 'connector',
    design: given.design,
    connector: is,
    name,
    landings: fixtures.map(({ id }) => id),
    travel: 0,
    ...figures,
  }
  return done(message(`edit.added-${is}`, { name, storeys: storeys.length }), {
    added: [...fixtures, connector, ...missingType(document, entry, freshId)],
  })
}

/** L1, L2 for lifts; S1, S2 for stairs. */
function freeNumber(table: RecordTable, is: Connector['connector']): string {
  const letter = is === 'lift' ? 'L' : 'S'
  const taken = new Set(recordsOf(table, 'connector').map(({ name }) => name))
  let number = 1
  while (taken.has(`${letter}${number}`)) number += 1
  return `${letter}${number}`
}
