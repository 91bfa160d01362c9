import { Button, SegmentedControl } from '@mantine/core'
import { type CSSProperties, useCallback, useEffect, useMemo, useState } from 'react'
import type { Id } from '#shared/base/ids'
import type { DesignComparison } from '#shared/comparison/comparison'
import { designsOf, recordsOf } from '#shared/document/document'
import { withSimulatedWords } from '#shared/report/plain-simulated'
import { Assumptions } from '../panels/compare/Assumptions'
import { ChangesChart } from '../panels/compare/ChangesChart'
import { DesignPatterns } from '../panels/compare/DesignSwatch'
import { DistanceChart } from '../panels/compare/DistanceChart'
import { MetresChart } from '../panels/compare/MetresChart'
import type { OpenFigure } from '../panels/compare/open-figure'
import { RoomsChart } from '../panels/compare/RoomsChart'
import { ScoreTable } from '../panels/compare/ScoreTable'
import { ExportMenu } from '../panels/ExportMenu'
import type { Compared } from '../state/compare'
import type { OpenDocument } from '../state/document-store'
import { useCompare, useDesk, useSimulation, useView } from '../state/react'
import { isFresh } from '../state/simulation'
import type { CompareTab } from '../state/view-store'
import { words } from '../state/words'
import './compare.css'
import { CompareProgress } from './compare/CompareProgress'
import { DesignCards } from './compare/DesignCards'
import { FigureDrawer } from './compare/FigureDrawer'
import { SimulatedPart } from './compare/SimulatedPart'
import { inOrder } from './designs-in-order'
import type { OpenBehind } from './simulate/BehindDrawer'
import { useSimulated } from './simulate/use-simulated'

const TABS: readonly CompareTab[] = ['scoreboard', 'changes', 'metres', 'rooms', 'distances', 'assumptions']

/** Today and every idea beside each other: what each looks like, every measure, and charts to be read from across the room. */
export function CompareStage({ open }: { readonly open: OpenDocument }) {
  const desk = useDesk()
  const answer = useCompare((compare) => compare.answer)
  const found = useSimulation((simulation) => simulation.found)
  const { revision } = open
  const run = useCallback(() => {
    const { open: now } = desk.documents.getState()
    if (now === undefined) return
    // Days of how the designs were before say nothing of how they are.
    void desk.compare.run(idsOf(now), revision, found !== undefined && isFresh(found, now.document) ? found.runs : undefined)
  }, [desk, revision, found])
  useEffect(() => {
    run()
    return desk.compare.giveUp
  }, [desk, run])
  return (
    <main className="compare">
      <CompareProgress open={open} onAgain={run} />
      {answer !== undefined && <Pages open={open} answer={answer} />}
    </main>
  )
}

function idsOf({ document }: OpenDocument): readonly Id[] {
  return inOrder(designsOf(document)).map(({ id }) => id)
}

/** The pages of a comparison. Its designs are those it was made of, whatever has been drawn since. */
function Pages({ open, answer }: { readonly open: OpenDocument; readonly answer: Compared }) {
  const desk = useDesk()
  const { tab, isAll } = useView((view) => view.compare)
  const isSimulated = useSimulation(({ found }) => found !== undefined)
  const [isWhySaid, setWhySaid] = useState(false)
  const [isAllSaid, setAllSaid] = useState(false)
  const [figure, setFigure] = useState<OpenFigure | undefined>(undefined)
  const [behind, setBehind] = useState<OpenBehind | undefined>(undefined)
  const { document } = open
  const { input, isStale } = useSimulated(open)
  const plain = useMemo(() => withSimulatedWords(answer.plain, isStale ? undefined : input), [answer, input, isStale])
  const designs = useMemo(() => columnsOf(answer), [answer])
  const settings = recordsOf(document.workshop, 'settings')[0]
  const smallest = settings?.smallestDifference ?? 0
  const currency = recordsOf(document.workshop, 'workshop')[0]?.currency
  const charted = { designs, traffic: answer.traffic, workshop: document.workshop, onOpen: setFigure }
  return (
    <>
      <DesignPatterns count={designs.length} />
      <nav className="compare-tabs" aria-label={words('compare.pages')}>
        {TABS.map((each) => (
          <button
            key={each}
            type="button"
            aria-current={each === tab ? 'page' : undefined}
            onClick={() => desk.view.setState({ compare: { tab: each, isAll } })}
          >
            {words(`compare.tab.${each}`)}
          </button>
        ))}
        <ExportMenu />
      </nav>
      <div
        key={tab}
        className={`compare-page ${answer.revision === open.revision ? '' : 'is-old'}`}
        style={{ '--designs': designs.length } as CSSProperties}
      >
        {tab === 'scoreboard' && (
          <div className="compare-sheet">
            <div className="compare-top">
              <div className="compare-intro">
                <h2>{words('compare.title')}</h2>
                <p>{words('compare.rule', { smallest })}</p>
                <SegmentedControl
                  aria-label={words('compare.which')}
                  orientation="vertical"
                  fullWidth
                  value={isAll ? 'all' : 'headline'}
                  onChange={(value) => desk.view.setState({ compare: { tab, isAll: value === 'all' } })}
                  data={[
                    { value: 'headline', label: words('compare.headline') },
                    { value: 'all', label: words('compare.all') },
                  ]}
                />
                {plain.length > 0 && (
                  <Button variant="default" aria-pressed={isWhySaid} onClick={() => setWhySaid(!isWhySaid)}>
                    {words(isWhySaid ? 'compare.without-why' : 'compare.why')}
                  </Button>
                )}
                {plain.some(({ sentences }) => sentences.length > 2) && (
                  <Button className="compare-say-all" variant="default" aria-pressed={isAllSaid} onClick={() => setAllSaid(!isAllSaid)}>
                    {words(isAllSaid ? 'compare.say-less' : 'compare.say-all')}
                  </Button>
                )}
              </div>
              <DesignCards
                designs={designs}
                document={document}
                plain={plain}
                isWhySaid={isWhySaid}
                isAllSaid={isAllSaid}
                onOpen={(design, of) => setFigure({ design, of })}
                onSimulated={(design, name) => setBehind({ design, name })}
              />
            </div>
            {designs.length < 2 && <p className="quiet">{words('compare.only-one')}</p>}
            <ScoreTable
              comparison={answer.comparison}
              designs={designs}
              workshop={document.workshop}
              currency={currency}
              isAll={isAll}
              smallest={smallest}
              onOpen={(design, of) => setFigure({ design, of })}
            />
            <SimulatedPart open={open} isAll={isAll} behind={behind} onBehind={setBehind} />
          </div>
        )}
        {tab === 'changes' && (
          <ChangesChart
            designs={designs}
            workshop={document.workshop}
            currency={currency}
            smallest={smallest}
            onOpen={(design, of) => setFigure({ design, of })}
          />
        )}
        {tab === 'metres' && <MetresChart {...charted} />}
        {tab === 'rooms' && <RoomsChart {...charted} />}
        {tab === 'distances' && <DistanceChart {...charted} />}
        {tab === 'assumptions' && <Assumptions document={document} comparison={answer.comparison} isSimulated={isSimulated} />}
      </div>
      <FigureDrawer open={figure} designs={designs} document={document} onOpen={setFigure} />
    </>
  )
}

function columnsOf({ comparison }: Compared): readonly DesignComparison[] {
  const order = inOrder(comparison.designs.map(({ design }) => design))
  return order.flatMap((design) => comparison.designs.find((compared) => compared.design === design) ?? [])
}
