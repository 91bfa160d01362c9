import type { BendCell } from '#shared/comparison/bend'
import type { Block, Cell, Row, TableBlock } from './report'
import type { Writer } from './report-input'
import { differenceDirection, differenceText, intervalTexts } from './simulated-figures'
import { simulatedName } from './simulated-text'
import type { Sheet, SheetCell, SheetColumn } from './workbook'
import { riseTexts, risingOf } from './worst-figures'
import { type WorstFigure, type WorstInput, worstVerdict } from './worst-input'

/** What worse days do to each design: day by day by the figure that is looked at first, and what they come to by every other. Nothing where none were run. */
export function worstSection(writer: Writer): readonly Block[] {
  const { worst, text, settings, words, document } = writer
  const [first] = worst?.figures ?? []
  if (worst === undefined || first === undefined) return []
  const verdict = worstVerdict(first, (design) => designName(design, writer), settings?.smallestDifference ?? 0)
  return [
    { type: 'heading', level: 2, text: text('simulate.worst') },
    { type: 'paragraph', tone: 'note', text: worstTermsText(worst, writer) },
    { type: 'paragraph', text: text('report.worst.by', { figure: simulatedName(first.name, words, document), verdict }) },
    daysTable(worst, first, writer),
    ...(risingOf(worst).length === 0 ? [] : [risesTable(worst, writer)]),
    { type: 'pageBreak' },
  ]
}

/** What the days are held against, and on which terms they were run. */
function worstTermsText({ terms: { replications, days, seed, warmUp } }: WorstInput, { text }: Writer): string {
  const said = text('report.worst.terms', { runs: replications, days, seed })
  return warmUp > 0 ? `${said} ${text('simulate.warmUp-said', { days: warmUp })}` : said
}

function designName(id: string, { comparison }: Writer): string {
  return comparison.designs.find(({ design }) => design.id === id)?.design.name ?? id
}

function daysTable({ days }: WorstInput, figure: WorstFigure, writer: Writer): TableBlock {
  const { text, words, document } = writer
  return {
    type: 'table',
    caption: simulatedName(figure.name, words, document),
    columns: columnsOf(text('simulate.worst.day'), figure, writer),
    rows: [
      ...days.map(
        ({ scenario }, at): Row => ({ cells: [{ text: text(scenario) }, ...figure.bends.map(({ cells }) => dayCell(cells[at], figure, writer))] }),
      ),
      { cells: [{ text: text('simulate.worst.rise') }, ...risesOf(figure, writer)] },
    ],
  }
}

/** Every figure, and what the worse days add to it on average. */
function risesTable(worst: WorstInput, writer: Writer): TableBlock {
  const { text, words, document } = writer
  return {
    type: 'table',
    caption: text('report.worst.rises'),
    columns: columnsOf(text('report.measure'), worst.figures[0], writer),
    rows: risingOf(worst).map((figure): Row => ({ cells: [{ text: simulatedName(figure.name, words, document) }, ...risesOf(figure, writer)] })),
  }
}

function columnsOf(first: string, figure: WorstFigure | undefined, writer: Writer): TableBlock['columns'] {
  return [
    { text: first, align: 'left' },
    ...(figure?.bends ?? []).map(({ design }) => ({ text: designName(design, writer), align: 'right' as const })),
  ]
}

function dayCell(cell: BendCell | undefined, { name }: WorstFigure, { text, words }: Writer): Cell {
  if (cell?.stopped !== undefined) return { text: text(cell.stopped) }
  if (cell?.interval === undefined) return { text: text('report.none') }
  const { interval, difference } = cell
  const { mean, range } = intervalTexts({ name, interval }, words)
  return {
    text: mean,
    range,
    value: Number.isFinite(interval.mean) ? interval.mean : undefined,
    note: difference && differenceText(difference, words),
    verdict: difference === undefined || difference.verdict === 'unclear' ? undefined : difference.verdict,
    direction: difference && differenceDirection(difference),
  }
}

function risesOf(figure: WorstFigure, { text, words }: Writer): readonly Cell[] {
  return figure.bends.map((bend): Cell => {
    const said = riseTexts(figure, bend, words)
    if (said === undefined) return { text: text('report.none') }
    const best = figure.least.includes(bend.design) ? [text('simulate.worst.best')] : []
    return { text: said.amount, value: bend.rise, note: [...(said.share === undefined ? [] : [said.share]), ...best].join(', ') }
  })
}

/** Every figure on every day, unrounded: a row a figure and day, and for each design its mean and the difference to its own usual day, with their intervals. */
export function worstSheets(writer: Writer): readonly Sheet[] {
  const { worst, text, words, document } = writer
  if (worst === undefined) return []
  const designs = (worst.figures[0]?.bends ?? []).map(({ design }) => designName(design, writer))
  const keys = ['sheet.mean', 'sheet.low', 'sheet.high', 'sheet.change', 'sheet.changeLow', 'sheet.changeHigh', 'sheet.verdict']
  const rows = worst.figures.flatMap(({ name, bends }): SheetCell[][] => {
    const cell = (value: number | undefined): SheetCell =>
      value === undefined || !Number.isFinite(value) || name.unit === 'grade' ? undefined : { value, unit: name.unit }
    const own: SheetCell[] = [simulatedName(name, words, document), text(`unit.${name.unit}`)]
    const blank: SheetCell[] = keys.slice(1).map(() => undefined)
    return [
      ...worst.days.map(({ scenario }, at): SheetCell[] => [
        ...own,
        text(scenario),
        ...bends.flatMap(({ cells }): SheetCell[] => {
          const { stopped, interval, difference } = cells[at] ?? {}
          if (stopped !== undefined) return [text(stopped), ...blank]
          const by = difference?.interval
          const verdict = difference && text(`simulated.verdict.${difference.verdict}`)
          return [cell(interval?.mean), cell(interval?.low), cell(interval?.high), cell(by?.mean), cell(by?.low), cell(by?.high), verdict]
        }),
      ]),
      [...own, text('simulate.worst.rise'), ...bends.flatMap(({ rise }): SheetCell[] => [cell(rise), ...blank])],
    ]
  })
  return [
    {
      name: text('simulate.worst'),
      columns: [
        { text: text('report.measure'), width: 40 },
        { text: text('sheet.unit'), width: 8 },
        { text: text('simulate.worst.day'), width: 36 },
        ...designs.flatMap((design) => keys.map((key): SheetColumn => ({ text: text(key, { design }), width: 16 }))),
      ],
      rows: [...rows, [worstTermsText(worst, writer)]],
    },
  ]
}
