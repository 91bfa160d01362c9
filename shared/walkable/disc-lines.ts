import { turnTo } from './disc-arcs'
import { crossingsOf, type LineEnd } from './disc-crossings'
import { type EdgeBundle, meetsBundle } from './disc-edit'
import { type Piece, positionKey, TOUCH } from './disc-piece'
import { isInSector } from './disc-tips'
import { blocker, stripHits, type WallLayer, type Walls } from './disc-walls'
import { type PlaceIndex, visitInSight } from './place-index'
import { mayBeSeen, type Shadow } from './shadow'
import type { FloorParts } from './walk-graph'

/** A body may come this much closer to a wall than its radius, in millimetres: rounding, and lines that just touch. */
export const CLEARANCE = 1e-3

/**
 * Where lines are looked for. `piecesByCorner` has the ids of the pieces around each corner, by `positionKey`; `places` where the
 * pieces are that were made with the whole graph, by their ids: those that edits gave come behind, and none changes its place.
 */
export type LineField = {
  readonly parts: FloorParts
  readonly thresholds: readonly number[]
  readonly walls: Walls
  readonly radius: number
  readonly pieces: readonly (Piece | undefined)[]
  readonly piecesByCorner: Pick<ReadonlyMap<number, readonly number[]>, 'get'>
  readonly places: PlaceIndex
}

/**
 * A straight line between two pieces that a taut route can have: it touches both, and the body has
 * room all the way. `turnA` is the way round (1 counter-clockwise, -1 clockwise) that a walker from a
 * to b goes on a, `atA` the place on a in millimetres from its first end. Likewise for b.
 */
export type Line = {
  readonly a: number
  readonly turnA: number
  readonly atA: number
  readonly ax: number
  readonly ay: number
  readonly b: number
  readonly turnB: number
  readonly atB: number
  readonly bx: number
  readonly by: number
  readonly length: number
  readonly crossings: readonly number[]
}

/** Visits the pieces about corners that may be in sight. */
export function visitPiecesInSight({ pieces, places }: LineField, shadow: Shadow, visitor: (id: number) => void): void {
  visitInSight(places, shadow, (id) => {
    if (pieces[id] !== undefined) visitor(id)
  })
  for (let id = places.x.length; id < pieces.length; id++) {
    const piece = pieces[id]
    if (piece !== undefined && mayBeSeen(shadow, piece.x, piece.y)) visitor(id)
  }
}

/** Is direction (nx, ny) on the piece, with a tolerance of `TOUCH` at `reach` millimetres? */
export function isOnPiece(piece: Piece, nx: number, ny: number, reach: number): boolean {
  const fromA = (piece.ax * ny - piece.ay * nx) * reach
  const toB = (nx * piece.by - ny * piece.bx) * reach
  if (fromA < -TOUCH || toB < -TOUCH) return false
  return nx * (piece.ax + piece.bx) + ny * (piece.ay + piece.by) > -1e-6
}

/** Does a line with right normal (nx, ny) that leaves along (ux, uy) touch a piece walked `turn` round? A tip is walked one way only. */
export function isTouched(piece: Piece, turn: number, nx: number, ny: number, ux: number, uy: number, reach: number): boolean {
  return piece.radius > 0 ? isOnPiece(piece, turn * nx, turn * ny, reach) : turn === 1 && isInSector(piece, ux, uy, reach)
}

/** Millimetres along the piece from its first end to direction (nx, ny). */
export function placeOnPiece(piece: Piece, nx: number, ny: number): number {
  if (piece.radius === 0) return 0
  return piece.radius * Math.max(0, Math.min(piece.span, turnTo(piece, nx, ny)))
}

/** The end of a line on a piece in direction (nx, ny) from its centre; (ux, uy) is the direction in which the line leaves it. */
export function endOnPiece(piece: Piece, nx: number, ny: number, at: number, ux: number, uy: number): LineEnd {
  const { radius } = piece
  if (radius === 0) {
    // A line along a side of the sector belongs to its inside.
    const inwards = 1e-3 * ((isAlong(piece.ax, piece.ay, ux, uy) ? 1 : 0) - (isAlong(piece.bx, piece.by, ux, uy) ? 1 : 0))
    return { x: piece.x, y: piece.y, nearX: piece.x + ux - inwards * uy, nearY: piece.y + uy + inwards * ux, region: undefined, isShared: false }
  }
  const x = piece.x + radius * nx
  const y = piece.y + radius * ny
  // A thousandth of a turn towards the piece's inside.
  const inwards = at * 2 < piece.span * radius ? 1 : -1
  const step = inwards * Math.min(1e-3, piece.span / 2) * radius
  const isShared = (piece.before !== 0 && at < TOUCH) || (piece.behind !== 0 && piece.span * radius - at < TOUCH)
  return { x, y, nearX: x - step * ny, nearY: y + step * nx, region: undefined, isShared }
}

function isAlong(ax: number, ay: number, ux: number, uy: number): boolean {
  return ax * ux + ay * uy > 0 && Math.abs(ax * uy - ay * ux) < 1e-6
}

/** A tangent under test: from (ax, ay) along the unit vector (-ny, nx) for `length`. One is worked out at a time. */
const tangent = { ax: 0, ay: 0, nx: 0, ny: 0, length: 0 }

/** Works out the tangent from piece p, walked `turnA` round, to piece q, walked `turnB` round; false when it does not touch both. */
function setTangent(p: Piece, q: Piece, turnA: number, turnB: number, radius: number): boolean {
  const dx = q.x - p.x
  const dy = q.y - p.y
  const square = dx * dx + dy * dy
  // n is the right normal of the line's direction u, and d = length u + k n.
  const k = turnA * p.radius - turnB * q.radius
  const lengthSquare = square - k * k
  if (lengthSquare < 0) return false
  const length = Math.sqrt(lengthSquare)
  const nx = (length * dy + k * dx) / square
  const ny = (k * dy - length * dx) / square
  const reach = Math.max(length, radius)
  if (!isTouched(p, turnA, nx, ny, -ny, nx, reach) || !isTouched(q, turnB, nx, ny, ny, -nx, reach)) return false
  tangent.nx = nx
  tangent.ny = ny
  tangent.length = length
  tangent.ax = p.x + p.radius * turnA * nx
  tangent.ay = p.y + p.radius * turnA * ny
  return true
}

/**
 * The lines between pieces i and j; `hint` holds, for each piece, the ends of the wall edge that last stood in its way. With
 * `near`, only lines that come within a hair of the radius of one of those edges.
 */
export function linesBetween(field: LineField, i: number, j: number, hint: Float64Array, lines: Line[], near?: EdgeBundle): void {
  for (let turns = 0; turns < 4; turns++) {
    const turnA = turns < 2 ? 1 : -1
    const turnB = turns % 2 === 0 ? 1 : -1
    if (!setTangent(field.pieces[i]!, field.pieces[j]!, turnA, turnB, field.radius)) continue
    if (near && !meetsBundle(near, tangent.ax, tangent.ay, -tangent.ny, tangent.nx, tangent.length)) continue
    const line = testedLine(field, i, turnA, j, turnB, hint)
    if (line) lines.push(line)
  }
}

/** A line as it is after an edit, if it still is. */
export function lineAgain(field: LineField, line: Line, hint: Float64Array): Line | undefined {
  const { a, turnA, b, turnB } = line
  return setTangent(field.pieces[a]!, field.pieces[b]!, turnA, turnB, field.radius) ? testedLine(field, a, turnA, b, turnB, hint) : undefined
}

function testedLine(field: LineField, i: number, turnA: number, j: number, turnB: number, hint: Float64Array): Line | undefined {
  const { radius, walls } = field
  const { ax, ay, nx, ny, length } = tangent
  const free = radius - CLEARANCE
  const h = 4 * i
  if (stripHits(ax, ay, -ny, nx, length, free, hint[h]!, hint[h + 1]!, hint[h + 2]!, hint[h + 3]!)) return undefined
  const hit = blocker(walls, ax, ay, -ny, nx, length, free)
  if (hit >= 0) {
    rememberEdge(walls, hit, hint, h)
    return undefined
  }
  if (touchesBetween(field, ax, ay, -ny, nx, length)) return undefined
  const p = field.pieces[i]!
  const q = field.pieces[j]!
  const atA = placeOnPiece(p, turnA * nx, turnA * ny)
  const atB = placeOnPiece(q, turnB * nx, turnB * ny)
  const endA = endOnPiece(p, turnA * nx, turnA * ny, atA, -ny, nx)
  const endB = endOnPiece(q, turnB * nx, turnB * ny, atB, ny, -nx)
  const crossings = crossingsOf(field.parts, field.thresholds, endA, endB)
  return crossings && { a: i, turnA, atA, ax, ay, b: j, turnB, atB, bx: endB.x, by: endB.y, length, crossings }
}

/** Notes the ends of an edge that `blocker` found. */
export function rememberEdge(walls: Walls, hit: number, hint: Float64Array, at: number): void {
  const isAdded = hit >= walls.base.count
  const ends = isAdded ? walls.added!.ends : walls.base.ends
  const e = 4 * (isAdded ? hit - walls.base.count : hit)
  for (let i = 0; i < 4; i++) hint[at + i] = ends[e + i]!
}

/**
 * Does the line touch, strictly between its ends, a corner that a route along it could round? Then it is
 * left out, since its two halves are lines themselves: a route must not be found twice.
 */
export function touchesBetween(field: LineField, px: number, py: number, ux: number, uy: number, length: number): boolean {
  const { walls } = field
  return (
    touchesLayer(field, walls.base, walls.alive, px, py, ux, uy, length) ||
    (walls.added !== undefined && touchesLayer(field, walls.added, undefined, px, py, ux, uy, length))
  )
}

function touchesLayer(
  field: LineField,
  layer: WallLayer,
  alive: Uint8Array | undefined,
  px: number,
  py: number,
  ux: number,
  uy: number,
  length: number,
): boolean {
  // Cell by cell as in `blocker`, written out: it is asked of every line that is clear.
  const { radius } = field
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
        for (let i = 4 * e; i < 4 * e + 4; i += 2) {
          const x = ends[i]! - px
          const y = ends[i + 1]! - py
          const h = y * ux - x * uy
          if (Math.abs(Math.abs(h) - radius) > TOUCH) continue
          const t = x * ux + y * uy
          if (t < TOUCH || t > length - TOUCH) continue
          if (isRounded(field, ends[i]!, ends[i + 1]!, h, ux, uy, Math.max(radius, Math.min(t, length - t)))) return true
        }
      }
    }
    if (nextX < nextY) {
      if (nextX >= length) return false
      column += stepX
      nextX += deltaX
    } else {
      if (nextY >= length) return false
      row += stepY
      nextY += deltaY
    }
  }
}

/** Can a route along (ux, uy) round the corner at (x, y), which is `h` to its left? */
function isRounded({ pieces, piecesByCorner }: LineField, x: number, y: number, h: number, ux: number, uy: number, reach: number): boolean {
  // A corner on the left (h > 0) is rounded counter-clockwise, on the right normal of the line.
  const nx = h > 0 ? uy : -uy
  const ny = h > 0 ? -ux : ux
  for (const id of piecesByCorner.get(positionKey(x, y)) ?? []) if (isOnPiece(pieces[id]!, nx, ny, reach)) return true
  return false
}
