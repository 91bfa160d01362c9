import type { Id } from '#shared/base/ids'
import { quickFindings } from '#shared/building/document-findings'
import type { Measure } from '#shared/comparison/measure-designs'
import { applyChange } from '#shared/document/change'
import { designsOf, type RecordTable, type WardDocument } from '#shared/document/document'
import { type Measured as MeasuredDesign, measureDesign } from '#shared/metrics/measure'
import type { Reading } from '#shared/metrics/measurement'
import { answerToCompare } from './compare-desk'
import { createFindingDesk } from './finding-desk'
import { answerToInquiry } from './inquiries'
import type { FromLiveWorker, Question, ToLiveWorker } from './messages'
import { packParts } from './part-rows'

/**
 * What the live worker does, without the worker: keeps a copy of the document by the same changes as the
 * window, and measures a design as it is or with a preview on top. One `previous` measurement a design and
 * reading is kept, so that an answer reuses what the edit left alone.
 */
export function createLiveDesk(): (message: ToLiveWorker) => FromLiveWorker | undefined {
  let document: WardDocument | undefined
  let revision = -1
  const latest = new Map<string, Measured>()
  /** The preview that was measured last of a design and reading: what is shown while something is dragged. */
  const previews = new Map<string, MeasuredDesign>()
  const find = createFindingDesk(() => performance.now())

  return (message) => {
    switch (message.type) {
      case 'document':
        document = message.document
        revision = message.revision
        latest.clear()
        previews.clear()
        return undefined
      case 'change':
        if (document === undefined) return undefined
        document = applyChange(document, message.change)
        revision = message.revision
        return undefined
      case 'measure':
      case 'measure-all':
      case 'prepare':
      case 'compare':
      case 'parts':
      case 'inquire':
      case 'find':
        if (document === undefined) return undefined
        try {
          if (message.type === 'measure') return answer(document, revision, message.ask, message.question, latest, previews)
          if (message.type === 'find') return find(message, document, revision)
          if (message.type === 'inquire') {
            const { design, reading, isLatest } = message.inquiry
            const last = isLatest ? previews.get(keyOf(design, reading)) : undefined
            const found = answerToInquiry(message.inquiry, last ?? measured(document, design, reading, latest), () => performance.now())
            return { type: 'inquired', ask: message.ask, revision, found }
          }
          if (message.type === 'prepare' || message.type === 'compare' || message.type === 'parts') {
            const held = document
            const measure: Measure = (of, design, reading) =>
              of === held ? measured(of, design, reading, latest) : measureDesign(of, design, reading)
            return answerToCompare(message, held, revision, measure)
          }
          const all = document
          const values = new Map(designsOf(all).map(({ id }) => [id, measured(all, id, 'own', latest).values]))
          return { type: 'measured-all', ask: message.ask, revision, values }
        } catch (error) {
          return { type: 'failed', ask: message.ask, revision, reason: error instanceof Error ? error.message : String(error) }
        }
    }
  }
}

function keyOf(design: Id, reading: Reading): string {
  return `${design} ${reading}`
}

/** A measurement and the very tables it was made from. */
type Measured = { readonly workshop: RecordTable; readonly table: RecordTable | undefined; readonly measurement: MeasuredDesign }

function answer(
  document: WardDocument,
  revision: number,
  ask: number,
  question: Question,
  latest: Map<string, Measured>,
  previews: Map<string, MeasuredDesign>,
): FromLiveWorker {
  const { design, reading, open, preview } = question
  const key = keyOf(design, reading)
  const isFirst = !latest.has(key)
  const shown = preview === undefined ? document : applyChange(document, preview)
  const committed = preview === undefined || document.designs[design] === undefined ? undefined : measured(document, design, reading, latest)
  // Every preview starts from the committed design: one upon the other, the changes of a whole drag would pile up in what they are mended from.
  const measurement = committed === undefined ? measured(shown, design, reading, latest) : measureDesign(shown, design, reading, committed)
  if (preview === undefined) previews.delete(key)
  else previews.set(key, measurement)
  const today = designsOf(document).find(({ isCurrentState }) => isCurrentState)
  // A file that was just opened shows its numbers in half the time.
  const isTodayToCome = isFirst && today !== undefined && today.id !== design && !latest.has(keyOf(today.id, 'own'))
  const { rows, points } = packParts(open === undefined ? [] : measurement.parts(open.metric, open.subject))
  return {
    type: 'measured',
    ask,
    revision,
    question: { design, reading, open, isPreview: preview !== undefined },
    values: measurement.values,
    today:
      today === undefined || isTodayToCome
        ? undefined
        : today.id === design
          ? measurement.values
          : measured(document, today.id, 'own', latest).values,
    isTodayToCome,
    overloaded: measurement.overloaded,
    findings: quickFindings(shown, design),
    parts: rows,
    points,
  }
}

function measured(document: WardDocument, design: Id, reading: Reading, latest: Map<string, Measured>): MeasuredDesign {
  const key = keyOf(design, reading)
  const before = latest.get(key)
  const table = document.designs[design]
  if (before !== undefined && before.table === table && before.workshop === document.workshop) return before.measurement
  const measurement = measureDesign(document, design, reading, before?.measurement)
  latest.set(key, { workshop: document.workshop, table, measurement })
  return measurement
}
