import { Button } from '@mantine/core'
import { fillMessage, staysOverNight } from '#shared/comparison/warm-up'
import type { WardDocument } from '#shared/document/document'
import type { Design } from '#shared/document/elements/design'
import { scenarioOf } from '#shared/journeys/pathways-in-force'
import { scenarioCalled } from '#shared/simulation/run-terms'
import { useDesk, useSimulation } from '../../state/react'
import type { FoundRuns } from '../../state/simulation'
import { say, words } from '../../state/words'

export type NightNoteProps = { readonly document: WardDocument; readonly designs: readonly Design[]; readonly found: FoundRuns }

/** Of units with patients inside at night: that runs begin emptier than they are, with a way to mend it; and what was left out, and why. */
export function NightNote({ document, designs, found: { terms, runs } }: NightNoteProps) {
  const desk = useDesk()
  const { running, fill } = useSimulation((simulation) => simulation)
  if (running !== undefined) return null
  if (fill?.document === document && fill.needed.days === terms.warmUp) {
    const nameOf = (design: string) => designs.find(({ id }) => id === design)?.name ?? ''
    return (
      <p className="compare-note" role="status">
        {say(fillMessage(fill.needed, nameOf))}
      </p>
    )
  }
  const opens = (scenarioCalled(terms.scenario, document.workshop) ?? scenarioOf(document.workshop))?.opening.from ?? 0
  const full = terms.warmUp > 0 ? [] : runs.filter((one) => staysOverNight(one, opens)).map(({ design }) => design)
  if (full.length === 0) return null
  const names = designs.filter(({ id }) => full.includes(id)).map(({ name }) => name)
  return (
    <p className="compare-note">
      <span>{words('warmUp.offer', { designs: names })}</span>
      <Button variant="light" onClick={() => void desk.simulation.fillUp(document)}>
        {words('warmUp.find')}
      </Button>
    </p>
  )
}
