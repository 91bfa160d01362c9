import { useCallback } from 'react'
import type { BuiltFixture } from '#shared/building/building'
import type { Catalogue } from '#shared/document/catalogue'
import { drawFixture } from '#shared/drawing/draw-fixtures'
import type { Shape } from '#shared/drawing/shape'
import { DrawnList } from './DrawnList'
import type { Mark } from './patched-list'
import { markOf } from './shape-marks'

/** Shapes back to front. The style sheet gives each role its look, so that the drawing knows no colour. */
export function ShapeLayer({ shapes, className }: { readonly shapes: readonly Shape[]; readonly className: string }) {
  return <DrawnList className={className} items={shapes} draw={marksOf} />
}

/** Furniture, piece by piece: there are five shapes to each, and a drag that lists them all would spend its time on that. */
export function FurnitureLayer({ fixtures, catalogue }: { readonly fixtures: readonly BuiltFixture[]; readonly catalogue: Catalogue }) {
  const draw = useCallback((built: BuiltFixture) => drawFixture(built, catalogue).map(markOf), [catalogue])
  return <DrawnList className="furniture" items={fixtures} draw={draw} />
}

function marksOf(shape: Shape): readonly Mark[] {
  return [markOf(shape)]
}
