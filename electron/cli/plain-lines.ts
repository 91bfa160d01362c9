import type { Comparison, MeasuredDesign } from '#shared/comparison/comparison'
import type { WardDocument } from '#shared/document/document'
import { withSimulatedWords } from '#shared/report/plain-simulated'
import { plainText, plainWords } from '#shared/report/plain-words'
import { rangeLines } from '#shared/report/ranges-section'
import type { SimulatedInput } from '#shared/report/simulated-input'
import { said, WORDS } from './output'

/** As wide as the table above it may be. Characters. */
const WIDTH = 100

/** Each design in a few sentences, a sentence a paragraph. */
export function plainLines(document: WardDocument, measured: readonly MeasuredDesign[], comparison: Comparison, simulated?: SimulatedInput): string {
  return withSimulatedWords(plainWords(document, measured, comparison), simulated)
    .map(({ design, sentences }) => {
      const name = measured.find((one) => one.design.id === design)?.design.name ?? design
      return `\n${name}\n${sentences.map((sentence) => paragraph(plainText(sentence, WORDS))).join('')}`
    })
    .join('')
}

/** The headlines that hang on which of two ways is taken, a line each under the reason why; nothing where none does. */
export function rangeParagraphs(document: WardDocument, measured: readonly MeasuredDesign[], comparison: Comparison): string {
  const lines = rangeLines({ document, measured, comparison, words: WORDS })
  return lines.length === 0 ? '' : `\n${said({ key: 'cli.ranges', values: {} })}\n${lines.map(paragraph).join('')}`
}

function paragraph(text: string): string {
  const lines: string[] = []
  let line = '  -'
  for (const word of text.split(' ')) {
    if (line.length + 1 + word.length > WIDTH) {
      lines.push(line)
      line = '   '
    }
    line = `${line} ${word}`
  }
  return `${[...lines, line].join('\n')}\n`
}
