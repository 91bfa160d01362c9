import type { Id } from '#shared/base/ids'
import { message } from '#shared/base/message'
import { nameOfFixture } from '#shared/building/names'
import type { CatalogueEntry } from '#shared/document/catalogue'
import { recordsOf, type WardDocument } from '#shared/document/document'
import { addConnector } from './add-connector'
import { done, type Edit, type FreshId } from './edit'
import { fixtureOf, missingType } from './fixture-of'
import { editableDesign, storeyOf } from './target'

export type NewFixture = {
  readonly design: Id
  readonly storey?: Id
  readonly entry: CatalogueEntry
  readonly x: number
  readonly y: number
  readonly rotation?: number
  readonly name?: string
}

/**
 * Stands a piece of the catalogue on the plan, copied: what is later changed in the catalogue does not reach it. A lift or stairs stands
 * on every storey. Metres, degrees.
 */
export function placeFixture(document: WardDocument, given: NewFixture, freshId: FreshId): Edit {
  const target = editableDesign(document, given.design)
  if (target.status === 'refused') return target
  const storey = storeyOf(target.table, given.storey)
  if ('status' in storey) return storey
  const { entry, design, x, y, rotation = 0, name = '' } = given
  if (entry.connector !== undefined) return addConnector(document, { ...given, storey: storey.id }, freshId)
  const fixture = fixtureOf(entry, { id: freshId('fixture'), design, storey: storey.id, x, y, rotation, name })
  const types = missingType(document, entry, freshId)
  const called = nameOfFixture({
    fixture,
    type: types[0] ?? recordsOf(document.workshop, 'fixtureType').find(({ key }) => key === entry.fixtureType),
  })
  return done(message('edit.placed-fixture', { fixture: called }), { added: [fixture, ...types] })
}
