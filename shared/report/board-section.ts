import type { MetricKey } from '#shared/metrics/measurement'
import { shortLine } from './metric-text'
import type { Block } from './report'
import type { Writer } from './report-input'
import { measuresTable, scoreCards } from './score-section'

/** What a board asks first: who walks, how often a patient is handed over, whether clean meets used, who is seen, how large it is. */
const BOARD: readonly MetricKey[] = [
  'patientTravel',
  'staffTravelPerPatient',
  'handoffs',
  'sharedMetresPerTrip',
  'conflictPlaces',
  'dignityMetres',
  'observation',
  'grossArea',
]

/** The page for the board: what was compared and why, what speaks for and against each design, and the few measures that decide. */
export function boardSection(writer: Writer): readonly Block[] {
  const { workshop, text, comparison } = writer
  const today = comparison.designs.find(({ isDatum }) => isDatum)?.design.name
  const names = comparison.designs.filter(({ isDatum }) => !isDatum).map(({ design }) => design.name)
  const about = today === undefined ? text('report.aboutAll', { designs: names }) : text('report.about', { today, designs: names })
  const aims = workshop?.aims ?? []
  return [
    { type: 'paragraph', text: names.length === 0 && today !== undefined ? text('report.aboutOne', { today }) : about },
    ...(aims.length === 0 ? [] : [{ type: 'paragraph' as const, text: text('report.aimsLine', { aims: aims.join('; ') }), tone: 'note' as const }]),
    ...scoreCards(writer),
    {
      ...measuresTable(writer, text('report.board'), ({ metric, subject }) => subject === undefined && BOARD.includes(metric), shortLine),
      isDense: true,
    },
    { type: 'pageBreak' },
  ]
}
