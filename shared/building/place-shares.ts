import type { Id } from '#shared/base/ids'
import type { Design } from '#shared/document/elements/design'
import type { PlaceType } from '#shared/document/place-type'
import { evenWeight } from './places'

/** What a design says of the places of a type: element to share. Undefined where it says nothing. */
export function statedShares({ placeShares }: Design, { roomType, fixtureType }: PlaceType): Readonly<Record<Id, number>> | undefined {
  return placeShares.find((row) => row.roomType === roomType && row.fixtureType === fixtureType)?.shares
}

/**
 * What share of the visits each of these places takes by the design's word, summing to 1: nothing where another is named and it is
 * not, and all equally, by what they serve at once, where none of them is named.
 */
export function assignedShares(
  design: Design,
  type: PlaceType,
  places: readonly { readonly element: Id; readonly capacity: number }[],
): readonly number[] {
  const stated = statedShares(design, type)
  const weights = places.map(({ element }) => stated?.[element] ?? 0)
  return weights.some((weight) => weight > 0) ? shareOut(weights) : evenShares(places)
}

/** The same chance for each of what places serve: a room counts as many times as it has places. */
export function evenShares(places: readonly { readonly capacity: number }[]): readonly number[] {
  return shareOut(places.map(evenWeight))
}

/** Weights, one of them above 0, as shares of their sum. */
export function shareOut(weights: readonly number[]): readonly number[] {
  const sum = weights.reduce((total, weight) => total + weight, 0)
  return weights.map((weight) => weight / sum)
}

/** Weights of places are told in whole numbers up to so many in all, or to so many times the places. */
const MOST_PARTS = 20
const MOST_A_PLACE = 3
/** Shares are kept to the ninth decimal. */
const ROUNDING = 1e-6

/** The least whole numbers that are to each other as these shares are, as somebody would say them; where they would be large, per cent to a tenth. */
export function leastWeights(shares: readonly number[]): readonly number[] {
  const most = Math.max(MOST_PARTS, MOST_A_PLACE * shares.length)
  for (let parts = 1; parts <= most; parts++) {
    const whole = shares.map((share) => Math.round(share * parts))
    if (shares.every((share, at) => Math.abs(share * parts - (whole[at] ?? 0)) < ROUNDING)) return whole
  }
  return shares.map((share) => Math.round(share * 1000) / 10)
}
