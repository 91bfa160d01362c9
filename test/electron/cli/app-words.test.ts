import { expect, test } from 'vitest'
import { appWords } from '#electron/cli/app-words'

test.each([
  { words: ['measure', 'a.ward', '--json'], own: ['measure', 'a.ward', '--json'] },
  { words: ['--no-sandbox', '--user-data-dir=/tmp/x', 'compare', 'a.ward'], own: ['compare', 'a.ward'] },
  { words: ['help'], own: ['help'] },
  { words: [], own: undefined },
  { words: ['a.ward'], own: undefined },
  { words: ['--no-sandbox', 'a.ward', 'measure'], own: undefined },
])('$words: what the packaged app takes for the command line is $own', ({ words, own }) => {
  expect(appWords(words)).toEqual(own)
})
