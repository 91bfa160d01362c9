import { availableParallelism } from 'node:os'
import { message } from '#shared/base/message'
import { recordsOf, type WardDocument } from '#shared/document/document'
import { type RunTerms, scenarioCalled, scenarioNames, USUAL_TERMS } from '#shared/simulation/run-terms'
import { failed, type Loaded } from './load'
import type { Options } from './usage'

/** What of the words is about runs: the terms, whose warm-up may be left to be found out, whether every worse day is wanted too, and the threads. */
export type RunsAsked = { readonly terms: RunTerms; readonly isWarmUpSought: boolean; readonly isWorstAsked: boolean; readonly threads: number }

const MOST_THREADS = 64
/** Of the whole numbers: what is meant where none is given, and between what it lies. */
const NUMBERS = {
  replications: { usual: () => USUAL_TERMS.replications, least: 1, most: 100_000 },
  days: { usual: () => USUAL_TERMS.days, least: 1, most: 366 },
  seed: { usual: () => USUAL_TERMS.seed, least: 0, most: 4_294_967_295 },
  'warm-up': { usual: () => USUAL_TERMS.warmUp, least: 0, most: 366 },
  threads: { usual: () => Math.min(MOST_THREADS, availableParallelism()), least: 1, most: MOST_THREADS },
} as const
type NumberName = keyof typeof NUMBERS

/** What the words ask of runs; fails at the first number that cannot be meant. */
export function runsAsked(options: Options): Loaded<RunsAsked> {
  const isWarmUpSought = options.value('warm-up') === 'auto'
  const values = {} as Record<NumberName, number>
  // In the order of the table: of several wrong ones the first there is told.
  for (const [name, { usual, least, most }] of Object.entries(NUMBERS) as [NumberName, (typeof NUMBERS)[NumberName]][]) {
    const given = name === 'warm-up' && isWarmUpSought ? undefined : options.value(name)
    const value = given === undefined ? usual() : /^\d{1,10}$/.test(given) ? Number(given) : Number.NaN
    if (!(value >= least && value <= most)) return failed(message('cli.usage.notInRange', { option: name, given: given ?? '', least, most }))
    values[name] = value
  }
  const { replications, days, seed, threads } = values
  const terms: RunTerms = { replications, days, seed, warmUp: values['warm-up'], scenario: options.value('scenario') }
  return { status: 'ok', value: { terms, isWarmUpSought, isWorstAsked: options.has('worst'), threads } }
}

/** The same with the scenario by its key or id, whichever way it was named; fails where none, or more than one, is called so. */
export function withScenario({ workshop }: WardDocument, asked: RunsAsked): Loaded<RunsAsked> {
  const { scenario } = asked.terms
  if (scenario === undefined || scenarioCalled(scenario, workshop) !== undefined) return { status: 'ok', value: asked }
  const wanted = scenario.trim().toLowerCase()
  const [named, ...others] = recordsOf(workshop, 'scenario').filter(({ name }) => name.trim().toLowerCase() === wanted)
  if (named === undefined) return failed(message('cli.simulate.noScenario', { scenario, there: scenarioNames(workshop) }))
  if (others.length > 0) return failed(message('cli.simulate.severalScenarios', { scenario, ids: [named, ...others].map(({ id }) => id) }))
  return { status: 'ok', value: { ...asked, terms: { ...asked.terms, scenario: named.id } } }
}
