import { roundToMillimetre, roundToTenthDegree } from '#shared/base/units'
import type { CatalogueEntry } from '#shared/document/catalogue'
import { recordsOf, type WardDocument } from '#shared/document/document'
import type { Fixture } from '#shared/document/elements/fixture'
import { wordsOfType } from '#shared/document/place-type'
import type { FixtureType } from '#shared/document/workshop'
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

/**
 * The first piece of its kind makes the kind known to the workshop, so that steps can name it: by the piece's name where the kind is that
 * piece, else by the kind's own words, for others of it are not called like the first.
 */
export function missingType({ workshop }: WardDocument, { key, fixtureType, name }: CatalogueEntry, freshId: FreshId): readonly FixtureType[] {
  if (recordsOf(workshop, 'fixtureType').some((type) => type.key === fixtureType)) return []
  return [{ id: freshId('fixturetype'), kind: 'fixtureType', key: fixtureType, name: key === fixtureType ? name : wordsOfType(fixtureType) }]
}
