import { ArrowDown, ArrowUp, Equal } from 'lucide-react'
import type { Id } from '#shared/base/ids'
import { designsOf, recordsOf } from '#shared/document/document'
import type { MetricValue } from '#shared/metrics/measurement'
import { ChoiceCell } from '../../controls/Cells'
import type { OpenDocument } from '../../state/document-store'
import { useDesk, useLive, useView } from '../../state/react'
import { say, words } from '../../state/words'
import { boardText, changeText } from '../figure-text'
import { NoFigure } from '../NoFigure'
import { headline, TILES, type Tile } from '../tiles'

/**
 * The headline measures of one design against today, each with the share that its layout has in the change (the layout with today's
 * pathways) and the share of its process (its own pathways against today's, in the same layout); or, while one edits today's steps,
 * the layout with these alone.
 */
export function BriefBoard({ open, design }: { readonly open: OpenDocument; readonly design: Id | undefined }) {
  const desk = useDesk()
  const reading = useView((view) => view.briefReading)
  const shown = useLive(({ answer }) => answer)
  const other = useLive(({ beside }) => beside)
  const failure = useLive((live) => live.failure)
  const designs = designsOf(open.document)
  const chosen = designs.find(({ id }) => id === design)
  const smallest = recordsOf(open.document.workshop, 'settings')[0]?.smallestDifference ?? 0.05
  if (chosen === undefined) return null
  const hasOwn = recordsOf(open.document.designs[chosen.id] ?? {}, 'pathway').length > 0
  const answer = shown?.design === chosen.id && shown.reading === reading ? shown : undefined
  const values = answer?.values
  const today = chosen.isCurrentState ? undefined : answer?.today
  const plain = other?.design === chosen.id && other.reading === 'reference' && other.revision === answer?.revision ? other.values : undefined
  const layout = reading === 'reference' ? values : plain
  const isPlain = hasOwn && reading === 'reference'
  return (
    <section className="brief-board" aria-label={words('board.title')}>
      <div className="brief-board-design">
        <span>{words('brief.measured')}</span>
        <ChoiceCell
          label={words('brief.measured')}
          value={chosen.id}
          choices={designs.map(({ id, name }) => ({ value: id, label: name }))}
          onCommit={(id) => {
            desk.showDesign(id)
            return undefined
          }}
        />
        {hasOwn && (
          <ChoiceCell
            label={words('brief.measured-with')}
            value={reading}
            choices={[
              { value: 'own', label: words('brief.with-own') },
              { value: 'reference', label: words('brief.with-today') },
            ]}
            onCommit={(to) => {
              desk.setBriefReading(to === 'reference' ? 'reference' : 'own')
              return undefined
            }}
          />
        )}
        <p className="quiet">{failure ?? words(hintOf(chosen.isCurrentState, isPlain))}</p>
      </div>
      <ul>
        {TILES.map((tile) => (
          <li key={tile.metric}>
            <button
              type="button"
              onClick={() => {
                if (hasOwn) desk.setReading(reading)
                desk.showStage('designs')
                desk.openMeasure({ metric: tile.metric, subject: tileValue(values, tile)?.subject })
              }}
            >
              <Shares tile={tile} shown={values} layout={layout} today={today} isPlain={isPlain} smallest={smallest} />
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

function hintOf(isToday: boolean, isPlain: boolean) {
  if (isToday) return 'brief.board-today'
  return isPlain ? 'brief.board-plain' : 'brief.board-hint'
}

type Values = readonly MetricValue[] | undefined

function Shares({
  tile,
  shown,
  layout,
  today,
  isPlain,
  smallest,
}: {
  readonly tile: Tile
  readonly shown: Values
  readonly layout: Values
  readonly today: Values
  /** What is shown is the layout with today's steps, so the process has no share in it. */
  readonly isPlain: boolean
  readonly smallest: number
}) {
  const value = tileValue(shown, tile)
  const before = tileValue(today, tile)
  const between = tileValue(layout, tile)
  return (
    <>
      <span className="brief-tile-name">{words(tile.label)}</span>
      <NoFigure value={value} />
      {value?.result.status === 'available' && (
        <strong className="brief-tile-figure" data-value={value.result.value}>
          {boardText(value.unit, value.result.value)}
        </strong>
      )}
      {value?.result.status === 'available' && before !== undefined && (
        <>
          <Share label={words('brief.layout')} from={before} to={between} smallest={smallest} />
          {!isPlain && <Share label={words('brief.process')} from={between} to={value} smallest={smallest} />}
        </>
      )}
    </>
  )
}

const ARROWS = { up: ArrowUp, down: ArrowDown, none: Equal }

function Share({
  label,
  from,
  to,
  smallest,
}: {
  readonly label: string
  readonly from: MetricValue | undefined
  readonly to: MetricValue | undefined
  readonly smallest: number
}) {
  const change = from === undefined || to === undefined ? undefined : changeText(to, from, smallest)
  const Arrow = change === undefined ? undefined : ARROWS[change.direction]
  const missing = [from, to].map((value) => value?.result).find((result) => result?.status === 'unavailable')
  const reason = missing?.status === 'unavailable' ? say(missing.reason) : undefined
  return (
    <span className={`brief-share is-${change?.verdict ?? 'same'}`}>
      <span>{label}</span>
      <span title={change?.word ?? reason}>
        {Arrow !== undefined && <Arrow size={13} strokeWidth={2.8} aria-hidden />}
        {change === undefined ? '–' : change.verdict === 'same' ? words('brief.same') : change.amount}
        {change !== undefined && change.verdict !== 'same' && <span className="visually-hidden"> {change.word}</span>}
        {reason !== undefined && <span className="visually-hidden"> {reason}</span>}
      </span>
    </span>
  )
}

function tileValue(values: Values, { metric }: Tile): MetricValue | undefined {
  return values === undefined ? undefined : headline(values, metric)
}
