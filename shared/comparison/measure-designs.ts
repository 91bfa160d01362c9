import type { Id } from '#shared/base/ids'
import { applyChange } from '#shared/document/change'
import { designsOf, recordsOf, type WardDocument } from '#shared/document/document'
import { hasOwnPathways, measureDesign } from '#shared/metrics/measure'
import type { Measurement, Reading } from '#shared/metrics/measurement'
import type { MeasuredDesign } from './comparison'

/** How one design is measured: who keeps earlier measurements hands in their own. */
export type Measure = (document: WardDocument, design: Id, reading: Reading) => Measurement

/** Measures every design in all the ways that comparing them takes. */
export function measureDesigns(document: WardDocument, measure: Measure = measureDesign): readonly MeasuredDesign[] {
  const measured = designsOf(document).map((design): MeasuredDesign => {
    const reference = measure(document, design.id, 'reference')
    return { design, reference, own: hasOwnPathways(document, design.id) ? measure(document, design.id, 'own') : reference }
  })
  if (!differInFurniture(measured, recordsOf(document.workshop, 'settings')[0]?.thresholds.assumedPlaces ?? 0)) return measured
  return measured.map((one) => ({ ...one, roomLevel: measureDesign(withoutFixtures(document, one.design.id), one.design.id, 'own') }))
}

/** A design with its beds drawn against one without is no comparison of layouts: then room points are compared as well. */
function differInFurniture(measured: readonly MeasuredDesign[], most: number): boolean {
  const shares = measured.flatMap(({ own }) => assumedShare(own) ?? [])
  return shares.length > 1 && Math.max(...shares) - Math.min(...shares) > most
}

function assumedShare({ values }: Measurement): number | undefined {
  const value = values.find(({ metric, subject }) => metric === 'assumedPlaces' && subject === undefined)
  return value?.unit === 'share' && value.result.status === 'available' ? value.result.value : undefined
}

/** The design at room level: nothing but its rooms, walls and openings, and the lifts and stairs between its storeys. */
function withoutFixtures(document: WardDocument, design: Id): WardDocument {
  const table = document.designs[design]
  if (table === undefined) return document
  const landings = new Set(recordsOf(table, 'connector').flatMap((connector) => connector.landings))
  return applyChange(document, { added: [], updated: [], removed: recordsOf(table, 'fixture').filter(({ id }) => !landings.has(id)) })
}
