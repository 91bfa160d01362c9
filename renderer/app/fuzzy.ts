/** What a match is worth: a letter at the start of a word more than one inside it, and letters in a row more than scattered ones. */
const AT_START = 8
const IN_A_ROW = 5
const ANYWHERE = 1
/** Of each letter that the text has beside those asked for. */
const LONGER = 0.02

/**
 * How well a text answers what is typed: all its words must be found, each as letters in their order that begin where a word of the text
 * does. Larger is better; undefined where one of them is not there.
 */
export function fuzzyScore(typed: string, text: string): number | undefined {
  const within = plain(text)
  let total = 0
  for (const word of plain(typed).split(' ')) {
    if (word === '') continue
    const score = wordScore(word, within)
    if (score === undefined) return undefined
    total += score
  }
  return total - within.length * LONGER
}

function wordScore(word: string, text: string): number | undefined {
  let best: number | undefined
  for (let start = text.indexOf(word[0] ?? ''); start !== -1; start = text.indexOf(word[0] ?? '', start + 1)) {
    if (start > 0 && text[start - 1] !== ' ') continue
    const score = scoreFrom(word, text, start)
    if (score !== undefined && (best === undefined || score > best)) best = score
  }
  return best
}

function scoreFrom(word: string, text: string, start: number): number | undefined {
  let score = AT_START
  let at = start
  for (const letter of word.slice(1)) {
    const next = text.indexOf(letter, at + 1)
    if (next === -1) return undefined
    score += next === at + 1 ? IN_A_ROW : text[next - 1] === ' ' ? AT_START / 2 : ANYWHERE
    at = next
  }
  return score
}

/** Without capitals, accents and points. */
function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
