import { basename } from 'node:path'
import { findingsOf } from '#shared/building/document-findings'
import { type Comparison, compareDesigns, type MeasuredDesign } from '#shared/comparison/comparison'
import { measureDesigns } from '#shared/comparison/measure-designs'
import { withTimedSeparation } from '#shared/comparison/timed-separation'
import { recordsOf, type WardDocument } from '#shared/document/document'
import { type HandOver, handOver } from '#shared/exchange/hand-over'
import type { SimulatedInput } from '#shared/report/simulated-input'
import { shippedCatalogue } from './catalogue'
import { failed, type Loaded, loadWard } from './load'
import { WORDS } from './output'

export type Compared = {
  readonly document: WardDocument
  readonly measured: readonly MeasuredDesign[]
  readonly comparison: Comparison
  readonly simulated: SimulatedInput | undefined
  readonly made: HandOver
}

/** Runs days of a document's designs, where that is asked for. */
export type Simulate = (document: WardDocument) => Promise<Loaded<SimulatedInput>>

/** The designs of a file measured, compared, and ready to be handed over. */
export async function handOverOf(file: string, simulate?: Simulate): Promise<Loaded<Compared>> {
  const loaded = await loadWard(file)
  if (loaded.status === 'failed') return loaded
  const document = loaded.value
  const [settings] = recordsOf(document.workshop, 'settings')
  if (Object.keys(document.designs).length === 0) return failed({ key: 'cli.noDesigns', values: {} })
  if (settings === undefined) return failed({ key: 'file.noneOf', values: { kind: 'settings' } })
  const findings = findingsOf(document)
  const run = await simulate?.(document)
  if (run?.status === 'failed') return run
  const simulated = run?.value
  const measured = withTimedSeparation(measureDesigns(document), simulated?.comparison.designs.map(({ runs }) => runs) ?? [])
  const comparison = compareDesigns(measured, settings)
  const made = handOver({ document, measured, comparison, findings, simulated, words: WORDS, catalogue: shippedCatalogue(), file: basename(file) })
  return { status: 'ok', value: { document, measured, comparison, simulated, made } }
}
