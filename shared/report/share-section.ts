import { type MetricChange, nameOf } from '#shared/comparison/change-of'
import type { DesignComparison } from '#shared/comparison/comparison'
import { recordsOf } from '#shared/document/document'
import type { Design } from '#shared/document/elements/design'
import { meanSeconds } from '#shared/document/mean-duration'
import type { Pathway } from '#shared/document/pathway'
import { stepNamed } from '#shared/document/place-of-step'
import { changeLine } from './metric-text'
import type { Block, Cell, Row } from './report'
import type { Writer } from './report-input'
import { directionOf, HEADLINES } from './score-section'

/** For each design with pathways of its own: what its layout does, what its process does, and what was changed in the process. */
export function shareSection(writer: Writer): readonly Block[] {
  const { comparison, text } = writer
  const designs = comparison.designs.filter(({ hasVariants, isDatum }) => hasVariants && !isDatum)
  if (designs.length === 0) return [{ type: 'paragraph', text: text('report.wallsOnly'), tone: 'note' }]
  return [
    { type: 'heading', level: 2, text: text('report.shares') },
    { type: 'paragraph', text: text('report.sharesNote'), tone: 'note' },
    ...designs.flatMap((design): Block[] => [sharesTable(design, writer), ...processBlocks(design, writer)]),
  ]
}

function sharesTable(design: DesignComparison, writer: Writer): Block {
  const { text, metric } = writer
  const find = (changes: readonly MetricChange[], name: string) => changes.find((change) => nameOf(change) === name)
  const cellOf = (change: MetricChange | undefined): Cell =>
    change === undefined
      ? { text: text('report.none') }
      : { text: changeLine(change, writer.words, writer.currency), verdict: change.verdict, direction: directionOf(change) }
  const rows = design.whole
    .filter((change) => change.subject === undefined && HEADLINES.includes(change.metric) && change.change !== undefined && change.change !== 0)
    .map((change): Row => {
      const name = nameOf(change)
      return { cells: [{ text: metric(change) }, cellOf(find(design.layout, name)), cellOf(find(design.process, name)), cellOf(change)] }
    })
  const columns = ['report.measure', 'report.layoutShare', 'report.processShare', 'report.whole'].map((key, index) => ({
    text: text(key),
    align: index === 0 ? ('left' as const) : ('right' as const),
  }))
  return { type: 'table', caption: text('report.sharesOf', { design: design.design.name }), columns, rows }
}

/** One step of a pathway that a design changes, with the group's reason. */
export type ChangedStep = { readonly pathway: string; readonly step: string; readonly what: string; readonly reason: string }

/** What a design's variants changed, derived by comparing keys, with the group's reasons. */
function processBlocks({ design }: DesignComparison, writer: Writer): readonly Block[] {
  const { text } = writer
  const rows = changedSteps(design, writer).map(
    ({ pathway, step, what, reason }): Row => ({ cells: [pathway, step, what, reason].map((cell) => ({ text: cell })) }),
  )
  if (rows.length === 0) return []
  const columns = ['report.pathway', 'report.step', 'report.whatChanged', 'report.reason'].map((key) => ({ text: text(key), align: 'left' as const }))
  return [{ type: 'table', caption: text('report.processOf', { design: design.name }), columns, rows }]
}

export function changedSteps(design: Design, writer: Writer): readonly ChangedStep[] {
  const references = new Map(recordsOf(writer.records, 'pathway').map((pathway) => [pathway.key, pathway]))
  return recordsOf(writer.document.designs[design.id] ?? {}, 'pathway').flatMap((variant) =>
    stepsChangedBy(variant, references.get(variant.key), writer),
  )
}

function stepsChangedBy(variant: Pathway, reference: Pathway | undefined, writer: Writer): readonly ChangedStep[] {
  const { text } = writer
  const row = (step: string, what: string, key: string): ChangedStep => ({
    pathway: variant.name,
    step,
    what,
    reason: variant.reasons[key] ?? text('report.noReason'),
  })
  const rows: ChangedStep[] = []
  const before = new Map(reference?.steps.map((step) => [step.key, step]))
  for (const step of reference?.steps ?? []) {
    const own = stepNamed(variant, step.key)
    if (own === undefined) rows.push(row(step.name, text('report.removed'), step.key))
    else if (own.key !== step.key) rows.push(row(step.name, text('report.mergedInto', { step: own.name }), step.key))
  }
  for (const step of variant.steps) {
    const old = before.get(step.key)
    if (old === undefined) {
      rows.push(row(step.name, text('report.added'), step.key))
      continue
    }
    const what: string[] = []
    if (JSON.stringify(step.place) !== JSON.stringify(old.place)) what.push(text('report.movedPlace'))
    if (step.lead !== old.lead) what.push(text('report.newLead'))
    if (JSON.stringify(step.waits) !== JSON.stringify(old.waits)) what.push(text('report.newWait'))
    if (JSON.stringify([step.assisting, step.escorts]) !== JSON.stringify([old.assisting, old.escorts])) what.push(text('report.newTeam'))
    const [now, then] = [meanSeconds(step.duration), meanSeconds(old.duration)]
    if (now !== then) what.push(text('report.newMinutes', { now, then }))
    if (what.length > 0) rows.push(row(step.name, what.join('; '), step.key))
  }
  return rows
}
