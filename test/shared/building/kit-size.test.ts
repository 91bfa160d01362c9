import { expect, it } from 'vitest'
import { kitSize } from '#shared/building/kit-size'

const four = { defaultSize: { width: 4, depth: 4 } }

it('is the usual size inside an outline, and where its floor is large enough without one', () => {
  expect(kitSize(four, 14, true)).toEqual({ width: 4, depth: 4 })
  // Between walls of 0.3 m: 3.7 by 3.7 m, 13.69 square metres.
  expect(kitSize(four, 13.6, false)).toEqual({ width: 4, depth: 4 })
  expect(kitSize(four, undefined, false)).toEqual({ width: 4, depth: 4 })
})

it('is larger by what outer walls take more than inner ones, 0.18 m, to the decimetre, where the floor would be too small', () => {
  expect(kitSize(four, 14, false)).toEqual({ width: 4.2, depth: 4.2 })
})
