import type { Comparison, MeasuredDesign } from '#shared/comparison/comparison'
import type { WardDocument } from '#shared/document/document'
import { withSimulatedWords } from '#shared/report/plain-simulated'
import { plainText, plainWords } from '#shared/report/plain-words'
import { rangeLines } from '#shared/report/ranges-section'
import type { SimulatedInput } from '#shared/report/simulated-input'
import { paragraphText, said, WORDS } from './output'

/** What stands before a sentence. */
const BULLET = '  - '

/** Each design in a few sentences, a sentence a paragraph. */
export function plainLines(document: WardDocument, measured: readonly MeasuredDesign[], comparison: Comparison, simulated?: SimulatedInput): string {
  return withSimulatedWords(plainWords(document, measured, comparison), simulated)
    .map(({ design, sentences }) => {
      const name = measured.find((one) => one.design.id === design)?.design.name ?? design
      return `\n${name}\n${sentences.map((sentence) => paragraphText(plainText(sentence, WORDS), BULLET)).join('')}`
    })
    .join('')
}

/** The headlines that hang on which of two ways is taken, a line each under the reason why; nothing where none does. */
export function rangeParagraphs(document: WardDocument, measured: readonly MeasuredDesign[], comparison: Comparison): string {
  const lines = rangeLines({ document, measured, comparison, words: WORDS })
  return lines.length === 0 ? '' : `\n${said({ key: 'cli.ranges', values: {} })}\n${lines.map((line) => paragraphText(line, BULLET)).join('')}`
}
