import { fc, test } from '@fast-check/vitest'
import { expect } from 'vitest'
import { boxesNear, boxIndex } from '#shared/geometry/box-index'
import { boxesMeet } from '#shared/geometry/polygon'

const box = fc
  .record({
    left: fc.integer({ min: 0, max: 40 }),
    bottom: fc.integer({ min: 0, max: 40 }),
    width: fc.integer({ min: 0, max: 15 }),
    height: fc.integer({ min: 0, max: 15 }),
  })
  .map(({ left, bottom, width, height }) => ({ left, bottom, right: left + width, top: bottom + height }))

test.prop([fc.array(box, { maxLength: 30 }), box, fc.integer({ min: 0, max: 3 })], { seed: 1 })(
  'finds what looking at every box finds',
  (boxes, wanted, margin) => {
    const every = boxes.flatMap((each, i) => (boxesMeet(each, wanted, margin) ? [i] : []))
    expect(boxesNear(boxIndex(boxes), wanted, margin)).toEqual(every)
  },
)
