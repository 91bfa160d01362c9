import { Button, Drawer, Select } from '@mantine/core'
import { Eye } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { Id } from '#shared/base/ids'
import type { WardDocument } from '#shared/document/document'
import type { Design } from '#shared/document/elements/design'
import type { SimulatedName } from '#shared/metrics/simulated-day'
import { clockText, decimalText, durationText } from '#shared/report/figures'
import { simulatedFigureText } from '#shared/report/simulated-figures'
import { simulatedName } from '#shared/report/simulated-text'
import { planOfTerms, type RunTerms } from '#shared/simulation/run-terms'
import type { Watch } from '../../playback/Playback'
import { useDesk } from '../../state/react'
import { table, words } from '../../state/words'
import type { Behind, FoundBehind } from '../../workers/simulate-messages'
import './behind-drawer.css'

/** A figure of a design whose rows are wanted. */
export type OpenBehind = { readonly design: Id; readonly name: SimulatedName }

export type BehindDrawerProps = {
  readonly open: OpenBehind | undefined
  readonly terms: RunTerms
  readonly designs: readonly Design[]
  readonly document: WardDocument
  readonly onOpen: (open: OpenBehind | undefined) => void
  readonly onWatch: (design: Id, replication: number, watch: Watch | undefined) => void
}

/** What a simulated figure is made of: the visits, people or places of the runs, those with the most to it first. */
export function BehindDrawer(props: BehindDrawerProps) {
  const { open, document, onOpen } = props
  return (
    <Drawer
      opened={open !== undefined}
      onClose={() => onOpen(undefined)}
      position="right"
      size="min(640px, 92vw)"
      lockScroll={false}
      withCloseButton={false}
      classNames={{ content: 'figure-drawer', body: 'figure-all' }}
      overlayProps={{ backgroundOpacity: 0.35, color: '#1b2733' }}
    >
      <div className="figure-head">
        <Drawer.Title>{open === undefined ? '' : simulatedName(open.name, table, document)}</Drawer.Title>
        <Drawer.CloseButton aria-label={words('trips.close')} size={40} />
      </div>
      {open !== undefined && <Rows {...props} open={open} />}
    </Drawer>
  )
}

function Rows({ open, terms, designs, document, onOpen, onWatch }: BehindDrawerProps & { readonly open: OpenBehind }) {
  const desk = useDesk()
  const [behind, setBehind] = useState<Behind | 'none' | undefined>(undefined)
  const { design, name } = open
  useEffect(() => {
    let isWanted = true
    setBehind(undefined)
    const day = { design, plan: planOfTerms(terms, document.workshop), replication: terms.replications }
    void desk.days.behind(document, day, name).then((found) => isWanted && setBehind(found ?? 'none'))
    return () => {
      isWanted = false
    }
  }, [desk, document, design, name, terms])
  return (
    <div className="behind">
      <Select
        label={words('compare.of-design')}
        data={designs.map(({ id, name: label }) => ({ value: id, label }))}
        value={design}
        allowDeselect={false}
        comboboxProps={{ withinPortal: false }}
        onChange={(id) => id !== null && onOpen({ design: id as Id, name })}
      />
      {behind === undefined && (
        <p className="quiet" role="status">
          {words('simulate.behind.looking')}
        </p>
      )}
      {behind === 'none' && <p role="alert">{words('simulate.behind.none')}</p>}
      {typeof behind === 'object' && (
        <>
          <p className="quiet">{words('simulate.behind.of', { shown: behind.rows.length, of: behind.of, runs: behind.replications })}</p>
          <ol className="behind-rows">
            {behind.rows.map((row) => (
              <li key={`${row.replication} ${row.agent} ${row.name} ${row.from}`}>
                <span className="behind-value">{valueText(row, name)}</span>
                <span>
                  {titleOf(row)}
                  <span className="quiet small">{words('simulate.behind.run', { run: row.replication + 1 })}</span>
                </span>
                <Button
                  variant="light"
                  leftSection={<Eye size={18} aria-hidden />}
                  aria-label={words('simulate.behind.watch-of', {
                    who: `${titleOf(row)}, ${words('simulate.behind.run', { run: row.replication + 1 })}`,
                  })}
                  onClick={() => onWatch(design, row.replication, row.agent < 0 ? undefined : { agent: row.agent, seconds: row.from })}
                >
                  {words('simulate.behind.watch')}
                </Button>
              </li>
            ))}
          </ol>
        </>
      )}
    </div>
  )
}

function valueText({ kind, value, from }: FoundBehind, name: SimulatedName): string {
  if (kind === 'came' || kind === 'turnedAway') return clockText(from)
  // Of one visit: a whole number; and how long it waited, whatever the figure of the queue is.
  if (name.metric === 'personHandoffs') return decimalText(value, 0)
  if (name.metric === 'queueLength') return durationText(value * 60)
  if (kind !== 'meeting') return simulatedFigureText(name, value, table)
  return value === 0 ? words('simulate.behind.at-once') : durationText(value * 60)
}

function titleOf({ kind, name, number, from, met, place = '', until = 0 }: FoundBehind): string {
  const at = clockText(from)
  switch (kind) {
    case 'meeting': {
      const { name: second = '', room = '' } = met ?? {}
      return words(room === '' ? 'simulate.behind.met' : 'simulate.behind.met-in', { first: name, second, room, at })
    }
    case 'place':
      return name
    case 'person':
      return words('simulate.behind.person', { name, number })
    case 'stay':
      return words('simulate.behind.stay', { name, place, at })
    case 'came':
      return words('simulate.behind.came', { name, until: clockText(until) })
    case 'turnedAway':
      return words('simulate.behind.turned-away', { name, step: place })
    case 'visit':
      return words('simulate.behind.visit', { name, at })
  }
}
