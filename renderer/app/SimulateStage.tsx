import { Select } from '@mantine/core'
import { type CSSProperties, useMemo, useState } from 'react'
import type { Id } from '#shared/base/ids'
import { recordsOf } from '#shared/document/document'
import type { Design } from '#shared/document/elements/design'
import { planOfTerms } from '#shared/simulation/run-terms'
import { ApartPanel } from '../panels/simulate/ApartPanel'
import { RunNote } from '../panels/simulate/RunNote'
import { RunPanel } from '../panels/simulate/RunPanel'
import { WorstTable } from '../panels/simulate/WorstTable'
import { Playback } from '../playback/Playback'
import type { OpenDocument } from '../state/document-store'
import { useDesk, useSimulation, useView } from '../state/react'
import { isFresh } from '../state/simulation'
import type { SimulateTab, SimulateView } from '../state/view-store'
import { words } from '../state/words'
import './compare.css'
import './simulate.css'
import type { OpenBehind } from './simulate/BehindDrawer'
import { NightNote } from './simulate/NightNote'
import { SimulatedResults } from './simulate/SimulatedResults'
import { useSimulated } from './simulate/use-simulated'

const TABS: readonly SimulateTab[] = ['results', 'apart', 'worst', 'day']

/** Days of each design under the same patients: what they come to, which of them are told apart, how bad days go, and each day as it went. */
export function SimulateStage({ open }: { readonly open: OpenDocument }) {
  const desk = useDesk()
  const view = useView(({ simulate }) => simulate)
  const isRunning = useSimulation(({ running }) => running !== undefined)
  const { designs, found, input, isStale } = useSimulated(open)
  const { document } = open
  const smallest = recordsOf(document.workshop, 'settings')[0]?.smallestDifference ?? 0
  const isWorst = view.tab === 'worst'
  const worst = useSimulation((simulation) => simulation.worst)
  const isWorstStale = useMemo(() => worst?.some((each) => !isFresh(each, document)) === true, [worst, document])
  const isOld = isWorst ? isWorstStale : isStale
  const [behind, setBehind] = useState<OpenBehind | undefined>(undefined)
  const change = (part: Partial<SimulateView>) => desk.view.setState({ simulate: { ...view, ...part } })
  return (
    <main className={`simulate ${view.tab === 'day' ? 'has-day' : ''}`}>
      <aside className="simulate-side" aria-label={words('simulate.terms')}>
        <RunPanel open={open} designs={designs} />
      </aside>
      <div className="simulate-main compare">
        <nav className="compare-tabs" aria-label={words('simulate.pages')}>
          {TABS.map((tab) => (
            <button key={tab} type="button" aria-current={tab === view.tab ? 'page' : undefined} onClick={() => change({ tab })}>
              {words(`simulate.tab.${tab}`)}
            </button>
          ))}
        </nav>
        <RunNote
          isStale={view.tab !== 'day' && isOld}
          hasFigures={isWorst ? worst !== undefined : found !== undefined}
          hasStop={view.tab === 'day'}
          onAgain={() => void (isWorst ? desk.simulation.runWorst(document) : desk.simulation.run(document))}
        />
        {view.tab === 'results' && found !== undefined && !isStale && <NightNote document={document} designs={designs} found={found} />}
        {view.tab === 'day' ? (
          <Day open={open} designs={designs} />
        ) : (
          <div className={`compare-page ${isOld ? 'is-old' : ''}`} style={{ '--designs': designs.length } as CSSProperties}>
            {isWorst && <WorstTable document={document} designs={designs} smallest={smallest} />}
            {!isWorst && input === undefined && (
              <Empty isRunning={isRunning} hint={view.tab === 'apart' ? 'simulate.apart.empty' : 'simulate.empty-hint'} />
            )}
            {view.tab === 'apart' && found !== undefined && (
              <ApartPanel document={document} designs={designs} runs={found.runs} smallest={smallest} />
            )}
            {view.tab === 'results' && input !== undefined && (
              <SimulatedResults
                input={input}
                designs={designs}
                document={document}
                isAll={view.isAll}
                onAll={(isAll) => change({ isAll })}
                behind={behind}
                onBehind={setBehind}
              />
            )}
          </div>
        )}
      </div>
    </main>
  )
}

function Empty({ isRunning, hint }: { readonly isRunning: boolean; readonly hint: 'simulate.apart.empty' | 'simulate.empty-hint' }) {
  if (isRunning) return <p className="stage-empty quiet">{words('simulate.first')}</p>
  return (
    <div className="stage-empty is-offering">
      <h2>{words('simulate.empty')}</h2>
      <p>{words(hint)}</p>
    </div>
  )
}

/** One run of one design, chosen here and shown below. */
function Day({ open, designs }: { readonly open: OpenDocument; readonly designs: readonly Design[] }) {
  const desk = useDesk()
  const view = useView(({ simulate }) => simulate)
  const terms = useSimulation((simulation) => simulation.terms)
  const { document } = open
  const plan = useMemo(() => planOfTerms(terms, document.workshop), [terms, document.workshop])
  const shown = designs.find(({ id }) => id === view.day?.design) ?? designs[0]
  const replication = Math.min(view.day?.replication ?? 0, terms.replications - 1)
  const pick = (design: Id, which: number) => desk.view.setState({ simulate: { ...view, day: { design, replication: which, watch: undefined } } })
  if (shown === undefined) return <p className="stage-empty">{words('plan.no-design')}</p>
  return (
    <Playback
      open={open}
      design={shown.id}
      plan={plan}
      replication={replication}
      watch={view.day?.watch}
      controls={
        <>
          <Select
            aria-label={words('compare.of-design')}
            data={designs.map(({ id, name }) => ({ value: id, label: name }))}
            value={shown.id}
            allowDeselect={false}
            onChange={(id) => id !== null && pick(id as Id, replication)}
          />
          <Select
            aria-label={words('simulate.which-run')}
            data={Array.from({ length: terms.replications }, (_, run) => ({
              value: String(run),
              label: words('simulate.behind.run', { run: run + 1 }),
            }))}
            value={String(replication)}
            searchable
            allowDeselect={false}
            onChange={(run) => run !== null && pick(shown.id, Number(run))}
          />
        </>
      }
    />
  )
}
