import type { SimulatedFigure } from '#shared/comparison/simulated'
import { simulatedRows } from '#shared/comparison/simulated-groups'
import { bandsSection } from './bands-section'
import type { Block, Cell, Row, TableBlock } from './report'
import type { Writer } from './report-input'
import { differenceDirection, differenceText, intervalTexts, neededMessage } from './simulated-figures'
import type { SimulatedInput } from './simulated-input'
import { simulatedName } from './simulated-text'

/** What simulated days came to, with how sure that is; nothing where none were run. */
export function simulatedSection(writer: Writer): readonly Block[] {
  const { simulated, text } = writer
  if (simulated === undefined) return []
  return [
    { type: 'heading', level: 2, text: text('simulate.results') },
    { type: 'paragraph', tone: 'note', text: termsText(simulated, writer) },
    ...simulated.comparison.designs.flatMap(({ runs: { design, stopped } }): Block[] =>
      stopped === undefined
        ? []
        : [
            {
              type: 'paragraph',
              tone: 'warning',
              text: text('cli.simulate.stopped', { design: designName(design, writer), why: text(stopped.reason) }),
            },
          ],
    ),
    simulatedTable(simulated, writer),
    ...bandsSection(simulated, writer),
    { type: 'pageBreak' },
  ]
}

/** On which terms days were run, in a sentence or two. */
export function termsText({ terms, scenario }: SimulatedInput, { text }: Writer): string {
  const { replications, days, seed, warmUp } = terms
  const said = text('simulate.terms-said', { runs: replications, days, seed, scenario: text(scenario) })
  return [said, ...(warmUp > 0 ? [text('simulate.warmUp-said', { days: warmUp })] : []), text('simulate.crowding')].join(' ')
}

function designName(id: string, { comparison }: Writer): string {
  return comparison.designs.find(({ design }) => design.id === id)?.design.name ?? id
}

function simulatedTable({ comparison }: SimulatedInput, writer: Writer): TableBlock {
  const { text, words, document } = writer
  const designs = comparison.designs.map(({ runs }) => runs.design)
  const rows = simulatedRows(comparison, false).flatMap(({ group, rows: own }): Row[] => [
    { cells: [{ text: text(`simulatedGroup.${group}`) }, ...designs.map(() => ({ text: '' }))], isGroup: true },
    ...own.map(
      ({ name, figures }): Row => ({
        cells: [{ text: simulatedName(name, words, document) }, ...designs.map((design) => cellOf(figures.get(design), writer))],
      }),
    ),
  ])
  return {
    type: 'table',
    caption: text('simulate.results'),
    columns: [
      { text: text('report.measure'), align: 'left' },
      ...designs.map((design) => ({ text: designName(design, writer), align: 'right' as const })),
    ],
    rows,
  }
}

function cellOf(figure: SimulatedFigure | undefined, { text, words }: Writer): Cell {
  if (figure === undefined) return { text: text('report.none') }
  const { mean, range } = intervalTexts(figure, words)
  const { difference, interval } = figure
  const needed = difference && neededMessage(difference)
  const notes = [difference && differenceText(difference, words), needed && text(needed)].filter((note) => note !== undefined)
  return {
    text: mean,
    range,
    value: Number.isFinite(interval.mean) ? interval.mean : undefined,
    note: notes.length === 0 ? undefined : notes.join('. '),
    verdict: difference === undefined || difference.verdict === 'unclear' ? undefined : difference.verdict,
    direction: difference && differenceDirection(difference),
  }
}
