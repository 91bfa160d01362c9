import { buildBuilding } from '#shared/building/build-building'
import { applyChange } from '#shared/document/change'
import { designsOf, recordsOf } from '#shared/document/document'
import { drawDesign } from '#shared/drawing/draw-design'
import { decodeWard, encodeWard } from '#shared/exchange/ward-file'
import { measureDesign } from '#shared/metrics/measure'
import { shippedCatalogue } from '#test/support/catalogue'
import { endoscopyWorkshop } from '#test/support/endoscopy'
import { largeWorkshop } from '#test/support/large-unit'
import { lawfulPreviews } from '#test/support/lawful-previews'
import { type BenchRow, heldMegabytes } from './row'

const PREVIEWS = 200
const SEED = 20_261_121

/** The large file first, while nothing that opens or measures is warm; then the sample's previews, warm. */
export function liveRows(): readonly BenchRow[] {
  return [...openRows(), ...previewRows()]
}

/** From the bytes of a file of 200 rooms to shapes, and to every value of its design. Seconds, cold. */
function openRows(): readonly BenchRow[] {
  const catalogue = shippedCatalogue()
  const bytes = encodeWard(largeWorkshop(catalogue))
  const start = performance.now()
  const opened = decodeWard(bytes)
  if (opened.status !== 'ok') throw new Error('The large file does not open')
  const { document } = opened
  const design = designsOf(document)[0]!
  const table = document.designs[design.id]!
  const shapes = drawDesign(buildBuilding(table, document.workshop), { catalogue })
  const firstPlan = (performance.now() - start) / 1000
  const { values } = measureDesign(document, design.id, 'own')
  const scoreboard = (performance.now() - start) / 1000
  const counts = `${recordsOf(table, 'room').length} rooms, ${recordsOf(table, 'fixture').length} fixtures`
  const memory = heldMegabytes()
  return [
    { name: 'open.200-rooms.first-plan', value: firstPlan, memory, note: `${counts}, ${shapes.length} shapes` },
    { name: 'open.200-rooms.scoreboard', value: scoreboard, memory, note: `${values.length} values` },
  ]
}

/** Previews of the sample's second design, each from the committed one and under both readings. Milliseconds, warm. */
function previewRows(): readonly BenchRow[] {
  const document = endoscopyWorkshop(shippedCatalogue())
  const design = designsOf(document).find(({ locked }) => !locked)!
  const committed = measureDesign(document, design.id, 'own')
  measureDesign(document, design.id, 'reference', committed)
  const measure = (count: number, seed: number) =>
    lawfulPreviews(document, design.id, count, seed).map(({ change }) => {
      const shown = applyChange(document, change)
      const start = performance.now()
      measureDesign(shown, design.id, 'own', committed)
      measureDesign(shown, design.id, 'reference', committed)
      return performance.now() - start
    })
  measure(PREVIEWS / 4, SEED + 1)
  const times = measure(PREVIEWS, SEED).sort((a, b) => a - b)
  const memory = heldMegabytes()
  const at = (share: number) => times[Math.ceil(share * times.length) - 1]!
  return [
    { name: 'live.sample.p50', value: at(0.5), memory },
    { name: 'live.sample.p95', value: at(0.95), memory, note: `longest ${at(1).toFixed(0)} ms` },
  ]
}
