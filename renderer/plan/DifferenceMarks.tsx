import { memo, useId } from 'react'
import type { DifferenceMark } from '#shared/comparison/difference-marks'
import { ringPath } from '#shared/drawing/svg-path'
import './difference-marks.css'

/** Length and half width of an arrow's head, in pixels. */
const HEAD_PX = { length: 14, half: 6 }

/** Where things were and are, over either of two designs. `scale`: pixels a metre. */
export const DifferenceMarks = memo(function DifferenceMarks({
  marks,
  scale,
}: {
  readonly marks: readonly DifferenceMark[]
  readonly scale: number
}) {
  const hatch = useId()
  return (
    <g className="differences" data-testid="differences">
      <defs>
        <pattern id={hatch} width="9" height="9" patternUnits="userSpaceOnUse" patternTransform={`scale(${1 / scale}) rotate(45)`}>
          <rect width="9" height="9" fill="#1a66a8" opacity="0.1" />
          <line x1="0" y1="0" x2="0" y2="9" stroke="#1a66a8" strokeWidth="3" opacity="0.5" />
        </pattern>
      </defs>
      {ranked(marks).map(({ rank, mark }) =>
        mark.look === 'way' ? (
          <path key={rank} className="difference is-way" d={arrow(mark, scale)} />
        ) : (
          <path
            key={rank}
            className={`difference is-${mark.look}`}
            d={ringPath(mark.ring)}
            style={mark.look === 'new' ? { fill: `url(#${CSS.escape(hatch)})` } : undefined}
          />
        ),
      )}
    </g>
  )
})

/** A mark has no name of its own but its place in the list. */
function ranked(marks: readonly DifferenceMark[]) {
  return marks.map((mark, rank) => ({ mark, rank }))
}

/** A line with a head, plan metres with y down the page. */
function arrow({ from, to }: Extract<DifferenceMark, { look: 'way' }>, scale: number): string {
  const length = Math.hypot(to.x - from.x, to.y - from.y)
  const [x, y] = [(to.x - from.x) / length, (to.y - from.y) / length]
  const back = Math.min(HEAD_PX.length / scale, length)
  const half = (HEAD_PX.half / HEAD_PX.length) * back
  const neck = { x: to.x - x * back, y: to.y - y * back }
  const corner = (side: number) => `${neck.x - y * half * side},${-(neck.y + x * half * side)}`
  return `M${from.x},${-from.y}L${neck.x},${-neck.y}M${to.x},${-to.y}L${corner(1)}L${corner(-1)}Z`
}
