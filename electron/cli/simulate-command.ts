import { fillNeeded, warmUpNeeded } from '#shared/comparison/warm-up'
import type { WardDocument } from '#shared/document/document'
import type { Design } from '#shared/document/elements/design'
import { canonicalJson } from '#shared/exchange/canonical-json'
import { type SimulatedInput, simulatedInput } from '#shared/report/simulated-input'
import { simulatedJson } from '#shared/report/simulated-json'
import { planOfTerms, type RunTerms, scenarioMessage } from '#shared/simulation/run-terms'
import { designsAsked, readWard } from './load'
import { type ExitCode, type Output, said, WORDS } from './output'
import { type RunsAsked, runsAsked, withScenario } from './runs-asked'
import { simulateDesigns } from './simulate-pool'
import { simulatedText } from './simulated-text'
import type { Options } from './usage'

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
  const simulated = await simulatedDays(document, bytes, designs.value, asked.value, output)
  out(options.has('json') ? canonicalJson(simulatedJson(simulated, designs.value, WORDS)) : simulatedText(document, designs.value, simulated, true))
  const stopped = stoppedSentences(simulated, designs.value)
  for (const sentence of stopped) err(`wardwright: ${sentence}\n`)
  return stopped.length > 0 ? 1 : 0
}

/** Runs designs, and shows how far it is on a terminal. */
export async function simulatedDays(
  document: WardDocument,
  bytes: Uint8Array,
  designs: readonly Design[],
  { terms: asked, isWarmUpSought, threads }: RunsAsked,
  { err, program, expectDays }: Output,
): Promise<SimulatedInput> {
  const terms = isWarmUpSought ? { ...asked, warmUp: warmUpDays(document, designs, asked) } : asked
  const plan = planOfTerms(terms, document.workshop)
  const isTerminal = process.stderr.isTTY === true
  const ids = designs.map(({ id }) => id)
  expectDays?.(ids.length * terms.replications * terms.days)
  const runs = await simulateDesigns(document, ids, terms.replications, { bytes, plan, reading: 'own' }, { program, most: threads }, (share) => {
    if (isTerminal) err(`\r${said({ key: 'cli.simulate.progress', values: { share } })} `)
  })
  if (isTerminal) err('\r')
  return simulatedInput(document, runs, terms, scenarioMessage(terms.scenario, document.workshop))
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
