import { freeSectors, isSameWay, type Sector, widthClass } from '#shared/geometry/gaps'
import { doubleArea, robustTurn, sideOfRing } from '#shared/geometry/orientation'
import { columnsOf, type EdgeGrid, edgeGrid, type SolidEdges } from './edge-grid'
import type { FloorParts, NumberedSolid, PartsChange } from './walk-graph'

/**
 * What a line may do at a point of the floor. `SHUT`: no line passes. `FLAT`: only along the face (or one
 * of two faces of a wall of thickness 0). `CORNER`: one free sector of more than half a turn; taut routes bend
 * here, round the wedge that is left. `OPEN`: no solid there, only ends of thresholds.
 */
export const SHUT: number = 0
export const FLAT = 1
export const CORNER = 2
export const OPEN = 3

/**
 * The points that routes may touch, by number: corners of solids, ends of thresholds. `w*` are two
 * directions: of a CORNER the wedge from (wsx, wsy) counter-clockwise to (wex, wey); of a FLAT point the face,
 * free on its left (wsx, wsy), and, where both sides are free, `isRidge`.
 */
export type FloorPoints = {
  readonly x: number[]
  readonly y: number[]
  readonly state: number[]
  readonly wsx: number[]
  readonly wsy: number[]
  readonly wex: number[]
  readonly wey: number[]
  readonly isRidge: boolean[]
}

/** The floor as the builder for radius 0 looks at it. Never changed once made. */
export type PointFloor = {
  readonly parts: FloorParts
  readonly boxes: readonly Box[]
  /** Solids by cell of the first grid, then those added later. */
  readonly late: readonly number[]
  readonly outside: readonly number[]
  readonly edges: SolidEdges
  readonly grids: readonly EdgeGrid[]
  readonly solidCells: { readonly first: Int32Array; readonly members: Int32Array }
  readonly gone: Uint8Array
  readonly points: FloorPoints
  readonly numberOf: ReadonlyMap<number, number>
}

export type Box = { readonly minX: number; readonly minY: number; readonly maxX: number; readonly maxY: number }

/** A point's place as one number; exact for whole millimetres below 2^25 in size. */
function placeKey(x: number, y: number): number {
  return (x + 33_554_432) * 67_108_864 + (y + 33_554_432)
}

export function boxOf(ring: readonly number[]): Box {
  let minX = Infinity
  let minY = Infinity
  let maxX = -Infinity
  let maxY = -Infinity
  for (let i = 0; i < ring.length; i += 2) {
    minX = Math.min(minX, ring[i]!)
    maxX = Math.max(maxX, ring[i]!)
    minY = Math.min(minY, ring[i + 1]!)
    maxY = Math.max(maxY, ring[i + 1]!)
  }
  return { minX, minY, maxX, maxY }
}

/** Reads a whole floor. */
export function pointFloor(parts: FloorParts): PointFloor {
  const numberOf = new Map<number, number>()
  const points = noPoints()
  const edges: SolidEdges = { ax: [], ay: [], bx: [], by: [], solid: [], from: [], to: [] }
  const outside: number[] = []
  const boxes = parts.solids.map((solid) => boxOf(solid?.ring ?? []))
  parts.solids.forEach((solid, number) => {
    if (solid === undefined) return
    if (blocksOutside(solid)) outside.push(number)
    addEdges(edges, points, numberOf, solid, number)
  })
  addThresholdEnds(points, numberOf, parts, 0)
  const grid = edgeGrid(edges, 0, edges.ax.length)
  const gone = new Uint8Array(parts.solids.length)
  parts.solids.forEach((solid, number) => {
    if (solid === undefined) gone[number] = 1
  })
  const solidCells = cellsOfSolids(grid, parts, boxes)
  const floor: PointFloor = { parts, boxes, late: [], outside, edges, grids: [grid], solidCells, gone, points, numberOf }
  for (let p = 0; p < points.x.length; p++) settle(floor, p)
  return floor
}

/** The floor after an edit, and the points whose state it changed or that are new. Leaves `before` as it was. */
export function mendedPointFloor(before: PointFloor, change: PartsChange): { readonly floor: PointFloor; readonly changed: readonly number[] } {
  const { parts } = change
  const points = copyOfPoints(before.points)
  const numberOf = new Map(before.numberOf)
  const edges = copyOfEdges(before.edges)
  const gone = new Uint8Array(parts.solids.length)
  gone.set(before.gone)
  for (const number of change.removedSolids) gone[number] = 1
  const outside = before.outside.filter((number) => gone[number] === 0)
  const boxes = [...before.boxes]
  const firstEdge = edges.ax.length
  const firstPoint = points.x.length
  for (const number of change.addedSolids) {
    const solid = parts.solids[number]!
    boxes[number] = boxOf(solid.ring)
    if (blocksOutside(solid)) outside.push(number)
    addEdges(edges, points, numberOf, solid, number)
  }
  addThresholdEnds(points, numberOf, parts, before.parts.thresholds.length)
  const grids = firstEdge === edges.ax.length ? before.grids : [...before.grids, edgeGrid(edges, firstEdge, edges.ax.length)]
  const late = [...before.late, ...change.addedSolids]
  const floor: PointFloor = { parts, boxes, late, outside, edges, grids, solidCells: before.solidCells, gone, points, numberOf }
  return { floor, changed: settleChanged(floor, change, firstPoint) }
}

function settleChanged(floor: PointFloor, change: PartsChange, firstPoint: number): number[] {
  const { points, boxes } = floor
  const touched = [...change.removedSolids, ...change.addedSolids].map((number) => boxes[number]!)
  const changed: number[] = []
  for (let p = 0; p < points.x.length; p++) {
    const x = points.x[p]!
    const y = points.y[p]!
    const isNear = p >= firstPoint || touched.some((box) => x >= box.minX && x <= box.maxX && y >= box.minY && y <= box.maxY)
    if (!isNear) continue
    const before = [points.state[p], points.wsx[p], points.wsy[p], points.wex[p], points.wey[p], points.isRidge[p]]
    settle(floor, p)
    const after = [points.state[p], points.wsx[p], points.wsy[p], points.wex[p], points.wey[p], points.isRidge[p]]
    if (p >= firstPoint || before.some((value, i) => value !== after[i])) changed.push(p)
  }
  return changed
}

function noPoints(): FloorPoints {
  return { x: [], y: [], state: [], wsx: [], wsy: [], wex: [], wey: [], isRidge: [] }
}

function copyOfPoints(points: FloorPoints): FloorPoints {
  return {
    x: points.x.slice(),
    y: points.y.slice(),
    state: points.state.slice(),
    wsx: points.wsx.slice(),
    wsy: points.wsy.slice(),
    wex: points.wex.slice(),
    wey: points.wey.slice(),
    isRidge: points.isRidge.slice(),
  }
}

function copyOfEdges(edges: SolidEdges): SolidEdges {
  return {
    ax: edges.ax.slice(),
    ay: edges.ay.slice(),
    bx: edges.bx.slice(),
    by: edges.by.slice(),
    solid: edges.solid.slice(),
    from: edges.from.slice(),
    to: edges.to.slice(),
  }
}

/** An outer ring of the boundary turned round runs clockwise and blocks all the world outside; its holes are ordinary solids. */
function blocksOutside(solid: NumberedSolid): boolean {
  return solid.outside && doubleArea(solid.ring) < 0
}

function pointAt(points: FloorPoints, numberOf: Map<number, number>, x: number, y: number): number {
  const key = placeKey(x, y)
  const found = numberOf.get(key)
  if (found !== undefined) return found
  const number = points.x.length
  numberOf.set(key, number)
  points.x.push(x)
  points.y.push(y)
  points.state.push(SHUT)
  points.wsx.push(0)
  points.wsy.push(0)
  points.wex.push(0)
  points.wey.push(0)
  points.isRidge.push(false)
  return number
}

function addEdges(edges: SolidEdges, points: FloorPoints, numberOf: Map<number, number>, solid: NumberedSolid, number: number): void {
  const { ring } = solid
  const last = ring.length - 2
  let before = pointAt(points, numberOf, ring[last]!, ring[last + 1]!)
  for (let i = 0, j = last; i < ring.length; j = i, i += 2) {
    const point = pointAt(points, numberOf, ring[i]!, ring[i + 1]!)
    edges.ax.push(ring[j]!)
    edges.ay.push(ring[j + 1]!)
    edges.bx.push(ring[i]!)
    edges.by.push(ring[i + 1]!)
    edges.solid.push(number)
    edges.from.push(before)
    edges.to.push(point)
    before = point
  }
}

function addThresholdEnds(points: FloorPoints, numberOf: Map<number, number>, parts: FloorParts, from: number): void {
  for (const threshold of parts.thresholds.slice(from)) {
    if (threshold === undefined) continue
    pointAt(points, numberOf, threshold.ax, threshold.ay)
    pointAt(points, numberOf, threshold.bx, threshold.by)
  }
}

function cellsOfSolids(grid: EdgeGrid, parts: FloorParts, boxes: readonly Box[]): PointFloor['solidCells'] {
  const cells: number[][] = Array.from({ length: grid.columns * grid.rows }, () => [])
  parts.solids.forEach((solid, number) => {
    if (solid === undefined || solid.ring.length < 6 || blocksOutside(solid)) return
    const { minX, minY, maxX, maxY } = boxes[number]!
    for (let row = Math.floor((minY - grid.y) / grid.size); row <= Math.floor((maxY - grid.y) / grid.size); row++) {
      for (let column = Math.floor((minX - grid.x) / grid.size); column <= Math.floor((maxX - grid.x) / grid.size); column++) {
        cells[row * grid.columns + column]!.push(number)
      }
    }
  })
  const first = new Int32Array(cells.length + 1)
  cells.forEach((list, cell) => {
    first[cell + 1] = first[cell]! + list.length
  })
  return { first, members: Int32Array.from(cells.flat()) }
}

/** Is the point strictly inside a solid, or strictly outside the boundary? */
export function isBuried(floor: PointFloor, x: number, y: number): boolean {
  if (floor.outside.length > 0 && floor.outside.every((number) => sideOfRing(floor.parts.solids[number]!.ring, x, y) < 0)) return true
  const grid = floor.grids[0]!
  const column = Math.floor((x - grid.x) / grid.size)
  const row = Math.floor((y - grid.y) / grid.size)
  if (column >= 0 && row >= 0 && column < grid.columns && row < grid.rows) {
    const cell = row * grid.columns + column
    const { first, members } = floor.solidCells
    for (let i = first[cell]!; i < first[cell + 1]!; i++) if (isInsideSolid(floor, members[i]!, x, y)) return true
  }
  return floor.late.some((number) => isInsideSolid(floor, number, x, y))
}

function isInsideSolid(floor: PointFloor, number: number, x: number, y: number): boolean {
  if (floor.gone[number] !== 0) return false
  const box = floor.boxes[number]!
  if (x <= box.minX || x >= box.maxX || y <= box.minY || y >= box.maxY) return false
  const solid = floor.parts.solids[number]!
  return solid.ring.length >= 6 && !blocksOutside(solid) && sideOfRing(solid.ring, x, y) > 0
}

/** What the solids that touch a point block around it. Whole millimetres or not. */
export function blockedSectors(floor: PointFloor, x: number, y: number): readonly Sector[] {
  const { edges, gone } = floor
  const blocked: Sector[] = []
  for (const grid of floor.grids) {
    const row = Math.floor((y - grid.y) / grid.size)
    const range = columnsOf(grid, row, x, y, x, y)
    if (row < 0 || row >= grid.rows || Math.floor(range / 65536) > range % 65536) continue
    const cell = row * grid.columns + Math.min(grid.columns - 1, Math.max(0, Math.floor((x - grid.x) / grid.size)))
    for (let i = grid.first[cell]!; i < grid.first[cell + 1]!; i++) {
      const e = grid.members[i]!
      if (gone[edges.solid[e]!] !== 0) continue
      const ax = edges.ax[e]!
      const ay = edges.ay[e]!
      const bx = edges.bx[e]!
      const by = edges.by[e]!
      if (bx === x && by === y) blocked.push(wedgeAfter(floor, e, x, y))
      else if (
        (ax !== x || ay !== y) &&
        x >= Math.min(ax, bx) &&
        x <= Math.max(ax, bx) &&
        y >= Math.min(ay, by) &&
        y <= Math.max(ay, by) &&
        robustTurn(ax, ay, bx, by, x, y) === 0
      ) {
        blocked.push(...alongFace(floor, e))
      }
    }
  }
  return blocked
}

/** The wedge of the solid whose edge e ends at (x, y): from the next corner round, over the inside, to the one before. */
function wedgeAfter(floor: PointFloor, e: number, x: number, y: number): Sector {
  const { edges } = floor
  const next = nextEdge(floor, e)
  return { sx: edges.bx[next]! - x, sy: edges.by[next]! - y, ex: edges.ax[e]! - x, ey: edges.ay[e]! - y }
}

function nextEdge(floor: PointFloor, e: number): number {
  const { edges, parts } = floor
  if (edges.solid[e + 1] === edges.solid[e]) return e + 1
  return e + 1 - parts.solids[edges.solid[e]!]!.ring.length / 2
}

function alongFace(floor: PointFloor, e: number): Sector[] {
  const { edges, parts } = floor
  const dx = edges.bx[e]! - edges.ax[e]!
  const dy = edges.by[e]! - edges.ay[e]!
  const isThin = parts.solids[edges.solid[e]!]!.ring.length === 4
  if (!isThin) return [{ sx: dx, sy: dy, ex: -dx, ey: -dy }]
  return [
    { sx: dx, sy: dy, ex: dx, ey: dy },
    { sx: -dx, sy: -dy, ex: -dx, ey: -dy },
  ]
}

/** Works out the state of a point and puts it in its place. */
function settle(floor: PointFloor, p: number): void {
  const { points } = floor
  const { state, wsx, wsy, wex, wey, isRidge } = settled(floor, points.x[p]!, points.y[p]!)
  points.state[p] = state
  points.wsx[p] = wsx
  points.wsy[p] = wsy
  points.wex[p] = wex
  points.wey[p] = wey
  points.isRidge[p] = isRidge
}

const CLOSED = { state: SHUT, wsx: 0, wsy: 0, wex: 0, wey: 0, isRidge: false }

function settled(floor: PointFloor, x: number, y: number): typeof CLOSED {
  if (isBuried(floor, x, y)) return CLOSED
  const blocked = blockedSectors(floor, x, y)
  if (blocked.length === 0) return { ...CLOSED, state: OPEN }
  const free = blocked.length === 1 ? complement(blocked[0]!) : freeSectors(blocked)
  const wide = free.filter((sector) => widthClass(sector) >= 0)
  const sector = wide[0]
  if (sector === undefined) return CLOSED
  const { sx, sy, ex, ey } = sector
  if (widthClass(sector) === 1) return { state: CORNER, wsx: ex, wsy: ey, wex: sx, wey: sy, isRidge: false }
  return { state: FLAT, wsx: sx, wsy: sy, wex: 0, wey: 0, isRidge: wide.length > 1 }
}

function complement({ sx, sy, ex, ey }: Sector): Sector[] {
  return isSameWay(sx, sy, ex, ey) ? [{ sx, sy, ex: sx, ey: sy }] : [{ sx: ex, sy: ey, ex: sx, ey: sy }]
}
