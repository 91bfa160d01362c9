import { fc, test } from '@fast-check/vitest'
import { expect, it } from 'vitest'
import { placesBefore } from '#shared/base/differing-items'
import { boxAround, boxListAfter, boxListOf, grownBox, placesNear } from '#shared/geometry/box-list'
import { type Box, boxesMeet } from '#shared/geometry/polygon'

const side = fc.integer({ min: -6, max: 6 })
const box = fc
  .tuple(side, side, fc.nat(4), fc.nat(4))
  .map(([left, bottom, width, depth]): Box => ({ left, bottom, right: left + width, top: bottom + depth }))
const itself = (each: Box) => each

it('is near nothing where there are no boxes to be near', () => {
  const boxes = boxListOf([{ left: 0, bottom: 0, right: 1, top: 1 }], itself)
  expect(placesNear(boxes, boxAround([]), 1e9)).toEqual([])
  expect(placesNear(boxes, { left: 3, bottom: 0, right: 4, top: 1 }, 2)).toEqual([0])
  expect(placesNear(boxes, { left: 3, bottom: 0, right: 4, top: 1 }, 1.9)).toEqual([])
})

test.prop([fc.array(box), box, fc.nat(2)], { seed: 1 })('finds those that a look at each would', (boxes, around, reach) => {
  const near = boxes.flatMap((each, place) => (boxesMeet(each, around, reach) ? [place] : []))
  expect(placesNear(boxListOf(boxes, itself), around, reach)).toEqual(near)
  const all = boxAround([...boxes, around])
  expect(boxes.every((each) => boxesMeet(each, all) && boxesMeet(each, grownBox(all, -1)) === boxesMeet(each, all, -1))).toBe(true)
})

test.prop([fc.uniqueArray(fc.nat(60)), fc.uniqueArray(fc.nat(60)), fc.array(box, { minLength: 61, maxLength: 61 })], { seed: 1 })(
  'takes over boxes as if all were asked for anew',
  (was, is, boxes) => {
    const boxOf = (index: number) => boxes[index]!
    const after = boxListAfter(boxListOf(was, boxOf), placesBefore(was, is), is, boxOf)
    expect(after).toEqual(boxListOf(is, boxOf))
  },
)
