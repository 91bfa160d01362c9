import type { Box } from './polygon'

/** The boxes of a list side by side, four numbers each: of thousands, what lies near is found without taking anything in hand. */
export type BoxList = Float64Array

/** The boxes of items, in any unit. */
export function boxListOf<T>(items: readonly T[], boxOf: (item: T) => Box): BoxList {
  const list = new Float64Array(items.length * 4)
  for (let i = 0; i < items.length; i++) putBox(list, i, boxOf(items[i]!))
  return list
}

/** Of a list that an edit made of another: the boxes of what lay in the other, by where it lay there (`placesBefore`), are taken over. */
export function boxListAfter<T>(boxes: BoxList, places: Int32Array, items: readonly T[], boxOf: (item: T) => Box): BoxList {
  const list = new Float64Array(items.length * 4)
  for (let i = 0; i < items.length; i++) {
    const at = places[i]!
    if (at === -1) putBox(list, i, boxOf(items[i]!))
    else for (let side = 0; side < 4; side++) list[4 * i + side] = boxes[4 * at + side]!
  }
  return list
}

/** Puts a box at a place of the list. */
export function putBox(list: BoxList, at: number, { left, bottom, right, top }: Box): void {
  list[4 * at] = left
  list[4 * at + 1] = bottom
  list[4 * at + 2] = right
  list[4 * at + 3] = top
}

/** The places in their list, in order, of those whose boxes come within `reach` of a box. */
export function placesNear(list: BoxList, { left, bottom, right, top }: Box, reach: number): number[] {
  const places: number[] = []
  for (let i = 0; i < list.length; i += 4) {
    if (list[i]! > right + reach || list[i + 2]! < left - reach || list[i + 1]! > top + reach || list[i + 3]! < bottom - reach) continue
    places.push(i / 4)
  }
  return places
}

/** The box about some others; of none an empty one, which is near nothing but a box without bounds. */
export function boxAround(boxes: readonly Box[]): Box {
  let [left, bottom, right, top] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const box of boxes) {
    left = Math.min(left, box.left)
    bottom = Math.min(bottom, box.bottom)
    right = Math.max(right, box.right)
    top = Math.max(top, box.top)
  }
  return { left, bottom, right, top }
}

/** A box that reaches further by so much on every side. */
export function grownBox({ left, bottom, right, top }: Box, by: number): Box {
  return { left: left - by, bottom: bottom - by, right: right + by, top: top + by }
}
