import type { MetricChange } from '#shared/comparison/change-of'
import { changeText } from '#shared/report/metric-text'
import { table, words } from '../../state/words'
import type { ScoreCell } from './score-rows'

/** What of a change the layout does, and what the process: two figures, and two bars from one middle line. */
export function Shares({ cell, currency }: { readonly cell: ScoreCell; readonly currency: string | undefined }) {
  const { design, layout, process, whole } = cell
  if (design.isDatum || whole.change === undefined) return null
  if (!design.hasVariants) return <p className="quiet">{words('compare.all-layout')}</p>
  const largest = Math.max(Math.abs(layout?.change ?? 0), Math.abs(process?.change ?? 0))
  return (
    <dl className="shares">
      <Share label={words('report.layoutShare')} className="is-layout" change={layout} largest={largest} currency={currency} />
      <Share label={words('report.processShare')} className="is-process" change={process} largest={largest} currency={currency} />
    </dl>
  )
}

type ShareProps = {
  readonly label: string
  readonly className: string
  readonly change: MetricChange | undefined
  readonly largest: number
  readonly currency: string | undefined
}

function Share({ label, className, change, largest, currency }: ShareProps) {
  const text = change === undefined ? undefined : changeText(change, table, currency)
  const by = change?.change ?? 0
  const length = largest === 0 ? 0 : (Math.abs(by) / largest) * 50
  return (
    <div>
      <dt>{label}</dt>
      <dd>{text === undefined ? words('change.unknown') : text.amount === '' ? text.word : text.amount}</dd>
      <span className="share-track" aria-hidden>
        <span className={`share-bar ${className}`} style={{ width: `${length}%`, left: by < 0 ? `${50 - length}%` : '50%' }} />
      </span>
    </div>
  )
}
