import { Button, Checkbox, NumberInput, Select } from '@mantine/core'
import { Play, Square } from 'lucide-react'
import { useMemo, useState } from 'react'
import { recordsOf } from '#shared/document/document'
import type { Design } from '#shared/document/elements/design'
import { scenarioOf } from '#shared/journeys/pathways-in-force'
import { type RunTerms, scenarioMessage, worstDaysOf } from '#shared/simulation/run-terms'
import type { OpenDocument } from '../../state/document-store'
import { useDesk, useSimulation } from '../../state/react'
import { say, words } from '../../state/words'
import './run-panel.css'

/** What is run: designs, how many runs of how many days, which patients, and what goes wrong. */
export function RunPanel({ open, designs }: { readonly open: OpenDocument; readonly designs: readonly Design[] }) {
  const desk = useDesk()
  const { terms, leftOut, running } = useSimulation((simulation) => simulation)
  const { workshop } = open.document
  const scenarios = useMemo(() => {
    const usual = scenarioOf(workshop)
    const own = recordsOf(workshop, 'scenario').filter((scenario) => scenario !== usual)
    const called = [undefined, ...worstDaysOf(workshop).map(({ key }) => key), ...own.map(({ id }) => id)]
    return called.map((scenario) => ({ value: scenario ?? '', label: say(scenarioMessage(scenario, workshop)) }))
  }, [workshop])
  const asked = designs.filter(({ id }) => !leftOut.includes(id))
  return (
    <form
      className="run-panel"
      aria-label={words('simulate.terms')}
      onSubmit={(event) => {
        event.preventDefault()
        if (running === undefined && asked.length > 0) void desk.simulation.run(open.document)
      }}
    >
      <fieldset>
        <legend>{words('simulate.designs')}</legend>
        {designs.map(({ id, name }) => (
          <Checkbox
            key={id}
            label={name}
            checked={!leftOut.includes(id)}
            onChange={(event) => desk.simulation.leaveOut(id, !event.currentTarget.checked)}
          />
        ))}
      </fieldset>
      <Select
        label={words('simulate.scenario')}
        data={scenarios}
        value={terms.scenario ?? ''}
        allowDeselect={false}
        onChange={(scenario) => desk.simulation.setTerms({ scenario: scenario === '' || scenario === null ? undefined : scenario })}
      />
      <div className="run-numbers">
        <Whole of="replications" least={2} most={2000} />
        <Whole of="days" least={1} most={60} />
        <Whole of="seed" least={0} most={4_294_967_295} />
        <Whole of="warmUp" least={0} most={60} />
      </div>
      {/* Keys, or the press that stops would fall on the button that runs, put in its place meanwhile. */}
      {running === undefined ? (
        <Button key="run" type="submit" size="md" leftSection={<Play size={18} aria-hidden />} disabled={asked.length === 0}>
          {words('simulate.run')}
        </Button>
      ) : (
        <Button key="stop" variant="default" size="md" leftSection={<Square size={16} aria-hidden />} onClick={desk.simulation.stop}>
          {words('simulate.stop')}
        </Button>
      )}
      <p className="quiet small">{words('simulate.same-patients')}</p>
    </form>
  )
}

type WholeProps = { readonly of: Exclude<keyof RunTerms, 'scenario'>; readonly least: number; readonly most: number }

function Whole({ of, least, most }: WholeProps) {
  const desk = useDesk()
  const value = useSimulation(({ terms }) => terms[of])
  const [draft, setDraft] = useState<number | string | undefined>(undefined)
  return (
    <NumberInput
      label={words(`simulate.${of}`)}
      value={draft ?? value}
      min={least}
      max={most}
      allowDecimal={false}
      allowNegative={false}
      clampBehavior="blur"
      hideControls
      selectAllOnFocus
      onChange={(typed) => {
        const isMeant = typeof typed === 'number' && typed >= least && typed <= most
        setDraft(isMeant ? undefined : typed)
        if (isMeant) desk.simulation.setTerms({ [of]: typed })
      }}
      // What is left empty is not what is run: the number that is shows again.
      onBlur={() => setDraft(undefined)}
    />
  )
}
