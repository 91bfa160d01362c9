import { ChevronDown, ChevronRight } from 'lucide-react'
import { Fragment, useState } from 'react'
import type { Id } from '#shared/base/ids'
import type { Comparison, DesignComparison } from '#shared/comparison/comparison'
import type { RecordTable } from '#shared/document/document'
import { subjectText } from '#shared/report/metric-text'
import { say, table, words } from '../../state/words'
import type { MeasureRef } from '../../workers/messages'
import { ScoreFigure } from './ScoreFigure'
import { Shares } from './Shares'
import { commonReason, type Score, type ScoreRow, scoreGroups } from './score-rows'
import './score-table.css'

export type ScoreTableProps = {
  readonly comparison: Comparison
  /** In the order of the columns. */
  readonly designs: readonly DesignComparison[]
  readonly workshop: RecordTable
  readonly currency: string | undefined
  readonly isAll: boolean
  readonly smallest: number
  readonly onOpen: (design: Id, measure: MeasureRef) => void
}

/** Every measure of every design: what it is, what it was today, and which of them is best. */
export function ScoreTable(props: ScoreTableProps) {
  const { comparison, designs, isAll, smallest } = props
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set())
  const groups = scoreGroups(comparison, designs, { isAll, smallest })
  const toggle = (name: string) =>
    setOpened((before) => {
      const after = new Set(before)
      if (!after.delete(name)) after.add(name)
      return after
    })
  return (
    <table className="score-table">
      <caption className="visually-hidden">{words('compare.tab.scoreboard')}</caption>
      <thead>
        <tr>
          <th scope="col">{words('compare.measure')}</th>
          {designs.map(({ design, overloaded }) => (
            <th key={design.id} scope="col">
              {design.name}
              {overloaded.length > 0 && <span className="score-unranked"> {words('compare.not-ranked-tag')}</span>}
            </th>
          ))}
        </tr>
      </thead>
      {groups.map(({ key, scores }) => (
        <tbody key={key}>
          <tr className="score-group">
            <th scope="rowgroup" colSpan={designs.length + 1}>
              {words(`measureGroup.${key}`)}
            </th>
          </tr>
          {scores.map((score) => (
            <ScoreRows key={score.name} {...props} score={score} isOpen={opened.has(score.name)} onToggle={() => toggle(score.name)} />
          ))}
        </tbody>
      ))}
    </table>
  )
}

type ScoreRowsProps = ScoreTableProps & { readonly score: Score; readonly isOpen: boolean; readonly onToggle: () => void }

function ScoreRows({ score, isOpen, onToggle, ...props }: ScoreRowsProps) {
  const { metric, per, unit } = score.first
  const name = words(`metric.${metric}`)
  const denominator = per === undefined || unit === 'share' ? '' : words(`per.${per}`)
  const hasShares = score.cells.some((cell) => cell?.design.hasVariants === true && cell.whole.change !== undefined && cell.whole.change !== 0)
  const canOpen = hasShares || score.parts.length > 0
  const title = (
    <span className="score-name">
      {name}
      {denominator !== '' && <span className="quiet"> {denominator}</span>}
    </span>
  )
  return (
    <Fragment>
      <tr>
        <th scope="row">
          {canOpen ? (
            <button type="button" className="score-toggle" aria-expanded={isOpen} onClick={onToggle}>
              {isOpen ? <ChevronDown size={18} aria-hidden /> : <ChevronRight size={18} aria-hidden />}
              {title}
            </button>
          ) : (
            <span className="score-plain">{title}</span>
          )}
        </th>
        <Cells row={score} name={name} {...props} />
      </tr>
      {isOpen && hasShares && (
        <tr className="score-shares">
          <th scope="row">{words('compare.shares')}</th>
          {score.cells.map((cell, index) => (
            <td key={props.designs[index]?.design.id}>{cell !== undefined && <Shares cell={cell} currency={props.currency} />}</td>
          ))}
        </tr>
      )}
      {isOpen &&
        score.parts.map((part) => {
          const subject = subjectText(part.first.subject ?? '', table, props.workshop)
          return (
            <tr key={part.name} className="score-part">
              <th scope="row">{subject}</th>
              <Cells row={part} name={`${name}, ${subject}`} {...props} />
            </tr>
          )
        })}
    </Fragment>
  )
}

function Cells({ row, name, designs, currency, onOpen }: { readonly row: ScoreRow; readonly name: string } & Omit<ScoreTableProps, 'comparison'>) {
  const common = commonReason(row)
  if (common?.status === 'unavailable') {
    return (
      <td colSpan={designs.length} className="score-unavailable">
        {say(common.reason)}
      </td>
    )
  }
  return row.cells.map((cell, index) => {
    const design = designs[index]!.design
    if (cell === undefined) {
      return (
        <td key={design.id} className="score-none">
          <span aria-hidden>–</span>
          <span className="visually-hidden">{words('compare.no-part')}</span>
        </td>
      )
    }
    const { metric, subject } = cell.whole
    return (
      <td key={design.id} className={cell.isBest ? 'is-best' : undefined}>
        <ScoreFigure cell={cell} name={name} currency={currency} onOpen={() => onOpen(design.id, { metric, subject })} />
      </td>
    )
  })
}
