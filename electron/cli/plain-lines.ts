import type { Comparison, MeasuredDesign } from '#shared/comparison/comparison'
import type { WardDocument } from '#shared/document/document'
import { withSimulatedWords } from '#shared/report/plain-simulated'
import { plainText, plainWords } from '#shared/report/plain-words'
import type { SimulatedInput } from '#shared/report/simulated-input'
import { WORDS } from './output'

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
