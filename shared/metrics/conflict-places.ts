import { filled } from '#shared/base/filled'
import type { Point } from '#shared/geometry/point'

/** A shared run (two or more points) or a crossing (one), on one storey. */
export type ConflictPiece = { readonly storey: number; readonly points: readonly Point[] }

/** One line that pieces run along, each once: many routes share the very same. */
type Segment = {
  readonly storey: number
  readonly a: Point
  readonly b: Point
  readonly pieces: number[]
  /** Some place has its pieces. */
  isReached: boolean
  /** What lies near it has been looked for. */
  isSearched: boolean
}

/**
 * Groups pieces that lie less than `gap` metres apart, directly or by way of others. Indices of pieces, groups in the order of their first. A
 * place spreads from piece to piece, and what it has reached is not looked at again: pairs of a place are far more than its pieces.
 */
export function conflictPlaces(pieces: readonly ConflictPiece[], gap: number): readonly (readonly number[])[] {
  const { segments, ofPiece } = distinctSegments(pieces)
  const takeNear = openUnreached(segments, gap)
  const isPlaced = new Uint8Array(pieces.length)
  const waiting: number[] = []
  const place = (piece: number) => {
    if (isPlaced[piece] === 1) return
    isPlaced[piece] = 1
    waiting.push(piece)
  }
  const places: number[][] = []
  for (const first of pieces.keys()) {
    const found: number[] = []
    place(first)
    for (let piece = waiting.pop(); piece !== undefined; piece = waiting.pop()) {
      found.push(piece)
      for (const segment of ofPiece[piece]!) {
        if (segment.isSearched) continue
        segment.isSearched = true
        segment.isReached = true
        segment.pieces.forEach(place)
        for (const near of takeNear(segment)) near.pieces.forEach(place)
      }
    }
    if (found.length > 0) places.push(found.sort((a, b) => a - b))
  }
  return places
}

/** The lines of all pieces, and those of each. */
function distinctSegments(pieces: readonly ConflictPiece[]): {
  readonly segments: readonly Segment[]
  readonly ofPiece: readonly (readonly Segment[])[]
} {
  const found = new Map<number, Map<string, Segment>>()
  const ofPiece = pieces.map(({ storey, points }, piece) => {
    const here = filled(found, storey, () => new Map())
    return linesOf(points).map(({ key, a, b }) => {
      const segment = filled(here, key, (): Segment => ({ storey, a, b, pieces: [], isReached: false, isSearched: false }))
      segment.pieces.push(piece)
      return segment
    })
  })
  return { segments: [...found.values()].flatMap((here) => [...here.values()]), ofPiece }
}

type Line = { readonly key: string; readonly a: Point; readonly b: Point }

const knownLines = new WeakMap<readonly Point[], readonly Line[]>()

/** The lines of a run, or the point of a crossing, by what is the same for the same line in either direction. */
function linesOf(points: readonly Point[]): readonly Line[] {
  return filled(knownLines, points, () => {
    const ends = points.map(({ x, y }) => `${Math.round(x * 1e6)},${Math.round(y * 1e6)}`)
    const lineTo = (to: number): Line => {
      const from = Math.max(0, to - 1)
      const [one, other] = [ends[from]!, ends[to]!]
      return { key: one < other ? `${one};${other}` : `${other};${one}`, a: points[from]!, b: points[to]! }
    }
    return points.length === 1 ? [lineTo(0)] : points.slice(1).map((_, index) => lineTo(index + 1))
  })
}

const CELL_M = 3

/** Takes out, of the segments that no place has reached yet, those less than `gap` from one; what was reached is dropped on the way. */
function openUnreached(segments: readonly Segment[], gap: number): (of: Segment) => readonly Segment[] {
  const cells = new Map<number, Segment[]>()
  for (const segment of segments) for (const cell of cellsAbout(segment, 0)) filled(cells, cell, () => []).push(segment)
  return (of) => {
    const near: Segment[] = []
    for (const cell of cellsAbout(of, gap)) {
      const here = cells.get(cell)
      if (here === undefined) continue
      let left = 0
      for (const other of here) {
        if (other.isReached) continue
        if (distanceOf(of, other) < gap) {
          other.isReached = true
          near.push(other)
        } else {
          here[left] = other
          left += 1
        }
      }
      here.length = left
    }
    return near
  }
}

/** Numbers of the squares that the box of a segment, so much larger on all sides, lies in. */
function cellsAbout({ storey, a, b }: Segment, reach: number): readonly number[] {
  const [left, right] = [Math.floor((Math.min(a.x, b.x) - reach) / CELL_M), Math.floor((Math.max(a.x, b.x) + reach) / CELL_M)]
  const [bottom, top] = [Math.floor((Math.min(a.y, b.y) - reach) / CELL_M), Math.floor((Math.max(a.y, b.y) + reach) / CELL_M)]
  const found: number[] = []
  for (let column = left; column <= right; column++) {
    for (let row = bottom; row <= top; row++) found.push((storey * 65_536 + column + 32_768) * 65_536 + row + 32_768)
  }
  return found
}

/** The distance between two segments, 0 where they cross. */
function distanceOf({ a, b }: Segment, { a: c, b: d }: Segment): number {
  const side = (p: Point, q: Point, r: Point) => (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x)
  if (side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0) return 0
  return Math.min(fromSegment(a, c, d), fromSegment(b, c, d), fromSegment(c, a, b), fromSegment(d, a, b))
}

function fromSegment(p: Point, a: Point, b: Point): number {
  const dx = b.x - a.x
  const dy = b.y - a.y
  const square = dx * dx + dy * dy
  const t = square === 0 ? 0 : Math.min(1, Math.max(0, ((p.x - a.x) * dx + (p.y - a.y) * dy) / square))
  return Math.sqrt((p.x - a.x - t * dx) ** 2 + (p.y - a.y - t * dy) ** 2)
}
