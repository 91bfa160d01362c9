import { ArrowDown, ArrowUp, Equal } from 'lucide-react'
import type { Id } from '#shared/base/ids'
import { designsOf, recordsOf } from '#shared/document/document'
import type { MetricValue } from '#shared/metrics/measurement'
import { ChoiceCell } from '../../controls/Cells'
import type { OpenDocument } from '../../state/document-store'
import { useDesk, useLive } from '../../state/react'
import { say, words } from '../../state/words'
import { boardText, changeText } from '../figure-text'
import { headline, TILES, type Tile } from '../tiles'

/**
 * The headline measures of one design against today, each with the share that its layout has in the change (the layout with today's
 * pathways) and the share of its process (its own pathways against today's, in the same layout).
 */
export function BriefBoard({ open, design }: { readonly open: OpenDocument; readonly design: Id | undefined }) {
  const desk = useDesk()
  const own = useLive(({ answer }) => answer)
  const plain = useLive(({ beside }) => beside)
  const failure = useLive((live) => live.failure)
  const designs = designsOf(open.document)
  const chosen = designs.find(({ id }) => id === design)
  const smallest = recordsOf(open.document.workshop, 'settings')[0]?.smallestDifference ?? 0.05
  if (chosen === undefined) return null
  const values = own?.design === chosen.id && own.reading === 'own' ? own.values : undefined
  const today = chosen.isCurrentState ? undefined : own?.today
  const layout = plain?.design === chosen.id && plain.reading === 'reference' && plain.revision === own?.revision ? plain.values : undefined
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
        <p className="quiet">{failure ?? words(chosen.isCurrentState ? 'brief.board-today' : 'brief.board-hint')}</p>
      </div>
      <ul>
        {TILES.map((tile) => (
          <li key={tile.metric}>
            <button
              type="button"
              onClick={() => {
                desk.showStage('designs')
                desk.openMeasure({ metric: tile.metric, subject: tileValue(values, tile)?.subject })
              }}
            >
              <Shares tile={tile} own={values} layout={layout} today={today} smallest={smallest} />
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

type Values = readonly MetricValue[] | undefined

function Shares({
  tile,
  own,
  layout,
  today,
  smallest,
}: {
  readonly tile: Tile
  readonly own: Values
  readonly layout: Values
  readonly today: Values
  readonly smallest: number
}) {
  const value = tileValue(own, tile)
  const before = tileValue(today, tile)
  const between = tileValue(layout, tile)
  return (
    <>
      <span className="brief-tile-name">{words(tile.label)}</span>
      {value?.result.status === 'available' ? (
        <strong className="brief-tile-figure" data-value={value.result.value}>
          {boardText(value.unit, value.result.value)}
        </strong>
      ) : (
        <span className="brief-tile-figure" title={value?.result.status === 'unavailable' ? say(value.result.reason) : undefined}>
          –
        </span>
      )}
      {value !== undefined && before !== undefined && (
        <>
          <Share label={words('brief.layout')} from={before} to={between} smallest={smallest} />
          <Share label={words('brief.process')} from={between} to={value} smallest={smallest} />
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
  return (
    <span className={`brief-share is-${change?.verdict ?? 'same'}`}>
      <span>{label}</span>
      <span title={change?.word}>
        {Arrow !== undefined && <Arrow size={13} strokeWidth={2.8} aria-hidden />}
        {change === undefined ? '–' : change.verdict === 'same' ? words('brief.same') : change.amount}
        {change !== undefined && change.verdict !== 'same' && <span className="visually-hidden"> {change.word}</span>}
      </span>
    </span>
  )
}

function tileValue(values: Values, { metric }: Tile): MetricValue | undefined {
  return values === undefined ? undefined : headline(values, metric)
}
