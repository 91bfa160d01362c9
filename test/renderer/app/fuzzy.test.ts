import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { fuzzyScore } from '../../../renderer/app/fuzzy'

/** The texts that answer, the best first. */
const ranked = (typed: string, texts: readonly string[]) =>
  texts
    .flatMap((text) => {
      const score = fuzzyScore(typed, text)
      return score === undefined ? [] : [{ text, score }]
    })
    .sort((a, b) => b.score - a.score)
    .map(({ text }) => text)

describe('finding by a few letters', () => {
  it('takes the beginning of a word before letters that lie apart', () => {
    expect(ranked('proc', ['Put a room over a corner', 'Procedure 1', 'Recovery'])).toEqual(['Procedure 1', 'Put a room over a corner'])
  })

  it('finds initials, several words in any order, and letters without their accents', () => {
    expect(ranked('sc', ['Scope clean store', 'Staff changing', 'Waiting'])[0]).toBe('Scope clean store')
    expect(ranked('1 pod', ['Pod 1', 'Pod 2', 'Pod 11'])).toEqual(['Pod 1', 'Pod 11'])
    expect(fuzzyScore('cafe', 'Café')).toBeGreaterThan(0)
  })

  it('finds nothing where a word of what is typed is not there', () => {
    expect(fuzzyScore('pod zebra', 'Pod 1')).toBeUndefined()
    expect(fuzzyScore('ocedure', 'Procedure')).toBeUndefined()
  })
})

test.prop([fc.stringMatching(/^[a-z]{2,8}( [a-z]{2,8}){0,3}$/), fc.nat(7), fc.nat(3)])(
  'always finds a text by the beginning of any word of it',
  (text, letters, word) => {
    const words = text.split(' ')
    const part = words[word % words.length]!.slice(0, 1 + letters)
    expect(fuzzyScore(part, text)).toBeDefined()
  },
)
