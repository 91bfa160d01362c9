import { ArrowDown, ArrowUp, Equal } from 'lucide-react'
import { changeText, figureText } from '#shared/report/metric-text'
import { say, table, words } from '../../state/words'
import type { ScoreCell } from './score-rows'

const ARROWS = { up: ArrowUp, down: ArrowDown, none: Equal }

/** A figure with its change against today by arrow, amount, word and colour; it opens what it is made of. */
export function ScoreFigure({
  cell,
  name,
  currency,
  onOpen,
}: {
  readonly cell: ScoreCell
  /** Of the measure, for whoever hears the button without its row. */
  readonly name: string
  readonly currency: string | undefined
  readonly onOpen: () => void
}) {
  const { whole, design, isBest } = cell
  if (whole.value.status === 'unavailable') return <span className="score-unavailable">{say(whole.value.reason)}</span>
  const change = design.isDatum ? undefined : changeText(whole, table, currency)
  const Arrow = ARROWS[change?.direction ?? 'none']
  const isOver = whole.metric === 'load' && whole.value.value > 1
  return (
    <button type="button" className="score-figure" onClick={onOpen}>
      <span className="visually-hidden">{`${name}, ${design.design.name}: `}</span>
      <span className={`score-value ${isOver ? 'is-over' : ''}`}>{figureText(whole.unit, whole.value.value, table, currency)}</span>
      {isBest && <span className="score-best">{words('compare.best')}</span>}
      {change !== undefined && (
        <span className={`score-change is-${change.verdict}`}>
          <Arrow size={15} strokeWidth={2.8} aria-hidden />
          {change.amount !== '' && <span>{change.amount}</span>}
          {change.share !== '' && <span>{change.share.replace('-', '−')}</span>}
          <span className="score-word">{change.word}</span>
        </span>
      )}
    </button>
  )
}
