import type { MetricValue } from '#shared/metrics/measurement'
import { say } from '../state/words'
import './no-figure.css'

/** What a tile has in the place of a figure: nothing before it is worked out, and where there is none the reason, whole under the pointer. */
export function NoFigure({ value }: { readonly value: MetricValue | undefined }) {
  if (value === undefined) return <span className="tile-waiting" aria-hidden />
  if (value.result.status === 'available') return null
  const reason = say(value.result.reason)
  return (
    <span className="tile-unavailable" title={reason}>
      <span className="tile-dash" aria-hidden>
        –
      </span>
      <span>{reason}</span>
    </span>
  )
}
