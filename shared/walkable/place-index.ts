import { boxDistance, mayBeSeen, mayBoxBeSeen, reachOf, type Shadow } from './shadow'

/** Cells of the index, in millimetres: about a room, so that from within one most of them are hidden. */
const CELL_MM = 4000
/** More cells than this across, and the floor is larger than any building: then cells are larger. */
const MOST_CELLS = 256

/** Places on a floor, by number and by where they are: those of a cell are members[starts[cell]] to members[starts[cell + 1] - 1]. Millimetres. */
export type PlaceIndex = {
  readonly x: Float64Array
  readonly y: Float64Array
  readonly left: number
  readonly low: number
  readonly size: number
  readonly columns: number
  readonly rows: number
  readonly starts: Int32Array
  readonly members: Int32Array
}

/** An index of places, numbered as in the lists of their x and y (millimetres), in any order. */
export function placeIndex(x: Float64Array, y: Float64Array): PlaceIndex {
  const count = x.length
  let [left, right, low, high] = count === 0 ? [0, 0, 0, 0] : [Infinity, -Infinity, Infinity, -Infinity]
  for (let i = 0; i < count; i++) {
    left = Math.min(left, x[i]!)
    right = Math.max(right, x[i]!)
    low = Math.min(low, y[i]!)
    high = Math.max(high, y[i]!)
  }
  const size = Math.max(CELL_MM, (right - left) / MOST_CELLS, (high - low) / MOST_CELLS)
  const columns = Math.floor((right - left) / size) + 1
  const rows = Math.floor((high - low) / size) + 1
  const starts = new Int32Array(columns * rows + 1)
  const cellOf = new Int32Array(count)
  for (let i = 0; i < count; i++) {
    const cell = Math.floor((x[i]! - left) / size) * rows + Math.floor((y[i]! - low) / size)
    cellOf[i] = cell
    starts[cell + 1]!++
  }
  for (let cell = 0; cell < columns * rows; cell++) starts[cell + 1]! += starts[cell]!
  const fill = starts.slice()
  const members = new Int32Array(count)
  for (let i = 0; i < count; i++) members[fill[cellOf[i]!]!++] = i
  return { x, y, left, low, size, columns, rows, starts, members }
}

/** One cell is looked at at a time. */
const box = { x0: 0, y0: 0, x1: 0, y1: 0 }

/** Visits the places that may be in sight, whole cells that are hidden passed over: those in the column of `fromX` and further right. */
export function visitInSight(index: PlaceIndex, shadow: Shadow, visitor: (place: number) => void, fromX = index.left): void {
  const { x, y, left, low, size, columns, rows, starts, members } = index
  const reach = reachOf(shadow)
  const firstColumn = Math.max(0, Math.floor((Math.max(fromX, reach.x0) - left) / size))
  const lastColumn = Math.min(columns - 1, Math.floor((reach.x1 - left) / size))
  const firstRow = Math.max(0, Math.floor((reach.y0 - low) / size))
  const lastRow = Math.min(rows - 1, Math.floor((reach.y1 - low) / size))
  for (let column = firstColumn; column <= lastColumn; column++) {
    box.x0 = left + column * size
    box.x1 = box.x0 + size
    for (let row = firstRow; row <= lastRow; row++) {
      const cell = column * rows + row
      const first = starts[cell]!
      const end = starts[cell + 1]!
      if (first === end) continue
      box.y0 = low + row * size
      box.y1 = box.y0 + size
      if (!mayBoxBeSeen(shadow, box, boxDistance(shadow.x, shadow.y, box))) continue
      for (let at = first; at < end; at++) {
        const place = members[at]!
        if (mayBeSeen(shadow, x[place]!, y[place]!)) visitor(place)
      }
    }
  }
}
