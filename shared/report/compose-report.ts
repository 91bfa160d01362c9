import { boardSection } from './board-section'
import { briefSection } from './brief-section'
import { differencesSection } from './differences-section'
import { glossarySection } from './glossary-section'
import { notesSection } from './notes-section'
import { plansSection } from './plans-section'
import { rangesSection } from './ranges-section'
import type { Block, Report } from './report'
import { type ReportInput, type Writer, writerOf } from './report-input'
import { measuresTable, scoreSection } from './score-section'
import { findingsSection, settingsSection } from './settings-section'
import { shareSection } from './share-section'
import { simulatedSection } from './simulated-section'
import { tripsSection } from './trips-section'
import { worstSection } from './worst-section'

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
      ...boardSection(writer),
      ...scoreSection(writer),
      ...rangesSection(writer),
      { type: 'pageBreak' },
      ...simulatedSection(writer),
      ...worstSection(writer),
      ...shareSection(writer),
      ...briefSection(writer),
      ...plansSection(writer),
      { type: 'pageBreak' },
      ...differencesSection(writer),
      ...tripsSection(writer),
      { type: 'heading', level: 2, text: text('report.allMeasures') },
      measuresTable(writer, text('report.allMeasures'), ({ subject }) => subject?.startsWith('separation:') !== true || hasSeparations),
      ...roomLevelBlocks(writer),
      ...settingsSection(writer),
      ...glossarySection(writer),
      ...notesSection(writer),
      ...findingsSection(writer),
    ],
  }
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
