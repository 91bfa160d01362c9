import { type Arc, freeArcs, turnTo } from './disc-arcs'
import { thresholdBoxes } from './disc-crossings'
import { thresholdEnds, tipsAt } from './disc-tips'
import { lengthOf, type Walls } from './disc-walls'
import type { FloorParts, NumberedThreshold } from './walk-graph'

/** Millimetres within which a line counts as touching: far above rounding, far below anything drawn. */
export const TOUCH = 1e-4

/**
 * What taut routes bend on: a stretch of a free arc that no threshold cuts, or (radius 0, span 0, a and b the sides of
 * the sector) the end of a threshold amid the floor. Where a threshold is all that ends it, `before` is the number of
 * the piece beyond the a end less this one's, `behind` that of the piece beyond the b end; 0 where nothing is beyond.
 */
export type Piece = Arc & {
  readonly radius: number
  readonly before: number
  readonly behind: number
  /** Crossings (packed, see RunTable) made on stepping over the b end, counter-clockwise. */
  readonly crossings: readonly number[]
}

/** All positions where pieces may be, in an order that depends on nothing but where they are; `isCorner`: of a wall, else only the end of a threshold. */
export function cornerPositions(parts: FloorParts): { readonly x: number; readonly y: number; readonly isCorner: boolean }[] {
  const seen = new Map<number, { readonly x: number; readonly y: number; readonly isCorner: boolean }>()
  const ends = thresholdEnds(parts)
  for (let i = 0; i < ends.length; i += 2) seen.set(positionKey(ends[i]!, ends[i + 1]!), { x: ends[i]!, y: ends[i + 1]!, isCorner: false })
  for (const solid of parts.solids) {
    if (!solid) continue
    for (let i = 0; i < solid.ring.length; i += 2)
      seen.set(positionKey(solid.ring[i]!, solid.ring[i + 1]!), { x: solid.ring[i]!, y: solid.ring[i + 1]!, isCorner: true })
  }
  return [...seen.values()].sort((p, q) => p.x - q.x || p.y - q.y)
}

/** One number for a point of whole millimetres below 2^25. */
export function positionKey(x: number, y: number): number {
  return x * 67_108_864 + y
}

/** The pieces around a wall's corner (`isCorner`) or the end of a threshold for a body of `radius` millimetres. */
export function piecesAt(
  parts: FloorParts,
  walls: Walls,
  thresholds: readonly number[],
  x: number,
  y: number,
  isCorner: boolean,
  radius: number,
): Piece[] {
  if (!isCorner) return tipsAt(parts, walls, thresholds, x, y, radius)
  const pieces: Piece[] = []
  for (const arc of freeArcs(walls, x, y, radius)) {
    const mx = arc.ax + arc.bx
    const my = arc.ay + arc.by
    const m = lengthOf(mx, my)
    // Half a turn has its middle a quarter turn on from its first end.
    const [ux, uy] = m < 1e-6 ? [-arc.ay, arc.ax] : [mx / m, my / m]
    if (isFloor(parts, x + radius * ux, y + radius * uy)) splitArc(parts, thresholds, arc, radius, pieces)
  }
  return pieces
}

/** Is the point inside the boundary and outside every solid? For points that are not on an edge. */
export function isFloor(parts: FloorParts, x: number, y: number): boolean {
  let inside = false
  const { boxes, cells } = boxesOf(parts)
  const column = Math.floor(x / CELL_MM)
  const row = Math.floor(y / CELL_MM)
  const key = positionKey(column, row)
  let near = cells.get(key)
  if (near === undefined) {
    near = solidsOver(boxes, column * CELL_MM, row * CELL_MM)
    cells.set(key, near)
  }
  for (let k = 0; k < near.length; k++) {
    const i = near[k]!
    if (x < boxes[4 * i]! || x > boxes[4 * i + 1]! || y < boxes[4 * i + 2]! || y > boxes[4 * i + 3]!) continue
    const solid = parts.solids[i]!
    const within = isWithin(solid.ring, x, y)
    if (within && !solid.outside) return false
    if (within) inside = !inside
  }
  return inside
}

/** Cells of the floor, in millimetres: about a small room. */
const CELL_MM = 2000

function solidsOver(boxes: Float64Array, left: number, low: number): readonly number[] {
  const found: number[] = []
  for (let k = 0; k < boxes.length; k += 4) {
    if (boxes[k]! <= left + CELL_MM && boxes[k + 1]! >= left && boxes[k + 2]! <= low + CELL_MM && boxes[k + 3]! >= low) found.push(k / 4)
  }
  return found
}

/** The boxes x0, x1, y0, y1 around solids, and which of them reach into each cell of the floor that was asked about. */
type Boxes = { readonly boxes: Float64Array; readonly cells: Map<number, readonly number[]> }

const boxesByParts = new WeakMap<FloorParts, Boxes>()

/** The boxes x0, x1, y0, y1 around a floor's solids; an empty one where a number is free or a solid has no inside. */
function boxesOf(parts: FloorParts): Boxes {
  const known = boxesByParts.get(parts)
  if (known) return known
  const boxes = new Float64Array(4 * parts.solids.length)
  for (let i = 0; i < parts.solids.length; i++) {
    let [x0, x1, y0, y1] = [Infinity, -Infinity, Infinity, -Infinity]
    const ring = parts.solids[i]?.ring ?? []
    for (let k = 0; ring.length >= 6 && k < ring.length; k += 2) {
      x0 = Math.min(x0, ring[k]!)
      x1 = Math.max(x1, ring[k]!)
      y0 = Math.min(y0, ring[k + 1]!)
      y1 = Math.max(y1, ring[k + 1]!)
    }
    boxes[4 * i] = x0
    boxes[4 * i + 1] = x1
    boxes[4 * i + 2] = y0
    boxes[4 * i + 3] = y1
  }
  const made = { boxes, cells: new Map() }
  boxesByParts.set(parts, made)
  return made
}

function isWithin(ring: readonly number[], x: number, y: number): boolean {
  let inside = false
  let ax = ring[ring.length - 2]!
  let ay = ring[ring.length - 1]!
  for (let i = 0; i < ring.length; i += 2) {
    const bx = ring[i]!
    const by = ring[i + 1]!
    if (ay > y !== by > y && x < ax + ((y - ay) * (bx - ax)) / (by - ay)) inside = !inside
    ax = bx
    ay = by
  }
  return inside
}

type Cut = { readonly x: number; readonly y: number; readonly at: number; readonly crossings: number[] }

function splitArc(parts: FloorParts, thresholds: readonly number[], arc: Arc, radius: number, pieces: Piece[]): void {
  const cuts: Cut[] = []
  const boxes = thresholdBoxes(parts)
  const left = arc.x - radius
  const right = arc.x + radius
  const low = arc.y - radius
  const high = arc.y + radius
  for (let i = 0; i < thresholds.length; i++) {
    const number = thresholds[i]!
    const k = 4 * number
    if (boxes[k + 1]! < left || boxes[k]! > right || boxes[k + 3]! < low || boxes[k + 2]! > high) continue
    const threshold = parts.thresholds[number]
    if (threshold) cutBy(threshold, number, arc, radius, cuts)
  }
  cuts.sort((p, q) => p.at - q.at)
  let from = { x: arc.ax, y: arc.ay, at: 0 }
  let before = 0
  for (let i = 0; i <= cuts.length; i++) {
    const cut = cuts[i]
    const crossings = cut ? [...cut.crossings] : []
    // Thresholds that meet on the arc are crossed in one step.
    while (cut && i + 1 < cuts.length && (cuts[i + 1]!.at - cut.at) * radius < TOUCH) crossings.push(...cuts[++i]!.crossings)
    const to = cut ?? { x: arc.bx, y: arc.by, at: arc.span }
    const ends = { ax: from.x, ay: from.y, bx: to.x, by: to.y, span: to.at - from.at }
    pieces.push({ x: arc.x, y: arc.y, radius, ...ends, before, behind: cut ? 1 : 0, crossings })
    from = to
    before = -1
  }
}

/** Where the arc crosses a threshold, strictly between its ends. */
function cutBy(threshold: NumberedThreshold, number: number, arc: Arc, radius: number, cuts: Cut[]): void {
  const { ax, ay, bx, by } = threshold
  const length = lengthOf(bx - ax, by - ay)
  const dx = (bx - ax) / length
  const dy = (by - ay) / length
  const ox = arc.x - ax
  const oy = arc.y - ay
  const height = dx * oy - dy * ox
  if (Math.abs(height) > radius - 1e-6) return
  const half = Math.sqrt(radius * radius - height * height)
  for (const side of [-half, half]) {
    const along = ox * dx + oy * dy + side
    if (along < -TOUCH || along > length + TOUCH) continue
    const x = (side * dx + height * dy) / radius
    const y = (side * dy - height * dx) / radius
    const at = turnTo(arc, x, y)
    if (at * radius < TOUCH || (arc.span - at) * radius < TOUCH) continue
    // Counter-clockwise the body heads (-y, x): to the left of the threshold when that is on the left of a -> b.
    cuts.push({ x, y, at, crossings: [number * 2 + (dx * x + dy * y > 0 ? 0 : 1)] })
  }
}
