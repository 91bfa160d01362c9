import { SegmentedControl } from '@mantine/core'
import { scaleLinear } from 'd3-scale'
import { useMemo, useState } from 'react'
import type { FromToCell } from '#shared/metrics/from-to'
import { fromToMatrix } from '#shared/metrics/from-to'
import { metresText, shortText } from '#shared/report/figures'
import { words } from '../../state/words'
import { ChartFrame } from './ChartFrame'
import type { TrafficProps } from './MetresChart'
import { MissingWays } from './MissingWays'
import { TrafficControls } from './TrafficControls'
import { isChosen, stopName, type TrafficChoice, trafficChoices } from './traffic-choice'
import { useRoving } from './use-roving'

/** White to the accent; letters turn white where it is dark. */
const HEAT = ['#ffffff', '#dbe8f4', '#8cb6de', '#1a66a8', '#0b3f6e']
const LIGHT_LETTERS_FROM = 0.55

/** The from-to chart of one design: which room sends how many trips, or metres, to which. */
export function RoomsChart({ designs, traffic, workshop, onOpen }: TrafficProps) {
  const [chosen, setChosen] = useState(designs.at(-1)?.design.id ?? '')
  const [choice, setChoice] = useState<TrafficChoice>('people')
  const [unit, setUnit] = useState<'trips' | 'metres'>('trips')
  const [order, setOrder] = useState<'traffic' | 'name'>('traffic')
  const design = designs.find((each) => each.design.id === chosen) ?? designs[0]
  const of = design === undefined ? undefined : traffic.get(design.design.id)?.traffic
  const choices = useMemo(
    () =>
      trafficChoices(
        [...traffic.values()].map((each) => each.traffic),
        workshop,
      ),
    [traffic, workshop],
  )
  const matrix = useMemo(() => of && fromToMatrix(of, (leg) => isChosen(leg, choice), order), [of, choice, order])
  const amountOf = (cell: FromToCell) => (unit === 'trips' ? cell.perDay : cell.metres)
  const cells = (matrix?.rows ?? []).flat().flatMap((cell) => cell ?? [])
  const largest = Math.max(0, ...cells.map(amountOf))
  const heat = scaleLinear<string>()
    .domain(HEAT.map((_, index) => Math.sqrt(largest) * (index / (HEAT.length - 1))))
    .range(HEAT)
  const names = (matrix?.stops ?? []).map(stopName)
  const size = names.length
  const rove = useRoving(cellKeys(matrix?.rows ?? []), (from, arrow) => nextCell(matrix?.rows ?? [], from, arrow))
  return (
    <ChartFrame
      title={words('compare.rooms-title')}
      hint={words('compare.rooms-hint')}
      controls={
        <>
          <TrafficControls
            designs={designs}
            design={design?.design.id ?? ''}
            choices={choices}
            choice={choice}
            onDesign={setChosen}
            onChoice={setChoice}
          />
          <SegmentedControl
            className="chart-segments"
            aria-label={words('compare.unit')}
            value={unit}
            onChange={(value) => setUnit(value === 'metres' ? 'metres' : 'trips')}
            data={[
              { value: 'trips', label: words('compare.trips') },
              { value: 'metres', label: words('compare.metres') },
            ]}
          />
          <SegmentedControl
            className="chart-segments"
            aria-label={words('compare.order')}
            value={order}
            onChange={(value) => setOrder(value === 'name' ? 'name' : 'traffic')}
            data={[
              { value: 'traffic', label: words('compare.by-traffic') },
              { value: 'name', label: words('compare.by-name') },
            ]}
          />
        </>
      }
    >
      <MissingWays compared={design} />
      {size === 0 && <p className="chart-note">{words('compare.rooms-empty')}</p>}
      {size > 0 && design !== undefined && (
        <div className="matrix-scroll">
          <table className="matrix" aria-label={words('compare.rooms-title')}>
            <thead>
              <tr>
                <th scope="col" className="matrix-corner">
                  <span>{words('compare.from')}</span>
                  <span>{words('compare.to')}</span>
                </th>
                {names.map((name, column) => (
                  <th key={matrix?.stops[column]?.id} scope="col">
                    <span>{name}</span>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {matrix?.rows.map((row, at) => (
                <tr key={matrix.stops[at]?.id}>
                  <th scope="row">{names[at]}</th>
                  {row.map((cell, column) => {
                    const to = matrix.stops[column]?.id
                    if (cell === undefined) return <td key={to} />
                    const key = `${at} ${column}` as const
                    const { onKeyDown, ref, tabIndex } = rove(key)
                    const said = { from: names[at] ?? '', to: names[column] ?? '', trips: cell.perDay, metres: cell.metres }
                    const share = Math.sqrt(amountOf(cell) / Math.max(largest, 1e-9))
                    return (
                      <td key={to}>
                        <button
                          ref={ref}
                          type="button"
                          tabIndex={tabIndex}
                          onKeyDown={onKeyDown}
                          aria-label={words('compare.cell', said)}
                          title={words('compare.cell', said)}
                          style={{ background: heat(Math.sqrt(amountOf(cell))), color: share > LIGHT_LETTERS_FROM ? '#fff' : 'var(--ink)' }}
                          onClick={() =>
                            onOpen({
                              design: design.design.id,
                              of: { trips: cell.trips },
                              title: words('compare.cell-title', said),
                              summary: words('compare.cell-summary', said),
                            })
                          }
                        >
                          {unit === 'trips' ? shortText(cell.perDay, cell.perDay < 9.95 ? 1 : 0) : metresText(cell.metres)}
                        </button>
                      </td>
                    )
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </ChartFrame>
  )
}

type Rows = readonly (readonly (FromToCell | undefined)[])[]
type CellKey = `${number} ${number}`

function cellKeys(rows: Rows): readonly CellKey[] {
  return rows.flatMap((row, at) => row.flatMap((cell, column) => (cell === undefined ? [] : [`${at} ${column}` as const])))
}

/** The nearest filled cell in the arrow's direction, in the same row or column. */
function nextCell(rows: Rows, from: CellKey, arrow: string): CellKey | undefined {
  let [row = 0, column = 0] = from.split(' ').map(Number)
  const [down, right] = [Number(arrow === 'ArrowDown') - Number(arrow === 'ArrowUp'), Number(arrow === 'ArrowRight') - Number(arrow === 'ArrowLeft')]
  for (row += down, column += right; rows[row] !== undefined && column >= 0 && column < rows.length; row += down, column += right)
    if (rows[row]?.[column] !== undefined) return `${row} ${column}`
  return undefined
}
