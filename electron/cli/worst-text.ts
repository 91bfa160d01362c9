import type { BendCell } from '#shared/comparison/bend'
import { recordsOf, type WardDocument } from '#shared/document/document'
import type { Design } from '#shared/document/elements/design'
import { simulatedFigureText } from '#shared/report/simulated-figures'
import { simulatedName } from '#shared/report/simulated-text'
import { riseTexts, risingOf } from '#shared/report/worst-figures'
import { type WorstFigure, type WorstInput, worstVerdict } from '#shared/report/worst-input'
import { said, tableText, WORDS } from './output'

/** Worst days for the terminal: day by day by the figure that is looked at first, what they add by every other, and who bends least. Nothing where none were run. */
export function worstText(document: WardDocument, designs: readonly Design[], worst: WorstInput | undefined): string {
  const [first] = worst?.figures ?? []
  if (worst === undefined || first === undefined) return ''
  const nameOf = (design: string) => designs.find(({ id }) => id === design)?.name ?? design
  const header = ['', ...first.bends.map(({ design }) => nameOf(design))]
  const days = worst.days.map(({ scenario }, at) => [`  ${said(scenario)}`, ...first.bends.map(({ cells }) => dayText(cells[at], first))])
  const rise = [`  ${said({ key: 'simulate.worst.rise', values: {} })}`, ...risesOf(first)]
  const others = risingOf(worst).map((figure) => [`  ${simulatedName(figure.name, WORDS, document)}`, ...risesOf(figure)])
  const smallest = recordsOf(document.workshop, 'settings')[0]?.smallestDifference ?? 0
  const name = simulatedName(first.name, WORDS, document)
  const verdict = said(worstVerdict(first, nameOf, smallest))
  const stopped = first.bends.flatMap(({ design, cells }) =>
    cells.flatMap(({ stopped: why }, at) => {
      const day = worst.days[at]
      if (why === undefined || day === undefined) return []
      return [`${said({ key: 'cli.worst.why', values: { design: nameOf(design), day: day.scenario, why } })}\n`]
    }),
  )
  return [
    `\n${said({ key: 'cli.worst', values: { figure: name } })}\n`,
    tableText([header, ...days, rise]),
    ...stopped,
    `${verdict}\n`,
    ...(others.length === 0 ? [] : [`\n${said({ key: 'report.worst.rises', values: {} })}\n`, tableText([header, ...others])]),
  ].join('')
}

/** The mean of a day, and what the day adds to the usual one, where that is known to be something. */
function dayText(cell: BendCell | undefined, { name }: WorstFigure): string {
  if (cell?.stopped !== undefined) return said({ key: 'cli.worst.stopped', values: {} })
  if (cell?.interval === undefined) return said({ key: 'report.none', values: {} })
  const mean = simulatedFigureText(name, cell.interval.mean, WORDS)
  const { difference } = cell
  if (difference === undefined) return mean
  if (difference.verdict === 'same' || difference.verdict === 'unclear')
    return `${mean}, ${said({ key: `simulated.verdict.${difference.verdict}`, values: {} })}`
  const by = difference.interval.mean
  const size = simulatedFigureText(name, Math.abs(by), WORDS)
  return `${mean} (${by < 0 ? '-' : '+'}${size})`
}

function risesOf(figure: WorstFigure): readonly string[] {
  return figure.bends.map((bend) => {
    const texts = riseTexts(figure, bend, WORDS)
    if (texts === undefined) return said({ key: 'report.none', values: {} })
    const best = figure.least.includes(bend.design) ? `, ${said({ key: 'simulate.worst.best', values: {} })}` : ''
    return `${texts.amount}${texts.share === undefined ? '' : `, ${texts.share}`}${best}`
  })
}
