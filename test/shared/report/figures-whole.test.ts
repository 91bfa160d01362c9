import { expect, it } from 'vitest'
import { figuresWhole } from '#shared/report/figures-whole'

const BREAK = '\u00a0'

it('keeps a figure with its unit, and leaves all else as it may break', () => {
  expect(figuresWhole('about 6.2 min less (3.6 min to 8.9 min, 40 runs), better').split(' ')).toEqual([
    'about',
    `6.2${BREAK}min`,
    'less',
    `(3.6${BREAK}min`,
    'to',
    `8.9${BREAK}min,`,
    `40${BREAK}runs),`,
    'better',
  ])
  expect(figuresWhole('2 h 30 min in 1 run')).toBe(`2${BREAK}h${BREAK}30${BREAK}min in 1${BREAK}run`)
  expect(figuresWhole('33 m² of 2 mats')).toBe(`33${BREAK}m² of 2 mats`)
})
