import type { Id } from '#shared/base/ids'
import type { Finding } from '../finding'
import type { PlaceOfType } from '../pathway'
import { errorOf } from './finding-of'
import type { KnownKeys } from './known-keys'

/** Whether the types that a place names are those of the workshop. `name` is what names it. */
export function placeFindings(place: PlaceOfType, known: KnownKeys, where: Id, name: string): readonly Finding[] {
  const findings: Finding[] = []
  if (!known.roomTypes.has(place.roomType)) findings.push(errorOf('finding.unknownRoomType', [where], { name, key: place.roomType }))
  if (place.fixtureType !== undefined && !known.fixtureTypes.has(place.fixtureType)) {
    findings.push(errorOf('finding.unknownFixtureType', [where], { name, key: place.fixtureType }))
  }
  return findings
}
