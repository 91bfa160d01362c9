import { ArrowDown, ArrowUp, Equal } from 'lucide-react'
import type { DesignComparison } from '#shared/comparison/comparison'
import type { WardDocument } from '#shared/document/document'
import { recordsOf } from '#shared/document/document'
import { changeText, metricName } from '#shared/report/metric-text'
import { largestChanges } from '#shared/report/score-section'
import { table, words } from '../../state/words'
import './plain-words.css'

const ARROWS = { up: ArrowUp, down: ArrowDown, none: Equal }
/** So many that speak for a design and so many that speak against it, so that nothing hides behind a good figure. */
const LINES = 2

/** What a design does, in words that the measures carry: the largest changes for it and against it. */
export function PlainWords({
  compared,
  document,
  isToday,
}: {
  readonly compared: DesignComparison
  readonly document: WardDocument
  readonly isToday: boolean
}) {
  if (isToday) return <p className="plain-words quiet">{words('compare.is-today')}</p>
  const currency = recordsOf(document.workshop, 'workshop')[0]?.currency
  const changes = largestChanges(compared, Number.POSITIVE_INFINITY)
  const shown = (['better', 'worse'] as const).flatMap((verdict) => changes.filter((change) => change.verdict === verdict).slice(0, LINES))
  if (shown.length === 0) return <p className="plain-words quiet">{words('report.nothingMatters')}</p>
  return (
    <ul className="plain-words">
      {shown.map((change) => {
        const text = changeText(change, table, currency)
        if (text === undefined) return null
        const Arrow = ARROWS[text.direction]
        return (
          <li key={change.metric} className={`is-${text.verdict}`}>
            <Arrow size={15} strokeWidth={2.8} aria-hidden />
            <span>
              {words('report.changeOf', { metric: metricName(change, table, document.workshop), change: text.amount || text.word })}{' '}
              <strong>{text.word}</strong>
            </span>
          </li>
        )
      })}
    </ul>
  )
}
