import { type EyeView, mayBoxBeSeen } from '#shared/building/sight'
import { type Eye, sightBox } from './eyes'
import type { Box } from './route-facts'

/** Some eyes, the boxes that they see nothing outside of, and which of them may see anything of each cell of the floor. Metres. */
export type Sights = {
  readonly views: readonly EyeView[]
  readonly boxes: Float64Array
  readonly cells: Map<number, readonly number[]>
  /** When each eye was last found. */
  readonly stamps: Int32Array
  stamp: number
}

/** A cell: smaller than a room, so that from most eyes all of it is hidden, and larger than most segments. Metres. */
const CELL_M = 3

export function sightsOf(eyes: readonly Eye[], limit: number): Sights {
  const boxes = new Float64Array(4 * eyes.length)
  for (let i = 0; i < eyes.length; i++) {
    const { x0, y0, x1, y1 } = sightBox(eyes[i]!.view, limit)
    boxes[4 * i] = x0
    boxes[4 * i + 1] = y0
    boxes[4 * i + 2] = x1
    boxes[4 * i + 3] = y1
  }
  return { views: eyes.map(({ view }) => view), boxes, cells: new Map(), stamps: new Int32Array(eyes.length), stamp: 0 }
}

const near: number[] = []

/**
 * The eyes that may see what lies in a box and up to `bow` outside of it: of the others each direction there is closed nearer. Only eyes
 * whose own boxes meet the box. The list is good until the next call.
 */
export function eyesNear(sights: Sights, { x0, y0, x1, y1 }: Box, bow: number): readonly number[] {
  near.length = 0
  sights.stamp += 1
  const { boxes, stamps, stamp } = sights
  const firstRow = Math.floor((y0 - bow) / CELL_M)
  const lastColumn = Math.floor((x1 + bow) / CELL_M)
  const lastRow = Math.floor((y1 + bow) / CELL_M)
  for (let column = Math.floor((x0 - bow) / CELL_M); column <= lastColumn; column++) {
    for (let row = firstRow; row <= lastRow; row++) {
      const here = sights.cells.get(column * 65_536 + row) ?? newCell(sights, column, row)
      for (let i = 0; i < here.length; i++) {
        const index = here[i]!
        if (stamps[index] === stamp || !doesReach(boxes, index, x0, y0, x1, y1)) continue
        stamps[index] = stamp
        near.push(index)
      }
    }
  }
  return near
}

/** The eyes that may see anything of a cell. */
function newCell({ views, boxes, cells }: Sights, column: number, row: number): readonly number[] {
  const x0 = column * CELL_M
  const y0 = row * CELL_M
  const x1 = x0 + CELL_M
  const y1 = y0 + CELL_M
  const found: number[] = []
  for (let i = 0; i < views.length; i++) if (doesReach(boxes, i, x0, y0, x1, y1) && mayBoxBeSeen(views[i]!, x0, y0, x1, y1)) found.push(i)
  cells.set(column * 65_536 + row, found)
  return found
}

function doesReach(boxes: Float64Array, index: number, x0: number, y0: number, x1: number, y1: number): boolean {
  const k = 4 * index
  return boxes[k]! <= x1 && boxes[k + 2]! >= x0 && boxes[k + 1]! <= y1 && boxes[k + 3]! >= y0
}
