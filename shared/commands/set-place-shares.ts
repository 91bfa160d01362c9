import type { Id } from '#shared/base/ids'
import { message } from '#shared/base/message'
import { buildBuilding } from '#shared/building/build-building'
import { offersOf, placesOf } from '#shared/building/places'
import type { WardDocument } from '#shared/document/document'
import type { Design } from '#shared/document/elements/design'
import { type PlaceType, placeTypeKey, typeNames } from '#shared/document/place-type'
import { sharesOf } from './design-says'
import { done, type Edit, refused } from './edit'
import { editableDesign, nameOf } from './target'

/** The largest weight that one place can have. */
export const MOST_WEIGHT = 10_000

/**
 * Says how the visits to places of a type, which a step draws by shares, are shared in one design. Weights are numbers from 0, of which
 * only the proportion counts; a place that is not named takes none. `undefined`: equally again.
 */
export function setPlaceShares(
  document: WardDocument,
  { design: id, place, weights }: { readonly design: Id; readonly place: PlaceType; readonly weights: Readonly<Record<Id, number>> | undefined },
): Edit {
  const target = editableDesign(document, id)
  if (target.status === 'refused') return target
  const { design, table } = target
  const type = typeNames(place, document.workshop)
  const others = design.placeShares.filter((row) => row.roomType !== place.roomType || row.fixtureType !== place.fixtureType)
  if (weights === undefined) {
    const change = others.length === design.placeShares.length ? {} : { updated: [[design, { ...design, placeShares: others }] as const] }
    return done(message('edit.shared-equally', { type, design: design.name }), change)
  }
  const places = placesOf(offersOf(buildBuilding(table, document.workshop)), place)
  const stranger = Object.keys(weights).find((each) => !places.some(({ element }) => element === each))
  if (stranger !== undefined) {
    const record = table[stranger]
    const name = record === undefined ? stranger : nameOf(record, table, document.workshop)
    return refused(message('refused.no-place-of-type', { name, type, design: design.name }))
  }
  const given = places.map(({ element }) => [element, weights[element] ?? 0] as const)
  if (!given.every(([, weight]) => weight >= 0 && weight <= MOST_WEIGHT))
    return refused(message('refused.wrong-number', { least: 0, most: MOST_WEIGHT }))
  if (!given.some(([, weight]) => weight > 0)) return refused(message('refused.no-share', { type }))
  const { roomType, fixtureType } = place
  const row: Design['placeShares'][number] = { roomType, ...(fixtureType === undefined ? {} : { fixtureType }), shares: sharesOf(given) }
  const to = { ...design, placeShares: [...others, row].sort((a, b) => (placeTypeKey(a) < placeTypeKey(b) ? -1 : 1)) }
  return done(message('edit.place-shares', { type, design: design.name }), { updated: [[design, to]] })
}
