import { type CSSProperties, memo, type PointerEvent, useId, useMemo } from 'react'
import { useStore } from 'zustand'
import { type RecordTable, recordsOf } from '#shared/document/document'
import type { Film } from '#shared/simulation/playback/film'
import { type FilmLine, type FilmLines, type FilmMoment, linesOf, momentOf } from '#shared/simulation/playback/film-lines'
import { words } from '../state/words'
import { clockText, type PlayClock } from './clock'
import './day-charts.css'
import { dayColours } from './day-colours'
import './day-legend.css'
import { inkOn, lettersOf } from './figures'

export type ChartedDay = { readonly film: Film; readonly name: string }

/** The drawing's own units: it is stretched to whatever room there is. */
const WIDE = 1000
const HIGH = 100
/** Of many roles these many have a line of their own: those who are busiest. */
const MOST_LINES = 4
/** Of the places where people wait these many: the longest queues. */
const MOST_QUEUES = 2
/** A line is a mean over so long: shorter ones are a thicket. Of long days more, so that there are never more than so many. Seconds. */
const STRETCH_S = 900
const MOST_STRETCHES = 160
/** Hours between marks under the charts, of a day of so many hours. */
const MARKS: readonly (readonly [hours: number, every: number])[] = [
  [6, 1],
  [14, 2],
  [30, 4],
  [Number.POSITIVE_INFINITY, 24],
]

/** Who waits and who is at work over the day, drawn as far as the clock has come; a press goes to that time. */
export function DayCharts({
  days,
  workshop,
  clock,
}: {
  readonly days: readonly ChartedDay[]
  readonly workshop: RecordTable
  readonly clock: PlayClock
}) {
  const lines = useMemo(
    () => days.map(({ film }) => linesOf(film, Math.max(MOST_STRETCHES / 4, Math.min(MOST_STRETCHES, (film.to - film.from) / STRETCH_S)))),
    [days],
  )
  const [first] = lines
  const from = useStore(clock.store, (state) => state.from)
  const to = useStore(clock.store, (state) => state.to)
  const momentAt = useMemo(() => lastMoments(days), [days])
  if (first === undefined) return null
  const most = Math.max(1, ...lines.flatMap(({ waiting }) => Array.from(waiting)))
  // Beside another day's line those of single queues would be a thicket.
  const isAlone = days.length === 1
  const queues = isAlone ? first.queues.slice(0, MOST_QUEUES) : []
  const queuesAt = (at: number): readonly NowText[] => {
    const counts = isAlone ? momentAt(0, at).queues : undefined
    return queues.map(({ key, name }, index) => ({
      name,
      value: String(counts?.get(key) ?? 0),
      line: index === 0 ? ('solid' as const) : ('dashed' as const),
      isQueue: true,
    }))
  }
  const colours = recordsOf(workshop, 'role')
  const letters = lettersOf(first.roles.map(({ name }) => name))
  const roles = first.roles
    .map((role, index) => ({
      ...role,
      index,
      letter: letters[index]!,
      colour: colours.find(({ key }) => key === role.key)?.colour ?? dayColours().staff,
    }))
    .filter(({ values }) => values.some((value) => value > 0))
  const busiest = [...roles].sort((a, b) => totalOf(b) - totalOf(a)).slice(0, MOST_LINES)
  return (
    <div className="day-charts">
      <Chart
        title={words('playback.chart.waiting')}
        highest={words('playback.chart.people', { count: Math.ceil(most) })}
        clock={clock}
        range={{ from, to }}
        now={(at) =>
          days
            .map(({ name }, day) => {
              const { waiting } = momentAt(day, at)
              return isAlone
                ? { name: words('playback.chart.now'), value: String(waiting) }
                : { name, value: String(waiting), line: day === 0 ? ('solid' as const) : ('dashed' as const) }
            })
            .concat(queuesAt(at))
        }
        shapes={[
          ...lines.map((day, index) => ({
            key: String(index),
            d: lineOf(day, day.waiting, most, from, to),
            colour: 'var(--flow-patient)',
            isDashed: index > 0,
            isFilled: index === 0,
          })),
          ...queues.map(({ key, values }, index) => ({
            key,
            d: lineOf(first, values, most, from, to),
            colour: 'var(--ink)',
            isDashed: index > 0,
            isFilled: false,
          })),
        ]}
      />
      <Chart
        title={days.length === 1 ? words('playback.chart.busy') : words('playback.chart.busy-in', { design: days[0]!.name })}
        highest="100 %"
        clock={clock}
        range={{ from, to }}
        now={(at) => {
          const { roles: counted } = momentAt(0, at)
          return roles.map(({ name, index, colour, letter }) => ({ name, value: atWorkText(counted[index]!), colour, letter }))
        }}
        shapes={lines.flatMap((day, index) =>
          busiest.flatMap(({ key, colour }) => {
            const line = day.roles.find((each) => each.key === key)
            const d = line === undefined ? '' : lineOf(day, line.values, 1, from, to)
            return d === '' ? [] : [{ key: `${index} ${key}`, d, colour, isDashed: index > 0, isFilled: false }]
          }),
        )}
      />
      <Marks from={from} to={to} />
    </div>
  )
}

/** What goes on in each day at a time. Kept until another time is asked for: two charts ask for each. */
function lastMoments(days: readonly ChartedDay[]): (day: number, at: number) => FilmMoment {
  const last = new Map<number, { readonly at: number; readonly moment: FilmMoment }>()
  return (day, at) => {
    const known = last.get(day)
    if (known?.at === at) return known.moment
    const moment = momentOf(days[day]!.film, at)
    last.set(day, { at, moment })
    return moment
  }
}

type ChartShape = { readonly key: string; readonly d: string; readonly colour: string; readonly isDashed: boolean; readonly isFilled: boolean }
type NowText = {
  readonly name: string
  readonly value: string
  readonly colour?: string
  readonly letter?: string
  readonly line?: 'solid' | 'dashed'
  /** One of the queues, whose lines are of another colour than everybody's. */
  readonly isQueue?: boolean
}

function Chart({
  title,
  highest,
  clock,
  range,
  now,
  shapes,
}: {
  readonly title: string
  readonly highest: string
  readonly clock: PlayClock
  readonly range: { readonly from: number; readonly to: number }
  readonly now: (time: number) => readonly NowText[]
  readonly shapes: readonly ChartShape[]
}) {
  const time = useStore(clock.store, (state) => state.time)
  const clip = useId()
  const share = Math.min(1, Math.max(0, (time - range.from) / (range.to - range.from)))
  const texts = now(time)
  const goTo = ({ currentTarget, clientX, buttons }: PointerEvent) => {
    if (buttons === 0) return
    const { left, width } = currentTarget.getBoundingClientRect()
    clock.seek(range.from + ((clientX - left) / width) * (range.to - range.from))
  }
  return (
    <figure className="day-chart">
      <figcaption>
        <strong>{title}</strong>
        {texts.map(({ name, value, colour, letter, line, isQueue }) => (
          <span key={`${name} ${line ?? ''}`} title={name}>
            {line !== undefined && <em className={`is-${line} ${isQueue === true ? 'is-queue' : ''}`} />}
            {colour === undefined ? (
              name
            ) : (
              <>
                <i className="key-figure is-staff" style={{ background: colour, color: inkOn(colour, dayColours()) }} aria-hidden>
                  {letter}
                </i>
                <span className="visually-hidden">{name}</span>
              </>
            )}{' '}
            <b>{value}</b>
          </span>
        ))}
      </figcaption>
      {/* The slider beside it does the same by keys. */}
      <div className="chart-field" onPointerDown={goTo} onPointerMove={goTo}>
        <span className="chart-most">{highest}</span>
        <svg viewBox={`0 0 ${WIDE} ${HIGH}`} preserveAspectRatio="none" aria-hidden>
          <defs>
            <clipPath id={clip}>
              <rect x="0" y="-10" width={WIDE * share} height={HIGH + 20} />
            </clipPath>
          </defs>
          <Lines shapes={shapes} isFaint />
          <g clipPath={`url(#${clip})`}>
            <Lines shapes={shapes} isFaint={false} />
          </g>
          <line className="chart-now" x1={WIDE * share} x2={WIDE * share} y1="0" y2={HIGH} />
        </svg>
      </div>
    </figure>
  )
}

/** They stay while the clock goes over them. */
const Lines = memo(function Lines({ shapes, isFaint }: { readonly shapes: readonly ChartShape[]; readonly isFaint: boolean }) {
  return shapes.map(({ key, d, colour, isDashed, isFilled }) => (
    <g key={key} className={isFaint ? 'is-faint' : ''} style={{ '--line-colour': colour } as CSSProperties}>
      {isFilled && <path className="chart-area" d={`${d} V ${HIGH} H 0 Z`} />}
      <path className={`chart-line ${isDashed ? 'is-dashed' : ''}`} d={d} />
    </g>
  ))
})

function totalOf({ values }: FilmLine): number {
  return values.reduce((sum, value) => sum + (value > 0 ? value : 0), 0)
}

function atWorkText({ onDuty, busy }: { readonly onDuty: number; readonly busy: number }): string {
  return onDuty === 0 ? words('playback.chart.off') : words('playback.chart.at-work', { busy, onDuty })
}

/** A line as the data of a path; where there is no value, none. The day may be shorter than what is shown. */
function lineOf({ from, width, count }: FilmLines, values: FilmLine['values'], most: number, shownFrom: number, shownTo: number): string {
  let d = ''
  let isDown = false
  for (let at = 0; at < count; at++) {
    const value = values[at]!
    if (Number.isNaN(value)) {
      isDown = false
      continue
    }
    const x = ((from + (at + 0.5) * width - shownFrom) / (shownTo - shownFrom)) * WIDE
    d += `${isDown ? 'L' : 'M'}${x.toFixed(1)} ${(HIGH - (value / most) * HIGH).toFixed(1)}`
    isDown = true
  }
  return d
}

function Marks({ from, to }: { readonly from: number; readonly to: number }) {
  const hours = (to - from) / 3600
  const every = (MARKS.find(([most]) => hours <= most)?.[1] ?? 24) * 3600
  const marks: number[] = []
  for (let time = Math.ceil(from / every) * every; time <= to; time += every) marks.push(time)
  return (
    <div className="chart-marks" aria-hidden>
      {marks.map((time) => (
        <span key={time} style={{ left: `${((time - from) / (to - from)) * 100}%` }}>
          {clockText(time).text}
        </span>
      ))}
    </div>
  )
}
