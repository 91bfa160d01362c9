import { fillNeeded, warmUpNeeded } from '#shared/comparison/warm-up'
import type { WardDocument } from '#shared/document/document'
import type { Design } from '#shared/document/elements/design'
import { type SimulatedInput, simulatedInput } from '#shared/report/simulated-input'
import { type WorstInput, type WorstRuns, worstInput } from '#shared/report/worst-input'
import { planOfTerms, type RunTerms, scenarioMessage, worstDaysOf } from '#shared/simulation/run-terms'
import { type Output, said } from './output'
import type { RunsAsked } from './runs-asked'
import { simulateDesigns } from './simulate-pool'

/** What was run: days as asked for, and where that was asked for too, the usual day and every worse one. */
export type RunDays = { readonly simulated: SimulatedInput; readonly worst: WorstInput | undefined }

/** Runs designs, and shows how far it is on a terminal. Days that two wishes have in common are run once. */
export async function simulatedDays(
  document: WardDocument,
  bytes: Uint8Array,
  designs: readonly Design[],
  { terms: asked, isWarmUpSought, isWorstAsked, threads }: RunsAsked,
  { err, program, expectDays }: Output,
): Promise<RunDays> {
  const terms = isWarmUpSought ? { ...asked, warmUp: warmUpDays(document, designs, asked) } : asked
  const worse = isWorstAsked ? [undefined, ...worstDaysOf(document.workshop).map(({ key }) => key)] : []
  const scenarios = [...new Set([terms.scenario, ...worse])]
  const isTerminal = process.stderr.isTTY === true
  const ids = designs.map(({ id }) => id)
  expectDays?.(ids.length * terms.replications * terms.days * scenarios.length)
  const found: WorstRuns[] = []
  for (const scenario of scenarios) {
    const own = { ...terms, scenario }
    const work = { bytes, plan: planOfTerms(own, document.workshop), reading: 'own' as const }
    const runs = await simulateDesigns(document, ids, terms.replications, work, { program, most: threads }, (part) => {
      const share = (found.length + part) / scenarios.length
      if (isTerminal) err(`\r${said({ key: 'cli.simulate.progress', values: { share } })} `)
    })
    found.push({ terms: own, scenario: scenarioMessage(scenario, document.workshop), runs })
  }
  if (isTerminal) err('\r')
  const runsUnder = (scenario: string | undefined) => found.find((each) => each.terms.scenario === scenario)!
  return {
    simulated: simulatedInput(document, found[0]!.runs, terms, found[0]!.scenario),
    worst: isWorstAsked ? worstInput(document, worse.map(runsUnder)) : undefined,
  }
}

/** Why designs could not be run to the end. */
export function stoppedSentences({ comparison }: SimulatedInput, designs: readonly Design[]): readonly string[] {
  return comparison.designs.flatMap(({ runs: { design: id, stopped } }) => {
    if (stopped === undefined) return []
    const design = designs.find((one) => one.id === id)?.name ?? id
    return [said({ key: 'cli.simulate.stopped', values: { design, why: said(stopped.reason) } })]
  })
}

/** The days that the slowest of the designs takes to forget that it began empty. */
function warmUpDays(document: WardDocument, designs: readonly Design[], terms: RunTerms): number {
  const plan = planOfTerms(terms, document.workshop)
  return fillNeeded(designs.map(({ id }) => ({ design: id, needed: warmUpNeeded(document, id, 'own', plan) }))).days
}
