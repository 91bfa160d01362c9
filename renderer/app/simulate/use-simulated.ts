import { useMemo } from 'react'
import { designsOf } from '#shared/document/document'
import { simulatedInput } from '#shared/report/simulated-input'
import { scenarioMessage } from '#shared/simulation/run-terms'
import type { OpenDocument } from '../../state/document-store'
import { useSimulation } from '../../state/react'
import { isFresh } from '../../state/simulation'
import { inOrder } from '../designs-in-order'

/** The runs that were found last, compared, and whether the document is still the one they are of. */
export function useSimulated({ document }: OpenDocument) {
  const found = useSimulation((simulation) => simulation.found)
  const designs = useMemo(() => inOrder(designsOf(document)), [document])
  const input = useMemo(() => {
    if (found === undefined) return undefined
    const runs = found.runs.filter(({ design }) => designs.some(({ id }) => id === design))
    return simulatedInput(document, runs, found.terms, scenarioMessage(found.terms.scenario, document.workshop))
  }, [found, designs, document])
  const isStale = useMemo(() => found !== undefined && !isFresh(found, document), [found, document])
  return { designs, found, input, isStale }
}
