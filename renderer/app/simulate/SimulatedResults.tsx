import { SegmentedControl } from '@mantine/core'
import type { Id } from '#shared/base/ids'
import type { SimulatedComparison } from '#shared/comparison/simulated'
import type { WardDocument } from '#shared/document/document'
import type { Design } from '#shared/document/elements/design'
import type { SimulatedName } from '#shared/metrics/simulated-day'
import { type RunTerms, scenarioMessage } from '#shared/simulation/run-terms'
import { SimulatedTable } from '../../panels/simulate/SimulatedTable'
import { useDesk, useView } from '../../state/react'
import { say, words } from '../../state/words'

export type SimulatedResultsProps = {
  readonly comparison: SimulatedComparison
  readonly terms: RunTerms
  readonly designs: readonly Design[]
  readonly document: WardDocument
  readonly onOpen: (design: Id, name: SimulatedName) => void
}

/** What the runs came to, on which terms, and which designs could not be run to the end. */
export function SimulatedResults({ comparison, terms, designs, document, onOpen }: SimulatedResultsProps) {
  const desk = useDesk()
  const view = useView(({ simulate }) => simulate)
  const { replications, days, seed } = terms
  const columns = designs.filter(({ id }) => comparison.designs.some(({ runs }) => runs.design === id && runs.rows.length > 0))
  const hasNoDatum = comparison.designs.every(({ runs }) => runs.design !== comparison.datum)
  return (
    <div className="simulated-results">
      <div className="simulated-head">
        <p>
          {words('simulate.terms-said', { runs: replications, days, seed, scenario: say(scenarioMessage(terms.scenario, document.workshop)) })}
          {terms.warmUp > 0 && ` ${words('simulate.warmUp-said', { days: terms.warmUp })}`}
        </p>
        <SegmentedControl
          aria-label={words('compare.which')}
          value={view.isAll ? 'all' : 'headline'}
          onChange={(value) => desk.view.setState({ simulate: { ...view, isAll: value === 'all' } })}
          data={[
            { value: 'headline', label: words('compare.headline') },
            { value: 'all', label: words('simulate.all') },
          ]}
        />
      </div>
      {comparison.designs.map(({ runs: { design, stopped } }) =>
        stopped === undefined ? null : (
          <p key={design} className="design-card-flag" role="alert">
            {words('cli.simulate.stopped', { design: designs.find(({ id }) => id === design)?.name ?? '', why: say(stopped.reason) })}
          </p>
        ),
      )}
      {hasNoDatum && columns.length > 0 && <p className="quiet">{words('simulate.no-today')}</p>}
      {columns.length > 0 && <SimulatedTable comparison={comparison} designs={columns} document={document} isAll={view.isAll} onOpen={onOpen} />}
      <p className="quiet small">{words('simulate.note')}</p>
    </div>
  )
}
