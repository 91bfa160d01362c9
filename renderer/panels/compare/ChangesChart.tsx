import { scaleLinear } from 'd3-scale'
import { useMemo } from 'react'
import type { Id } from '#shared/base/ids'
import type { DesignComparison } from '#shared/comparison/comparison'
import type { RecordTable } from '#shared/document/document'
import { percentText } from '#shared/report/figures'
import { changeLine, changeText, metricName } from '#shared/report/metric-text'
import { table, words } from '../../state/words'
import type { MeasureRef } from '../../workers/messages'
import { ChartFrame, DesignLegend } from './ChartFrame'
import { type ChangeBar, changeGroups } from './change-bars'
import { designFill, designLook } from './design-look'
import { Mark } from './Mark'
import { useChartSize } from './use-chart-size'

export type ChangesChartProps = {
  readonly designs: readonly DesignComparison[]
  readonly workshop: RecordTable
  readonly currency: string | undefined
  readonly smallest: number
  readonly onOpen: (design: Id, measure: MeasureRef) => void
}

/** Pixels at the usual size of type. */
const ROW = 26
const BAR = 18
const GAP = 14
const HEAD = 34
const NAMES = 250
/** What a label beside a bar needs. */
const LABEL = 190
/** No bar is longer than so much of today's value. */
const LONGEST = 1

/** Change against today: a group of bars a measure, those to the right for the better. */
export function ChangesChart({ designs, workshop, currency, smallest, onOpen }: ChangesChartProps) {
  const { ref, width, k } = useChartSize()
  const { groups, same } = useMemo(() => changeGroups(designs), [designs])
  const bars = groups.flatMap((group) => group.bars)
  const largest = Math.min(LONGEST, Math.max(0.2, ...bars.map(({ gain }) => Math.abs(gain ?? 0))))
  const x = scaleLinear([-largest, largest], [(NAMES + LABEL) * k, Math.max(width - LABEL * k, (NAMES + LABEL) * k + 100)])
  let y = HEAD * k
  const placed = groups.map((group) => {
    const top = y
    y += (group.bars.length * ROW + GAP) * k
    return { group, top }
  })
  const [left, right] = x.range() as [number, number]
  const sayBar = ({ compared, change }: ChangeBar) =>
    `${metricName(change, table, workshop)}, ${compared.design.name}: ${changeLine(change, table, currency)}`
  return (
    <ChartFrame
      title={words('compare.tab.changes')}
      hint={words('compare.changes-hint', { smallest })}
      controls={<DesignLegend designs={designs} isTodayShown={false} />}
      table={{
        columns: [words('compare.measure'), words('compare.of-design'), words('compare.tab.changes')],
        rows: bars.map((bar) => [metricName(bar.change, table, workshop), bar.compared.design.name, changeLine(bar.change, table, currency)]),
      }}
    >
      <div ref={ref} className="chart-box">
        {width > 0 && (
          <svg className="chart-svg" width={width} height={y} aria-label={words('compare.tab.changes')} style={{ fontSize: 14 * k }}>
            <rect className="band-same" x={x(-smallest)} width={x(smallest) - x(-smallest)} y={HEAD * k - 6} height={y - HEAD * k + 6} />
            {x.ticks(7).map((tick) => (
              <g key={tick} aria-hidden>
                <line className={tick === 0 ? 'axis-zero' : 'axis-line'} x1={x(tick)} x2={x(tick)} y1={HEAD * k - 6} y2={y} />
              </g>
            ))}
            <g aria-hidden>
              <text className="axis-end is-worse" x={left} y={18 * k} textAnchor="start">
                {words('compare.worse-side')}
              </text>
              <text className="axis-text" x={x(0)} y={18 * k} textAnchor="middle">
                {words('compare.today-line', { smallest })}
              </text>
              <text className="axis-end is-better" x={right} y={18 * k} textAnchor="end">
                {words('compare.better-side')}
              </text>
            </g>
            {placed.map(({ group, top }) => (
              <g key={group.first.metric}>
                <line className="group-line" x1={0} x2={width} y1={top - (GAP / 2) * k} y2={top - (GAP / 2) * k} />
                <GroupName text={metricName(group.first, table, workshop)} y={top + (group.bars.length * ROW * k) / 2} k={k} />
                {group.bars.map((bar, row) => (
                  <Bar
                    key={bar.compared.design.id}
                    bar={bar}
                    x={x}
                    y={top + row * ROW * k}
                    k={k}
                    width={width}
                    label={sayBar(bar)}
                    currency={currency}
                    onOpen={() => onOpen(bar.compared.design.id, { metric: bar.change.metric, subject: bar.change.subject })}
                  />
                ))}
              </g>
            ))}
          </svg>
        )}
      </div>
      {same.length > 0 && (
        <p className="chart-note">{words('compare.all-same', { measures: same.map((change) => metricName(change, table, workshop)) })}</p>
      )}
    </ChartFrame>
  )
}

/** A name in at most two lines. */
function GroupName({ text, y, k }: { readonly text: string; readonly y: number; readonly k: number }) {
  const lines = twoLines(text, 30)
  return (
    <g className="group-name" aria-hidden>
      {lines.map((line, index) => (
        <text key={line} x={0} y={y + (index - (lines.length - 1) / 2) * 18 * k} dominantBaseline="central">
          {line}
        </text>
      ))}
    </g>
  )
}

/** Broken before the word that would go over `most` letters. */
function twoLines(text: string, most: number): readonly string[] {
  if (text.length <= most) return [text]
  const cut = text.lastIndexOf(' ', most)
  return cut <= 0 ? [text] : [text.slice(0, cut), text.slice(cut + 1)]
}

type BarProps = {
  readonly bar: ChangeBar
  readonly x: (share: number) => number
  readonly y: number
  readonly k: number
  readonly width: number
  readonly label: string
  readonly currency: string | undefined
  readonly onOpen: () => void
}

function Bar({ bar, x, y, k, width, label, currency, onOpen }: BarProps) {
  const { change, gain, index } = bar
  const text = changeText(change, table, currency)
  const shown = Math.max(-LONGEST, Math.min(LONGEST, gain ?? 0))
  const isWorse = gain === undefined ? text?.verdict === 'worse' : gain < 0
  const [from, to] = [Math.min(x(0), x(shown)), Math.max(x(0), x(shown))]
  const isInPoints = change.relative === undefined || change.relative === 0 || change.unit === 'share'
  const amount = text === undefined ? '' : isInPoints ? text.amount : signed(change.relative ?? 0)
  const arrow = text?.direction === 'up' ? '↑ ' : text?.direction === 'down' ? '↓ ' : ''
  const said = text === undefined ? words('change.unknown') : amount === '' ? text.word : `${arrow}${amount} ${text.word}`
  const middle = y + (ROW * k) / 2
  return (
    <Mark label={label} onOpen={onOpen}>
      <rect className="mark-hit" x={NAMES * k} y={y} width={Math.max(width - NAMES * k, 0)} height={ROW * k} rx={4} />
      {shown !== 0 && (
        <rect
          x={from}
          y={middle - (BAR * k) / 2}
          width={Math.max(to - from, 1)}
          height={BAR * k}
          fill={designFill(index)}
          stroke={designLook(index).colour}
          strokeWidth={1.5}
        />
      )}
      {shown !== gain && gain !== undefined && <Break x={x(shown * 0.94)} y={middle} height={BAR * k} />}
      <text
        className={`bar-text is-${text?.verdict ?? 'same'}`}
        x={isWorse ? from - 8 : to + 8}
        y={middle}
        textAnchor={isWorse ? 'end' : 'start'}
        dominantBaseline="central"
      >
        {said}
      </text>
    </Mark>
  )
}

/** Two strokes through a bar that would be longer than the chart. */
function Break({ x, y, height }: { readonly x: number; readonly y: number; readonly height: number }) {
  const stroke = (at: number) => `M${at - 4} ${y + height / 2 + 3}L${at + 4} ${y - height / 2 - 3}`
  return <path className="bar-break" d={`${stroke(x - 4)}${stroke(x + 4)}`} />
}

function signed(relative: number): string {
  return `${relative > 0 ? '+' : '−'}${percentText(Math.abs(relative))}`
}
