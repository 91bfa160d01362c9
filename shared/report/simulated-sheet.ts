import type { SimulatedFigure } from '#shared/comparison/simulated'
import { simulatedRows } from '#shared/comparison/simulated-groups'
import type { Writer } from './report-input'
import { termsText } from './simulated-section'
import { simulatedName } from './simulated-text'
import type { Sheet, SheetCell, SheetColumn } from './workbook'

/** Every simulated figure, unrounded: for each design its mean and interval, and the difference to today with its own. */
export function simulatedSheets(writer: Writer): readonly Sheet[] {
  const { simulated, text, words, document, comparison } = writer
  if (simulated === undefined) return []
  const { designs, datum } = simulated.comparison
  const nameOf = (id: string) => comparison.designs.find(({ design }) => design.id === id)?.design.name ?? id
  const columns = designs.flatMap(({ runs: { design } }): SheetColumn[] => {
    const own = ['sheet.mean', 'sheet.low', 'sheet.high']
    const against = design === datum ? [] : ['sheet.change', 'sheet.changeLow', 'sheet.changeHigh', 'sheet.verdict']
    return [...own, ...against].map((key) => ({ text: text(key, { design: nameOf(design) }), width: 16 }))
  })
  const rows = simulatedRows(simulated.comparison, true).flatMap(({ rows: own }) =>
    own.map(({ name, figures }): SheetCell[] => [
      simulatedName(name, words, document),
      text(`unit.${name.unit}`),
      ...designs.flatMap(({ runs: { design } }) => cellsOf(figures.get(design), design === datum, writer)),
    ]),
  )
  return [
    {
      name: text('simulate.results'),
      columns: [{ text: text('report.measure'), width: 52 }, { text: text('sheet.unit'), width: 8 }, ...columns],
      rows: [...rows, [termsText(simulated, writer)]],
    },
  ]
}

function cellsOf(figure: SimulatedFigure | undefined, isDatum: boolean, { text }: Writer): readonly SheetCell[] {
  const width = isDatum ? 3 : 7
  if (figure === undefined) return Array.from({ length: width }, () => undefined)
  const { name, interval, difference } = figure
  const cell = (value: number | undefined): SheetCell =>
    value === undefined || !Number.isFinite(value) || name.unit === 'grade' ? undefined : { value, unit: name.unit }
  const own = [cell(interval.mean), cell(interval.low), cell(interval.high)]
  if (isDatum) return own
  const verdict = difference === undefined ? undefined : text(`simulated.verdict.${difference.verdict}`)
  return [...own, cell(difference?.interval.mean), cell(difference?.interval.low), cell(difference?.interval.high), verdict]
}
