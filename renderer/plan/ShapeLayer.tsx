import { useCallback } from 'react'
import type { BuildingStorey, BuiltFixture, BuiltOpening, OpenEdge, WallPiece } from '#shared/building/building'
import type { Catalogue } from '#shared/document/catalogue'
import { drawFixture } from '#shared/drawing/draw-fixtures'
import { drawOpening } from '#shared/drawing/draw-openings'
import { drawOpenEdge, drawWall } from '#shared/drawing/draw-walls'
import type { Shape } from '#shared/drawing/shape'
import { DrawnList } from './DrawnList'
import type { Mark } from './patched-list'
import { markOf } from './shape-marks'

/** Shapes back to front. The style sheet gives each role its look, so that the drawing knows no colour. */
export function ShapeLayer({ shapes, className }: { readonly shapes: readonly Shape[]; readonly className: string }) {
  return <DrawnList className={className} items={shapes} draw={marksOf} />
}

/**
 * Furniture, piece by piece: there are five shapes to each, and a drag that lists them all would spend its time on that. From far off only
 * outlines are drawn: details would be specks, and two in three elements of the page for a unit of 200 rooms.
 */
export function FurnitureLayer({
  fixtures,
  catalogue,
  isFar = false,
}: {
  readonly fixtures: readonly BuiltFixture[]
  readonly catalogue: Catalogue
  readonly isFar?: boolean
}) {
  const seen = isFar ? undefined : catalogue
  const draw = useCallback((built: BuiltFixture) => drawFixture(built, seen).map(markOf), [seen])
  return <DrawnList className="furniture" items={fixtures} draw={draw} />
}

type WallsLayerProps = Pick<BuildingStorey, 'openEdges' | 'walls' | 'openings'> & { readonly isFar?: boolean }

/** Walls and openings, each list as it is built: to make one of both would take as long as drawing what has changed. */
export function WallsLayer({ openEdges, walls, openings, isFar = false }: WallsLayerProps) {
  return (
    <g className="walls">
      <DrawnList items={openEdges} draw={marksOfOpenEdge} />
      <DrawnList items={walls} draw={marksOfWall} />
      <DrawnList items={openings} draw={isFar ? marksOfFarOpening : marksOfOpening} />
    </g>
  )
}

function marksOfOpenEdge(edge: OpenEdge): readonly Mark[] {
  return [markOf(drawOpenEdge(edge))]
}

function marksOfWall(piece: WallPiece): readonly Mark[] {
  return [markOf(drawWall(piece))]
}

function marksOfOpening(built: BuiltOpening): readonly Mark[] {
  return drawOpening(built).map(markOf)
}

/** The swing of a door would be a speck. */
function marksOfFarOpening(built: BuiltOpening): readonly Mark[] {
  return drawOpening(built)
    .filter(({ role }) => role !== 'doorSwing')
    .map(markOf)
}

function marksOf(shape: Shape): readonly Mark[] {
  return [markOf(shape)]
}
