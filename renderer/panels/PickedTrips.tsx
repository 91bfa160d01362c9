import { ActionIcon } from '@mantine/core'
import { X } from 'lucide-react'
import type { Id } from '#shared/base/ids'
import type { RecordTable } from '#shared/document/document'
import type { FlowLine } from '#shared/drawing/flow-net'
import type { Reading } from '#shared/metrics/measurement'
import { shortText } from '#shared/report/figures'
import { FlowSwatch } from '../controls/FlowSwatch'
import { useFlows } from '../state/flowing'
import { useDesk } from '../state/react'
import { words } from '../state/words'
import { nameOf, whoIs } from './PassingsSection'
import './trips.css'

/** A longer list helps nobody; the rest is counted. */
const MOST_ROWS = 60

/** The trips behind a line or a row that was picked, the most frequent first. */
export function PickedTrips({
  design,
  reading,
  workshop,
  keys,
  storey,
}: {
  readonly design: Id
  readonly reading: Reading
  readonly workshop: RecordTable
  readonly keys: readonly string[]
  /** The one that is shown: trips that lead over several are listed by what they walk here. */
  readonly storey: Id
}) {
  const desk = useDesk()
  const flows = useFlows(design, reading, true, storey)
  const wanted = new Set(keys)
  const trips = merged(flows?.net.lines.filter(({ key }) => wanted.has(key)) ?? [])
  const total = trips.reduce((sum, { perDay }) => sum + perDay, 0)
  return (
    <section className="trips" aria-labelledby="picked-title">
      <header>
        <h2 id="picked-title">{words('picked.title')}</h2>
        <ActionIcon aria-label={words('picked.close')} onClick={() => desk.setLayers({ onlyTrips: undefined })}>
          <X size={20} />
        </ActionIcon>
      </header>
      <p className="trips-value">{words('picked.total', { count: shortText(total, 0) })}</p>
      <ol className="parts">
        {trips.slice(0, MOST_ROWS).map((trip) => (
          <li key={trip.key} className="picked-trip">
            <FlowSwatch flow={trip.flow} />
            <span className="part-name">
              {words('picked.row', { from: trip.from, to: trip.to })}
              <span className="quiet small">
                {words('passings.row', { what: whoIs(workshop, trip), pathway: nameOf(workshop, 'pathway', trip.pathway) })}
              </span>
            </span>
            <span className="part-amount">{shortText(trip.perDay, 1)}</span>
          </li>
        ))}
        {trips.length > MOST_ROWS && <li className="quiet small">{words('picked.more', { count: trips.length - MOST_ROWS })}</li>}
      </ol>
    </section>
  )
}

/** One row a trip, however many equally short routes it has. */
function merged(lines: readonly FlowLine[]): readonly FlowLine[] {
  const byKey = new Map<string, FlowLine>()
  for (const line of lines) {
    const known = byKey.get(line.key)
    byKey.set(line.key, known === undefined ? line : { ...known, perDay: known.perDay + line.perDay })
  }
  return [...byKey.values()].sort((a, b) => b.perDay - a.perDay || (a.key < b.key ? -1 : 1))
}
