import { placesInSight } from './corners-in-sight'
import { type Line, type LineField, linesBetween } from './disc-lines'
import { nodesOf } from './disc-nodes'
import { type Piece, positionKey } from './disc-piece'
import { piecesByPosition } from './disc-pieces'
import { wallsOf } from './disc-walls'
import { placeIndex } from './place-index'
import { type FloorParts, type RunTable, runTable, type WalkNode } from './walk-graph'

/** The graph of one radius with what it was made from. Millimetres. */
export type DiscNet = {
  readonly field: LineField
  /** The lines that touch each piece. */
  readonly lines: readonly (readonly Line[])[]
  readonly nodes: readonly (WalkNode | undefined)[]
  readonly runs: RunTable
}

/**
 * The graph that the centre of a disc of `radius` millimetres (above 0) walks: the arcs around the
 * corners on which it stands free, and the straight lines that touch two of them and have room: the
 * pairs of arcs that may see each other, each tested along the line it would make.
 */
export function discNet(parts: FloorParts, radius: number): DiscNet {
  const walls = wallsOf(parts, radius)
  const thresholds = [...parts.thresholds.keys()].filter((number) => parts.thresholds[number])
  const pieces: Piece[] = []
  const piecesByCorner = new Map<number, readonly number[]>()
  const corners: (readonly number[])[] = []
  for (const around of piecesByPosition(parts, walls, thresholds, radius)) {
    const ids = around.map((_, i) => pieces.length + i)
    piecesByCorner.set(positionKey(around[0]!.x, around[0]!.y), ids)
    corners.push(ids)
    pieces.push(...around)
  }
  const places = placeIndex(
    Float64Array.from(pieces, ({ x }) => x),
    Float64Array.from(pieces, ({ y }) => y),
  )
  const field = { parts, thresholds, walls, radius, pieces, piecesByCorner, places }
  const found: Line[] = []
  const hint = new Float64Array(4 * pieces.length).fill(Number.NaN)
  const x = Float64Array.from(corners, ([id]) => pieces[id!]!.x)
  const y = Float64Array.from(corners, ([id]) => pieces[id!]!.y)
  placesInSight(parts, walls, { x, y }).forEach((others, corner) => {
    for (const i of corners[corner]!) for (const other of others) for (const j of corners[other]!) linesBetween(field, i, j, hint, found)
  })

  const lines: Line[][] = pieces.map(() => [])
  for (const line of found) {
    lines[line.a]!.push(line)
    lines[line.b]!.push(line)
  }
  const runs = runTable()
  return { field, lines, nodes: pieces.flatMap((_, id) => nodesOf(pieces, id, lines[id]!, runs)), runs }
}
