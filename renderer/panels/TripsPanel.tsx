import { ActionIcon, Button, Select } from '@mantine/core'
import { X } from 'lucide-react'
import type { RecordTable } from '#shared/document/document'
import type { MetricKey, MetricValue } from '#shared/metrics/measurement'
import { FlowSwatch } from '../controls/FlowSwatch'
import type { LiveAnswer } from '../state/live'
import { isPicked } from '../state/range-drawn'
import type { PickedTrip } from '../state/view-store'
import { say, words } from '../state/words'
import type { MeasureRef } from '../workers/messages'
import type { ShownPart } from '../workers/part-rows'
import { figureText } from './figure-text'
import { RangeNote, tripsOfRange } from './RangeNote'
import { ridesText } from './rides-text'
import { subjectName } from './subject-name'
import { FAMILY, headline, tileOf } from './tiles'
import type { RangeFound } from './use-range'
import './trips.css'

/** A longer list helps nobody; the rest is counted. */
const MOST_ROWS = 120

export type TripsPanelProps = {
  readonly measure: MeasureRef
  readonly answer: LiveAnswer | undefined
  /** Between what the number lies, once that is known. */
  readonly range: RangeFound
  readonly workshop: RecordTable
  readonly picked: PickedTrip | undefined
  readonly onPick: (picked: PickedTrip | undefined) => void
  readonly onOpen: (measure: MeasureRef | undefined) => void
}

/** What a number is made of: its trips, largest first, each drawn on the plan when picked. */
export function TripsPanel({ measure, answer, range, workshop, picked, onPick, onOpen }: TripsPanelProps) {
  const of = answer?.values.filter(({ metric }) => metric === measure.metric) ?? []
  const value = of.find(({ subject }) => subject === measure.subject)
  const isAnswered = answer?.open?.metric === measure.metric && answer.open.subject === measure.subject
  const parts = isAnswered ? answer.parts : []
  const tile = tileOf(measure.metric)
  const family = tile === undefined ? [] : (FAMILY[tile.metric] ?? [])
  return (
    <section className="trips" aria-labelledby="trips-title">
      <header>
        <h2 id="trips-title">{tile === undefined ? '' : words(tile.label)}</h2>
        <ActionIcon aria-label={words('trips.close')} onClick={() => onOpen(undefined)}>
          <X size={20} />
        </ActionIcon>
      </header>
      {family.length > 1 && answer !== undefined && <Family family={family} measure={measure} values={answer.values} onOpen={onOpen} />}
      {value?.result.status === 'available' && (
        <p className="trips-value">
          {figureText(value.unit, value.result.value)}
          {value.per !== undefined && value.unit === 'metre' && <span className="quiet"> {words(`per.${value.per}`)}</span>}
        </p>
      )}
      {value?.result.status === 'available' && <RangeNote range={range} unit={value.unit} parts={parts} picked={picked} onPick={onPick} />}
      {value?.result.status === 'unavailable' && <p className="trips-reason">{say(value.result.reason)}</p>}
      {of.length > 1 && <Subjects of={of} measure={measure} workshop={workshop} onOpen={onOpen} />}
      {parts.length > 0 && value !== undefined && (
        <>
          <p className="small quiet">{words('trips.hint')}</p>
          <PartList parts={parts} value={value} range={range} picked={picked} onPick={onPick} />
          {picked !== undefined && (
            <Button variant="light" fullWidth onClick={() => onPick(undefined)}>
              {words('trips.show-all')}
            </Button>
          )}
        </>
      )}
      {isAnswered && parts.length === 0 && value?.result.status === 'available' && <p className="quiet">{words('trips.none')}</p>}
    </section>
  )
}

type FamilyProps = {
  readonly family: readonly MetricKey[]
  readonly measure: MeasureRef
  readonly values: readonly MetricValue[]
  readonly onOpen: (measure: MeasureRef) => void
}

/** The measures behind one tile. */
function Family({ family, measure, values, onOpen }: FamilyProps) {
  const data = family.flatMap((metric) => {
    const value = headline(values, metric)
    if (value === undefined) return []
    const per = value.per === undefined || value.unit === 'share' ? '' : ` ${words(`per.${value.per}`)}`
    return [{ value: metric, label: words(`metric.${metric}`) + per }]
  })
  return (
    <Select
      label={words('trips.measure')}
      data={data}
      value={measure.metric}
      allowDeselect={false}
      maxDropdownHeight={400}
      onChange={(chosen) => {
        const value = headline(values, (chosen ?? measure.metric) as MetricKey)
        if (value !== undefined) onOpen({ metric: value.metric, subject: value.subject })
      }}
    />
  )
}

type SubjectsProps = {
  readonly of: readonly MetricValue[]
  readonly measure: MeasureRef
  readonly workshop: RecordTable
  readonly onOpen: (measure: MeasureRef) => void
}

/** The parts that a metric comes in: each role, each kind of place. */
function Subjects({ of, measure, workshop, onOpen }: SubjectsProps) {
  const data = of.map(({ subject, result, unit }) => {
    const name = subject === undefined ? words('trips.whole') : subjectName(workshop, subject)
    return {
      value: subject ?? '',
      label: words('trips.subject', { name, value: result.status === 'available' ? figureText(unit, result.value) : '–' }),
    }
  })
  return (
    <Select
      label={words('trips.subjects')}
      data={data}
      value={measure.subject ?? ''}
      allowDeselect={false}
      maxDropdownHeight={360}
      onChange={(subject) => onOpen({ metric: measure.metric, subject: subject === null || subject === '' ? undefined : subject })}
    />
  )
}

type PartListProps = {
  readonly parts: readonly ShownPart[]
  readonly value: MetricValue
  readonly range: RangeFound
  readonly picked: PickedTrip | undefined
  readonly onPick: (picked: PickedTrip | undefined) => void
}

/** Parts largest first, each with its share of the largest; trips that another way may well be taken on are marked. */
export function PartList({ parts, value, range, picked, onPick }: PartListProps) {
  const unsettled = tripsOfRange(range)
  const largest = Math.max(...parts.map(({ amount }) => Math.abs(amount)), 1e-9)
  return (
    <ol className="parts">
      {ranked(parts.slice(0, MOST_ROWS), picked).map(({ rank, isOpen, part: { trip, subject, amount } }) => (
        <li key={rank}>
          <button type="button" aria-pressed={isOpen} onClick={() => onPick(isOpen ? undefined : { part: rank })}>
            <FlowSwatch flow={trip?.flow} />
            <span className="part-name">
              {say(subject)}
              {/* The amount is its share of a mean: how long the walk is, and how often it is walked, is what one sees on the plan. */}
              {trip !== undefined && value.unit === 'metre' && (
                <span className="part-each">{words('trips.each', { length: trip.length, perDay: trip.perDay })}</span>
              )}
              {trip?.rides !== undefined && trip.rides.length > 0 && <span className="part-rides">{ridesText(trip.rides)}</span>}
              {trip !== undefined && unsettled.has(trip.key) && <span className="part-two-ways">{words('trips.two-ways')}</span>}
            </span>
            <span className="part-amount">{figureText(value.unit, amount)}</span>
            <span className="part-bar" style={{ width: `${(Math.abs(amount) / largest) * 100}%` }} aria-hidden />
          </button>
        </li>
      ))}
      {parts.length > MOST_ROWS && <li className="quiet small">{words('trips.more', { count: parts.length - MOST_ROWS })}</li>}
    </ol>
  )
}

/** A part has no name of its own but its place in the list. */
function ranked(parts: readonly ShownPart[], picked: PickedTrip | undefined) {
  return parts.map((part, rank) => ({ rank, part, isOpen: isPicked({ part: rank }, picked) }))
}
