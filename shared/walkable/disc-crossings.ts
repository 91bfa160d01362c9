import type { FloorParts, NumberedThreshold } from './walk-graph'

/** Millimetres within which a point is on a threshold rather than beside it. */
const ON = 1e-4
/** Two places along a line whose shares of it are the same in so many parts are one: rounding only. */
const SHARES = 1e9

/** An end of a straight piece of route: where it is, and, should that be on a threshold, which side of it it belongs to. */
export type LineEnd = {
  readonly x: number
  readonly y: number
  /** A point close by on the arc that the line touches here: it tells the side. The end itself for a stop. */
  readonly nearX: number
  readonly nearY: number
  /** The region of a stop; undefined for the end of an arc. */
  readonly region: number | undefined
  /** The arc goes on beyond this end, so its other part has the same line where it belongs there. */
  readonly isShared: boolean
}

export const NO_CROSSINGS: readonly number[] = []

const boxesByParts = new WeakMap<FloorParts, Float64Array>()

/** The boxes x0, x1, y0, y1 around a floor's thresholds, by number; an empty one where a number is free. */
export function thresholdBoxes(parts: FloorParts): Float64Array {
  let boxes = boxesByParts.get(parts)
  if (boxes === undefined) {
    boxes = new Float64Array(4 * parts.thresholds.length)
    for (let number = 0; number < parts.thresholds.length; number++) {
      const threshold = parts.thresholds[number]
      boxes[4 * number] = threshold === undefined ? Infinity : Math.min(threshold.ax, threshold.bx)
      boxes[4 * number + 1] = threshold === undefined ? -Infinity : Math.max(threshold.ax, threshold.bx)
      boxes[4 * number + 2] = threshold === undefined ? Infinity : Math.min(threshold.ay, threshold.by)
      boxes[4 * number + 3] = threshold === undefined ? -Infinity : Math.max(threshold.ay, threshold.by)
    }
    boxesByParts.set(parts, boxes)
  }
  return boxes
}

/** Most lines are shorter than this: they are tested against the thresholds of a cell and as much beyond it. Millimetres. */
const CELL_MM = 6000

const cellsByParts = new WeakMap<FloorParts, Map<number, readonly number[]>>()

/** The numbers of the thresholds whose boxes meet a box, and some more; `thresholds`: all there are. */
export function thresholdsNear(parts: FloorParts, thresholds: readonly number[], x0: number, y0: number, x1: number, y1: number): readonly number[] {
  return x1 - x0 < CELL_MM && y1 - y0 < CELL_MM ? nearCell(parts, x0, y0) : thresholds
}

/** Those whose boxes meet a box from (x0, y0) on that is smaller than a cell, and some more. */
function nearCell(parts: FloorParts, x0: number, y0: number): readonly number[] {
  const boxes = thresholdBoxes(parts)
  let cells = cellsByParts.get(parts)
  if (cells === undefined) {
    cells = new Map()
    cellsByParts.set(parts, cells)
  }
  const column = Math.floor(x0 / CELL_MM)
  const row = Math.floor(y0 / CELL_MM)
  const key = column * 1_048_576 + row
  let near = cells.get(key)
  if (near === undefined) {
    const [left, low] = [column * CELL_MM, row * CELL_MM]
    const found: number[] = []
    for (let k = 0; k < boxes.length; k += 4) {
      if (boxes[k]! <= left + 2 * CELL_MM && boxes[k + 1]! >= left && boxes[k + 2]! <= low + 2 * CELL_MM && boxes[k + 3]! >= low) found.push(k / 4)
    }
    near = found
    cells.set(key, found)
  }
  return near
}

/**
 * The thresholds that a straight line crosses, packed as in RunTable, in walking order; undefined when
 * the line belongs to the arc on the other side of a threshold that one of its ends is on.
 */
export function crossingsOf(parts: FloorParts, thresholds: readonly number[], p: LineEnd, q: LineEnd): readonly number[] | undefined {
  let found: { at: number; crossing: number }[] | undefined
  const x0 = Math.min(p.x, q.x) - ON
  const x1 = Math.max(p.x, q.x) + ON
  const y0 = Math.min(p.y, q.y) - ON
  const y1 = Math.max(p.y, q.y) + ON
  const boxes = thresholdBoxes(parts)
  const near = thresholdsNear(parts, thresholds, x0, y0, x1, y1)
  for (let i = 0; i < near.length; i++) {
    const number = near[i]!
    const k = 4 * number
    if (boxes[k + 1]! < x0 || boxes[k]! > x1 || boxes[k + 3]! < y0 || boxes[k + 2]! > y1) continue
    const threshold = parts.thresholds[number]
    if (!threshold) continue
    const dx = threshold.bx - threshold.ax
    const dy = threshold.by - threshold.ay
    const length = Math.sqrt(dx * dx + dy * dy)
    const hp = (dx * (p.y - threshold.ay) - dy * (p.x - threshold.ax)) / length
    const hq = (dx * (q.y - threshold.ay) - dy * (q.x - threshold.ax)) / length
    if ((hp > ON && hq > ON) || (hp < -ON && hq < -ON)) continue
    const isOnP = Math.abs(hp) <= ON && isBeside(threshold, length, p)
    const isOnQ = Math.abs(hq) <= ON && isBeside(threshold, length, q)
    let sideP = isOnP ? sideOf(threshold, p) : Math.sign(hp)
    let sideQ = isOnQ ? sideOf(threshold, q) : Math.sign(hq)
    if (sideP === 0) sideP = sideQ
    if (sideQ === 0) sideQ = sideP
    if (sideP === sideQ) continue
    if ((isOnP && p.isShared) || (isOnQ && q.isShared)) return undefined
    // One that the line runs along is crossed half way, whichever way the line is walked.
    const share = isOnP ? (isOnQ ? 0.5 : 0) : isOnQ ? 1 : hp / (hp - hq)
    const along = ((p.x + share * (q.x - p.x) - threshold.ax) * dx + (p.y + share * (q.y - p.y) - threshold.ay) * dy) / length
    if (along < -ON || along > length + ON) continue
    found ??= []
    found.push({ at: share, crossing: number * 2 + (sideQ > 0 ? 0 : 1) })
  }
  if (!found) return NO_CROSSINGS
  if (found.length === 1) return [found[0]!.crossing]
  // Thresholds that lie on one line are crossed at once: in one order, whichever way the line is walked.
  const turn = p.x < q.x || (p.x === q.x && p.y < q.y) ? 1 : -1
  const place = ({ at }: { readonly at: number }) => Math.round(at * SHARES)
  return found.sort((a, b) => place(a) - place(b) || turn * (a.crossing - b.crossing)).map((one) => one.crossing)
}

function isBeside(threshold: NumberedThreshold, length: number, end: LineEnd): boolean {
  const along = ((end.x - threshold.ax) * (threshold.bx - threshold.ax) + (end.y - threshold.ay) * (threshold.by - threshold.ay)) / length
  return along > -ON && along < length + ON
}

/** 1 on the left of a -> b, -1 on the right, 0 either. */
function sideOf(threshold: NumberedThreshold, end: LineEnd): number {
  if (end.region !== undefined) {
    if (threshold.leftRegion === threshold.rightRegion) return 0
    return end.region === threshold.leftRegion ? 1 : end.region === threshold.rightRegion ? -1 : 0
  }
  const { ax, ay, bx, by } = threshold
  return Math.sign((bx - ax) * (end.nearY - ay) - (by - ay) * (end.nearX - ax))
}
