import { memo } from 'react'
import type { Finding } from '#shared/document/finding'
import { findingKey } from '#shared/document/finding'
import { ringPath } from '#shared/drawing/svg-path'
import './finding-marks.css'

/** Pixels: the sign at a place, and its words beside it. */
const SIGN_PX = 11
const WORDS_PX = 18

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
          {finding.place !== undefined && (
            <text
              className="finding-words"
              x={finding.place.at.x + WORDS_PX / scale}
              y={-finding.place.at.y + (i * 18 + 5) / scale}
              fontSize={14 / scale}
            >
              {say(finding)}
            </text>
          )}
        </g>
      ))}
    </g>
  )
})

function Mark({ finding, look, scale }: { readonly finding: Finding; readonly look: string; readonly scale: number }) {
  const { place, severity } = finding
  if (place === undefined) return null
  const { x, y } = { x: place.at.x, y: -place.at.y }
  const r = SIGN_PX / scale
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
