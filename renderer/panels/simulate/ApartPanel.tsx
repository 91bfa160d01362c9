import { Button, Select } from '@mantine/core'
import { useState } from 'react'
import type { Id } from '#shared/base/ids'
import { toldApart } from '#shared/comparison/simulated-pair'
import type { WardDocument } from '#shared/document/document'
import type { Design } from '#shared/document/elements/design'
import type { SimulatedRuns } from '#shared/metrics/simulate'
import { type SimulatedName, simulatedNameOf } from '#shared/metrics/simulated-day'
import { differenceText, neededMessage } from '#shared/report/simulated-figures'
import { simulatedName } from '#shared/report/simulated-text'
import { useDesk, useSimulation } from '../../state/react'
import { MOST_RUNS } from '../../state/simulation'
import { say, table, words } from '../../state/words'

export type ApartPanelProps = {
  readonly document: WardDocument
  readonly designs: readonly Design[]
  readonly runs: readonly SimulatedRuns[]
  readonly smallest: number
}

/** Any two designs by any figure: what lies between them, how many runs would tell, and going on until they do. */
export function ApartPanel({ document, designs, runs, smallest }: ApartPanelProps) {
  const desk = useDesk()
  const isRunning = useSimulation(({ running }) => running !== undefined)
  const ran = designs.filter(({ id }) => runs.some((one) => one.design === id && one.rows.length > 0))
  const names = (runs.find((one) => one.names.length > 0)?.names ?? []).filter(({ better }) => better !== 'neither')
  const [chosen, setChosen] = useState<{ readonly key?: string; readonly first?: Id; readonly second?: Id }>({})
  const nameOf = (key: string | undefined) => names.find((name) => simulatedNameOf(name) === key)
  const name: SimulatedName | undefined = nameOf(chosen.key) ?? names.find(({ metric }) => metric === 'leadTime')
  const first = ran.find(({ id }) => id === chosen.first) ?? ran[0]
  const second = ran.find(({ id }) => id === chosen.second && id !== first?.id) ?? ran.find(({ id }) => id !== first?.id)
  if (name === undefined || first === undefined || second === undefined) return <p className="quiet">{words('simulate.apart.two')}</p>
  const told = toldApart(runs, name, [first.id, second.id], smallest)
  const difference = told?.difference
  const needed = difference && neededMessage(difference)
  const better = designs.find(({ id }) => id === told?.better)
  const data = ran.map(({ id, name: label }) => ({ value: id, label }))
  return (
    <section className="apart" aria-label={words('simulate.apart')}>
      <div className="apart-choice">
        <Select
          label={words('simulate.apart.by')}
          data={names.map((one) => ({ value: simulatedNameOf(one), label: simulatedName(one, table, document) }))}
          value={simulatedNameOf(name)}
          searchable
          allowDeselect={false}
          maxDropdownHeight={360}
          onChange={(key) => key !== null && setChosen({ ...chosen, key })}
        />
        {/* In the order of the sentence below: what is held against something comes first. */}
        <Select
          label={words('simulate.apart.second')}
          data={data.filter(({ value }) => value !== first.id)}
          value={second.id}
          allowDeselect={false}
          onChange={(id) => id !== null && setChosen({ ...chosen, second: id as Id })}
        />
        <Select
          label={words('simulate.apart.first')}
          data={data}
          value={first.id}
          allowDeselect={false}
          onChange={(id) => id !== null && setChosen({ ...chosen, first: id as Id })}
        />
      </div>
      {difference === undefined || told === undefined ? (
        <p>{words('simulate.apart.none')}</p>
      ) : (
        <>
          <p className="apart-sentence">
            {words('simulate.apart.sentence', { first: first.name, second: second.name, difference: differenceText(difference, table) })}
          </p>
          <p>
            {told.isTold
              ? better === undefined
                ? words('simulate.apart.same', { runs: told.runs, smallest })
                : words('simulate.apart.told', { better: better.name, runs: told.runs, smallest })
              : words('simulate.apart.open', { runs: told.runs })}
            {!told.isTold && needed !== undefined && ` ${say(needed)}`}
          </p>
          {difference.pairing !== undefined && difference.pairing >= 1.05 && (
            <p className="quiet">{words('simulate.apart.pairing', { factor: difference.pairing })}</p>
          )}
          {ran.length > 2 && <p className="quiet">{words('simulate.apart.alone')}</p>}
        </>
      )}
      {told?.isTold !== true && (
        <Button disabled={isRunning} onClick={() => void desk.simulation.runUntilApart(document, { name, designs: [first.id, second.id] })}>
          {words('simulate.apart.run')}
        </Button>
      )}
      <p className="quiet small">{words('simulate.apart.hint', { most: MOST_RUNS, smallest })}</p>
    </section>
  )
}
