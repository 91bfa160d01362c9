import type { Id, Key } from '#shared/base/ids'
import { type RecordTable, recordsOf } from '#shared/document/document'
import type { Finding } from '#shared/document/finding'
import { warningOf } from '#shared/document/findings/finding-of'
import type { Pathway, PlaceOfType } from '#shared/document/pathway'
import { placeTypeKey, typeNames } from '#shared/document/place-type'
import type { Building } from './building'
import { nameOfFixture } from './names'
import { assignedShares, statedShares } from './place-shares'
import { type Offers, offersOf, placesOf } from './places'

/**
 * Where what a design says of shares no longer fits what is drawn, of types that a step draws by shares: a place that was added
 * since takes no visits, and the share of one that has become something else goes to the others.
 */
export function shareFindings(building: Building, design: RecordTable, workshop: RecordTable): readonly Finding[] {
  if (building.design.placeShares.length === 0) return []
  const offers = offersOf(building)
  return placesByShares([...recordsOf(workshop, 'pathway'), ...recordsOf(design, 'pathway')]).flatMap(({ place }) =>
    findingsOf(place, building, offers, design, typeNames(place, workshop)),
  )
}

/** The visits that a place takes of those to places of a type, what people call that type, and a step that goes there by shares. */
export type TakenShare = { readonly type: readonly string[]; readonly share: number; readonly pathway: Key; readonly step: Key }

/**
 * What share of the visits a place takes where steps of these pathways go by shares, and a room with all of its places: of each type
 * of place that it is or has, with the first step that goes there.
 */
export function sharesTaken(element: Id, building: Building, workshop: RecordTable, pathways: readonly Pathway[]): readonly TakenShare[] {
  const types = placesByShares(pathways)
  if (types.length === 0) return []
  const offers = offersOf(building)
  return types.flatMap(({ place: type, pathway, step }) => {
    const places = placesOf(offers, type)
    const shares = assignedShares(building.design, type, places)
    const own = shares.filter((_, at) => places[at]?.element === element || places[at]?.room === element)
    return own.length === 0 ? [] : [{ type: typeNames(type, workshop), share: own.reduce((sum, share) => sum + share, 0), pathway, step }]
  })
}

function findingsOf(
  place: PlaceOfType,
  { design: record, storeys }: Building,
  offers: Offers,
  design: RecordTable,
  type: readonly string[],
): readonly Finding[] {
  const stated = statedShares(record, place)
  if (stated === undefined) return []
  const about = placeTypeKey(place)
  const there = new Set(placesOf(offers, place).map(({ element }) => element))
  const names = new Map<Id, string>(
    storeys.flatMap(({ rooms, fixtures }) => [
      ...rooms.map(({ room }) => [room.id, room.name] as const),
      ...fixtures.map((built) => [built.fixture.id, nameOfFixture(built)] as const),
    ]),
  )
  const without = [...there]
    .filter((id) => stated[id] === undefined)
    .map((id) => ({ ...warningOf('finding.placeWithoutShare', [id], { place: names.get(id) ?? id, type }), about }))
  const elsewhere = Object.keys(stated)
    .sort()
    // Of one that is gone altogether the records tell.
    .filter((id) => (stated[id] ?? 0) > 0 && !there.has(id) && design[id] !== undefined)
    .map((id) => ({ ...warningOf('finding.shareElsewhere', [id], { place: names.get(id) ?? id, type }), about }))
  return [...without, ...elsewhere]
}

/** A type of place that a step draws by shares, and the first step that does. */
type DrawnByShares = { readonly place: PlaceOfType; readonly pathway: Key; readonly step: Key }

/** The types of place that a step of one of these pathways draws by shares, each once. */
export function placesByShares(pathways: readonly Pathway[]): readonly DrawnByShares[] {
  const drawn = new Map<string, DrawnByShares>()
  for (const { key: pathway, steps } of pathways) {
    for (const { key: step, place } of steps) {
      if (!('roomType' in place) || place.choice !== 'assigned') continue
      const type = placeTypeKey(place)
      if (!drawn.has(type)) drawn.set(type, { place, pathway, step })
    }
  }
  return [...drawn.values()]
}
