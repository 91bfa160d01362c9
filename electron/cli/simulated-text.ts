import type { SimulatedFigure } from '#shared/comparison/simulated'
import { simulatedRows } from '#shared/comparison/simulated-groups'
import type { WardDocument } from '#shared/document/document'
import type { Design } from '#shared/document/elements/design'
import { differenceText, intervalTexts } from '#shared/report/simulated-figures'
import type { SimulatedInput } from '#shared/report/simulated-input'
import { simulatedName } from '#shared/report/simulated-text'
import { paragraphText, said, tableText, WORDS, wrappedText } from './output'

/** Longer names of figures go on below. Characters. */
const NAME_WIDTH = 46

/** Simulated days for the terminal: a table a design with every figure or those that a group decides by, then on which terms they were run. */
export function simulatedText(
  document: WardDocument,
  designs: readonly Design[],
  { comparison, terms, scenario }: SimulatedInput,
  isAll: boolean,
): string {
  const groups = simulatedRows(comparison, isAll)
  const tables = comparison.designs.flatMap(({ runs }) => {
    if (runs.stopped !== undefined) return []
    const heading = designs.find(({ id }) => id === runs.design)?.name ?? runs.design
    const rows = groups.flatMap(({ rows: own }) =>
      own.flatMap(({ figures }) => {
        const figure = figures.get(runs.design)
        if (figure === undefined) return []
        const [line = '', ...more] = wrappedText(simulatedName(figure.name, WORDS, document), NAME_WIDTH)
        return [[`  ${line}`, intervalText(figure), sentenceText(figure)], ...more.map((text) => [`  ${text}`])]
      }),
    )
    return [`${heading}\n${tableText(rows)}`]
  })
  // What could not be run has no terms to speak of: why not is said elsewhere.
  if (tables.length === 0) return ''
  const { replications, days, seed, warmUp } = terms
  const note = said({ key: 'cli.simulate.note', values: { runs: replications, days, seed } })
  const more = [
    ...(terms.scenario === undefined ? [] : [said(scenario)]),
    ...(warmUp > 0 ? [said({ key: 'simulate.warmUp-said', values: { days: warmUp } })] : []),
  ]
  return `${tables.join('\n')}\n${paragraphText([note, ...more].join(' '), '')}`
}

function intervalText(figure: SimulatedFigure): string {
  const { mean, range } = intervalTexts(figure, WORDS)
  return range === undefined ? mean : said({ key: 'simulated.interval', values: { mean, range } })
}

function sentenceText({ difference }: SimulatedFigure): string {
  return difference === undefined ? '' : differenceText(difference, WORDS)
}
