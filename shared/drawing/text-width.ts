/**
 * Width of a text set in Inter at 1 em, near enough (within 8 %) to say whether it fits: the drawing
 * knows no font. Classes of advance widths read from Inter 4.
 */
export function textWidth(text: string): number {
  let width = 0
  for (const letter of text) width += letterWidth(letter)
  return width
}

function letterWidth(letter: string): number {
  if (NARROW.has(letter)) return 0.28
  if (SLIM.has(letter)) return 0.38
  if (WIDE.has(letter)) return 0.88
  if (letter >= 'A' && letter <= 'Z') return 0.68
  if (letter >= '0' && letter <= '9') return 0.63
  return 0.58
}

const NARROW = new Set([' ', 'i', 'l', 'j', 'I', '.', ',', "'", ':', ';', '|', '!', '·'])
const SLIM = new Set(['f', 'r', 't', '(', ')', '-', '/', '²'])
const WIDE = new Set(['m', 'w', 'M', 'W', '%', '–', '—'])

/**
 * The ways to break a name at its spaces into at most `most` lines, fewest lines first; each the
 * one whose longest line is shortest.
 */
export function brokenIntoLines(text: string, most: number): string[][] {
  const words = text.split(' ').filter((word) => word !== '')
  const ways: string[][] = []
  for (let lines = 1; lines <= Math.min(most, words.length); lines++) ways.push(evenLines(words, lines))
  return ways
}

function evenLines(words: readonly string[], lines: number): string[] {
  if (lines === 1) return [words.join(' ')]
  let best: string[] = [words.join(' ')]
  let narrowest = Number.POSITIVE_INFINITY
  for (let first = 1; first <= words.length - lines + 1; first++) {
    const way = [words.slice(0, first).join(' '), ...evenLines(words.slice(first), lines - 1)]
    const width = Math.max(...way.map(textWidth))
    if (width < narrowest) [best, narrowest] = [way, width]
  }
  return best
}
