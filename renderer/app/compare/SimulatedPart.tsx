import { Button } from '@mantine/core'
import { useMemo } from 'react'
import { recordsOf } from '#shared/document/document'
import type { Design } from '#shared/document/elements/design'
import { simulatedName } from '#shared/report/simulated-text'
import { worstInput, worstVerdict } from '#shared/report/worst-input'
import type { OpenDocument } from '../../state/document-store'
import { useDesk, useSimulation } from '../../state/react'
import { isFresh } from '../../state/simulation'
import { table, words } from '../../state/words'
import { worstRuns } from '../../state/worst-runs'
import type { OpenBehind } from '../simulate/BehindDrawer'
import { SimulatedResults } from '../simulate/SimulatedResults'
import { useSimulated } from '../simulate/use-simulated'
import '../simulate.css'

export type SimulatedPartProps = {
  readonly open: OpenDocument
  readonly isAll: boolean
  /** The figure whose rows are shown: it may be opened from a sentence, too. */
  readonly behind: OpenBehind | undefined
  readonly onBehind: (open: OpenBehind | undefined) => void
}

/** What simulated days say of the designs, below what their layout does; or the way to run some. */
export function SimulatedPart({ open, isAll, behind, onBehind }: SimulatedPartProps) {
  const desk = useDesk()
  const { designs, input, isStale } = useSimulated(open)
  return (
    <section className="compare-simulated" aria-label={words('simulate.results')}>
      <h2>{words('simulate.results')}</h2>
      {(input === undefined || isStale) && (
        <p className="compare-note">
          <span>{words(input === undefined ? 'compare.not-simulated' : 'simulate.stale')}</span>
          <Button variant="light" onClick={() => desk.showStage('simulate')}>
            {words('compare.to-simulate')}
          </Button>
        </p>
      )}
      {input !== undefined && (
        <div className={isStale ? 'is-old' : undefined}>
          <SimulatedResults input={input} designs={designs} document={open.document} isAll={isAll} behind={behind} onBehind={onBehind} />
        </div>
      )}
      <WorstLine open={open} designs={designs} />
    </section>
  )
}

/** Which design bends least on worse days, where they were run of the document as it is; the days themselves are one step away. */
function WorstLine({ open: { document }, designs }: { readonly open: OpenDocument; readonly designs: readonly Design[] }) {
  const desk = useDesk()
  const worst = useSimulation((simulation) => simulation.worst)
  const figure = useMemo(() => {
    if (worst === undefined || worst.some((each) => !isFresh(each, document))) return undefined
    return worstInput(document, worstRuns(worst, document))?.figures[0]
  }, [worst, document])
  if (figure === undefined) return null
  const smallest = recordsOf(document.workshop, 'settings')[0]?.smallestDifference ?? 0
  const verdict = worstVerdict(figure, (design) => designs.find(({ id }) => id === design)?.name ?? '', smallest)
  return (
    <p className="compare-note">
      <span>{words('compare.worst', { figure: simulatedName(figure.name, table, document), verdict })}</span>
      <Button
        variant="light"
        onClick={() => {
          desk.view.setState(({ simulate }) => ({ simulate: { ...simulate, tab: 'worst' } }))
          desk.showStage('simulate')
        }}
      >
        {words('compare.to-worst')}
      </Button>
    </p>
  )
}
