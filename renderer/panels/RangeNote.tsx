import { Button, Progress } from '@mantine/core'
import { useState } from 'react'
import type { MetricUnit } from '#shared/metrics/measurement'
import { rangeText } from '#shared/report/range-text'
import { FlowSwatch } from '../controls/FlowSwatch'
import { isPicked, pickOfLeg } from '../state/range-drawn'
import type { PickedTrip } from '../state/view-store'
import { say, table, words } from '../state/words'
import type { ShownPart } from '../workers/part-rows'
import type { RangeFound } from './use-range'
import './range-note.css'

/** So many trips are named at first; those that count less are counted, and named when asked for. */
const MOST_LEGS = 3

type RangeNoteProps = {
  readonly range: RangeFound
  readonly unit: MetricUnit
  /** Of the number: most trips that it hangs on are among them. */
  readonly parts: readonly ShownPart[]
  readonly picked: PickedTrip | undefined
  readonly onPick: (picked: PickedTrip | undefined) => void
}

/** Between what and what a number lies where trips have another way that is nearly as short, and which trips these are, each drawn when picked. */
export function RangeNote({ range: { found, press }, unit, parts, picked, onPick }: RangeNoteProps) {
  // All are named of the range that it was asked of: after an edit there is another.
  const [wholeOf, setWholeOf] = useState<RangeFound['found']>(undefined)
  if (found === undefined) return null
  if (found.status === 'underWay') {
    return (
      <section className="range-asks" aria-label={words('trips.range-title')}>
        <p>{words('trips.range-under-way')}</p>
        <Progress value={100 * found.done} aria-label={words('trips.range-under-way')} />
      </section>
    )
  }
  if (found.status === 'unasked') {
    return (
      <section className="range-asks" aria-label={words('trips.range-title')}>
        <p>{words('trips.range-many', { count: found.legs })}</p>
        <Button variant="light" onClick={press}>
          {words('trips.range-look')}
        </Button>
      </section>
    )
  }
  const between = rangeText(unit, found, table)
  if (between === undefined) return null
  const isWhole = wholeOf === found
  return (
    <section className="range-note" aria-label={words('trips.range-title')}>
      <p className="range-between">{words('trips.range', { range: between })}</p>
      <p>{words('trips.range-why', { count: found.legs.length })}</p>
      <ul>
        {found.legs
          .slice(0, isWhole ? undefined : MOST_LEGS)
          .map((leg, rank) => ({ leg, rank, pick: pickOfLeg(leg.trip, parts) }))
          .map(({ leg, rank, pick }) => (
            <li key={rank}>
              <button type="button" aria-pressed={isPicked(pick, picked)} onClick={() => onPick(isPicked(pick, picked) ? undefined : pick)}>
                <FlowSwatch flow={leg.flow} />
                <span>
                  {say(leg.subject)}
                  {found.legs.length > 1 && <span className="range-figures">{rangeText(unit, leg, table)}</span>}
                </span>
              </button>
            </li>
          ))}
      </ul>
      {found.legs.length > MOST_LEGS && (
        <button type="button" className="range-more" aria-expanded={isWhole} onClick={() => setWholeOf(isWhole ? undefined : found)}>
          {isWhole ? words('trips.range-fewer', { count: MOST_LEGS }) : words('trips.range-all', { count: found.legs.length - MOST_LEGS })}
        </button>
      )}
    </section>
  )
}

/** The trips that a range comes from, by their keys. */
export function tripsOfRange({ found }: RangeFound): ReadonlySet<string> {
  return new Set(found?.status === 'found' ? found.legs.map(({ trip }) => trip) : [])
}
