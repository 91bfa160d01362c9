import { describe, expect, it } from 'vitest'
import { message } from '#shared/base/message'
import { say, sayUnderWay, table } from '../../../renderer/state/words'

const placeholders = (sentence: string) => sentence.match(/\{[^}]*\}/g) ?? []

describe('while something is in the hand', () => {
  it('it is being placed, and placed once it is let go', () => {
    const placed = message('edit.placed-room', { room: 'Pod 3' })
    expect(sayUnderWay(placed)).toBe('Placing Pod 3')
    expect(say(placed)).toBe('Placed Pod 3')
    expect(sayUnderWay(message('edit.moved-room', { room: 'Pod 3', by: 2.5 }))).toBe('Moving Pod 3 by 2.5 m')
  })

  it('what no gesture does is said as it is', () => {
    expect(sayUnderWay(message('edit.added-storey', { storey: 'First floor' }))).toBe('Added First floor')
  })

  it('the same is told of it as when it is done', () => {
    const underWay = Object.entries(table).filter(([key]) => key.startsWith('underWay.'))
    expect(underWay.length).toBeGreaterThan(20)
    for (const [key, sentence] of underWay) {
      expect(sentence, key).toMatch(/^[A-Z][a-z]+ing /)
      expect(placeholders(sentence), key).toEqual(placeholders(table[key.replace('underWay.', 'edit.')] ?? ''))
    }
  })
})
