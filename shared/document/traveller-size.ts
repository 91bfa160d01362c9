import type { Traveller } from './vocabulary'

/**
 * The floor that a body takes up, in metres: what a lift's car has to hold, and for a wheelchair what has to turn in a room. Ours, from
 * general practice; whoever is refused by them is told them. A wheelchair with somebody in it is 1.25 m long with the feet and 0.75 m
 * wide with the hands on the rims: its diagonal, 1.46 m, is the usual turning circle of 1.5 m.
 */
export const TRAVELLER_SIZE_M: Readonly<Record<Traveller, { readonly width: number; readonly length: number }>> = {
  person: { width: 0.6, length: 0.6 },
  wheelchair: { width: 0.75, length: 1.25 },
  bed: { width: 1.05, length: 2.35 },
  cart: { width: 0.7, length: 1.1 },
}
