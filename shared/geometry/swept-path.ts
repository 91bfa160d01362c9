import { cosine, sine } from '#shared/base/angle'
import { boxesNear, boxIndex } from './box-index'
import type { Point } from './point'
import { type Box, boxesMeet, boxOf, cornersOfBox, sideOfRing } from './polygon'

/** A rectangle on the floor: its middle in millimetres, the direction of its length in tenths of a degree. */
export type Pose = { readonly x: number; readonly y: number; readonly angle: number }

/** A rectangle that is to be rolled and turned from `start` to somewhere else. Millimetres. */
export type Manoeuvre = {
  /** Convex rings, or two points for a thin wall. Touching is allowed. */
  readonly obstacles: readonly (readonly Point[])[]
  /** Where its middle may be. */
  readonly within: Box
  /** ... and the ring its middle stays in besides, if it has to stay in one. */
  readonly region?: readonly Point[] | undefined
  readonly length: number
  readonly width: number
  readonly start: Pose
  /** Half a turn gives the same rectangle; a whole turn also tells its front from its back. Tenths of a degree. */
  readonly period: 1800 | 3600
}

/** Corners of a rectangle in a pose, counter-clockwise; millimetres. */
export type Corners = readonly [Point, Point, Point, Point]
export type IsGoal = (pose: Pose, corners: () => Corners) => boolean

/** How fine the places and directions are that are tried: millimetres and tenths of a degree. */
type Grid = { readonly step: number; readonly turn: number }

const QUICK: Grid = { step: 60, turn: 50 }
const THOROUGH: Grid = { step: 30, turn: 20 }
/** Something may stand this far into what is given and still be taken for touching. Millimetres. */
const TOUCH_MM = 5
const NOISE_MM = 1e-6

/** What a pose of the grid is: free, reached already, or taken by something. */
const FREE = 0
const SEEN = 1
const TAKEN = 2

/**
 * Whether a rectangle can be rolled, sideways too, and turned from its start to a goal; undefined where
 * it does not even stand free at the start. A flood over a grid of places and directions in the frame of
 * the start, on which every pose is held exactly against every obstacle.
 *
 * The rectangle is taken smaller by what a pose can be off its nearest grid pose, so "no" is certain: no
 * way exists for the rectangle as given. "Yes" may be wrong by `sweptTolerance`: a rectangle smaller by
 * that on every side has a way. A quick coarse grid says most of the yeses.
 */
export function canManoeuvre(manoeuvre: Manoeuvre, isGoal: IsGoal): boolean | undefined {
  const quick = flood({ ...manoeuvre, length: manoeuvre.length - 2 * TOUCH_MM, width: manoeuvre.width - 2 * TOUCH_MM }, QUICK, isGoal)
  if (quick === true) return true
  const { length, width } = manoeuvre
  const inset = roundingOf(manoeuvre, THOROUGH)
  return flood({ ...manoeuvre, length: length - 2 * inset.length, width: width - 2 * inset.width }, THOROUGH, isGoal)
}

/** By how much smaller, on every side, a rectangle has a way wherever `canManoeuvre` says so; millimetres. */
export function sweptTolerance(size: Pick<Manoeuvre, 'length' | 'width'>): number {
  const { length, width } = roundingOf(size, THOROUGH)
  return Math.max(TOUCH_MM + betweenPoses(size, QUICK), Math.max(length, width) + betweenPoses(size, THOROUGH))
}

/** How far the sides of the nearest grid pose can lie outside those of a pose. */
function roundingOf(
  { length, width }: Pick<Manoeuvre, 'length' | 'width'>,
  { step, turn }: Grid,
): { readonly length: number; readonly width: number } {
  const off = step * Math.SQRT1_2
  const lean = sine(turn / 2)
  return { length: off + (width / 2) * lean, width: off + (length / 2) * lean }
}

/** How deep an obstacle can reach in between two neighbouring grid poses that are both free: half of what a corner moves. */
function betweenPoses({ length, width }: Pick<Manoeuvre, 'length' | 'width'>, { step, turn }: Grid): number {
  return Math.max(step / 2, (Math.sqrt(length * length + width * width) / 2) * sine(turn / 2))
}

function flood(manoeuvre: Manoeuvre, { step, turn }: Grid, isGoal: IsGoal): boolean | undefined {
  const { start, within, period } = manoeuvre
  const frame = frameOf(start)
  const box = boxOf(cornersOfBox(within).map(frame.toLocal))
  const left = Math.ceil(box.left / step)
  const bottom = Math.ceil(box.bottom / step)
  const columns = Math.floor(box.right / step) - left + 1
  const rows = Math.floor(box.top / step) - bottom + 1
  const turns = period / turn
  const layer = columns * rows
  if (left > 0 || bottom > 0 || left + columns <= 0 || bottom + rows <= 0) return undefined
  const taken = layersOf(manoeuvre, frame, { left, bottom, columns, rows, step, turn })
  const poseOf = (column: number, row: number, k: number): Pose => {
    const at = frame.toPlan({ x: (column + left) * step, y: (row + bottom) * step })
    return { x: at.x, y: at.y, angle: (start.angle + k * turn) % 3600 }
  }
  const first = -bottom * columns - left
  if (taken(0)[first] !== FREE) return undefined
  taken(0)[first] = SEEN
  let front = [first]
  let next: number[] = []
  const visit = (cells: Uint8Array, place: number, k: number) => {
    if (cells[place] !== FREE) return
    cells[place] = SEEN
    next.push(k * layer + place)
  }
  while (front.length > 0) {
    for (const cell of front) {
      const k = Math.floor(cell / layer)
      const place = cell - k * layer
      const row = Math.floor(place / columns)
      const column = place - row * columns
      const pose = poseOf(column, row, k)
      if (isGoal(pose, () => cornersOf(pose, manoeuvre))) return true
      const here = taken(k)
      if (column > 0) visit(here, place - 1, k)
      if (column + 1 < columns) visit(here, place + 1, k)
      if (row > 0) visit(here, place - columns, k)
      if (row + 1 < rows) visit(here, place + columns, k)
      const before = k === 0 ? turns - 1 : k - 1
      const after = k + 1 === turns ? 0 : k + 1
      visit(taken(before), place, before)
      visit(taken(after), place, after)
    }
    front = next
    next = []
  }
  return false
}

type Frame = { readonly toLocal: (point: Point) => Point; readonly toPlan: (point: Point) => Point }

/** The start is the origin and looks along x. */
function frameOf({ x, y, angle }: Pose): Frame {
  const cos = cosine(angle)
  const sin = sine(angle)
  return {
    toLocal: (point) => ({ x: (point.x - x) * cos + (point.y - y) * sin, y: (point.y - y) * cos - (point.x - x) * sin }),
    toPlan: (point) => ({ x: x + point.x * cos - point.y * sin, y: y + point.x * sin + point.y * cos }),
  }
}

function cornersOf({ x, y, angle }: Pose, { length, width }: Pick<Manoeuvre, 'length' | 'width'>): Corners {
  const cos = cosine(angle)
  const sin = sine(angle)
  const at = (along: number, across: number): Point => ({ x: x + along * cos - across * sin, y: y + along * sin + across * cos })
  const l = length / 2
  const w = width / 2
  return [at(-l, -w), at(l, -w), at(l, w), at(-l, w)]
}

type Cells = {
  readonly left: number
  readonly bottom: number
  readonly columns: number
  readonly rows: number
  readonly step: number
  readonly turn: number
}

/** For each direction, which places are taken: made when first asked for. */
function layersOf(manoeuvre: Manoeuvre, frame: Frame, cells: Cells): (k: number) => Uint8Array {
  const { columns, rows, turn } = cells
  const floor = floorCells(manoeuvre, frame, cells)
  const obstacles = manoeuvre.obstacles.map((ring) => ring.map(frame.toLocal))
  const index = boxIndex(obstacles.map(boxOf))
  const reach = Math.sqrt(manoeuvre.length ** 2 + manoeuvre.width ** 2) / 2
  const { left, bottom, step } = cells
  const all: Box = { left: left * step, bottom: bottom * step, right: (left + columns - 1) * step, top: (bottom + rows - 1) * step }
  const near = boxesNear(index, all, reach).map((i) => obstacles[i]!)
  const layers: (Uint8Array | undefined)[] = []
  return (k) => {
    let layer = layers[k]
    if (layer === undefined) {
      layer = Uint8Array.from(floor)
      const corners = cornersOf({ x: 0, y: 0, angle: k * turn }, manoeuvre)
      for (const obstacle of near) fillRing(layer, cells, all, sumOf(obstacle, corners))
      layers[k] = layer
    }
    return layer
  }
}

/** Places outside the region are taken in every direction. */
function floorCells({ region }: Manoeuvre, frame: Frame, { left, bottom, columns, rows, step }: Cells): Uint8Array {
  const cells = new Uint8Array(columns * rows)
  if (region === undefined) return cells
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const at = frame.toPlan({ x: (column + left) * step, y: (row + bottom) * step })
      if (sideOfRing(region, at.x, at.y) < 0) cells[row * columns + column] = TAKEN
    }
  }
  return cells
}

/** All sums of a point of one convex ring and one of the other, as a convex ring counter-clockwise. */
function sumOf(a: readonly Point[], b: readonly Point[]): readonly Point[] {
  const sums: Point[] = []
  for (const p of a) for (const q of b) sums.push({ x: p.x + q.x, y: p.y + q.y })
  sums.sort((p, q) => p.x - q.x || p.y - q.y)
  return [...halfHull(sums), ...halfHull(sums.reverse())]
}

/** Andrew's monotone chain (1979), one half, without its last point. */
function halfHull(sorted: readonly Point[]): readonly Point[] {
  const hull: Point[] = []
  for (const p of sorted) {
    while (hull.length > 1 && turnsLeft(hull.at(-2)!, hull.at(-1)!, p) <= 0) hull.pop()
    hull.push(p)
  }
  hull.pop()
  return hull
}

function turnsLeft(a: Point, b: Point, c: Point): number {
  return (b.x - a.x) * (c.y - b.y) - (b.y - a.y) * (c.x - b.x)
}

/** Takes the places inside a convex ring, those on its edge left free. */
function fillRing(layer: Uint8Array, { left, bottom, columns, rows, step }: Cells, all: Box, ring: readonly Point[]): void {
  const box = boxOf(ring)
  if (!boxesMeet(box, all)) return
  const lowest = Math.max(0, Math.ceil((box.bottom + NOISE_MM) / step) - bottom)
  const highest = Math.min(rows - 1, Math.floor((box.top - NOISE_MM) / step) - bottom)
  for (let row = lowest; row <= highest; row++) {
    const y = (row + bottom) * step
    let from = Number.POSITIVE_INFINITY
    let to = Number.NEGATIVE_INFINITY
    let a = ring[ring.length - 1]!
    for (const b of ring) {
      if (a.y !== b.y && a.y <= y === y <= b.y) {
        const x = a.x + ((b.x - a.x) * (y - a.y)) / (b.y - a.y)
        if (x < from) from = x
        if (x > to) to = x
      }
      a = b
    }
    const first = Math.max(0, Math.ceil((from + NOISE_MM) / step) - left)
    const last = Math.min(columns - 1, Math.floor((to - NOISE_MM) / step) - left)
    if (last >= first) layer.fill(TAKEN, row * columns + first, row * columns + last + 1)
  }
}
