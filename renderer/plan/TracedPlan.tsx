import { useElementSize } from '@mantine/hooks'
import { useMemo } from 'react'
import type { Message } from '#shared/base/message'
import type { BuildingStorey } from '#shared/building/building'
import type { Catalogue } from '#shared/document/catalogue'
import { extentOf } from '#shared/drawing/draw-design'
import { drawFixtures } from '#shared/drawing/draw-fixtures'
import { drawGates, drawRoomLabels } from '#shared/drawing/draw-labels'
import { drawMarks } from '#shared/drawing/draw-marks'
import { drawOpenings } from '#shared/drawing/draw-openings'
import { drawFloors } from '#shared/drawing/draw-rooms'
import { drawWalks } from '#shared/drawing/draw-walks'
import { drawWalls } from '#shared/drawing/draw-walls'
import type { DrawnPart } from '#shared/drawing/options'
import { fitted } from './camera'
import { Legend } from './Legend'
import './plan.css'
import { ShapeLayer } from './ShapeLayer'

const MARGIN_PX = { across: 84, up: 52 }
/** No text on the plan is smaller, in pixels. */
const LABEL_PX = 14

/** A whole storey with what a number is made of, to be looked at: nothing to take hold of. */
export function TracedPlan({
  storey,
  catalogue,
  parts,
  label,
  say,
}: {
  readonly storey: BuildingStorey
  readonly catalogue: Catalogue
  readonly parts: readonly DrawnPart[]
  readonly label: string
  readonly say: (message: Message) => string
}) {
  const { ref, width, height } = useElementSize<HTMLDivElement>()
  const box = extentOf(storey)
  const camera = box === undefined || width === 0 ? undefined : fitted(box, { width, height }, MARGIN_PX)
  const scale = camera?.scale ?? 1
  const ground = useMemo(() => [...drawFloors(storey), ...drawFixtures(storey, catalogue, false)], [storey, catalogue])
  const walls = useMemo(() => [...drawWalls(storey), ...drawOpenings(storey)], [storey])
  const labels = useMemo(() => {
    const labelSize = LABEL_PX / scale
    const options = { labelSize, smallestLabel: labelSize, typeWidth: 1, say }
    return [...drawGates(storey, options), ...drawRoomLabels(storey, options)]
  }, [storey, scale, say])
  const marks = useMemo(() => drawMarks(parts, storey), [parts, storey])
  const routes = useMemo(() => drawWalks(parts, storey.storey.id, 1 / scale), [parts, scale, storey.storey.id])
  return (
    <div ref={ref} className={`plan plan-traced ${parts.length > 0 ? 'is-tracing' : ''}`}>
      <svg role="img" aria-label={label}>
        <defs>
          <pattern id="conflict-hatch" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform={`scale(${1 / scale}) rotate(45)`}>
            <rect width="8" height="8" fill="#f4d3d8" />
            <line x1="0" y1="0" x2="0" y2="8" stroke="#cf6476" strokeWidth="3" />
          </pattern>
        </defs>
        {camera !== undefined && (
          <g transform={`translate(${width / 2 - camera.x * scale} ${height / 2 + camera.y * scale}) scale(${scale})`}>
            <ShapeLayer className="floors furniture" shapes={ground} />
            <ShapeLayer className="walls" shapes={walls} />
            <g className="traces">
              <ShapeLayer className="marks" shapes={marks} />
              <ShapeLayer className="routes" shapes={routes} />
            </g>
            <ShapeLayer className="labels" shapes={labels} />
          </g>
        )}
      </svg>
      <Legend storey={storey} parts={parts} />
    </div>
  )
}
