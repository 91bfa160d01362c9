import { filled } from '#shared/base/filled'
import type { FloorParts } from './walk-graph'

/** Cells of the index, in millimetres: about a door's width, so that a clearance test meets a handful of wall edges. */
const CELL_MM = 1000
/** At most so many cells across: on floors over half a kilometre they are larger, lest a far corner cost all the memory. */
const MOST_CELLS = 512

/** Wall edges, each listed in every cell that a body of the index's reach touching the edge can have its centre in. Millimetres. */
export type WallLayer = {
  readonly count: number
  /** ax, ay, bx, by of edge i at 4 i. */
  readonly ends: Float64Array
  readonly cell: number
  readonly x0: number
  readonly y0: number
  readonly columns: number
  readonly rows: number
  /** Edges of cell c: items[starts[c]] to items[starts[c + 1] - 1]. */
  readonly starts: Int32Array
  readonly items: Int32Array
}

/** The wall edges of a floor: the edges that an earlier floor had (some gone) and those added since. */
export type Walls = {
  readonly reach: number
  readonly base: WallLayer
  /** Edges of solid s in `base`: firstEdge[s] to firstEdge[s + 1] - 1. */
  readonly firstEdge: Int32Array
  /** 0 where an edge of `base` is no longer there. */
  readonly alive: Uint8Array
  readonly added: WallLayer | undefined
}

/** All edges of a ring, ax, ay, bx, by each; a ring of two points is one edge. */
export function ringEdges(ring: readonly number[]): number[] {
  const edges: number[] = []
  addEdges(ring, edges)
  return edges
}

function addEdges(ring: readonly number[], edges: number[]): void {
  const points = ring.length / 2
  for (let i = 0; i < (points === 2 ? 1 : points); i++) {
    const j = (i + 1) % points
    const ax = ring[2 * i]!
    const ay = ring[2 * i + 1]!
    const bx = ring[2 * j]!
    const by = ring[2 * j + 1]!
    if (ax !== bx || ay !== by) edges.push(ax, ay, bx, by)
  }
}

/** The walls of a floor for bodies of `radius` millimetres: every edge of its boundary and of its solids. */
export function wallsOf(parts: FloorParts, radius: number): Walls {
  const { ends, firstEdge } = filled(edgesOfFloors, parts, () => edgesOf(parts))
  const base = layerOf(ends, radius)
  return { reach: radius, base, firstEdge, alive: new Uint8Array(base.count).fill(1), added: undefined }
}

/** Walls are the same for bodies of all radii. */
const edgesOfFloors = new WeakMap<FloorParts, ReturnType<typeof edgesOf>>()

/** The edges of a floor's solids, ax, ay, bx, by each, and where those of each solid begin, as in `Walls`. */
function edgesOf({ solids }: FloorParts): { readonly ends: Float64Array; readonly firstEdge: Int32Array } {
  const edges: number[] = []
  const firstEdge = new Int32Array(solids.length + 1)
  for (let s = 0; s < solids.length; s++) {
    const solid = solids[s]
    if (solid !== undefined) addEdges(solid.ring, edges)
    firstEdge[s + 1] = edges.length / 4
  }
  return { ends: Float64Array.from(edges), firstEdge }
}

/** The walls after an edit: less the solids numbered `removed`; of those that came since `base` was indexed, what `parts` has now. */
export function changedWalls(walls: Walls, parts: FloorParts, removed: readonly number[]): Walls {
  const alive = walls.alive.slice()
  const known = walls.firstEdge.length - 1
  for (const solid of removed) if (solid < known) alive.fill(0, walls.firstEdge[solid]!, walls.firstEdge[solid + 1]!)
  const edges: number[] = []
  for (let s = known; s < parts.solids.length; s++) edges.push(...ringEdges(parts.solids[s]?.ring ?? []))
  return { ...walls, alive, added: edges.length > 0 ? layerOf(edges, walls.reach) : undefined }
}

/** An index of edges (ax, ay, bx, by each), registered `distance` millimetres around each. */
export function layerOf(edges: readonly number[] | Float64Array, distance: number): WallLayer {
  // A millimetre more, so that an edge that a line just touches is listed along it.
  const reach = distance + 1
  const ends = edges instanceof Float64Array ? edges : Float64Array.from(edges)
  const count = ends.length / 4
  let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity]
  for (let i = 0; i < ends.length; i += 2) {
    x0 = Math.min(x0, ends[i]!)
    x1 = Math.max(x1, ends[i]!)
    y0 = Math.min(y0, ends[i + 1]!)
    y1 = Math.max(y1, ends[i + 1]!)
  }
  if (count === 0) [x0, y0, x1, y1] = [0, 0, 0, 0]
  x0 -= reach + 1
  y0 -= reach + 1
  const size = Math.max(CELL_MM, (x1 + reach + 1 - x0) / MOST_CELLS, (y1 + reach + 1 - y0) / MOST_CELLS)
  const columns = Math.max(1, Math.ceil((x1 + reach + 1 - x0) / size))
  const rows = Math.max(1, Math.ceil((y1 + reach + 1 - y0) / size))
  const cells: number[] = []
  const owners: number[] = []
  const starts = new Int32Array(columns * rows + 1)
  for (let e = 0; e < count; e++) {
    const ax = ends[4 * e]!
    const ay = ends[4 * e + 1]!
    const bx = ends[4 * e + 2]!
    const by = ends[4 * e + 3]!
    const c0 = Math.floor((Math.min(ax, bx) - reach - x0) / size)
    const c1 = Math.floor((Math.max(ax, bx) + reach - x0) / size)
    const r0 = Math.floor((Math.min(ay, by) - reach - y0) / size)
    const r1 = Math.floor((Math.max(ay, by) + reach - y0) / size)
    const length = lengthOf(bx - ax, by - ay)
    const nx = (by - ay) / length
    const ny = (ax - bx) / length
    // A cell whose middle is further from the edge's line than this cannot hold such a centre.
    const far = reach + (size / 2) * (Math.abs(nx) + Math.abs(ny)) + 1
    for (let r = r0; r <= r1; r++)
      for (let c = c0; c <= c1; c++) {
        const h = (x0 + (c + 0.5) * size - ax) * nx + (y0 + (r + 0.5) * size - ay) * ny
        if (h > far || h < -far) continue
        const cell = r * columns + c
        cells.push(cell)
        owners.push(e)
        starts[cell + 1]!++
      }
  }
  for (let c = 0; c < columns * rows; c++) starts[c + 1]! += starts[c]!
  const fill = starts.slice(0, columns * rows)
  const items = new Int32Array(cells.length)
  for (let k = 0; k < cells.length; k++) items[fill[cells[k]!]!++] = owners[k]!
  return { count, ends, cell: size, x0, y0, columns, rows, starts, items }
}

/** Edges that the look around under way has visited have its number: those of `added` behind those of `base`. */
let visited = new Int32Array(0)
let looks = 0

function lookAround({ base, added }: Walls): void {
  const count = base.count + (added?.count ?? 0)
  if (visited.length < count) visited = new Int32Array(2 * count)
  looks += 1
}

/** The edges that pass within `distance` millimetres of a point, ax, ay, bx, by each. */
export function edgesNear(walls: Walls, x: number, y: number, distance: number): number[] {
  const found: number[] = []
  lookAround(walls)
  nearOfLayer(walls.base, walls.alive, 0, walls.reach, x, y, distance, found)
  if (walls.added) nearOfLayer(walls.added, undefined, walls.base.count, walls.reach, x, y, distance, found)
  return found
}

function nearOfLayer(
  layer: WallLayer,
  alive: Uint8Array | undefined,
  offset: number,
  reach: number,
  x: number,
  y: number,
  distance: number,
  found: number[],
): void {
  // An edge within `distance` is listed in some cell within `distance - reach` of the point.
  const more = Math.max(0, distance - reach) + 1
  const c0 = Math.max(0, Math.floor((x - more - layer.x0) / layer.cell))
  const c1 = Math.min(layer.columns - 1, Math.floor((x + more - layer.x0) / layer.cell))
  const r0 = Math.max(0, Math.floor((y - more - layer.y0) / layer.cell))
  const r1 = Math.min(layer.rows - 1, Math.floor((y + more - layer.y0) / layer.cell))
  for (let r = r0; r <= r1; r++)
    for (let c = c0; c <= c1; c++) {
      const cell = r * layer.columns + c
      for (let k = layer.starts[cell]!; k < layer.starts[cell + 1]!; k++) {
        const e = layer.items[k]!
        if (visited[offset + e] === looks || (alive !== undefined && alive[e] === 0)) continue
        visited[offset + e] = looks
        const ax = layer.ends[4 * e]!
        const ay = layer.ends[4 * e + 1]!
        const bx = layer.ends[4 * e + 2]!
        const by = layer.ends[4 * e + 3]!
        if (distanceToEdge(x, y, ax, ay, bx, by) <= distance) found.push(ax, ay, bx, by)
      }
    }
}

/** The length of a vector: many times faster than `Math.hypot`, and the same on every machine. */
export function lengthOf(x: number, y: number): number {
  return Math.sqrt(x * x + y * y)
}

/** Distance from a point to an edge, in the unit of the coordinates. */
export function distanceToEdge(x: number, y: number, ax: number, ay: number, bx: number, by: number): number {
  const dx = bx - ax
  const dy = by - ay
  const t = Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy)))
  return lengthOf(x - ax - t * dx, y - ay - t * dy)
}

/**
 * The first edge found that a body of `radius` walking straight from (px, py) along the unit vector
 * (ux, uy) for `length` would come closer to than its radius, or -1: an edge of `base` as its
 * index, an added one as `base.count` + its index. The body must stand free at both ends.
 */
export function blocker(walls: Walls, px: number, py: number, ux: number, uy: number, length: number, radius: number): number {
  const hit = blockerOfLayer(walls.base, walls.alive, px, py, ux, uy, length, radius)
  if (hit >= 0 || !walls.added) return hit
  const added = blockerOfLayer(walls.added, undefined, px, py, ux, uy, length, radius)
  return added < 0 ? -1 : walls.base.count + added
}

function blockerOfLayer(
  layer: WallLayer,
  alive: Uint8Array | undefined,
  px: number,
  py: number,
  ux: number,
  uy: number,
  length: number,
  radius: number,
): number {
  // The cells in walking order (Amanatides and Woo 1987), written out: this is the innermost loop of building and mending.
  const { ends, starts, items, columns, rows, x0, y0, cell: size } = layer
  let column = Math.floor((px - x0) / size)
  let row = Math.floor((py - y0) / size)
  const stepX = ux > 0 ? 1 : -1
  const stepY = uy > 0 ? 1 : -1
  const deltaX = ux === 0 ? Infinity : size / Math.abs(ux)
  const deltaY = uy === 0 ? Infinity : size / Math.abs(uy)
  let nextX = ux === 0 ? Infinity : (x0 + (column + (ux > 0 ? 1 : 0)) * size - px) / ux
  let nextY = uy === 0 ? Infinity : (y0 + (row + (uy > 0 ? 1 : 0)) * size - py) / uy
  for (;;) {
    if (column >= 0 && column < columns && row >= 0 && row < rows) {
      const cell = row * columns + column
      for (let k = starts[cell]!, end = starts[cell + 1]!; k < end; k++) {
        const e = items[k]!
        if (alive !== undefined && alive[e] === 0) continue
        if (stripHits(px, py, ux, uy, length, radius, ends[4 * e]!, ends[4 * e + 1]!, ends[4 * e + 2]!, ends[4 * e + 3]!)) return e
      }
    }
    if (nextX < nextY) {
      if (nextX >= length) return -1
      column += stepX
      nextX += deltaX
    } else {
      if (nextY >= length) return -1
      row += stepY
      nextY += deltaY
    }
  }
}

/** Does an edge enter the open rectangle that the width of a body sweeps from (px, py) along (ux, uy) for `length`? */
export function stripHits(
  px: number,
  py: number,
  ux: number,
  uy: number,
  length: number,
  radius: number,
  ax: number,
  ay: number,
  bx: number,
  by: number,
): boolean {
  const ha = (ay - py) * ux - (ax - px) * uy
  const hb = (by - py) * ux - (bx - px) * uy
  if ((ha >= radius && hb >= radius) || (ha <= -radius && hb <= -radius)) return false
  let ta = (ax - px) * ux + (ay - py) * uy
  let tb = (bx - px) * ux + (by - py) * uy
  if ((ta <= 0 && tb <= 0) || (ta >= length && tb >= length)) return false
  const slope = (tb - ta) / (hb - ha)
  const low = ta
  const lowH = ha
  if (ha > radius) ta = low + (radius - lowH) * slope
  else if (ha < -radius) ta = low + (-radius - lowH) * slope
  if (hb > radius) tb = low + (radius - lowH) * slope
  else if (hb < -radius) tb = low + (-radius - lowH) * slope
  return Math.max(ta, tb) > 0 && Math.min(ta, tb) < length
}

/** Does a body of `radius` stand free of every wall edge here? Coordinates in millimetres. */
export function isClear(walls: Walls, x: number, y: number, radius: number): boolean {
  return isClearOfLayer(walls.base, walls.alive, x, y, radius) && (!walls.added || isClearOfLayer(walls.added, undefined, x, y, radius))
}

function isClearOfLayer(layer: WallLayer, alive: Uint8Array | undefined, x: number, y: number, radius: number): boolean {
  const column = Math.floor((x - layer.x0) / layer.cell)
  const row = Math.floor((y - layer.y0) / layer.cell)
  if (column < 0 || column >= layer.columns || row < 0 || row >= layer.rows) return true
  const cell = row * layer.columns + column
  const { ends } = layer
  for (let k = layer.starts[cell]!; k < layer.starts[cell + 1]!; k++) {
    const e = layer.items[k]!
    if (alive && alive[e] === 0) continue
    if (distanceToEdge(x, y, ends[4 * e]!, ends[4 * e + 1]!, ends[4 * e + 2]!, ends[4 * e + 3]!) < radius) return false
  }
  return true
}

/**
 * Visits the edges around a point (relative to it, each once) in growing squares of cells, at most `rings` of them, until
 * `isEnough` says so of the distance within which all have been visited.
 */
export function visitEdgesAround(
  walls: Walls,
  x: number,
  y: number,
  rings: number,
  take: (ax: number, ay: number, bx: number, by: number) => void,
  isEnough: (distance: number) => boolean,
): void {
  lookAround(walls)
  for (let ring = 0; ring <= rings; ring++) {
    visitRing(walls.base, walls.alive, 0, x, y, ring, take)
    if (walls.added) visitRing(walls.added, undefined, walls.base.count, x, y, ring, take)
    if (isEnough(ring * Math.min(walls.base.cell, walls.added?.cell ?? Infinity))) return
  }
}

function visitRing(
  layer: WallLayer,
  alive: Uint8Array | undefined,
  offset: number,
  x: number,
  y: number,
  ring: number,
  take: (ax: number, ay: number, bx: number, by: number) => void,
): void {
  const column = Math.floor((x - layer.x0) / layer.cell)
  const row = Math.floor((y - layer.y0) / layer.cell)
  const { ends, columns, rows, starts, items } = layer
  const lastRow = Math.min(rows - 1, row + ring)
  for (let r = Math.max(0, row - ring); r <= lastRow; r++) {
    const step = Math.abs(r - row) === ring ? 1 : Math.max(1, 2 * ring)
    for (let c = column - ring; c <= column + ring; c += step) {
      if (c < 0 || c >= columns) continue
      const cell = r * columns + c
      for (let k = starts[cell]!, end = starts[cell + 1]!; k < end; k++) {
        const e = items[k]!
        if (visited[offset + e] === looks || (alive !== undefined && alive[e] === 0)) continue
        visited[offset + e] = looks
        take(ends[4 * e]! - x, ends[4 * e + 1]! - y, ends[4 * e + 2]! - x, ends[4 * e + 3]! - y)
      }
    }
  }
}
