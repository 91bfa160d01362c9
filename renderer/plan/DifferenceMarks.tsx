import { memo, useMemo } from 'react'
import { type DrawnDifference, drawDifferences } from '#shared/drawing/draw-differences'
import './difference-marks.css'
import { ShapeLayer } from './ShapeLayer'

/** Where things were and are, over either of two designs. `scale`: pixels a metre. */
export const DifferenceMarks = memo(function DifferenceMarks({
  marks,
  scale,
}: {
  readonly marks: readonly DrawnDifference[]
  readonly scale: number
}) {
  const shapes = useMemo(() => drawDifferences(marks, 1 / scale), [marks, scale])
  return (
    <g className="differences" data-testid="differences">
      <defs>
        <pattern id="difference-hatch" width="9" height="9" patternUnits="userSpaceOnUse" patternTransform={`scale(${1 / scale}) rotate(45)`}>
          <rect width="9" height="9" fill="#1a66a8" opacity="0.1" />
          <line x1="0" y1="0" x2="0" y2="9" stroke="#1a66a8" strokeWidth="3" opacity="0.5" />
        </pattern>
      </defs>
      <ShapeLayer className="difference-shapes" shapes={shapes} />
    </g>
  )
})
