import { Button, Select } from '@mantine/core'
import { CloudLightning } from 'lucide-react'
import { useMemo, useState } from 'react'
import type { BendCell } from '#shared/comparison/bend'
import type { WardDocument } from '#shared/document/document'
import type { Design } from '#shared/document/elements/design'
import { type SimulatedName, simulatedNameOf } from '#shared/metrics/simulated-day'
import { intervalTexts } from '#shared/report/simulated-figures'
import { simulatedName } from '#shared/report/simulated-text'
import { riseTexts } from '#shared/report/worst-figures'
import { worstInput, worstVerdict } from '#shared/report/worst-input'
import { scenarioMessage, worstDaysOf } from '#shared/simulation/run-terms'
import { useDesk, useSimulation } from '../../state/react'
import type { FoundRuns } from '../../state/simulation'
import { say, table, words } from '../../state/words'
import { worstRuns } from '../../state/worst-runs'
import { Difference } from './SimulatedTable'

export type WorstTableProps = { readonly document: WardDocument; readonly designs: readonly Design[]; readonly smallest: number }

/** Every design on the usual day and on each worse one: what it does to one figure, and which of them bends least. */
export function WorstTable({ document, designs, smallest }: WorstTableProps) {
  const desk = useDesk()
  const { worst, running } = useSimulation((simulation) => simulation)
  if (worst === undefined) {
    return (
      <div className="stage-empty is-offering">
        <h2>{words('simulate.worst')}</h2>
        <p>{words('simulate.worst.empty')}</p>
        <ul>
          {worstDaysOf(document.workshop).map((day) => (
            <li key={day.key}>{say(scenarioMessage(day.key, document.workshop))}</li>
          ))}
        </ul>
        <Button
          leftSection={<CloudLightning size={18} aria-hidden />}
          disabled={running !== undefined}
          onClick={() => void desk.simulation.runWorst(document)}
        >
          {words('simulate.worst.run')}
        </Button>
      </div>
    )
  }
  return <Days document={document} designs={designs} worst={worst} smallest={smallest} />
}

/** The days as they were run last. */
function Days({ document, designs, worst, smallest }: WorstTableProps & { readonly worst: readonly FoundRuns[] }) {
  const desk = useDesk()
  const isRunning = useSimulation(({ running }) => running !== undefined)
  const [key, setKey] = useState('leadTime')
  const input = useMemo(() => worstInput(document, worstRuns(worst, document)), [document, worst])
  const figures = input?.figures ?? []
  const figure = figures.find(({ name }) => simulatedNameOf(name) === key) ?? figures[0]
  if (input === undefined || figure === undefined) return <p className="quiet">{words('simulate.apart.none')}</p>
  const { name, bends, least } = figure
  const columns = designs.filter(({ id }) => bends.some(({ design }) => design === id))
  return (
    <div className="worst">
      <div className="worst-head">
        <Select
          label={words('simulate.worst.by')}
          data={figures.map(({ name: one }) => ({ value: simulatedNameOf(one), label: simulatedName(one, table, document) }))}
          value={simulatedNameOf(name)}
          allowDeselect={false}
          onChange={(next) => next !== null && setKey(next)}
        />
        <Button
          variant="default"
          leftSection={<CloudLightning size={18} aria-hidden />}
          disabled={isRunning}
          onClick={() => void desk.simulation.runWorst(document)}
        >
          {words('simulate.worst.again')}
        </Button>
        <p className="worst-least" role="status">
          {say(worstVerdict(figure, (design) => columns.find(({ id }) => id === design)?.name ?? '', smallest))}
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
          {input.days.map(({ key: day, scenario }, index) => (
            <tr key={day ?? ''}>
              <th scope="row">
                <span className="score-plain">{say(scenario)}</span>
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
              const bend = bends.find(({ design }) => design === id)
              const texts = bend && riseTexts(figure, bend, table)
              return (
                <td key={id} className={least.includes(id) ? 'is-best' : undefined}>
                  <span className="score-figure is-plain">
                    <span className="score-value">{texts?.amount ?? words('report.none')}</span>
                    {texts?.share !== undefined && <span className="simulated-range">{texts.share}</span>}
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
