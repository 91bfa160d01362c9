import type { TripRide } from '#shared/journeys/trip'
import { words } from '../state/words'

/** The lifts and stairs on a way, each once: "ride in lift L1 to First floor". */
export function ridesText(rides: readonly (Pick<TripRide, 'kind' | 'name'> & { readonly to: { readonly storeyName: string } })[]): string {
  return [...new Set(rides.map(({ kind, name, to }) => words(`rides.${kind}`, { name, storey: to.storeyName })))].join(', ')
}
