import { plansSection } from './plans-section'
import type { Block, Report } from './report'
import { type ReportInput, type Writer, writerOf } from './report-input'
import { measuresTable, scoreSection } from './score-section'
import { settingsSection } from './settings-section'
import { shareSection } from './share-section'
import { tripsSection } from './trips-section'

/** The comparison of a workshop's designs as headings, tables and figures, in the order in which a board asks. */
export function composeReport(input: ReportInput): Report {
  const writer = writerOf(input)
  const { text, workshop, settings } = writer
  // One separation is the whole of it, and would be said twice.
  const hasSeparations = (settings?.separations.length ?? 0) > 1
  return {
    title: workshop?.title ?? '',
    subtitle: [workshop?.service, workshop?.site].filter((part) => part !== undefined && part !== '').join(', '),
    blocks: [
      ...aimsBlocks(writer),
      ...scoreSection(writer),
      ...shareSection(writer),
      ...plansSection(writer),
      { type: 'pageBreak' },
      ...tripsSection(writer),
      { type: 'heading', level: 2, text: text('report.allMeasures') },
      measuresTable(writer, text('report.allMeasures'), ({ subject }) => subject?.startsWith('separation:') !== true || hasSeparations),
      ...roomLevelBlocks(writer),
      ...settingsSection(writer),
    ],
  }
}

function aimsBlocks({ workshop, text, comparison }: Writer): readonly Block[] {
  const today = comparison.designs.find(({ isDatum }) => isDatum)?.design.name
  const names = comparison.designs.filter(({ isDatum }) => !isDatum).map(({ design }) => design.name)
  const about = today === undefined ? text('report.aboutAll', { designs: names }) : text('report.about', { today, designs: names })
  const aims = workshop?.aims ?? []
  return [
    { type: 'paragraph', text: names.length === 0 && today !== undefined ? text('report.aboutOne', { today }) : about },
    ...(aims.length === 0
      ? []
      : [
          { type: 'heading' as const, level: 3 as const, text: text('report.aims') },
          { type: 'list' as const, items: aims },
        ]),
  ]
}

/** Where designs differ in how much furniture is drawn, room points are the fairer comparison. */
function roomLevelBlocks(writer: Writer): readonly Block[] {
  const { comparison, text, words } = writer
  if (comparison.designs.every(({ roomLevel }) => roomLevel.length === 0)) return []
  const atRoomLevel = {
    ...writer,
    words,
    comparison: { ...comparison, designs: comparison.designs.map((design) => ({ ...design, whole: design.roomLevel })) },
  }
  return [
    { type: 'heading', level: 2, text: text('report.roomLevel') },
    { type: 'paragraph', text: text('report.roomLevelNote'), tone: 'note' },
    measuresTable(atRoomLevel, text('report.roomLevel'), ({ unit }) => unit === 'metre'),
  ]
}
