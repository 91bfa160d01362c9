import { fillNeeded, warmUpNeeded } from '#shared/comparison/warm-up'
import type { WardDocument } from '#shared/document/document'
import type { Design } from '#shared/document/elements/design'
import { canonicalJson } from '#shared/exchange/canonical-json'
import { type SimulatedInput, simulatedInput } from '#shared/report/simulated-input'
import { simulatedJson } from '#shared/report/simulated-json'
import { type WorstInput, type WorstRuns, worstInput } from '#shared/report/worst-input'
import { worstJson } from '#shared/report/worst-json'
import { planOfTerms, type RunTerms, scenarioMessage, worstDaysOf } from '#shared/simulation/run-terms'
import { bandsText } from './bands-text'
import { designsAsked, readWard } from './load'
import { type ExitCode, type Output, said, WORDS } from './output'
import { type RunsAsked, runsAsked, withScenario } from './runs-asked'
import { simulateDesigns } from './simulate-pool'
import { simulatedText } from './simulated-text'
import type { Options } from './usage'
import { worstText } from './worst-text'

/** Runs days of each design under the same patients, and says what they come to, with how sure that is. */
export async function simulateCommand(file: string | undefined, options: Options, output: Output): Promise<ExitCode> {
  const { out, err } = output
  const fail = (sentence: string, code: ExitCode): ExitCode => {
    err(`wardwright: ${sentence}\n`)
    return code
  }
  const words = runsAsked(options)
  if (words.status === 'failed') return fail(words.sentence, 2)
  const loaded = await readWard(file ?? '')
  if (loaded.status === 'failed') return fail(loaded.sentence, 1)
  const { document, bytes } = loaded.value
  const designs = designsAsked(document, options.values('design'))
  if (designs.status === 'failed') return fail(designs.sentence, 1)
  const asked = withScenario(document, words.value)
  if (asked.status === 'failed') return fail(asked.sentence, 1)
  const { simulated, worst } = await simulatedDays(document, bytes, designs.value, asked.value, output)
  const json = () => ({
    ...simulatedJson(simulated, designs.value, WORDS),
    ...(worst === undefined ? {} : { worstDays: worstJson(worst, designs.value, WORDS) }),
  })
  const text = () =>
    simulatedText(document, designs.value, simulated, true) +
    bandsText(document, designs.value, simulated) +
    worstText(document, designs.value, worst)
  out(options.has('json') ? canonicalJson(json()) : text())
  const stopped = stoppedSentences(simulated, designs.value)
  for (const sentence of stopped) err(`wardwright: ${sentence}\n`)
  return stopped.length > 0 ? 1 : 0
}

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
