import { SegmentedControl } from '@mantine/core'
import type { WardDocument } from '#shared/document/document'
import type { Design } from '#shared/document/elements/design'
import type { SimulatedInput } from '#shared/report/simulated-input'
import { PublishedBands } from '../../panels/simulate/PublishedBands'
import { SimulatedTable } from '../../panels/simulate/SimulatedTable'
import { useDesk } from '../../state/react'
import { say, words } from '../../state/words'
import { BehindDrawer, type OpenBehind } from './BehindDrawer'

export type SimulatedResultsProps = {
  readonly input: SimulatedInput
  readonly designs: readonly Design[]
  readonly document: WardDocument
  readonly isAll: boolean
  /** Undefined: which figures are wanted is chosen elsewhere. */
  readonly onAll?: (isAll: boolean) => void
  /** The figure whose rows are shown. */
  readonly behind: OpenBehind | undefined
  readonly onBehind: (open: OpenBehind | undefined) => void
}

/** What the runs came to, on which terms, and which designs could not be run to the end. */
export function SimulatedResults({ input, designs, document, isAll, onAll, behind, onBehind }: SimulatedResultsProps) {
  const desk = useDesk()
  const { comparison, terms, scenario } = input
  const { replications, days, seed, warmUp } = terms
  const columns = designs.filter(({ id }) => comparison.designs.some(({ runs }) => runs.design === id && runs.rows.length > 0))
  const hasNoDatum = comparison.designs.every(({ runs }) => runs.design !== comparison.datum)
  return (
    <div className="simulated-results">
      <div className="simulated-head">
        <p>
          {words('simulate.terms-said', { runs: replications, days, seed, scenario: say(scenario) })}
          {warmUp > 0 && ` ${words('simulate.warmUp-said', { days: warmUp })}`}
        </p>
        {onAll !== undefined && (
          <SegmentedControl
            aria-label={words('compare.which')}
            value={isAll ? 'all' : 'headline'}
            onChange={(value) => onAll(value === 'all')}
            data={[
              { value: 'headline', label: words('compare.headline') },
              { value: 'all', label: words('simulate.all') },
            ]}
          />
        )}
      </div>
      {comparison.designs.map(({ runs: { design, stopped } }) =>
        stopped === undefined ? null : (
          <p key={design} className="design-card-flag" role="alert">
            {words('cli.simulate.stopped', { design: designs.find(({ id }) => id === design)?.name ?? '', why: say(stopped.reason) })}
          </p>
        ),
      )}
      {hasNoDatum && columns.length > 0 && <p className="quiet">{words('simulate.no-today')}</p>}
      {columns.length > 0 && (
        <SimulatedTable
          comparison={comparison}
          designs={columns}
          document={document}
          isAll={isAll}
          onOpen={(design, name) => onBehind({ design, name })}
        />
      )}
      <PublishedBands input={input} designs={designs} document={document} />
      <p className="quiet small">{words('simulate.note')}</p>
      <BehindDrawer
        open={behind}
        terms={terms}
        designs={columns}
        document={document}
        onOpen={onBehind}
        onWatch={(design, replication, watch) => {
          onBehind(undefined)
          desk.showStage('simulate')
          desk.view.setState(({ simulate }) => ({ simulate: { ...simulate, tab: 'day', day: { design, replication, watch } } }))
        }}
      />
    </div>
  )
}
