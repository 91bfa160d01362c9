import type { BuildingStorey, OpenEdge, WallPiece } from '#shared/building/building'
import { drawnOnce } from './drawn-once'
import type { Shape } from './shape'

/** Walls and glazing, and open edges as the line where one floor meets another. */
export function drawWalls(storey: BuildingStorey): readonly Shape[] {
  const known = listed.get(storey.walls)
  if (known !== undefined && known.openEdges === storey.openEdges) return known.shapes
  const shapes = [
    ...storey.openEdges.map((edge) => drawnOnce(openEdges, edge, drawOpenEdge)),
    ...storey.walls.map((piece) => drawnOnce(walls, piece, drawWall)),
  ]
  listed.set(storey.walls, { openEdges: storey.openEdges, shapes })
  return shapes
}

const listed = new WeakMap<readonly WallPiece[], { readonly openEdges: readonly OpenEdge[]; readonly shapes: readonly Shape[] }>()

const openEdges = new WeakMap<OpenEdge, Shape>()
const walls = new WeakMap<WallPiece, Shape>()

/** The line where one floor meets another. */
export function drawOpenEdge({ key, from, to }: OpenEdge): Shape {
  return { role: 'openEdge', element: undefined, part: key, form: { type: 'polyline', points: [from, to] } }
}

/** A piece of wall or glazing. */
export function drawWall(piece: WallPiece): Shape {
  return {
    role: piece.edge === 'glazed' ? 'glazing' : 'wall',
    element: piece.of[0],
    part: piece.key,
    // A wall of thickness 0 has two points: a line, as thick as the eye needs.
    form: piece.ring.length > 2 ? { type: 'polygon', rings: [piece.ring] } : { type: 'polyline', points: [piece.from, piece.to] },
  }
}
