import { memo } from 'react'
import type { Finding, FindingPlace } from '#shared/document/finding'
import { findingKey } from '#shared/document/finding'
import { ringPath } from '#shared/drawing/svg-path'
import type { Point } from '#shared/geometry/point'
import { boxOf } from '#shared/geometry/polygon'
import './finding-marks.css'

/** Pixels: the sign at a place; the type of its words, how far above it they stand, and how far from one another. */
const SIGN_PX = 11
const TYPE_PX = 14
const ABOVE_PX = 10
const LINE_PX = 18

/** Where something is wrong: outlined and hatched, with a sign; with words where a gesture would cause it. `scale`: pixels a metre. */
export const FindingMarks = memo(function FindingMarks({
  findings,
  picked,
  caused,
  scale,
  say,
}: {
  readonly findings: readonly Finding[]
  readonly picked: string | undefined
  readonly caused: readonly Finding[]
  readonly scale: number
  readonly say: (finding: Finding) => string
}) {
  return (
    <g className="finding-marks" data-testid="finding-marks">
      <defs>
        <pattern id="finding-hatch" width="9" height="9" patternUnits="userSpaceOnUse" patternTransform={`scale(${1 / scale}) rotate(-45)`}>
          <rect width="9" height="9" className="finding-hatch-ground" />
          <line x1="0" y1="0" x2="0" y2="9" className="finding-hatch-line" />
        </pattern>
      </defs>
      {findings.map((finding) => (
        <Mark key={findingKey(finding)} finding={finding} look={findingKey(finding) === picked ? 'is-picked' : ''} scale={scale} />
      ))}
      {caused.map((finding, i) => (
        <g key={findingKey(finding)}>
          <Mark finding={finding} look="is-caused" scale={scale} />
          <Words finding={finding} line={i} scale={scale} text={say(finding)} />
        </g>
      ))}
    </g>
  )
})

/** Above what they are about, clear of the measures that run from its middle; several stand one above the other. */
function Words({ finding, line, scale, text }: { readonly finding: Finding; readonly line: number; readonly scale: number; readonly text: string }) {
  if (finding.place === undefined) return null
  const { left, right, top } = boxOf(finding.place.rings.flat())
  return (
    <text className="finding-words" x={(left + right) / 2} y={-top - (ABOVE_PX + line * LINE_PX) / scale} fontSize={TYPE_PX / scale}>
      {text}
    </text>
  )
}

/** In the middle of what it marks; of what it would hide, a door above all, at the upper right corner. `r`: half the sign. Metres, y down. */
function signSpot({ at, rings }: FindingPlace, r: number): Point {
  const { left, right, bottom, top } = boxOf(rings.flat())
  const isHidden = Math.min(right - left, top - bottom) < 2 * r
  return isHidden ? { x: right + r, y: -top - r } : { x: at.x, y: -at.y }
}

function Mark({ finding, look, scale }: { readonly finding: Finding; readonly look: string; readonly scale: number }) {
  const { place, severity } = finding
  if (place === undefined) return null
  const r = SIGN_PX / scale
  // Of what a gesture would cause the words stand there.
  const { x, y } = look === 'is-caused' ? { x: place.at.x, y: -place.at.y } : signSpot(place, r)
  return (
    <g className={`finding-mark is-${severity} ${look}`}>
      {place.rings.map((ring) => (
        <path key={ringPath(ring)} className="finding-ring" d={ringPath(ring)} />
      ))}
      <path className="finding-sign" d={`M${x} ${y - r}L${x + r} ${y + 0.75 * r}H${x - r}Z`} />
      <path className="finding-sign-mark" d={`M${x} ${y - 0.4 * r}V${y + 0.15 * r}M${x} ${y + 0.42 * r}V${y + 0.46 * r}`} />
    </g>
  )
}
