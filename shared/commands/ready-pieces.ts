import type { Catalogue } from '#shared/document/catalogue'
import type { ReadyArrangement } from '#shared/document/ready-arrangement'
import type { DesignElement } from '#shared/document/record'
import { fixtureOf } from './fixture-of'
import type { PlacedArrangement } from './place-arrangement'
import { piecesOf } from './save-arrangement'

/** A shipped arrangement as it is put down, its furniture copied from the catalogue; what the catalogue lacks is left out. */
export function readyPieces({ name, roomTypes, rooms, openings, fixtures }: ReadyArrangement, catalogue: Catalogue): PlacedArrangement {
  const common = { design: '', storey: '' }
  const furniture = fixtures.flatMap(({ entry, ...place }, index) => {
    const known = catalogue[entry]
    return known === undefined ? [] : [{ known, fixture: fixtureOf(known, { ...common, ...place, id: `fixture_ready${index}` }) }]
  })
  const elements: readonly DesignElement[] = [
    ...rooms.map((room) => ({ ...common, ...room, kind: 'room' as const, for: 'any' as const })),
    ...openings.map((opening, index) => ({ ...opening, design: '', kind: 'opening' as const, id: `opening_ready${index}` })),
    ...furniture.map(({ fixture }) => fixture),
  ]
  const fixtureTypes = Object.fromEntries(furniture.map(({ known }) => [known.fixtureType, known.name]))
  return { name, pieces: piecesOf(elements), roomTypes, fixtureTypes }
}
