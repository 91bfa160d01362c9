import { plainText, plainWords } from './plain-words'
import type { Block } from './report'
import type { Writer } from './report-input'

/** What each design comes to in a few sentences, for those who read no table. */
export function plainSection({ document, measured, comparison, text, words }: Writer): readonly Block[] {
  const told = plainWords(document, measured, comparison).filter(({ sentences }) => sentences.length > 0)
  if (told.length === 0) return []
  return [
    { type: 'heading', level: 2, text: text('plain.title') },
    ...told.flatMap(({ design, sentences }): Block[] => [
      { type: 'heading', level: 3, text: comparison.designs.find((each) => each.design.id === design)?.design.name ?? '' },
      { type: 'list', items: sentences.map((sentence) => plainText(sentence, words)) },
    ]),
  ]
}
