import { firstWhere } from '#shared/base/first-where'
import type { Box } from './polygon'

/** Boxes in the order of their left sides, so that those near one are found without looking at all. */
export type BoxIndex = { readonly boxes: readonly Box[]; readonly order: Int32Array; readonly lefts: Float64Array; readonly widest: number }

/** Prepares boxes for `boxesNear`. O(n log n). */
export function boxIndex(boxes: readonly Box[]): BoxIndex {
  const order = Int32Array.from(boxes.keys()).sort((i, j) => boxes[i]!.left - boxes[j]!.left || i - j)
  const lefts = Float64Array.from(order, (i) => boxes[i]!.left)
  let widest = 0
  for (const { left, right } of boxes) if (right - left > widest) widest = right - left
  return { boxes, order, lefts, widest }
}

/** Indices of the boxes that have a point in common with `box` grown by `margin`, in increasing order. */
export function boxesNear({ boxes, order, lefts, widest }: BoxIndex, box: Box, margin = 0): readonly number[] {
  const found: number[] = []
  const first = box.left - margin - widest
  for (let i = firstWhere(0, lefts.length, (at) => lefts[at]! >= first); i < lefts.length && lefts[i]! <= box.right + margin; i++) {
    const other = boxes[order[i]!]!
    if (other.right + margin < box.left || other.bottom > box.top + margin || other.top + margin < box.bottom) continue
    found.push(order[i]!)
  }
  return found.sort((i, j) => i - j)
}
