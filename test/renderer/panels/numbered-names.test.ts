import { expect, it } from 'vitest'
import { numberedNames } from '../../../renderer/panels/numbered-names'

it('says of names that are alike which of how many each is, and leaves the others alone', () => {
  expect(numberedNames(['Seats', 'Desk', 'Seats', 'Seats'])).toEqual(['Seats 1 of 3', 'Desk', 'Seats 2 of 3', 'Seats 3 of 3'])
  expect(numberedNames([])).toEqual([])
})
