import { availableParallelism } from 'node:os'
import { basename } from 'node:path'
import { findingsOf } from '#shared/building/document-findings'
import { type Comparison, compareDesigns, type MeasuredDesign } from '#shared/comparison/comparison'
import { measureDesigns } from '#shared/comparison/measure-designs'
import { withTimedSeparation } from '#shared/comparison/timed-separation'
import { recordsOf, type WardDocument } from '#shared/document/document'
import { type HandOver, handOver } from '#shared/exchange/hand-over'
import type { SimulatedInput } from '#shared/report/simulated-input'
import type { WorstInput } from '#shared/report/worst-input'
import { shippedCatalogue } from './catalogue'
import { findingsOnThread } from './findings-thread'
import { failed, type Loaded, readWard } from './load'
import { type Output, WORDS } from './output'
import type { RunDays } from './simulated-days'

export type Compared = {
  readonly document: WardDocument
  readonly measured: readonly MeasuredDesign[]
  readonly comparison: Comparison
  readonly simulated: SimulatedInput | undefined
  readonly worst: WorstInput | undefined
  readonly made: HandOver
}

/** Runs days of a document's designs, where that is asked for. */
export type Simulate = (document: WardDocument, bytes: Uint8Array) => Promise<Loaded<RunDays>>

/** What of a hand-over takes longest: days are run where `simulate` is given, and `isReportMade` says that findings will be asked for. */
type Asked = { readonly simulate?: Simulate | undefined; readonly isReportMade: boolean }

/** The designs of a file measured, compared, and ready to be handed over. Findings for a report are worked out meanwhile, where there is a processor for them. */
export async function handOverOf(file: string, { program }: Output, { simulate, isReportMade }: Asked): Promise<Loaded<Compared>> {
  const loaded = await readWard(file)
  if (loaded.status === 'failed') return loaded
  const { document, bytes } = loaded.value
  const [settings] = recordsOf(document.workshop, 'settings')
  if (Object.keys(document.designs).length === 0) return failed({ key: 'cli.noDesigns', values: {} })
  if (settings === undefined) return failed({ key: 'file.noneOf', values: { kind: 'settings' } })
  const isBeside = isReportMade && program !== undefined && availableParallelism() > 1
  const beside = isBeside ? findingsOnThread(program, bytes) : undefined
  // Whoever gives up before asking for them leaves nobody to hear that they failed.
  beside?.catch(() => undefined)
  const run = await simulate?.(document, bytes)
  if (run?.status === 'failed') return run
  const simulated = run?.value.simulated
  const worst = run?.value.worst
  const measured = withTimedSeparation(measureDesigns(document), simulated?.comparison.designs.map(({ runs }) => runs) ?? [])
  const comparison = compareDesigns(measured, settings)
  const found = await beside
  const findings = () => found ?? findingsOf(document)
  const made = handOver({
    document,
    measured,
    comparison,
    findings,
    simulated,
    worst,
    words: WORDS,
    catalogue: shippedCatalogue(),
    file: basename(file),
  })
  return { status: 'ok', value: { document, measured, comparison, simulated, worst, made } }
}
