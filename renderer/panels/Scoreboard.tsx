import { ArrowDown, ArrowUp, Equal, TriangleAlert } from 'lucide-react'
import { memo } from 'react'
import type { Message } from '#shared/base/message'
import type { RecordTable } from '#shared/document/document'
import type { MetricValue } from '#shared/metrics/measurement'
import { useCounted } from '../controls/use-counted'
import type { LiveAnswer } from '../state/live'
import { say, words } from '../state/words'
import type { MeasureRef } from '../workers/messages'
import { boardText, type ChangeText, changeText, figureParts } from './figure-text'
import { NoFigure } from './NoFigure'
import './scoreboard.css'
import { subjectName } from './subject-name'
import { headline, TILES, type Tile, tileOf } from './tiles'

export type ScoreboardProps = {
  readonly answer: LiveAnswer | undefined
  /** Whose numbers these are. */
  readonly designName: string
  readonly workshop: RecordTable
  readonly isToday: boolean
  readonly hasToday: boolean
  /** The gesture under way is not lawful: these are the values of the last place that was. */
  readonly isStale: boolean
  /** Something is being worked out. */
  readonly isBusy: boolean
  /** Why nothing could be worked out, where the measuring itself broke. */
  readonly failure: string | undefined
  readonly smallestDifference: number
  readonly open: MeasureRef | undefined
  readonly onOpen: (measure: MeasureRef | undefined) => void
}

/** The measures of the design on the screen, with what has changed against today. */
export function Scoreboard({
  answer,
  designName,
  workshop,
  isToday,
  hasToday,
  isStale,
  isBusy,
  failure,
  smallestDifference,
  open,
  onOpen,
}: ScoreboardProps) {
  return (
    <section
      className={`scoreboard ${isStale ? 'is-stale' : ''}`}
      aria-label={words('board.title')}
      data-design={answer === undefined ? undefined : designName}
    >
      {isBusy && <div className="board-busy" aria-hidden />}
      <p className="visually-hidden">{words(isStale ? 'board.stale' : 'board.hint')}</p>
      {failure !== undefined && (
        <p className="overload" role="status">
          <TriangleAlert size={18} aria-hidden />
          <span>{words('board.failed', { reason: failure })}</span>
        </p>
      )}
      {answer !== undefined && answer.overloaded.length > 0 && <Overload messages={answer.overloaded} />}
      <div className="board-scroll">
        <Tiles
          answer={answer}
          workshop={workshop}
          isToday={isToday}
          hasToday={hasToday}
          smallestDifference={smallestDifference}
          open={open}
          onOpen={onOpen}
        />
      </div>
    </section>
  )
}

type TilesProps = Pick<ScoreboardProps, 'answer' | 'workshop' | 'isToday' | 'hasToday' | 'smallestDifference' | 'open' | 'onOpen'>

/** Only an answer changes them: that something is being worked out, or a gesture is not lawful, comes and goes at every other move. */
const Tiles = memo(function Tiles({ answer, workshop, isToday, hasToday, smallestDifference, open, onOpen }: TilesProps) {
  return (
    <ul>
      {TILES.map((tile) => {
        const value = answer === undefined ? undefined : headline(answer.values, tile.metric)
        const today = answer?.today === undefined || value === undefined ? undefined : sameOf(answer.today, value)
        return (
          <li key={tile.metric} className={`tile-${tile.metric}`}>
            <TileButton
              tile={tile}
              value={value}
              beside={besideOf(tile, answer)}
              change={value === undefined || isToday ? undefined : changeText(value, today, smallestDifference)}
              note={isToday || hasToday ? undefined : words('board.no-today')}
              workshop={workshop}
              isOpen={open !== undefined && tileOf(open.metric) === tile}
              onOpen={onOpen}
            />
          </li>
        )
      })}
    </ul>
  )
})

/** Today's value of the same measure; a load is compared with today's fullest place, whichever that was. */
function sameOf(today: readonly MetricValue[], value: MetricValue): MetricValue | undefined {
  return value.metric === 'load' ? headline(today, 'load') : today.find(({ metric, subject }) => metric === value.metric && subject === value.subject)
}

function besideOf({ beside }: Tile, answer: LiveAnswer | undefined): string | undefined {
  if (beside === undefined || answer === undefined) return undefined
  const value = headline(answer.values, beside.metric)
  if (value?.result.status !== 'available') return undefined
  return words(beside.words, { value: value.result.value, seconds: value.result.value * 60 })
}

type TileProps = {
  readonly tile: Tile
  readonly value: MetricValue | undefined
  readonly beside: string | undefined
  readonly change: ChangeText | undefined
  readonly note: string | undefined
  readonly workshop: RecordTable
  readonly isOpen: boolean
  readonly onOpen: (measure: MeasureRef | undefined) => void
}

function TileButton({ tile, value, beside, change, note, workshop, isOpen, onOpen }: TileProps) {
  const name = words(tile.label)
  const measure = { metric: tile.metric, subject: value?.subject }
  const isOver = tile.metric === 'load' && value?.result.status === 'available' && value.result.value > 1
  return (
    <button type="button" className={`tile ${isOver ? 'is-over' : ''}`} aria-pressed={isOpen} onClick={() => onOpen(isOpen ? undefined : measure)}>
      <span className="tile-name">{name}</span>
      <NoFigure value={value} />
      {value?.result.status === 'available' && (
        <>
          <Figure value={value} amount={value.result.value} beside={besideText(tile, value, beside, workshop)} />
          <Change change={change} note={note} />
        </>
      )}
    </button>
  )
}

function besideText(tile: Tile, { subject, per, unit }: MetricValue, beside: string | undefined, workshop: RecordTable): string | undefined {
  if (beside !== undefined) return beside
  if (tile.metric === 'load' && subject !== undefined) return subjectName(workshop, subject)
  return per === 'visit' && unit === 'metre' ? words('board.per-visit') : undefined
}

function Figure({ value, amount, beside }: { readonly value: MetricValue; readonly amount: number; readonly beside: string | undefined }) {
  const shown = useCounted(amount)
  const { figure, unit } = figureParts(boardText(value.unit, shown))
  return (
    <span className="tile-figure">
      <span className={`tile-number ${figure.length > LONGEST_FIGURE ? 'is-long' : ''}`} data-value={amount}>
        {figure}
        {unit !== '' && <span className="tile-unit"> {unit}</span>}
      </span>
      <span className="tile-beside">{beside}</span>
    </span>
  )
}

/** A figure with more letters is set smaller. */
const LONGEST_FIGURE = 4

const ARROWS = { up: ArrowUp, down: ArrowDown, none: Equal }

function Change({ change, note }: { readonly change: ChangeText | undefined; readonly note: string | undefined }) {
  if (change === undefined) return <span className="tile-change is-same is-note">{note}</span>
  const Arrow = ARROWS[change.direction]
  return (
    <span className={`tile-change is-${change.verdict}`}>
      <span>
        <Arrow size={14} strokeWidth={2.8} aria-hidden />
        {change.verdict === 'same' ? change.word : change.amount}
      </span>
      {change.verdict !== 'same' && (
        <span>
          {change.share} <strong>{change.word}</strong>
        </span>
      )}
    </span>
  )
}

function Overload({ messages }: { readonly messages: readonly Message[] }) {
  return (
    <p className="overload" role="status">
      <TriangleAlert size={18} aria-hidden />
      <span>
        {messages.map(say).join(' ')} {words('board.not-ranked')}
      </span>
    </p>
  )
}
