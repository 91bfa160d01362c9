import { fc, test } from '@fast-check/vitest'
import { expect, it } from 'vitest'
import { ringKey } from '#shared/geometry/ring-key'

it('begins a ring at its lowest corner', () => {
  expect(ringKey([3, 1, 0, 5, 0, 2])).toBe('0 2 3 1 0 5')
  expect(ringKey([])).toBe('')
})

test.prop([fc.array(fc.tuple(fc.integer(), fc.integer()), { minLength: 1, maxLength: 8 }), fc.nat(7)])(
  'is the same wherever the list of corners begins',
  (corners, turn) => {
    const distinct = [...new Map(corners.map((corner) => [corner.join(), corner])).values()]
    const at = turn % distinct.length
    expect(ringKey([...distinct.slice(at), ...distinct.slice(0, at)].flat())).toBe(ringKey(distinct.flat()))
  },
)
