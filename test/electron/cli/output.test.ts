import { expect, it } from 'vitest'
import { paragraphText, tableText, wrappedText } from '../../../electron/cli/output'

it('sets rows as columns, and lets what ends a shorter row run on over the others', () => {
  const rows = [['Room', 'Area', 'Note'], ['Store', '12', 'too small'], ['the one beside the lift'], ['WC', '4', '']]
  expect(tableText(rows)).toBe('Room   Area  Note\nStore  12    too small\nthe one beside the lift\nWC     4\n')
})

it('breaks texts between words alone', () => {
  expect(wrappedText('a name of some length', 9)).toEqual(['a name of', '  some', '  length'])
  expect(wrappedText('indivisible', 4)).toEqual(['indivisible'])
  const words = Array.from({ length: 40 }, () => 'word').join(' ')
  const lines = paragraphText(words, '  - ').trimEnd().split('\n')
  expect(lines.map((line) => line.slice(0, 8))).toEqual(['  - word', '    word', '    word'])
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(100)
  expect(lines.join(' ').match(/word/g)).toHaveLength(40)
})
