import type { Design } from '#shared/document/elements/design'
import { type BandCheck, withoutBand } from '#shared/metrics/published-bands'
import type { Block, Cell, Row } from './report'
import type { Writer as WholeWriter } from './report-input'
import { rangeText, simulatedFigureText } from './simulated-figures'
import type { SimulatedInput } from './simulated-input'
import { simulatedName } from './simulated-text'

/** What of a writer it takes: of the comparison the names of its designs. */
type Writer = Pick<WholeWriter, 'text' | 'words' | 'document'> & {
  readonly comparison: { readonly designs: readonly { readonly design: Pick<Design, 'id' | 'name'> }[] }
}

/** A figure held against what was published of it, and of which design it is. */
type Held = BandCheck & { readonly design: string }
type Verdict = BandCheck['verdict']

const VERDICTS: readonly Verdict[] = ['inside', 'below', 'above']
const DIRECTIONS = { inside: 'none', below: 'down', above: 'up' } as const

/**
 * What was published of real units, beside what was simulated here: how many figures are inside, a row a figure with the designs side by
 * side, and what may be behind those outside, said once of each kind. What nothing is published about is told below.
 */
export function bandsSection({ comparison, bands }: SimulatedInput, writer: Writer): readonly Block[] {
  const { text } = writer
  if (comparison.designs.every(({ runs }) => runs.stopped !== undefined)) return []
  const held = comparison.designs.flatMap(({ runs }, index) => (bands[index] ?? []).map((band): Held => ({ ...band, design: runs.design })))
  const missing = withoutBand(bands).map((why): Block => ({ type: 'paragraph', tone: 'note', text: text(why) }))
  const heading: Block = { type: 'heading', level: 3, text: text('simulate.bands') }
  if (held.length === 0) return [heading, ...missing]
  const [inside = 0, below = 0, above = 0] = VERDICTS.map((verdict) => held.filter((one) => one.verdict === verdict).length)
  const designs = comparison.designs.map(({ runs }) => runs.design).filter((design) => held.some((one) => one.design === design))
  const whys = explained(held)
  return [
    heading,
    { type: 'paragraph', text: text('bands.summary', { count: held.length, inside, below, above }) },
    {
      type: 'table',
      caption: text('simulate.bands'),
      columns: [
        { text: text('report.measure'), align: 'left' },
        { text: text('simulate.published'), align: 'right' },
        ...designs.map((design) => ({ text: nameOf(design, writer), align: 'right' as const })),
      ],
      rows: rowsOf(held, designs, writer),
    },
    ...(whys.length === 0
      ? []
      : [
          { type: 'paragraph' as const, tone: 'note' as const, text: text('bands.why') },
          {
            type: 'list' as const,
            items: whys.map((one) => text('bands.whyOf', { figure: figureName(one, writer), design: nameOf(one.design, writer), why: one.why })),
          },
        ]),
    ...missing,
  ]
}

/** A row a figure, under who published of it; a cell a design. */
function rowsOf(held: readonly Held[], designs: readonly string[], writer: Writer): readonly Row[] {
  const { text, words } = writer
  return grouped(held, ({ key }) => key).flatMap((ofKey): readonly Row[] => {
    const { key, source } = ofKey[0]
    const blank = designs.map((): Cell => ({ text: '' }))
    const figures = grouped(ofKey, ({ name, low, high }) => `${name.metric} ${name.subject} ${low} ${high}`)
    return [
      { cells: [{ text: text(`bands.of.${key}`), note: text(source) }, { text: '' }, ...blank], isGroup: true },
      ...figures.map((ofFigure): Row => {
        const { name, low, high } = ofFigure[0]
        const cellOf = (design: string): Cell => {
          const one = ofFigure.find((each) => each.design === design)
          if (one === undefined) return { text: text('report.none') }
          const said = simulatedFigureText(name, one.mean, words)
          return { text: said, value: one.mean, note: text(`band.${one.verdict}`), direction: DIRECTIONS[one.verdict] }
        }
        return { cells: [{ text: figureName({ name }, writer) }, { text: rangeText(name, low, high, words) }, ...designs.map(cellOf)] }
      }),
    ]
  })
}

type Group = readonly [Held, ...Held[]]

/** Those of one key together, in the order in which keys first come. */
function grouped(held: readonly Held[], keyOf: (one: Held) => string): readonly Group[] {
  const groups = new Map<string, [Held, ...Held[]]>()
  for (const one of held) {
    const group = groups.get(keyOf(one))
    if (group === undefined) groups.set(keyOf(one), [one])
    else group.push(one)
  }
  return [...groups.values()]
}

/** Of each kind of figure, below and above: the one that lies furthest outside for its band. */
function explained(held: readonly Held[]): readonly Held[] {
  const furthest = new Map<string, Held>()
  for (const one of held) {
    if (one.verdict === 'inside') continue
    const kind = `${one.key} ${one.verdict}`
    const before = furthest.get(kind)
    if (before === undefined || outside(one) > outside(before)) furthest.set(kind, one)
  }
  return [...furthest.values()]
}

/** How far a figure lies outside its band, as a share of the end that it is beyond. */
function outside({ mean, low, high, verdict }: Held): number {
  return verdict === 'below' ? (low - mean) / low : (mean - high) / high
}

function figureName({ name }: Pick<Held, 'name'>, { words, document }: Writer): string {
  return simulatedName(name, words, document)
}

function nameOf(id: string, { comparison }: Writer): string {
  return comparison.designs.find(({ design }) => design.id === id)?.design.name ?? id
}
