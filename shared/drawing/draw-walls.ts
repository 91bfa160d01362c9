import type { BuildingStorey, WallPiece } from '#shared/building/building'
import type { Shape } from './shape'

/** Walls and glazing, and open edges as the line where one floor meets another. */
export function drawWalls(storey: BuildingStorey): Shape[] {
  const openEdges = storey.openEdges.map(
    ({ key, from, to }): Shape => ({ role: 'openEdge', element: undefined, part: key, form: { type: 'polyline', points: [from, to] } }),
  )
  return [...openEdges, ...storey.walls.map(drawWall)]
}

function drawWall(piece: WallPiece): Shape {
  return {
    role: piece.edge === 'glazed' ? 'glazing' : 'wall',
    element: piece.of[0],
    part: piece.key,
    // A wall of thickness 0 has two points: a line, as thick as the eye needs.
    form: piece.ring.length > 2 ? { type: 'polygon', rings: [piece.ring] } : { type: 'polyline', points: [piece.from, piece.to] },
  }
}
