import { applyChange } from '#shared/document/change'
import { designsOf } from '#shared/document/document'
import { measureDesign } from '#shared/metrics/measure'
import { shippedCatalogue } from '#test/support/catalogue'
import { endoscopyWorkshop } from '#test/support/endoscopy'
import { lawfulPreviews } from '#test/support/lawful-previews'
import { type BenchRow, heldMegabytes } from './row'

const PREVIEWS = 200
const SEED = 20_261_121

/** Previews of the sample's second design, each from the committed one and under both readings. Milliseconds, warm. */
export function liveRows(): readonly BenchRow[] {
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
  measure(PREVIEWS, SEED + 1)
  const times = measure(PREVIEWS, SEED).sort((a, b) => a - b)
  const memory = heldMegabytes()
  const at = (share: number) => times[Math.ceil(share * times.length) - 1]!
  return [
    { name: 'live.sample.p50', value: at(0.5), memory },
    { name: 'live.sample.p95', value: at(0.95), memory, note: `longest ${at(1).toFixed(0)} ms` },
  ]
}
