import type { Block } from './report'
import type { Writer } from './report-input'
import { rowsOfMeasures } from './score-section'

/** How each measure of this report is taken, in a line. */
export function glossarySection(writer: Writer): readonly Block[] {
  const { comparison, text } = writer
  const metrics = new Set(rowsOfMeasures(comparison, () => true).map(({ first }) => first.metric))
  return [
    { type: 'heading', level: 2, text: text('report.glossary') },
    { type: 'terms', terms: [...metrics].map((metric) => ({ term: text(`metric.${metric}`), text: text(`glossary.${metric}`) })) },
  ]
}
