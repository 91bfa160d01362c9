import type { WardDocument } from '#shared/document/document'
import type { WorstRuns } from '#shared/report/worst-input'
import { scenarioMessage } from '#shared/simulation/run-terms'

/** Days that were run, each with which day it is in words. */
export function worstRuns(found: readonly Omit<WorstRuns, 'scenario'>[], { workshop }: WardDocument): readonly WorstRuns[] {
  return found.map(({ terms, runs }) => ({ terms, runs, scenario: scenarioMessage(terms.scenario, workshop) }))
}
