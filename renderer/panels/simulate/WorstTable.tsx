import { Button, Select } from '@mantine/core'
import { CloudLightning } from 'lucide-react'
import { useState } from 'react'
import { type BendCell, bendsLeast, bendsOf } from '#shared/comparison/bend'
import type { WardDocument } from '#shared/document/document'
import type { Design } from '#shared/document/elements/design'
import { type SimulatedName, simulatedNameOf } from '#shared/metrics/simulated-day'
import { percentText } from '#shared/report/figures'
import { intervalTexts } from '#shared/report/simulated-figures'
import { simulatedName } from '#shared/report/simulated-text'
import { scenarioMessage, worstDaysOf } from '#shared/simulation/run-terms'
import { useDesk, useSimulation } from '../../state/react'
import { say, table, words } from '../../state/words'
import { Difference } from './SimulatedTable'

export type WorstTableProps = { readonly document: WardDocument; readonly designs: readonly Design[]; readonly smallest: number }

/** Every design on the usual day and on each worse one: what it does to one figure, and which of them bends least. */
export function WorstTable({ document, designs, smallest }: WorstTableProps) {
  const desk = useDesk()
  const { worst, running } = useSimulation((simulation) => simulation)
  const [key, setKey] = useState('leadTime')
  const days = worstDaysOf(document.workshop)
  const run = () => void desk.simulation.runWorst(document)
  if (worst === undefined) {
    return (
      <div className="stage-empty is-offering">
        <h2>{words('simulate.worst')}</h2>
        <p>{words('simulate.worst.empty')}</p>
        <ul>
          {days.map((day) => (
            <li key={day.key}>{say(scenarioMessage(day.key, document.workshop))}</li>
          ))}
        </ul>
        <Button leftSection={<CloudLightning size={18} aria-hidden />} disabled={running !== undefined} onClick={run}>
          {words('simulate.worst.run')}
        </Button>
      </div>
    )
  }
  const names = (worst[0]?.runs.find((one) => one.names.length > 0)?.names ?? []).filter(
    ({ subject, better }) => subject === undefined && better !== 'neither',
  )
  const name: SimulatedName | undefined = names.find((one) => simulatedNameOf(one) === key) ?? names[0]
  if (name === undefined) return <p className="quiet">{words('simulate.apart.none')}</p>
  const bends = bendsOf(
    worst.map(({ runs }) => runs),
    name,
    smallest,
  )
  const least = bendsLeast(bends, smallest)
  const columns = designs.filter(({ id }) => bends.some(({ design }) => design === id))
  const isKnown = bends.some(({ rise }) => rise !== undefined)
  const said = !isKnown ? 'simulate.worst.unknown' : least.length === 0 ? 'simulate.worst.alike' : 'simulate.worst.least'
  return (
    <div className="worst">
      <div className="worst-head">
        <Select
          label={words('simulate.worst.by')}
          data={names.map((one) => ({ value: simulatedNameOf(one), label: simulatedName(one, table, document) }))}
          value={simulatedNameOf(name)}
          allowDeselect={false}
          onChange={(next) => next !== null && setKey(next)}
        />
        <Button variant="default" leftSection={<CloudLightning size={18} aria-hidden />} disabled={running !== undefined} onClick={run}>
          {words('simulate.worst.again')}
        </Button>
        <p className="worst-least" role="status">
          {words(said, {
            designs: columns.filter(({ id }) => least.includes(id)).map((design) => design.name),
            smallest,
          })}
        </p>
      </div>
      <table className="score-table simulated-table">
        <caption className="visually-hidden">{words('simulate.worst')}</caption>
        <thead>
          <tr>
            <th scope="col">{words('simulate.worst.day')}</th>
            {columns.map(({ id, name: design }) => (
              <th key={id} scope="col">
                {design}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {worst.map(({ terms: { scenario } }, index) => (
            <tr key={scenario ?? ''}>
              <th scope="row">
                <span className="score-plain">{say(scenarioMessage(scenario, document.workshop))}</span>
              </th>
              {columns.map(({ id }) => (
                <td key={id}>
                  <Cell cell={bends.find(({ design }) => design === id)?.cells[index]} name={name} />
                </td>
              ))}
            </tr>
          ))}
          <tr className="worst-rise">
            <th scope="row">
              <span className="score-plain">{words('simulate.worst.rise')}</span>
            </th>
            {columns.map(({ id }) => {
              const rise = bends.find(({ design }) => design === id)?.rise
              return (
                <td key={id} className={least.includes(id) ? 'is-best' : undefined}>
                  <span className="score-figure is-plain">
                    <span className="score-value">{rise === undefined ? words('report.none') : `${rise > 0 ? '+' : ''}${percentText(rise)}`}</span>
                    {least.includes(id) && <span className="score-best">{words('simulate.worst.best')}</span>}
                  </span>
                </td>
              )
            })}
          </tr>
        </tbody>
      </table>
    </div>
  )
}

function Cell({ cell, name }: { readonly cell: BendCell | undefined; readonly name: SimulatedName }) {
  if (cell?.stopped !== undefined) return <span className="score-unavailable">{say(cell.stopped)}</span>
  if (cell?.interval === undefined) return <span className="score-unavailable">{words('report.none')}</span>
  const { mean, range } = intervalTexts({ name, interval: cell.interval }, table)
  return (
    <span className="score-figure is-plain">
      <span className="score-value">{mean}</span>
      {range !== undefined && <span className="simulated-range">{range}</span>}
      {cell.difference !== undefined && <Difference difference={cell.difference} />}
    </span>
  )
}
