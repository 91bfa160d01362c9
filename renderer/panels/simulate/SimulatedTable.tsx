import { ArrowDown, ArrowUp, Equal, HelpCircle } from 'lucide-react'
import type { Id } from '#shared/base/ids'
import type { SimulatedComparison, SimulatedDifference, SimulatedFigure } from '#shared/comparison/simulated'
import { type SimulatedRow, simulatedRows } from '#shared/comparison/simulated-groups'
import type { WardDocument } from '#shared/document/document'
import type { Design } from '#shared/document/elements/design'
import type { SimulatedName } from '#shared/metrics/simulated-day'
import { figuresWhole } from '#shared/report/figures-whole'
import { differenceText, intervalTexts, neededMessage } from '#shared/report/simulated-figures'
import { simulatedName } from '#shared/report/simulated-text'
import { say, table, words } from '../../state/words'
import './simulated-table.css'

export type SimulatedTableProps = {
  readonly comparison: SimulatedComparison
  /** In the order of the columns. */
  readonly designs: readonly Design[]
  readonly document: WardDocument
  readonly isAll: boolean
  readonly onOpen: (design: Id, name: SimulatedName) => void
}

/** What simulated days came to: a row a figure, and for each design its mean, the interval it lies in, and the difference in words. */
export function SimulatedTable({ comparison, designs, document, isAll, onOpen }: SimulatedTableProps) {
  return (
    <table className="score-table simulated-table">
      <caption className="visually-hidden">{words('simulate.results')}</caption>
      <thead>
        <tr>
          <th scope="col">{words('compare.measure')}</th>
          {designs.map(({ id, name }) => (
            <th key={id} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      {simulatedRows(comparison, isAll).map(({ group, rows }) => (
        <tbody key={group}>
          <tr className="score-group">
            <th scope="rowgroup" colSpan={designs.length + 1}>
              {words(`simulatedGroup.${group}`)}
            </th>
          </tr>
          {rows.map((row) => (
            <Row key={row.key} row={row} title={simulatedName(row.name, table, document)} designs={designs} onOpen={onOpen} />
          ))}
        </tbody>
      ))}
    </table>
  )
}

type RowProps = Pick<SimulatedTableProps, 'designs' | 'onOpen'> & { readonly row: SimulatedRow; readonly title: string }

function Row({ row, title, designs, onOpen }: RowProps) {
  return (
    <tr data-figure={row.key}>
      <th scope="row">
        <span className="score-plain">{title}</span>
      </th>
      {designs.map(({ id, name }) => {
        const figure = row.figures.get(id)
        return (
          <td key={id} className={figure === undefined ? 'score-none' : undefined}>
            {figure === undefined ? (
              <>
                <span aria-hidden>–</span>
                <span className="visually-hidden">{words('compare.no-part')}</span>
              </>
            ) : (
              <Figure figure={figure} title={title} design={name} onOpen={() => onOpen(id, row.name)} />
            )}
          </td>
        )
      })}
    </tr>
  )
}

type FigureProps = { readonly figure: SimulatedFigure; readonly title: string; readonly design: string; readonly onOpen: () => void }

function Figure({ figure, title, design, onOpen }: FigureProps) {
  const { mean, range } = intervalTexts(figure, table)
  return (
    <button type="button" className="score-figure" onClick={onOpen}>
      <span className="visually-hidden">{`${title}, ${design}: `}</span>
      <span className="score-value" data-value={figure.interval.mean}>
        {mean}
      </span>
      {range !== undefined && <span className="simulated-range">{range}</span>}
      {figure.difference !== undefined && <Difference difference={figure.difference} />}
    </button>
  )
}

/** How a figure stands to today's, in words, with an arrow and a colour; and what it would take to tell. */
export function Difference({ difference }: { readonly difference: SimulatedDifference }) {
  const { verdict, interval } = difference
  const needed = neededMessage(difference)
  const Arrow = verdict === 'unclear' ? HelpCircle : verdict === 'same' ? Equal : interval.mean < 0 ? ArrowDown : ArrowUp
  return (
    <span className={`score-change is-${verdict === 'unclear' ? 'same' : verdict}`}>
      <Arrow size={15} strokeWidth={2.6} aria-hidden />
      <span>
        {figuresWhole(differenceText(difference, table))}
        {needed !== undefined && <span className="simulated-needed">{` ${say(needed)}`}</span>}
      </span>
    </span>
  )
}
