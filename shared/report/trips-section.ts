import type { MetricChange } from '#shared/comparison/change-of'
import type { Measurement, MetricKey } from '#shared/metrics/measurement'
import { changeLine } from './metric-text'
import type { Block, Cell, Row } from './report'
import type { Writer } from './report-input'
import { largestChanges } from './score-section'

const CHANGES_SHOWN = 4
/** Made of the very trips that another headline shows. */
const SAID_ELSEWHERE: ReadonlySet<MetricKey> = new Set(['staffTravelPerPersonShift'])
const PARTS_SHOWN = 6

/** What the largest changes in metres of each design are made of: today's parts beside its own, largest first. */
export function tripsSection(writer: Writer): readonly Block[] {
  const { comparison, measured, text } = writer
  const today = measured.find(({ design }) => design.id === comparison.datum)
  if (today === undefined) return []
  const tables = comparison.designs.flatMap((design): Block[] => {
    const own = measured.find((one) => one.design.id === design.design.id)?.own
    if (design.isDatum || own === undefined) return []
    return largestChanges(design, Number.POSITIVE_INFINITY)
      .filter(
        ({ unit, metric, subject }) =>
          unit === 'metre' &&
          !SAID_ELSEWHERE.has(metric) &&
          (own.parts(metric, subject).length > 0 || today.reference.parts(metric, subject).length > 0),
      )
      .slice(0, CHANGES_SHOWN)
      .map((change) => partsTable(change, design.design.name, today.reference, own, writer))
  })
  if (tables.length === 0) return []
  return [{ type: 'heading', level: 2, text: text('report.trips') }, { type: 'paragraph', text: text('report.tripsNote'), tone: 'note' }, ...tables]
}

function partsTable(change: MetricChange, design: string, today: Measurement, own: Measurement, writer: Writer): Block {
  const { text, metric } = writer
  const [before, after] = [partCells(change, today, writer), partCells(change, own, writer)]
  const empty: readonly Cell[] = [{ text: '' }, { text: '' }]
  const rows = Array.from(
    { length: Math.max(before.length, after.length) },
    (_, index): Row => ({ cells: [...(before[index] ?? empty), ...(after[index] ?? empty)] }),
  )
  const caption = text('report.tripsOf', { metric: metric(change), design, change: changeLine(change, writer.words, writer.currency) })
  const columns = [
    { text: text('report.today'), align: 'left' as const },
    { text: '', align: 'right' as const },
    { text: design, align: 'left' as const },
    { text: '', align: 'right' as const },
  ]
  return { type: 'table', caption, columns, rows }
}

function partCells({ metric, subject, unit }: MetricChange, measurement: Measurement, writer: Writer): readonly (readonly Cell[])[] {
  const parts = measurement.parts(metric, subject)
  const shown = parts.slice(0, PARTS_SHOWN).map((part): Cell[] => [{ text: writer.text(part.subject) }, { text: writer.figure(unit, part.amount) }])
  if (parts.length <= PARTS_SHOWN) return shown
  return [...shown, [{ text: writer.text('report.moreParts', { count: parts.length - PARTS_SHOWN }) }, { text: '' }]]
}
