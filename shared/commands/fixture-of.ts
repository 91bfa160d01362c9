import { roundToMillimetre, roundToTenthDegree } from '#shared/base/units'
import type { CatalogueEntry } from '#shared/document/catalogue'
import { recordsOf, type WardDocument } from '#shared/document/document'
import type { Fixture } from '#shared/document/elements/fixture'
import type { WardRecord } from '#shared/document/record'
import type { FreshId } from './edit'

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
export function missingType({ workshop }: WardDocument, { fixtureType, name }: CatalogueEntry, freshId: FreshId): readonly WardRecord[] {
  if (recordsOf(workshop, 'fixtureType').some(({ key }) => key === fixtureType)) return []
  return [{ id: freshId('fixturetype'), kind: 'fixtureType', key: fixtureType, name }]
}
