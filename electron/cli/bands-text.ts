import type { WardDocument } from '#shared/document/document'
import type { Design } from '#shared/document/elements/design'
import { bandsSection } from '#shared/report/bands-section'
import type { Block, Cell } from '#shared/report/report'
import type { SimulatedInput } from '#shared/report/simulated-input'
import { paragraphText, said, tableText, WORDS, wrappedText } from './output'

/** Names of figures go on below. Characters. */
const NAME_WIDTH = 46

/** What was published of real units beside what was simulated, for the terminal: the report's own section, as plain text. */
export function bandsText(document: WardDocument, designs: readonly Design[], simulated: SimulatedInput): string {
  const blocks = bandsSection(simulated, {
    text: (key, values = {}) => said(typeof key === 'string' ? { key, values } : key),
    words: WORDS,
    document,
    comparison: { designs: designs.map((design) => ({ design })) },
  })
  return blocks.map((block) => `\n${blockText(block)}`).join('')
}

function blockText(block: Block): string {
  switch (block.type) {
    case 'heading':
      return `${block.text}\n`
    case 'paragraph':
      return paragraphText(block.text, '')
    case 'list':
      return block.items.map((item) => paragraphText(item, '  - ')).join('')
    case 'table': {
      const rows = block.rows.flatMap(({ cells: [first, ...rest], isGroup }) => {
        const [line = '', ...more] = wrappedText(cellText(first), NAME_WIDTH)
        // Who published it runs on over the columns, which are empty beside it.
        return isGroup === true
          ? [[cellText(first, ': ')]]
          : [[`  ${line}`, ...rest.map((cell) => cellText(cell))], ...more.map((text) => [`  ${text}`])]
      })
      return tableText([block.columns.map(({ text }) => text), ...rows])
    }
    default:
      return ''
  }
}

function cellText(cell: Cell | undefined, between = ', '): string {
  return [cell?.text, cell?.note].filter((text) => text !== undefined && text !== '').join(between)
}
