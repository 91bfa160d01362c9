import { Button } from '@mantine/core'
import type { OpenDocument } from '../../state/document-store'
import { useDesk } from '../../state/react'
import { words } from '../../state/words'
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
    </section>
  )
}
