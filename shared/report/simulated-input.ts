import type { Message } from '#shared/base/message'
import { compareSimulated, type SimulatedComparison } from '#shared/comparison/simulated'
import { designsOf, recordsOf, type WardDocument } from '#shared/document/document'
import { type BandCheck, heldAgainstPublished } from '#shared/metrics/published-bands'
import type { SimulatedRuns } from '#shared/metrics/simulate'

/** Simulated days of some designs, compared, and on which terms they were run. */
export type SimulatedInput = {
  readonly terms: {
    readonly replications: number
    readonly days: number
    readonly seed: number
    /** Days before those, which no figure counts. */
    readonly warmUp: number
    /** Key of a worst day or id of a scenario; undefined: as usual. */
    readonly scenario: string | undefined
  }
  /** The scenario in words. */
  readonly scenario: Message
  readonly comparison: SimulatedComparison
  /** What of it is published of real units; by design, in the order of the comparison. */
  readonly bands: readonly (readonly BandCheck[])[]
}

/** Runs made ready to be shown and handed over: compared with today's, and held against what is published. */
export function simulatedInput(
  document: WardDocument,
  runs: readonly SimulatedRuns[],
  terms: SimulatedInput['terms'],
  scenario: Message,
): SimulatedInput {
  const today = designsOf(document).find(({ isCurrentState }) => isCurrentState)
  const smallest = recordsOf(document.workshop, 'settings')[0]?.smallestDifference ?? 0
  return {
    terms,
    scenario,
    comparison: compareSimulated(runs, today?.id, smallest),
    bands: runs.map((one) => (one.stopped === undefined ? heldAgainstPublished(one, document) : [])),
  }
}
