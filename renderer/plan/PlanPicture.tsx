import { useMemo } from 'react'
import type { BuildingStorey } from '#shared/building/building'
import type { Catalogue } from '#shared/document/catalogue'
import { extentOf } from '#shared/drawing/draw-design'
import { drawFixtures } from '#shared/drawing/draw-fixtures'
import { drawOpenings } from '#shared/drawing/draw-openings'
import { drawFloors } from '#shared/drawing/draw-rooms'
import { drawWalls } from '#shared/drawing/draw-walls'
import { mergedShapes } from './merged-shapes'
import './plan.css'

/** A storey as a small picture: nothing to take hold of, and no names. */
export function PlanPicture({
  storey,
  catalogue,
  label,
}: {
  readonly storey: BuildingStorey
  readonly catalogue: Catalogue
  readonly label: string
}) {
  const layers = useMemo(
    () => [drawFloors(storey), drawFixtures(storey, catalogue, false), drawWalls(storey), drawOpenings(storey)].map(mergedShapes),
    [storey, catalogue],
  )
  const box = extentOf(storey)
  if (box === undefined) return null
  const margin = 0.5
  const view = [box.left - margin, -box.top - margin, box.right - box.left + 2 * margin, box.top - box.bottom + 2 * margin]
  return (
    <div className="plan plan-picture">
      <svg role="img" aria-label={label} viewBox={view.join(' ')}>
        {layers.map((layer) => (
          <g key={layer[0]?.key} aria-hidden>
            {layer.map(({ key, role, zone, material, form, width, d }) => (
              <path key={key} className={`shape-${role}`} data-form={form} data-zone={zone} data-material={material} strokeWidth={width} d={d} />
            ))}
          </g>
        ))}
      </svg>
    </div>
  )
}
