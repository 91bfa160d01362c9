import type { Id } from '#shared/base/ids'
import { roundToMillimetre } from '#shared/base/units'
import { outerWallLine } from '#shared/building/outer-wall-line'
import { type RecordTable, recordsOf } from '#shared/document/document'
import type { Point } from '#shared/geometry/point'
import { edgesOfRing, footOn, type Segment } from '#shared/geometry/segment'

/** What a point came to lie on; said beside the pointer. */
export type SnapWord = 'corner' | 'wall' | 'middle' | 'in-line' | 'direction' | 'grid' | 'free'
export type Snap = { readonly at: Point; readonly word: SnapWord; readonly guides: readonly { readonly axis: 'x' | 'y'; readonly at: number }[] }

export type SnapWish = {
  readonly at: Point
  /** Metres. */
  readonly reach: number
  readonly isFree: boolean
  /** Of the outline the outer face is meant, not the middle of the wall along its inside. */
  readonly isFace?: boolean | undefined
  /** The point before, from which upright, level and slanting (45 degrees) lines are found. */
  readonly from?: Point | undefined
  /** Only along the line from `from` in this direction. */
  readonly held?: Point | undefined
}

const GRID_M = 0.05

const segmentsKnown = new WeakMap<RecordTable, Map<string, readonly Segment[]>>()

/** The edges of rooms, the free walls and the outer walls of a storey, by their middle, or by their outer face (`isFace`). */
function segmentsOf(table: RecordTable, storey: Id, isFace: boolean): readonly Segment[] {
  let known = segmentsKnown.get(table)
  if (known === undefined) {
    known = new Map()
    segmentsKnown.set(table, known)
  }
  const key = `${storey} ${isFace}`
  let segments = known.get(key)
  if (segments === undefined) {
    const level = table[storey]
    segments = [
      ...recordsOf(table, 'room').flatMap((room) => (room.storey === storey ? edgesOfRing(room.corners) : [])),
      ...recordsOf(table, 'wall').flatMap(({ storey: of, from, to }) => (of === storey ? [{ from, to }] : [])),
      ...(level?.kind === 'storey' ? edgesOfRing(isFace ? (level.outline ?? []) : outerWallLine(level)) : []),
    ]
    known.set(key, segments)
  }
  return segments
}

/** Where a point that a hand wishes for comes to lie: on a corner, else a wall, else in line with corners or a direction, else on the grid. */
export function snapPoint(table: RecordTable, storey: Id, { at, reach, isFree, isFace = false, from, held }: SnapWish): Snap {
  if (held !== undefined && from !== undefined) return alongHeld(from, held, at, isFree)
  if (isFree) return { at: rounded(at), word: 'free', guides: [] }
  const segments = segmentsOf(table, storey, isFace)
  const corner = nearestOf(segments.map((segment) => segment.from).concat(segments.map((segment) => segment.to)), at, reach)
  if (corner !== undefined) return { at: rounded(corner), word: 'corner', guides: [] }
  const middle = nearestOf(
    segments.map(({ from: a, to: b }) => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 })),
    at,
    reach * 0.7,
  )
  if (middle !== undefined) return { at: rounded(middle), word: 'middle', guides: [] }
  const corners = segments.map((segment) => segment.from)
  const inLine = alignedWith(from === undefined ? corners : [...corners, from], at, reach)
  const onWall = nearestOf(
    segments.map((segment) => footOn(segment, at)),
    at,
    reach,
  )
  if (onWall !== undefined) {
    // Where a line of another corner crosses the wall nearby, the crossing is meant.
    const crossing = { x: inLine.x ?? onWall.x, y: inLine.y ?? onWall.y }
    const isCrossing = segments.some((segment) => distanceOf(footOn(segment, crossing), crossing) < 0.001)
    if (isCrossing) return { at: rounded(crossing), word: 'wall', guides: guidesOf(inLine) }
    // A line of a corner that is nearer than the wall is meant, and not the wall: the outer face of a building beside its rooms, say.
    if (offOf(inLine, at) >= distanceOf(onWall, at) - 1e-6) return { at: rounded(onWall), word: 'wall', guides: [] }
  }
  const slant = from === undefined ? undefined : slanted(from, at, reach)
  if (inLine.x !== undefined || inLine.y !== undefined) {
    return { at: rounded({ x: inLine.x ?? onGrid(at.x), y: inLine.y ?? onGrid(at.y) }), word: 'in-line', guides: guidesOf(inLine) }
  }
  if (slant !== undefined) return { at: rounded(slant), word: 'direction', guides: [] }
  return { at: rounded({ x: onGrid(at.x), y: onGrid(at.y) }), word: 'grid', guides: [] }
}

function alongHeld(from: Point, held: Point, at: Point, isFree: boolean): Snap {
  const size = Math.hypot(held.x, held.y)
  if (size === 0) return { at: rounded(at), word: 'free', guides: [] }
  const along = ((at.x - from.x) * held.x + (at.y - from.y) * held.y) / size
  const length = isFree ? along : onGrid(along)
  return { at: rounded({ x: from.x + (held.x / size) * length, y: from.y + (held.y / size) * length }), word: 'direction', guides: [] }
}

type Lines = { readonly x: number | undefined; readonly y: number | undefined }

function alignedWith(corners: readonly Point[], at: Point, reach: number): Lines {
  let [x, y, offX, offY]: [number | undefined, number | undefined, number, number] = [undefined, undefined, reach, reach]
  for (const corner of corners) {
    const [dx, dy] = [Math.abs(corner.x - at.x), Math.abs(corner.y - at.y)]
    if (dx < offX) [x, offX] = [corner.x, dx]
    if (dy < offY) [y, offY] = [corner.y, dy]
  }
  return { x, y }
}

/** How far a point is from the lines it may come to lie on; infinite where there are none. */
function offOf({ x, y }: Lines, at: Point): number {
  if (x === undefined && y === undefined) return Number.POSITIVE_INFINITY
  return Math.hypot(x === undefined ? 0 : x - at.x, y === undefined ? 0 : y - at.y)
}

function guidesOf({ x, y }: Lines): Snap['guides'] {
  return [...(x === undefined ? [] : [{ axis: 'x' as const, at: x }]), ...(y === undefined ? [] : [{ axis: 'y' as const, at: y }])]
}

function slanted(from: Point, at: Point, reach: number): Point | undefined {
  const [dx, dy] = [at.x - from.x, at.y - from.y]
  const size = onGrid((Math.abs(dx) + Math.abs(dy)) / 2)
  if (Math.abs(Math.abs(dx) - Math.abs(dy)) > reach * Math.SQRT2 || size === 0) return undefined
  return { x: from.x + Math.sign(dx) * size, y: from.y + Math.sign(dy) * size }
}

function nearestOf(points: readonly Point[], at: Point, reach: number): Point | undefined {
  let best: Point | undefined
  let least = reach
  for (const point of points) {
    const off = distanceOf(point, at)
    if (off <= least && (best === undefined || off < least)) [best, least] = [point, off]
  }
  return best
}

function distanceOf(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y)
}

function onGrid(metres: number): number {
  return Math.round(metres / GRID_M) * GRID_M
}

function rounded({ x, y }: Point): Point {
  return { x: roundToMillimetre(x), y: roundToMillimetre(y) }
}
