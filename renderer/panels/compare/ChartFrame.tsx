import { type ReactNode, useId } from 'react'
import type { DesignComparison } from '#shared/comparison/comparison'
import { words } from '../../state/words'
import './charts.css'
import { DesignSwatch } from './DesignSwatch'

/** A chart under a title that says what it is about, with the table of its numbers for whoever hears it. */
export function ChartFrame({
  title,
  hint,
  controls,
  children,
  table,
}: {
  readonly title: string
  readonly hint: string
  readonly controls?: ReactNode
  readonly children: ReactNode
  /** Column heads, and a row a mark. None: what is drawn is a table already. */
  readonly table?: { readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[] }
}) {
  const id = useId()
  return (
    <section className="chart" aria-labelledby={id}>
      <header className="chart-head">
        <div>
          <h2 id={id}>{title}</h2>
          <p className="quiet">{hint}</p>
        </div>
        {controls !== undefined && <div className="chart-controls">{controls}</div>}
      </header>
      {children}
      {table !== undefined && (
        <div className="visually-hidden">
          <table>
            <caption>{title}</caption>
            <thead>
              <tr>
                {table.columns.map((column) => (
                  <th key={column} scope="col">
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {table.rows.map((row) => (
                <tr key={row.join(' ')}>
                  {row.map((cell, index) => (
                    <td key={table.columns[index]}>{cell}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}

/** Which colour and pattern is which design. */
export function DesignLegend({ designs, isTodayShown }: { readonly designs: readonly DesignComparison[]; readonly isTodayShown: boolean }) {
  return (
    <ul className="design-legend">
      {designs.map(({ design, isDatum, overloaded }, index) =>
        isDatum && !isTodayShown ? null : (
          <li key={design.id}>
            <DesignSwatch index={index} /> {design.name}
            {overloaded.length > 0 && <span className="quiet"> {words('compare.not-ranked-short')}</span>}
          </li>
        ),
      )}
    </ul>
  )
}
