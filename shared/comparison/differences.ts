import type { Id } from '#shared/base/ids'
import type { WardDocument } from '#shared/document/document'
import { layoutOf } from '#shared/metrics/layout-facts'
import type { Difference } from './difference'
import { fixtureDifferences, matchedFixtures } from './differences-fixtures'
import { matchedOpenings, openingDifferences } from './differences-openings'
import { roomDifferences } from './differences-rooms'
import { sharesDifferences } from './differences-shares'
import { stepDifferences } from './differences-steps'
import { wayDifferences } from './differences-ways'
import { commonNames } from './matching'

/**
 * What differs between two designs: rooms, doors and openings, furniture in sum, steps of their own pathways, then what ways are sent past
 * and how visits are shared over places. `a` is read as before, `b` as after.
 */
export function designDifferences(document: WardDocument, a: Id, b: Id): readonly Difference[] {
  const { workshop } = document
  const [designs, before, after] = [{ from: a, to: b }, layoutOf(document, a), layoutOf(document, b)]
  const layouts = { from: before, to: after }
  const rooms = roomDifferences(before, after, workshop)
  const openings = matchedOpenings(before, after, rooms)
  const fixtures = matchedFixtures(before, after, rooms)
  const commonName = commonNames([
    ...rooms.pairs.map(([one, other]) => [one.room, other.room] as const),
    ...openings.pairs.map(([one, other]) => [one.opening, other.opening] as const),
    ...fixtures.pairs.map(([one, other]) => [one.fixture, other.fixture] as const),
  ])
  return [
    ...rooms.differences,
    ...openingDifferences(before, after, openings, rooms),
    ...fixtureDifferences(before, after, fixtures, rooms, workshop),
    ...stepDifferences(document, designs, layouts),
    ...wayDifferences(document, designs, layouts, commonName),
    ...sharesDifferences(document, designs, commonName),
  ]
}
