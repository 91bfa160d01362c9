import { filled } from '#shared/base/filled'
import type { Point } from './point'
import { cornersOfBox } from './polygon'

/** Blockers that stand near one another, by their numbers: from most eyes whole groups are hidden. */
export type BlockerGroup = {
  readonly members: readonly number[]
  readonly box: Float64Array
  /** The corners of the box, for looking at all of the group at once. */
  readonly ring: readonly Point[]
}

/** Blockers in their order, the box of each as x0, y0, x1, y1, and all of them in groups. */
export type GroupedBlockers = {
  readonly all: readonly (readonly Point[])[]
  readonly boxes: Float64Array
  readonly groups: readonly BlockerGroup[]
}

/** A group: as many groups as blockers in one are looked at, from most eyes. Longer blockers are groups of their own. Millimetres. */
const CELL_MM = 8000
/** By so much a box is larger than what is in it: far more than rounding makes of a direction, and next to nothing. Millimetres. */
export const HAIR_MM = 1

export function groupBlockers(all: readonly (readonly Point[])[]): GroupedBlockers {
  const boxes = new Float64Array(4 * all.length)
  const cells = new Map<number, number[]>()
  const alone: number[][] = []
  for (let index = 0; index < all.length; index++) {
    const k = 4 * index
    setBox(boxes, k, all[index]!)
    const [x0, y0, x1, y1] = [boxes[k]!, boxes[k + 1]!, boxes[k + 2]!, boxes[k + 3]!]
    if (Math.max(x1 - x0, y1 - y0) > CELL_MM) alone.push([index])
    else filled(cells, Math.floor((x0 + x1) / 2 / CELL_MM) * 65_536 + Math.floor((y0 + y1) / 2 / CELL_MM), () => []).push(index)
  }
  return { all, boxes, groups: [...cells.values(), ...alone].map((members) => groupOf(members, boxes)) }
}

function setBox(boxes: Float64Array, k: number, blocker: readonly Point[]): void {
  let [x0, y0, x1, y1] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const { x, y } of blocker) {
    x0 = Math.min(x0, x)
    y0 = Math.min(y0, y)
    x1 = Math.max(x1, x)
    y1 = Math.max(y1, y)
  }
  boxes[k] = x0
  boxes[k + 1] = y0
  boxes[k + 2] = x1
  boxes[k + 3] = y1
}

function groupOf(members: readonly number[], boxes: Float64Array): BlockerGroup {
  const x0 = Math.min(...members.map((index) => boxes[4 * index]!)) - HAIR_MM
  const y0 = Math.min(...members.map((index) => boxes[4 * index + 1]!)) - HAIR_MM
  const x1 = Math.max(...members.map((index) => boxes[4 * index + 2]!)) + HAIR_MM
  const y1 = Math.max(...members.map((index) => boxes[4 * index + 3]!)) + HAIR_MM
  return {
    members,
    box: Float64Array.of(x0, y0, x1, y1),
    ring: cornersOfBox({ left: x0, bottom: y0, right: x1, top: y1 }),
  }
}

/** How far an eye at (x, y) is from the box that begins at `k`, in diamond distance: 0 within it. */
export function awayFrom(boxes: Float64Array, k: number, x: number, y: number): number {
  return Math.max(0, boxes[k]! - x, x - boxes[k + 2]!) + Math.max(0, boxes[k + 1]! - y, y - boxes[k + 3]!)
}
