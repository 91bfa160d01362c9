import { ActionIcon, Switch } from '@mantine/core'
import { X } from 'lucide-react'
import { useMemo } from 'react'
import type { Difference } from '#shared/comparison/difference'
import { differenceText } from '#shared/comparison/difference-text'
import { figuresWhole } from '#shared/report/figures-whole'
import type { Beside } from '../state/view-store'
import { say, words } from '../state/words'
import './differences.css'
import './list-panel.css'

export type DifferencesPanelProps = {
  readonly differences: readonly Difference[]
  /** Names of the two designs, as before and as after. */
  readonly from: string
  readonly to: string
  readonly shown: NonNullable<Beside['differences']>
  readonly onShow: (shown: Beside['differences']) => void
  readonly onPick: (difference: Difference | undefined) => void
}

const GROUPS = [
  { label: 'differs.group-room', kinds: ['room'] },
  { label: 'differs.group-opening', kinds: ['opening'] },
  { label: 'differs.group-fixture', kinds: ['fixture'] },
  { label: 'differs.group-step', kinds: ['pathway', 'step'] },
  { label: 'differs.group-way', kinds: ['way'] },
  { label: 'differs.group-shares', kinds: ['shares'] },
] as const

/** How it is drawn. */
const KEY = [
  { look: 'old', label: 'differs.key-old' },
  { look: 'now', label: 'differs.key-now' },
  { look: 'new', label: 'differs.key-new' },
] as const

/** What differs between two designs, in plain words; a row that is picked is drawn in both. */
export function DifferencesPanel({ differences, from, to, shown, onShow, onPick }: DifferencesPanelProps) {
  return (
    <section className="list-panel" aria-labelledby="differences-title">
      <header>
        <h2 id="differences-title">{words('differs.title')}</h2>
        <ActionIcon aria-label={words('differs.close')} onClick={() => onShow(undefined)}>
          <X size={20} />
        </ActionIcon>
      </header>
      <p className="quiet">{words('differs.from-to', { from, to })}</p>
      {differences.length === 0 ? (
        <p>{words('differs.none')}</p>
      ) : (
        <>
          <Switch
            size="md"
            label={words('differs.draw-all')}
            checked={shown.isAllDrawn}
            onChange={(event) => onShow({ ...shown, isAllDrawn: event.currentTarget.checked })}
          />
          <ul className="differences-key" aria-label={words('differs.key')}>
            {KEY.map(({ look, label }) => (
              <li key={look}>
                <span className={`difference-swatch is-${look}`} aria-hidden />
                {words(label)}
              </li>
            ))}
          </ul>
          <p className="small quiet">{words('differs.hint')}</p>
          {GROUPS.map(({ label, kinds }) => {
            const group = differences.filter(({ kind }) => kinds.some((each) => each === kind))
            return group.length === 0 ? null : (
              <section key={label} aria-labelledby={label}>
                <h3 id={label}>{words('differs.group-count', { name: words(label), count: group.length })}</h3>
                <ul>
                  {group.map((each) => (
                    <Row key={each.key} difference={each} isPicked={shown.picked === each.key} onPick={onPick} />
                  ))}
                </ul>
              </section>
            )
          })}
        </>
      )}
    </section>
  )
}

type RowProps = { readonly difference: Difference; readonly isPicked: boolean; readonly onPick: DifferencesPanelProps['onPick'] }

function Row({ difference, isPicked, onPick }: RowProps) {
  const { title, details, reasons } = useMemo(() => differenceText(difference, say), [difference])
  return (
    <li>
      <button type="button" className="difference-row" aria-pressed={isPicked} onClick={() => onPick(isPicked ? undefined : difference)}>
        <strong>{title}</strong>
        <span>{figuresWhole(details.map(say).join('; '))}</span>
        {reasons.map((reason) => (
          <span key={reason} className="difference-reason">
            {words('differs.reason', { reason })}
          </span>
        ))}
        {difference.kind === 'step' && reasons.length === 0 && <span className="difference-reason quiet">{words('differs.no-reason')}</span>}
      </button>
    </li>
  )
}
