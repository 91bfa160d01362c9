import { availableParallelism } from 'node:os'
import { type Message, message } from '#shared/base/message'
import { fillNeeded, warmUpNeeded } from '#shared/comparison/warm-up'
import type { WardDocument } from '#shared/document/document'
import type { Design } from '#shared/document/elements/design'
import { canonicalJson } from '#shared/exchange/canonical-json'
import { type SimulatedInput, simulatedInput } from '#shared/report/simulated-input'
import { simulatedJson } from '#shared/report/simulated-json'
import { planOfTerms, type RunTerms, scenarioCalled, scenarioMessage, scenarioNames, USUAL_TERMS } from '#shared/simulation/run-terms'
import { designsAsked, readWard } from './load'
import { type ExitCode, type Output, said, WORDS } from './output'
import { simulateDesigns } from './simulate-pool'
import { simulatedText } from './simulated-text'
import type { Options } from './usage'

/** Runs days of each design under the same patients, and says what they come to, with how sure that is. */
export async function simulateCommand(file: string | undefined, options: Options, output: Output): Promise<ExitCode> {
  const { out, err } = output
  const asked = runAsked(options)
  if (asked === undefined) {
    err(`wardwright: ${said({ key: 'cli.usage.wholeNumbers', values: {} })}\n`)
    return 2
  }
  const loaded = await readWard(file ?? '')
  const designs = loaded.status === 'failed' ? loaded : designsAsked(loaded.value.document, options.values('design'))
  if (loaded.status === 'failed' || designs.status === 'failed') {
    err(`wardwright: ${designs.status === 'failed' ? designs.sentence : ''}\n`)
    return 1
  }
  const { document, bytes } = loaded.value
  const problem = scenarioProblem(document, asked)
  if (problem !== undefined) {
    err(`wardwright: ${said(problem)}\n`)
    return 1
  }
  const simulated = await simulatedDays(document, bytes, designs.value, asked, output)
  out(options.has('json') ? canonicalJson(simulatedJson(simulated, designs.value, WORDS)) : simulatedText(document, designs.value, simulated, true))
  const stopped = stoppedSentences(simulated, designs.value)
  for (const sentence of stopped) err(`wardwright: ${sentence}\n`)
  return stopped.length > 0 ? 1 : 0
}

/** What of the words is about runs: the terms, whose warm-up may be left to be found out, and the threads. */
export type RunAsked = { readonly terms: RunTerms; readonly isWarmUpSought: boolean; readonly threads: number }

/** Runs designs, and shows how far it is on a terminal. */
export async function simulatedDays(
  document: WardDocument,
  bytes: Uint8Array,
  designs: readonly Design[],
  { terms: asked, isWarmUpSought, threads }: RunAsked,
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

/** What is wrong with the scenario that was asked for. */
export function scenarioProblem({ workshop }: WardDocument, { terms: { scenario } }: RunAsked): Message | undefined {
  if (scenario === undefined || scenarioCalled(scenario, workshop) !== undefined) return undefined
  return message('cli.simulate.noScenario', { scenario, there: scenarioNames(workshop) })
}

/** Undefined where one of the numbers is no whole number that can be meant. */
export function runAsked(options: Options): RunAsked | undefined {
  const read = (name: string, usual: number, least: number, most: number) => {
    const given = options.value(name)
    if (given === undefined) return usual
    const value = /^\d{1,10}$/.test(given) ? Number(given) : Number.NaN
    return value >= least && value <= most ? value : undefined
  }
  const isWarmUpSought = options.value('warm-up') === 'auto'
  const replications = read('replications', USUAL_TERMS.replications, 1, 100_000)
  const days = read('days', USUAL_TERMS.days, 1, 366)
  const seed = read('seed', USUAL_TERMS.seed, 0, 4_294_967_295)
  const warmUp = isWarmUpSought ? 0 : read('warm-up', USUAL_TERMS.warmUp, 0, 366)
  const threads = read('threads', Math.min(64, availableParallelism()), 1, 64)
  if (replications === undefined || days === undefined || seed === undefined || warmUp === undefined || threads === undefined) return undefined
  return { terms: { replications, days, seed, warmUp, scenario: options.value('scenario') }, isWarmUpSought, threads }
}
