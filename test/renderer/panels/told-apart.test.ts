import { expect, it } from 'vitest'
import { toldApart } from '../../../renderer/panels/told-apart'

it('says of names that are alike which of how many each is, and leaves the others alone', () => {
  expect(toldApart(['Seats', 'Desk', 'Seats', 'Seats'])).toEqual(['Seats 1 of 3', 'Desk', 'Seats 2 of 3', 'Seats 3 of 3'])
  expect(toldApart([])).toEqual([])
})
