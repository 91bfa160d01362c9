import { memo, useMemo } from 'react'
import type { BuildingStorey } from '#shared/building/building'
import { drawFloors } from '#shared/drawing/draw-rooms'
import { drawWalls } from '#shared/drawing/draw-walls'
import { mergedShapes } from './merged-shapes'

/** The storey below, faintly: what stands under what is drawn. Nothing of it can be taken hold of. */
export const BelowLayer = memo(function BelowLayer({ storey }: { readonly storey: BuildingStorey }) {
  const shapes = useMemo(() => mergedShapes([...drawFloors(storey).filter(({ role }) => role === 'outline'), ...drawWalls(storey)]), [storey])
  return (
    <g className="below" aria-hidden>
      {shapes.map(({ key, role, form, width, d }) => (
        <path key={key} data-role={role} data-form={form} strokeWidth={width} d={d} />
      ))}
    </g>
  )
})
