import { fc, test } from '@fast-check/vitest'
import { expect, it } from 'vitest'
import { inkOn, lettersOf } from '../../../renderer/playback/figures'

it('gives each role as few letters as tell it from the others', () => {
  expect(lettersOf(['Nurse', 'Endoscopist', 'Technician', 'Receptionist', 'Recovery nurse', 'Porter'])).toEqual(['N', 'E', 'T', 'R', 'RN', 'P'])
  expect(lettersOf(['Nurse', 'Nurse', 'Nurse'])).toEqual(['N', 'NU', 'NR'])
})

test.prop([fc.array(fc.string(), { maxLength: 40 })])('never gives two roles the same letters', (names) => {
  const letters = lettersOf(names)
  expect(new Set(letters).size).toBe(names.length)
})

const page = { ink: '#1b2733', paper: '#ffffff' }

it('writes in ink on light colours and in white on dark ones', () => {
  expect(['#1a66a8', '#ffb81c', '#0b0b0b', '#2a9d8f', '#a49'].map((colour) => inkOn(colour, page))).toEqual([
    '#ffffff',
    '#1b2733',
    '#ffffff',
    '#1b2733',
    '#ffffff',
  ])
})
