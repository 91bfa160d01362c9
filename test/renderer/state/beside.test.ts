import { expect, it } from 'vitest'
import { besideFirst, sidesOf, swapped } from '../../../renderer/state/beside'
import { FIRST_VIEW, type ViewState } from '../../../renderer/state/view-store'

const view: ViewState = { ...FIRST_VIEW, design: 'design_idea', beside: besideFirst('design_today', true) }

it('puts today on the left and any other idea on the right', () => {
  expect(sidesOf(view)).toEqual(['design_today', 'design_idea'])
  expect(sidesOf({ ...view, beside: besideFirst('design_other', false) })).toEqual(['design_idea', 'design_other'])
  expect(sidesOf({ ...view, beside: undefined })).toBeUndefined()
})

it('changes which of the two is worked on, and moves neither', () => {
  const other = { ...view, ...swapped(view) }
  expect(other.design).toBe('design_today')
  expect(sidesOf(other)).toEqual(sidesOf(view))
  expect({ ...other, ...swapped(other) }).toEqual(view)
})
