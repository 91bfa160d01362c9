import type { Id } from '#shared/base/ids'
import type { WardDocument } from '#shared/document/document'
import { layoutOf } from '#shared/metrics/layout-facts'
import type { Difference } from './difference'
import { fixtureDifferences } from './differences-fixtures'
import { openingDifferences } from './differences-openings'
import { roomDifferences } from './differences-rooms'
import { stepDifferences } from './differences-steps'

/** What differs between two designs: rooms, doors and openings, furniture in sum, then steps of their own pathways. `a` is read as before, `b` as after. */
export function designDifferences(document: WardDocument, a: Id, b: Id): readonly Difference[] {
  const [before, after] = [layoutOf(document, a), layoutOf(document, b)]
  const rooms = roomDifferences(before, after, document.workshop)
  return [
    ...rooms.differences,
    ...openingDifferences(before, after, rooms),
    ...fixtureDifferences(before, after, rooms, document.workshop),
    ...stepDifferences(document, { from: a, to: b }, { from: before, to: after }),
  ]
}
