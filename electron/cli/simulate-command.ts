import { availableParallelism } from 'node:os'
import { readWardFile } from '#electron/files/open-file'
import { compareSimulated, type SimulatedComparison, type SimulatedFigure } from '#shared/comparison/simulated'
import { recordsOf, type WardDocument } from '#shared/document/document'
import type { Design } from '#shared/document/elements/design'
import { canonicalJson } from '#shared/exchange/canonical-json'
import type { SimulationPlan } from '#shared/metrics/simulate'
import { figureText } from '#shared/report/metric-text'
import { simulatedName } from '#shared/report/simulated-text'
import { designsAsked, loadWard } from './load'
import { type ExitCode, messageJson, type Output, said, tableText, WORDS } from './output'
import { simulateDesigns } from './simulate-pool'
import type { Options } from './usage'

const DEFAULT_RUNS = 40

/** Runs days of each design under the same patients, and says what they come to, with how sure that is. */
export async function simulateCommand(file: string | undefined, options: Options, { out, err }: Output): Promise<ExitCode> {
  const numbers = wholeNumbers(options)
  if (numbers === undefined) {
    err(`wardwright: ${said({ key: 'cli.usage.wholeNumbers', values: {} })}\n`)
    return 2
  }
  const loaded = await loadWard(file ?? '')
  const designs = loaded.status === 'failed' ? loaded : designsAsked(loaded.value, options.values('design'))
  if (loaded.status === 'failed' || designs.status === 'failed') {
    err(`wardwright: ${designs.status === 'failed' ? designs.sentence : ''}\n`)
    return 1
  }
  const document = loaded.value
  const read = await readWardFile(file ?? '')
  if (read.status === 'failed') return 1
  const simulated = await simulatedDesigns(document, read.bytes, designs.value, numbers, err)
  out(options.has('json') ? canonicalJson(simulated.json) : simulated.text)
  for (const sentence of simulated.stopped) err(`wardwright: ${sentence}\n`)
  return simulated.stopped.length > 0 ? 1 : 0
}

export type SimulatedAnswer = { readonly text: string; readonly json: object; readonly stopped: readonly string[] }

/** Runs designs, shows how far it is on a terminal, and says what came of it. */
export async function simulatedDesigns(
  document: WardDocument,
  bytes: Uint8Array,
  designs: readonly Design[],
  numbers: SimulateNumbers,
  err: Output['err'],
): Promise<SimulatedAnswer> {
  const { replications, days, seed, threads } = numbers
  const plan: SimulationPlan = { seed, days }
  const isTerminal = process.stderr.isTTY === true
  const ids = designs.map(({ id }) => id)
  const runs = await simulateDesigns(document, ids, replications, { bytes, plan, reading: 'own' }, threads, (share) => {
    if (isTerminal) err(`\r${said({ key: 'cli.simulate.progress', values: { share } })} `)
  })
  if (isTerminal) err('\r')
  const today = designs.find(({ isCurrentState }) => isCurrentState)
  const compared = compareSimulated(runs, today?.id, recordsOf(document.workshop, 'settings')[0]?.smallestDifference ?? 0.05)
  const stopped = runs.flatMap((one) => {
    const design = designs.find(({ id }) => id === one.design)?.name ?? one.design
    return one.stopped === undefined ? [] : [said({ key: 'cli.simulate.stopped', values: { design, why: said(one.stopped.reason) } })]
  })
  return { text: simulatedText(document, designs, compared, numbers), json: simulatedJson(designs, compared, numbers), stopped }
}

export type SimulateNumbers = { readonly replications: number; readonly days: number; readonly seed: number; readonly threads: number }

/** The packaged app starts no threads: its own file would open a window. */
function usualThreads(): number {
  return process.versions.electron === undefined ? Math.min(64, availableParallelism()) : 1
}

/** Undefined where one of them is no whole number that can be meant. */
export function wholeNumbers(options: Options): SimulateNumbers | undefined {
  const read = (name: string, usual: number, least: number, most: number) => {
    const given = options.value(name)
    if (given === undefined) return usual
    const value = /^\d{1,10}$/.test(given) ? Number(given) : Number.NaN
    return value >= least && value <= most ? value : undefined
  }
  const replications = read('replications', DEFAULT_RUNS, 1, 100_000)
  const days = read('days', 1, 1, 366)
  const seed = read('seed', 1, 0, 4_294_967_295)
  const threads = read('threads', usualThreads(), 1, 64)
  if (replications === undefined || days === undefined || seed === undefined || threads === undefined) return undefined
  return { replications, days, seed, threads }
}

function simulatedText(
  document: WardDocument,
  designs: readonly Design[],
  { designs: found }: SimulatedComparison,
  numbers: SimulateNumbers,
): string {
  const note = said({ key: 'cli.simulate.note', values: { runs: numbers.replications, days: numbers.days, seed: numbers.seed } })
  const tables = found.flatMap(({ runs, figures }) => {
    if (runs.stopped !== undefined) return []
    const heading = designs.find(({ id }) => id === runs.design)?.name ?? runs.design
    const rows = figures
      .filter(isTold)
      .map((figure) => [`  ${simulatedName(figure.name, WORDS, document)}`, intervalText(figure), sentenceText(figure)])
    return [`${heading}\n${tableText(rows)}`]
  })
  return `${tables.join('\n')}\n${note}\n`
}

/** A queue that nobody ever stood in takes no line. */
function isTold({ name, interval, difference }: SimulatedFigure): boolean {
  return !name.metric.startsWith('queue') || interval.mean > 0 || (difference?.interval.mean ?? 0) !== 0
}

function intervalText({ name, interval }: SimulatedFigure): string {
  if (interval.count === 0 || Number.isNaN(interval.mean)) return said({ key: 'report.none', values: {} })
  const figure = (value: number) => figureText(name.unit, value, WORDS)
  if (interval.count < 2 || interval.half === 0) return figure(interval.mean)
  return said({ key: 'simulated.interval', values: { mean: figure(interval.mean), low: figure(interval.low), high: figure(interval.high) } })
}

function sentenceText({ difference }: SimulatedFigure): string {
  if (difference === undefined) return ''
  const { verdict, sentence } = difference
  if (verdict === 'same' || verdict === 'unclear') return said(sentence)
  return `${said(sentence)}, ${said({ key: `change.${verdict}`, values: {} })}`
}

const finite = (value: number | undefined) => (value === undefined || !Number.isFinite(value) ? null : value)

function simulatedJson(designs: readonly Design[], { datum, designs: found }: SimulatedComparison, numbers: SimulateNumbers): object {
  const { replications, days, seed } = numbers
  return {
    replications,
    days,
    seed,
    datum: datum ?? null,
    designs: found.map(({ runs, figures }) => ({
      id: runs.design,
      name: designs.find(({ id }) => id === runs.design)?.name ?? '',
      status: runs.stopped === undefined ? 'ok' : 'stopped',
      ...(runs.stopped === undefined ? {} : { reason: messageJson(runs.stopped.reason), replication: runs.stopped.replication }),
      figures: figures.map(({ name, interval, difference }) => ({
        metric: name.metric,
        subject: name.subject ?? null,
        unit: name.unit,
        mean: finite(interval.mean),
        low: finite(interval.low),
        high: finite(interval.high),
        sd: finite(interval.sd),
        days: interval.count,
        ...(difference === undefined
          ? {}
          : {
              difference: {
                mean: finite(difference.interval.mean),
                low: finite(difference.interval.low),
                high: finite(difference.interval.high),
                relative: finite(difference.relative),
                verdict: difference.verdict,
                sentence: messageJson(difference.sentence),
                runsNeeded: finite(difference.runsNeeded),
                pairing: finite(difference.pairing),
              },
            }),
      })),
    })),
  }
}
