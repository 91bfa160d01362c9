import { assignedShares, evenShares } from '#shared/building/place-shares'
import type { Design } from '#shared/document/elements/design'
import type { Pathway, PlaceOfType, Step } from '#shared/document/pathway'
import type { PlaceChoice } from '#shared/document/vocabulary'
import type { Premises, Spot } from './premises'

/** The places a draw is made from. `shares` are those of balanced and assigned draws; they sum to 1. */
export type PlaceSet = { readonly spots: readonly Spot[]; readonly choice: PlaceChoice; readonly shares: readonly number[] }

/** Draws of a Place in a design. `queued`: whether one queues for it, which decides how it is drawn when it does not say. */
export function placeSet(premises: Premises, design: Design, place: PlaceOfType, queued: boolean): PlaceSet {
  const spots = premises.spotsOf(place)
  const choice = place.choice ?? (queued && spots.every(({ capacity }) => Number.isFinite(capacity)) ? 'balanced' : 'nearest')
  return { spots, choice, shares: choice === 'assigned' ? assignedShares(design, place, spots) : evenShares(spots) }
}

/** One set of equal chances for gates of the same name. */
export function gateSet(spots: readonly Spot[]): PlaceSet {
  return { spots, choice: 'nearest', shares: evenShares(spots) }
}

/**
 * Whether visits queue for the place of a step: people do for what somebody leads, and patients for
 * the rooms where they are cared for; not for stores, disposal, waiting places or WCs.
 */
export function isQueuedFor(pathway: Pathway, step: Step, spots: readonly Spot[], useOf: (spot: Spot) => string | undefined): boolean {
  if (step.lead !== undefined) return true
  return (pathway.flow === 'patient' || pathway.flow === 'family') && spots.some((spot) => useOf(spot) === 'care')
}
