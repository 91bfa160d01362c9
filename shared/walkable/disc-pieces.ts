import { filled } from '#shared/base/filled'
import { type Arc, freeArcs, turnTo } from './disc-arcs'
import { thresholdBoxes, thresholdsNear } from './disc-crossings'
import { type Piece, positionKey, TOUCH } from './disc-piece'
import { thresholdEnds, tipsAt } from './disc-tips'
import { lengthOf, type Walls } from './disc-walls'
import { isFloor } from './on-floor'
import type { FloorParts, NumberedThreshold } from './walk-graph'

/** A position where pieces may be; `isCorner`: of a wall, else only the end of a threshold. */
type CornerPosition = { readonly x: number; readonly y: number; readonly isCorner: boolean }

/** All positions where pieces may be, for bodies of all radii. */
const positionsOfFloors = new WeakMap<FloorParts, readonly CornerPosition[]>()

/** Positions about which a body of a radius stands free. */
type Standing = { readonly radius: number; readonly positions: readonly CornerPosition[] }

const standingOfFloors = new WeakMap<FloorParts, Standing>()

/**
 * The pieces of a radius by where they are, in an order that depends on nothing but that. Where a body stands free beside a corner, so does
 * a thinner one, a little nearer to it in that direction: positions that had nothing for a thinner one are not asked again.
 */
export function piecesByPosition(parts: FloorParts, walls: Walls, thresholds: readonly number[], radius: number): readonly (readonly Piece[])[] {
  const thinner = standingOfFloors.get(parts)
  const isNarrowed = thinner !== undefined && thinner.radius <= radius
  const pieces: (readonly Piece[])[] = []
  const positions: CornerPosition[] = []
  for (const position of isNarrowed ? thinner.positions : filled(positionsOfFloors, parts, () => newPositions(parts))) {
    const around = piecesAt(parts, walls, thresholds, position.x, position.y, position.isCorner, radius)
    if (around.length === 0) continue
    pieces.push(around)
    positions.push(position)
  }
  if (thinner === undefined || isNarrowed) standingOfFloors.set(parts, { radius, positions })
  return pieces
}

function newPositions(parts: FloorParts): readonly CornerPosition[] {
  const seen = new Map<number, CornerPosition>()
  const ends = thresholdEnds(parts)
  for (let i = 0; i < ends.length; i += 2) seen.set(positionKey(ends[i]!, ends[i + 1]!), { x: ends[i]!, y: ends[i + 1]!, isCorner: false })
  for (const solid of parts.solids) {
    if (!solid) continue
    for (let i = 0; i < solid.ring.length; i += 2)
      seen.set(positionKey(solid.ring[i]!, solid.ring[i + 1]!), { x: solid.ring[i]!, y: solid.ring[i + 1]!, isCorner: true })
  }
  return [...seen.values()].sort((p, q) => p.x - q.x || p.y - q.y)
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

type Cut = { readonly x: number; readonly y: number; readonly at: number; readonly crossings: number[] }

function splitArc(parts: FloorParts, thresholds: readonly number[], arc: Arc, radius: number, pieces: Piece[]): void {
  const cuts: Cut[] = []
  const boxes = thresholdBoxes(parts)
  const left = arc.x - radius
  const right = arc.x + radius
  const low = arc.y - radius
  const high = arc.y + radius
  const near = thresholdsNear(parts, thresholds, left, low, right, high)
  for (let i = 0; i < near.length; i++) {
    const number = near[i]!
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
