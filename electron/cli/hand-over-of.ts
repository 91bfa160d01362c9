import { basename } from 'node:path'
import { findingsOf } from '#shared/building/document-findings'
import { type Comparison, compareDesigns, type MeasuredDesign } from '#shared/comparison/comparison'
import { measureDesigns } from '#shared/comparison/measure-designs'
import { recordsOf } from '#shared/document/document'
import { type HandOver, handOver } from '#shared/exchange/hand-over'
import { shippedCatalogue } from './catalogue'
import { failed, type Loaded, loadWard } from './load'
import { WORDS } from './output'

export type Compared = {
  readonly document: Parameters<typeof measureDesigns>[0]
  readonly measured: readonly MeasuredDesign[]
  readonly comparison: Comparison
  readonly made: HandOver
}

/** The designs of a file measured, compared, and ready to be handed over. */
export async function handOverOf(file: string): Promise<Loaded<Compared>> {
  const loaded = await loadWard(file)
  if (loaded.status === 'failed') return loaded
  const document = loaded.value
  const [settings] = recordsOf(document.workshop, 'settings')
  if (Object.keys(document.designs).length === 0) return failed({ key: 'cli.noDesigns', values: {} })
  if (settings === undefined) return failed({ key: 'file.noneOf', values: { kind: 'settings' } })
  const measured = measureDesigns(document)
  const comparison = compareDesigns(measured, settings)
  const findings = findingsOf(document)
  const made = handOver({ document, measured, comparison, findings, words: WORDS, catalogue: shippedCatalogue(), file: basename(file) })
  return { status: 'ok', value: { document, measured, comparison, made } }
}
