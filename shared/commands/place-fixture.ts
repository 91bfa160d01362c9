import type { Id } from '#shared/base/ids'
import { message } from '#shared/base/message'
import { roundToMillimetre, roundToTenthDegree } from '#shared/base/units'
import type { CatalogueEntry } from '#shared/document/catalogue'
import { recordsOf, type WardDocument } from '#shared/document/document'
import type { Fixture } from '#shared/document/elements/fixture'
import type { WardRecord } from '#shared/document/record'
import { done, type Edit, type FreshId } from './edit'
import { editableDesign, nameOf, storeyOf } from './target'

export type NewFixture = {
  readonly design: Id
  readonly storey?: Id
  readonly entry: CatalogueEntry
  readonly x: number
  readonly y: number
  readonly rotation?: number
  readonly name?: string
}

/** Stands a piece of the catalogue on the plan, copied: what is later changed in the catalogue does not reach it. Metres, degrees. */
export function placeFixture(document: WardDocument, given: NewFixture, freshId: FreshId): Edit {
  const target = editableDesign(document, given.design)
  if (target.status === 'refused') return target
  const storey = storeyOf(target.table, given.storey)
  if ('status' in storey) return storey
  const { entry, design, x, y, rotation = 0, name = '' } = given
  const fixture = fixtureOf(entry, { id: freshId('fixture'), design, storey: storey.id, x, y, rotation, name })
  return done(message('edit.placed-fixture', { fixture: nameOf(fixture, target.table) }), {
    added: [fixture, ...missingType(document, entry, freshId)],
  })
}

/** A piece of the catalogue as it stands on a plan. */
export function fixtureOf(
  entry: CatalogueEntry,
  { id, design, storey, x, y, rotation, name }: Pick<Fixture, 'id' | 'design' | 'storey' | 'x' | 'y' | 'rotation' | 'name'>,
): Fixture {
  return {
    id,
    kind: 'fixture',
    design,
    storey,
    fixtureType: entry.fixtureType,
    entry: entry.key,
    name,
    x: roundToMillimetre(x),
    y: roundToMillimetre(y),
    rotation: roundToTenthDegree(rotation),
    footprint: entry.footprint,
    blocks: entry.blocks,
    usePoints: entry.usePoints,
    ...(entry.bedHead === undefined ? {} : { bedHead: entry.bedHead }),
    eye: entry.eye,
    screen: entry.screen,
  }
}

/** The first piece of its kind makes the kind known to the workshop, so that steps can name it. */
function missingType({ workshop }: WardDocument, { fixtureType, name }: CatalogueEntry, freshId: FreshId): readonly WardRecord[] {
  if (recordsOf(workshop, 'fixtureType').some(({ key }) => key === fixtureType)) return []
  return [{ id: freshId('fixturetype'), kind: 'fixtureType', key: fixtureType, name }]
}
