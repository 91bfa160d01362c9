import { type MetricChange, nameOf } from '#shared/comparison/change-of'
import type { Comparison, DesignComparison } from '#shared/comparison/comparison'
import type { MetricKey } from '#shared/metrics/measurement'
import { changeLine } from './metric-text'
import { withSimulatedWords } from './plain-simulated'
import { type PlainWords, plainText, plainWords } from './plain-words'
import type { Block, Card, Cell, Direction, Row, TableBlock } from './report'
import type { Writer } from './report-input'
import type { Words } from './say'

/** What a group decides by, in the order of the scoreboard, so that distance never stands alone. */
export const HEADLINES: readonly MetricKey[] = [
  'load',
  'patientTravel',
  'staffTravelPerPatient',
  'staffTravelPerPersonShift',
  'steps',
  'handoffs',
  'queuePoints',
  'moves',
  'valueAddingShare',
  'sharedMetresPerTrip',
  'conflictPlaces',
  'separationGrade',
  'dignityMetres',
  'dignityMinutes',
  'bedHeadsSeenByPublic',
  'observation',
  'grossArea',
  'briefMissing',
  'briefBelow',
  'flowDistance',
]

/** The designs at a glance: what speaks for each and what against it, and which of them cannot carry the demand. */
export function scoreCards(writer: Writer): readonly Block[] {
  const { comparison, text } = writer
  const others = comparison.designs.filter(({ isDatum }) => !isDatum)
  const told = withSimulatedWords(plainWords(writer.document, writer.measured, comparison), writer.simulated)
  const blocks: Block[] = [{ type: 'heading', level: 2, text: text('report.glance') }]
  if (comparison.datum === undefined) blocks.push({ type: 'paragraph', text: text('finding.noCurrent'), tone: 'warning' })
  if (others.length > 0) blocks.push({ type: 'cards', cards: others.map((design) => cardOf(design, told, writer)) })
  for (const { design, overloaded } of comparison.designs) {
    if (overloaded.length > 0) {
      blocks.push({
        type: 'paragraph',
        tone: 'warning',
        text: text('report.notRanked', { design: design.name, why: overloaded.map((why) => text(why)).join(' ') }),
      })
    }
  }
  return blocks
}

/** The scoreboard of all designs. */
export function scoreSection(writer: Writer): readonly Block[] {
  const { text } = writer
  return [
    { type: 'heading', level: 2, text: text('report.scoreboard') },
    { type: 'paragraph', text: text('report.scoreboardNote', smallestOf(writer)), tone: 'note' },
    measuresTable(writer, text('report.scoreboard'), isHeadline),
  ]
}

/** The scoreboard has wholes only: what is of one role, place, trait or pathway stands in the table of every measure. */
export function isHeadline({ metric, subject }: Pick<MetricChange, 'metric' | 'subject'>): boolean {
  return subject === undefined && HEADLINES.includes(metric)
}

/** A row a measure, a column a design; the change stands under each value. */
export function measuresTable(
  writer: Writer,
  caption: string,
  isShown: (change: MetricChange) => boolean,
  lineOf: (change: MetricChange, words: Words, currency?: string) => string = changeLine,
): TableBlock {
  const { comparison, text, metric, result } = writer
  const rows: Row[] = rowsOfMeasures(comparison, isShown).map(({ name, first }) => {
    const cells = comparison.designs.map((design): Cell => {
      const change = design.whole.find((one) => nameOf(one) === name)
      if (change === undefined) return { text: text('report.none') }
      const shown = { text: result(change.unit, change.value), value: change.value.status === 'available' ? change.value.value : undefined }
      if (design.isDatum || change.verdict === undefined) return shown
      return { ...shown, note: lineOf(change, writer.words, writer.currency), verdict: change.verdict, direction: directionOf(change) }
    })
    return { cells: [{ text: metric(first) }, ...cells] }
  })
  const columns = [
    { text: text('report.measure'), align: 'left' as const },
    ...comparison.designs.map(({ design }) => ({ text: design.name, align: 'right' as const })),
  ]
  return { type: 'table', caption, columns, rows }
}

/** Every measure that one of the designs has, once, with the first change that has it. */
export function rowsOfMeasures(
  { designs }: Comparison,
  isShown: (change: MetricChange) => boolean,
): readonly { readonly name: string; readonly first: MetricChange }[] {
  const names = new Map<string, MetricChange>()
  for (const { whole } of designs) for (const change of whole) if (isShown(change) && !names.has(nameOf(change))) names.set(nameOf(change), change)
  return [...names].map(([name, first]) => ({ name, first }))
}

/** The largest changes that matter, by their share of the datum; every design's headlines only. */
export function largestChanges(design: DesignComparison, most: number): readonly MetricChange[] {
  const size = ({ relative, change }: MetricChange) => (relative === undefined ? (change === undefined ? 0 : 1) : Math.abs(relative))
  return design.whole
    .filter((change) => isHeadline(change) && (change.verdict === 'better' || change.verdict === 'worse'))
    .map((change, order) => ({ change, order }))
    .sort((a, b) => size(b.change) - size(a.change) || a.order - b.order)
    .slice(0, most)
    .map(({ change }) => change)
}

/** What a design comes to in a few sentences, each with how it is judged. */
function cardOf({ design }: DesignComparison, told: readonly PlainWords[], { text, words }: Writer): Card {
  const sentences = told.find((one) => one.design === design.id)?.sentences ?? []
  const lines = sentences.map((sentence) => ({
    text: plainText(sentence, words),
    verdict: sentence.verdict === 'better' || sentence.verdict === 'worse' ? sentence.verdict : undefined,
  }))
  return { title: design.name, text: design.idea, lines: lines.length > 0 ? lines : [{ text: text('report.nothingMatters'), verdict: undefined }] }
}

/** Which way a value went; `none` where the difference does not matter. */
export function directionOf({ change, verdict }: MetricChange): Direction {
  if (change === undefined || verdict === undefined || verdict === 'same') return 'none'
  return change > 0 ? 'up' : 'down'
}

export function smallestOf({ settings }: Writer): { readonly smallest: number } {
  return { smallest: settings?.smallestDifference ?? 0 }
}
