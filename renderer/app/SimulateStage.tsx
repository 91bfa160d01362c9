import { Select } from '@mantine/core'
import { type CSSProperties, useMemo, useState } from 'react'
import type { Id } from '#shared/base/ids'
import { compareSimulated } from '#shared/comparison/simulated'
import { designsOf, recordsOf } from '#shared/document/document'
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
import type { SimulateTab } from '../state/view-store'
import { words } from '../state/words'
import { inOrder } from './DesignBar'
import './compare.css'
import './simulate.css'
import { BehindDrawer, type OpenBehind } from './simulate/BehindDrawer'
import { SimulatedResults } from './simulate/SimulatedResults'

const TABS: readonly SimulateTab[] = ['results', 'apart', 'worst', 'day']

/** Days of each design under the same patients: what they come to, which of them are told apart, how bad days go, and each day as it went. */
export function SimulateStage({ open }: { readonly open: OpenDocument }) {
  const desk = useDesk()
  const view = useView(({ simulate }) => simulate)
  const found = useSimulation((simulation) => simulation.found)
  const isRunning = useSimulation(({ running }) => running !== undefined)
  const [behind, setBehind] = useState<OpenBehind | undefined>(undefined)
  const { document } = open
  const designs = useMemo(() => inOrder(designsOf(document)), [document])
  const smallest = recordsOf(document.workshop, 'settings')[0]?.smallestDifference ?? 0
  const today = designs.find(({ isCurrentState }) => isCurrentState)
  const runs = useMemo(() => found?.runs.filter(({ design }) => designs.some(({ id }) => id === design)), [found, designs])
  const comparison = useMemo(() => runs && compareSimulated(runs, today?.id, smallest), [runs, today, smallest])
  const isStale = useMemo(() => found !== undefined && !isFresh(found, document), [found, document])
  const show = (tab: SimulateTab) => desk.view.setState({ simulate: { ...view, tab } })
  const again = () => void desk.simulation.run(document)
  return (
    <main className="simulate">
      <aside className="simulate-side" aria-label={words('simulate.terms')}>
        <RunPanel open={open} designs={designs} />
      </aside>
      <div className="simulate-main compare">
        <nav className="compare-tabs" aria-label={words('simulate.pages')}>
          {TABS.map((each) => (
            <button key={each} type="button" aria-current={each === view.tab ? 'page' : undefined} onClick={() => show(each)}>
              {words(`simulate.tab.${each}`)}
            </button>
          ))}
        </nav>
        <RunNote isStale={isStale && view.tab !== 'day'} onAgain={again} />
        {view.tab === 'day' ? (
          <Day open={open} designs={designs} />
        ) : (
          <div className={`compare-page ${isStale && view.tab !== 'worst' ? 'is-old' : ''}`} style={{ '--designs': designs.length } as CSSProperties}>
            {view.tab === 'worst' && <WorstTable document={document} designs={designs} smallest={smallest} />}
            {view.tab !== 'worst' && comparison === undefined && <Empty isRunning={isRunning} />}
            {view.tab === 'apart' && runs !== undefined && <ApartPanel document={document} designs={designs} runs={runs} smallest={smallest} />}
            {view.tab === 'results' && comparison !== undefined && found !== undefined && (
              <SimulatedResults
                comparison={comparison}
                terms={found.terms}
                designs={designs}
                document={document}
                onOpen={(design, name) => setBehind({ design, name })}
              />
            )}
          </div>
        )}
      </div>
      {found !== undefined && (
        <BehindDrawer
          open={behind}
          terms={found.terms}
          designs={designs}
          document={document}
          onOpen={setBehind}
          onWatch={(design, replication, watch) => {
            setBehind(undefined)
            desk.view.setState({ simulate: { ...view, tab: 'day', day: { design, replication, watch } } })
          }}
        />
      )}
    </main>
  )
}

function Empty({ isRunning }: { readonly isRunning: boolean }) {
  if (isRunning) return <p className="stage-empty quiet">{words('simulate.first')}</p>
  return (
    <div className="stage-empty is-offering">
      <h2>{words('simulate.empty')}</h2>
      <p>{words('simulate.empty-hint')}</p>
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
    <div className="simulate-day">
      <div className="simulate-day-bar">
        <Select
          label={words('compare.of-design')}
          data={designs.map(({ id, name }) => ({ value: id, label: name }))}
          value={shown.id}
          allowDeselect={false}
          onChange={(id) => id !== null && pick(id as Id, replication)}
        />
        <Select
          label={words('simulate.which-run')}
          data={Array.from({ length: terms.replications }, (_, run) => ({
            value: String(run),
            label: words('simulate.behind.run', { run: run + 1 }),
          }))}
          value={String(replication)}
          searchable
          allowDeselect={false}
          onChange={(run) => run !== null && pick(shown.id, Number(run))}
        />
      </div>
      <Playback open={open} design={shown.id} plan={plan} replication={replication} watch={view.day?.watch} />
    </div>
  )
}
