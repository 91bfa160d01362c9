import type { MetricUnit } from '#shared/metrics/measurement'
import { rangeText } from '#shared/report/range-text'
import { FlowSwatch } from '../controls/FlowSwatch'
import { say, table, words } from '../state/words'
import type { ShownRange } from '../workers/inquiries'
import './range-note.css'

/** So many trips are named; those that count less are counted. */
const MOST_LEGS = 3

/** Between what and what a number lies where trips have another way that is nearly as short, and which trips these are. */
export function RangeNote({ range, unit }: { readonly range: ShownRange; readonly unit: MetricUnit }) {
  const between = rangeText(unit, range, table)
  if (between === undefined) return null
  return (
    <section className="range-note" aria-label={words('trips.range-title')}>
      <p className="range-between">{words('trips.range', { range: between })}</p>
      <p>{words('trips.range-why', { count: range.legs.length })}</p>
      <ul>
        {range.legs
          .slice(0, MOST_LEGS)
          .map((leg, rank) => ({ leg, rank }))
          .map(({ leg, rank }) => (
            <li key={rank}>
              <FlowSwatch flow={leg.flow} />
              <span>
                {say(leg.subject)}
                {range.legs.length > 1 && <span className="range-figures">{rangeText(unit, leg, table)}</span>}
              </span>
            </li>
          ))}
      </ul>
      {range.legs.length > MOST_LEGS && <p className="small">{words('trips.more', { count: range.legs.length - MOST_LEGS })}</p>}
    </section>
  )
}
