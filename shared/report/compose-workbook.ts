import { type MetricChange, nameOf } from '#shared/comparison/change-of'
import type { DesignComparison } from '#shared/comparison/comparison'
import type { MetricUnit } from '#shared/metrics/measurement'
import { aboutSheet } from './about-sheet'
import { differencesSheet } from './differences-section'
import { changeLine, figureText, subjectText } from './metric-text'
import { rangesSheets } from './ranges-section'
import { type ReportInput, type Writer, writerOf } from './report-input'
import { isHeadline, rowsOfMeasures } from './score-section'
import { settingsSheet } from './settings-sheet'
import { simulatedSheets } from './simulated-sheet'
import { fromToSheet, roomsSheet, tripsSheet } from './trip-sheets'
import type { Sheet, SheetCell, SheetColumn, Workbook } from './workbook'
import { worstSheets } from './worst-section'

/** The comparison as a workbook: the same figures as the report, none of them rounded for reading. */
export function composeWorkbook(input: ReportInput): Workbook {
  const writer = writerOf(input)
  return {
    currency: writer.currency ?? 'GBP',
    sheets: [
      summarySheet(writer),
      measuresSheet(writer),
      ...rangesSheets(writer),
      sharesSheet(writer),
      ...simulatedSheets(writer),
      ...worstSheets(writer),
      tripsSheet(writer),
      fromToSheet(writer),
      differencesSheet(writer),
      roomsSheet(writer),
      settingsSheet(writer),
      aboutSheet(writer),
    ],
  }
}

/** The headlines as a person reads them: the value, and the change in words. */
function summarySheet(writer: Writer): Sheet {
  const { comparison, text, metric } = writer
  const columns = comparison.designs.flatMap(({ design, isDatum }): SheetColumn[] =>
    isDatum
      ? [{ text: design.name, width: 16 }]
      : [
          { text: design.name, width: 16 },
          { text: text('sheet.changeOf', { design: design.name }), width: 34 },
        ],
  )
  const rows = rowsOfMeasures(comparison, isHeadline).map(({ name, first }): SheetCell[] => [
    metric(first),
    ...comparison.designs.flatMap((design): SheetCell[] => {
      const change = design.whole.find((one) => nameOf(one) === name)
      const value = valueCell(change, writer)
      return design.isDatum ? [value] : [value, change?.verdict === undefined ? undefined : changeLine(change, writer.words, writer.currency)]
    }),
  ])
  return { name: text('sheet.summary'), columns: [{ text: text('report.measure'), width: 52 }, ...columns], rows }
}

/** Every measure: a row a measure and its part, and for each design its value, the change, its share of today, and the verdict. */
function measuresSheet(writer: Writer): Sheet {
  const { comparison, text } = writer
  const columns = comparison.designs.flatMap(({ design, isDatum }): SheetColumn[] => [
    { text: design.name, width: 16 },
    ...(isDatum ? [] : ['sheet.change', 'sheet.relative', 'sheet.verdict'].map((key) => ({ text: text(key, { design: design.name }), width: 16 }))),
  ])
  const rows = rowsOfMeasures(comparison, () => true).map(({ name, first }): SheetCell[] => [
    ...namesOf(first, writer),
    ...comparison.designs.flatMap((design): SheetCell[] => {
      const change = design.whole.find((one) => nameOf(one) === name)
      return [valueCell(change, writer), ...(design.isDatum ? [] : changeCells(change, writer))]
    }),
  ])
  return { name: text('sheet.measures'), columns: [...nameColumns(writer), ...columns], rows }
}

/** For each design with pathways of its own: what the layout does and what the process does; the two make the whole. */
function sharesSheet(writer: Writer): Sheet {
  const { comparison, text } = writer
  const shares = ['report.layoutShare', 'report.processShare', 'report.whole'].flatMap((key): SheetColumn[] =>
    ['sheet.change', 'sheet.relative', 'sheet.verdict'].map((column) => ({ text: text(column, { design: text(key) }), width: 16 })),
  )
  const rows = comparison.designs
    .filter(({ isDatum }) => !isDatum)
    .flatMap((design) =>
      design.whole.map((whole): SheetCell[] => [
        design.design.name,
        ...namesOf(whole, writer),
        ...changeCells(find(design, 'layout', whole), writer),
        ...changeCells(find(design, 'process', whole), writer),
        ...changeCells(whole, writer),
      ]),
    )
  return { name: text('sheet.shares'), columns: [{ text: text('sheet.design'), width: 22 }, ...nameColumns(writer), ...shares], rows }
}

function find(design: DesignComparison, share: 'layout' | 'process', { metric, subject }: MetricChange): MetricChange | undefined {
  return design[share].find((change) => change.metric === metric && change.subject === subject)
}

function nameColumns({ text }: Writer): readonly SheetColumn[] {
  return [
    { text: text('report.measure'), width: 40 },
    { text: text('sheet.part'), width: 26 },
    { text: text('sheet.per'), width: 18 },
    { text: text('sheet.unit'), width: 8 },
  ]
}

function namesOf({ metric, subject, per, unit }: MetricChange, { text, words, records }: Writer): readonly SheetCell[] {
  return [
    text(`metric.${metric}`),
    subject === undefined ? undefined : subjectText(subject, words, records),
    per === undefined || unit === 'share' ? undefined : text(`per.${per}`),
    text(`unit.${unit}`),
  ]
}

/** A grade is a word; what is not available is its reason. */
function valueCell(change: MetricChange | undefined, writer: Writer): SheetCell {
  if (change === undefined) return undefined
  if (change.value.status === 'unavailable') return writer.text(change.value.reason)
  return change.unit === 'grade' ? figureText('grade', change.value.value, writer.words) : { value: change.value.value, unit: change.unit }
}

function changeCells(change: MetricChange | undefined, { text }: Writer): readonly SheetCell[] {
  if (change?.change === undefined || change.verdict === undefined) return [undefined, undefined, undefined]
  const tone = change.verdict === 'better' || change.verdict === 'worse' ? change.verdict : undefined
  return [
    isNumber(change.unit) ? { value: change.change, unit: change.unit, tone } : undefined,
    change.relative === undefined ? undefined : { value: change.relative, unit: 'share', tone },
    text(change.verdict === 'same' ? (change.change === 0 ? 'change.none' : 'change.about-the-same') : `change.${change.verdict}`),
  ]
}

function isNumber(unit: MetricUnit): unit is Exclude<MetricUnit, 'grade'> {
  return unit !== 'grade'
}
