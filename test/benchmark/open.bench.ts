import { buildBuilding } from '#shared/building/build-building'
import { designsOf, recordsOf } from '#shared/document/document'
import { drawDesign } from '#shared/drawing/draw-design'
import { decodeWard, encodeWard } from '#shared/exchange/ward-file'
import { measureDesign } from '#shared/metrics/measure'
import { shippedCatalogue } from '#test/support/catalogue'
import { largeWorkshop } from '#test/support/large-unit'
import { type BenchRow, heldMegabytes } from './row'

/** From the bytes of a file of 200 rooms to shapes, and to every value of its design. Seconds, cold. */
export function openRows(): readonly BenchRow[] {
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
