import { positionKey } from './disc-piece'
import type { FloorParts } from './walk-graph'

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
