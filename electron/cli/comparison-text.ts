import { type MetricChange, nameOf } from '#shared/comparison/change-of'
import type { Comparison, DesignComparison } from '#shared/comparison/comparison'
import { recordsOf, type WardDocument } from '#shared/document/document'
import { decimalText, percentText } from '#shared/report/figures'
import { figureText, metricName } from '#shared/report/metric-text'
import { isHeadline, rowsOfMeasures } from '#shared/report/score-section'
import { said, tableText, WORDS, wrappedText } from './output'

/** So many designs stand beside today before a new table begins: 100 to 120 columns hold no more. */
const DESIGNS_A_TABLE = 3
/** Longer names of measures go on below. Characters. */
const NAME_WIDTH = 30

/** The headlines for the terminal: a row a measure, today, and for each other design its value, the change and the verdict. */
export function comparisonText(document: WardDocument, comparison: Comparison): string {
  const { designs } = comparison
  const today = designs.filter(({ isDatum }) => isDatum)
  const others = designs.filter(({ isDatum }) => !isDatum)
  const tables: string[] = []
  for (let at = 0; at === 0 || at < others.length; at += DESIGNS_A_TABLE) {
    tables.push(tableOf(document, comparison, [...today, ...others.slice(at, at + DESIGNS_A_TABLE)]))
  }
  const notes = designs.flatMap(({ design, overloaded }) =>
    overloaded.length === 0 ? [] : [`${said({ key: 'report.notRanked', values: { design: design.name, why: overloaded.map(said).join(' ') } })}\n`],
  )
  return tables.join('\n') + notes.join('')
}

function tableOf(document: WardDocument, comparison: Comparison, designs: readonly DesignComparison[]): string {
  const currency = recordsOf(document.workshop, 'workshop')[0]?.currency
  const header = ['', ...designs.flatMap(({ design, isDatum }) => (isDatum ? [design.name] : [design.name, '']))]
  const rows = rowsOfMeasures(comparison, isHeadline).flatMap(({ name, first }) => {
    const [line = '', ...more] = wrappedText(metricName(first, WORDS, document.workshop), NAME_WIDTH)
    const cells = designs.flatMap((design) => {
      const change = design.whole.find((one) => nameOf(one) === name)
      const figure =
        change?.value.status === 'available' ? figureText(change.unit, change.value.value, WORDS, currency) : said({ key: 'report.none', values: {} })
      // What a grade adds after a comma would make every column as wide.
      const value = change?.unit === 'grade' ? (figure.split(',')[0] ?? figure) : figure
      return design.isDatum ? [value] : [value, change === undefined ? '' : shortChange(change)]
    })
    return [[line, ...cells], ...more.map((text) => [text])]
  })
  return tableText([header, ...rows])
}

/** The change in few letters: "-58 % better", "+17 points better", "about the same"; nothing where nothing changed. */
function shortChange({ change, relative, unit, verdict }: MetricChange): string {
  if (change === undefined || verdict === undefined || change === 0) return ''
  if (verdict === 'same') return said({ key: 'change.about-the-same', values: {} })
  const sign = change > 0 ? '+' : ''
  const size =
    unit === 'share'
      ? `${sign}${said({ key: 'cli.points', values: { points: decimalText(change * 100, Math.abs(change) < 0.0995 ? 1 : 0) } })} `
      : relative === undefined
        ? ''
        : `${sign}${percentText(relative)} `
  return `${size}${said({ key: `change.${verdict}`, values: {} })}`
}
