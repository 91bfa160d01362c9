import { message } from '#shared/base/message'
import type { Comparison, MeasuredDesign } from '#shared/comparison/comparison'
import { recordsOf } from '#shared/document/document'
import type { MetricValue, Range } from '#shared/metrics/measurement'
import { askedRange, legsNotTried } from '#shared/metrics/range-asked'
import { figureText, metricName } from './metric-text'
import { rangeLegsText, rangeText } from './range-text'
import type { Block } from './report'
import type { ReportInput, Writer } from './report-input'
import { say } from './say'
import { isHeadline } from './score-section'
import type { Sheet, SheetCell } from './workbook'

/** A figure of a design that hangs on which of two ways is taken. */
type Ranged = { readonly measured: MeasuredDesign; readonly of: MetricValue; readonly value: number; readonly range: Range }

/** The ranges of measures of all designs under their own pathways, in the order of the comparison. */
function rangesOf(comparison: Comparison, measured: readonly MeasuredDesign[], isShown: (of: MetricValue) => boolean): readonly Ranged[] {
  return comparison.designs.flatMap(({ design }) => {
    const one = measured.find((each) => each.design.id === design.id)
    return (one?.own.values ?? []).flatMap((of): Ranged[] => {
      const asked = one !== undefined && isShown(of) ? askedRange(one.own, of) : undefined
      return one === undefined || asked?.status !== 'found' || of.result.status === 'unavailable'
        ? []
        : [{ measured: one, of, value: of.result.value, range: asked.range }]
    })
  })
}

/** A line a headline that has a range: its design, its value, between what it lies, and by which legs; and one a design of which none was looked for. */
export function rangeLines({
  document,
  comparison,
  measured,
  words,
}: Pick<ReportInput, 'document' | 'comparison' | 'measured' | 'words'>): readonly string[] {
  const currency = recordsOf(document.workshop, 'workshop')[0]?.currency
  const lines = rangesOf(comparison, measured, isHeadline).flatMap(({ measured: { design }, of, value, range }) => {
    const between = rangeText(of.unit, range, words, currency)
    if (between === undefined) return []
    const figure = figureText(of.unit, value, words, currency)
    const metric = metricName(of, words, document.workshop)
    return [
      say(message('report.rangeOf', { design: design.name, metric, value: figure, range: between, legs: rangeLegsText(range.legs, words) }), words),
    ]
  })
  const notSought = measured.flatMap(({ design, own }) => {
    const count = legsNotTried(own)
    return count === 0 ? [] : [say(message('report.rangesNotSought', { design: design.name, count }), words)]
  })
  return [...lines, ...notSought]
}

/** The ranges of the scoreboard, below it; nothing where no figure has one. */
export function rangesSection(writer: Writer): readonly Block[] {
  const lines = rangeLines(writer)
  return lines.length === 0
    ? []
    : [
        { type: 'paragraph', text: writer.text('report.ranges'), tone: 'note' },
        { type: 'list', items: lines },
      ]
}

/** Every figure that has a range, unrounded; no sheet where none has. */
export function rangesSheets({ comparison, measured, words, text, metric }: Writer): readonly Sheet[] {
  const rows = rangesOf(comparison, measured, () => true).map(({ measured: { design }, of, value, range }): SheetCell[] => {
    const { unit } = of
    const figure = (each: number): SheetCell => (unit === 'grade' ? figureText(unit, each, words) : { value: each, unit })
    const legs = range.legs.map(({ subject }) => text(subject)).join('; ')
    return [design.name, metric(of), figure(range.low), figure(value), figure(range.high), legs]
  })
  if (rows.length === 0) return []
  const widths = {
    'sheet.design': 22,
    'report.measure': 52,
    'sheet.range.low': 16,
    'sheet.range.value': 16,
    'sheet.range.high': 16,
    'sheet.range.legs': 80,
  }
  const columns = Object.entries(widths).map(([key, width]) => ({ text: text(key), width }))
  return [{ name: text('sheet.ranges'), columns, rows }]
}
