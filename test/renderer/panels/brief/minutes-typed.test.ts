import { expect, it } from 'vitest'
import { minutesText, minutesTyped } from '../../../../renderer/panels/brief/minutes-typed'

it.each([
  ['12', { seconds: 720 }],
  ['7,5', { seconds: 450 }],
  ['1,440', { seconds: 86_400 }],
  ['20/34/50', { range: { least: 1200, usual: 2040, most: 3000 } }],
  [' 3 / 5 / 10 ', { range: { least: 180, usual: 300, most: 600 } }],
  ['0/0/0', { range: { least: 0, usual: 0, most: 0 } }],
])('reads %s as the time of a step', (typed, read) => {
  expect(minutesTyped(typed)).toEqual(read)
})

it.each(['', 'soon', '-1', '10/5/20', '5/10', '5/10/', '1/2/3/4', '10,001'])('does not read "%s" as one', (typed) => {
  expect(minutesTyped(typed)).toBeUndefined()
})

it('writes a time as it would be typed', () => {
  expect(minutesText({ shape: 'triangular', least: 60, mode: 100, most: 300 })).toBe('1/1.67/5')
  expect(minutesText({ shape: 'uniform', least: 60, most: 240 })).toBe('2.5')
  expect(minutesText({ shape: 'fixed', value: 7200 })).toBe('120')
})
