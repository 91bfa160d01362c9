import { scaleLinear } from 'd3-scale'
import type { DesignComparison } from '#shared/comparison/comparison'
import { type RecordTable, recordsOf } from '#shared/document/document'
import type { DailyMetres } from '#shared/metrics/traffic'
import { metresText } from '#shared/report/figures'
import { say, words } from '../../state/words'
import type { DesignTraffic } from '../../workers/messages'
import { ChartFrame, DesignLegend } from './ChartFrame'
import { designFill, designLook } from './design-look'
import { Mark } from './Mark'
import type { OpenFigure } from './open-figure'
import { useChartSize } from './use-chart-size'

export type TrafficProps = {
  readonly designs: readonly DesignComparison[]
  readonly traffic: ReadonlyMap<string, DesignTraffic>
  readonly workshop: RecordTable
  readonly onOpen: (open: OpenFigure) => void
}

/** Pixels at the usual size of type. */
const ROW = 28
const BAR = 20
const GAP = 16
const NAMES = 220
const LABEL = 90

/** What patients, and staff by role, walk in a day, a bar a design. */
export function MetresChart({ designs, traffic, workshop, onOpen }: TrafficProps) {
  const { ref, width, k } = useChartSize()
  const roles = recordsOf(workshop, 'role')
  const groups = [undefined, ...roles.map(({ key }) => key)].flatMap((role) => {
    const bars = designs.flatMap((compared, index) => {
      const daily = traffic.get(compared.design.id)?.daily.find((one) => one.role === role)
      return daily === undefined ? [] : [{ compared, index, daily }]
    })
    const name = role === undefined ? words('flow.patient') : (roles.find(({ key }) => key === role)?.name ?? role)
    return bars.some(({ daily }) => metresOf(daily) !== 0) ? [{ name, role, bars }] : []
  })
  const bars = groups.flatMap((group) => group.bars.map((bar) => ({ ...bar, name: group.name })))
  const largest = Math.max(1, ...bars.map(({ daily }) => metresOf(daily) ?? 0))
  const start = NAMES * k
  const x = scaleLinear([0, largest], [start, Math.max(width - LABEL * k, start + 100)]).nice(5)
  let y = 34 * k
  const placed = groups.map((group) => {
    const top = y
    y += (group.bars.length * ROW + GAP) * k
    return { group, top }
  })
  const textOf = ({ result }: DailyMetres) => (result.status === 'available' ? metresText(result.value) : say(result.reason))
  return (
    <ChartFrame
      title={words('compare.metres-title')}
      hint={words('compare.metres-hint')}
      controls={<DesignLegend designs={designs} isTodayShown />}
      table={{
        columns: [words('report.role'), words('compare.of-design'), words('compare.metres-title')],
        rows: bars.map(({ name, compared, daily }) => [name, compared.design.name, textOf(daily)]),
      }}
    >
      <div ref={ref} className="chart-box">
        {width > 0 && (
          <svg className="chart-svg" width={width} height={y} aria-label={words('compare.metres-title')} style={{ fontSize: 14 * k }}>
            {x.ticks(6).map((tick) => (
              <g key={tick} aria-hidden>
                <line className={tick === 0 ? 'axis-zero' : 'axis-line'} x1={x(tick)} x2={x(tick)} y1={28 * k} y2={y} />
                <text className="axis-text" x={x(tick)} y={16 * k} textAnchor="middle">
                  {metresText(tick)}
                </text>
              </g>
            ))}
            {placed.map(({ group, top }) => (
              <g key={group.name}>
                <text className="group-name" x={0} y={top + (group.bars.length * ROW * k) / 2} dominantBaseline="central" aria-hidden>
                  {group.name}
                </text>
                {group.bars.map(({ compared, index, daily }, row) => {
                  const metres = metresOf(daily)
                  const text = textOf(daily)
                  const at = top + row * ROW * k
                  const title = words('compare.metres-of', { who: group.name })
                  const open = () =>
                    onOpen({ design: compared.design.id, of: { trips: daily.trips }, title, summary: words('compare.a-day', { figure: text }) })
                  const hit = <rect className="mark-hit" x={start} y={at} width={Math.max(width - start, 0)} height={ROW * k} rx={4} />
                  if (metres === undefined) {
                    return (
                      <text key={compared.design.id} className="bar-text is-same" x={start + 8} y={at + (ROW * k) / 2} dominantBaseline="central">
                        {text}
                      </text>
                    )
                  }
                  return (
                    <Mark key={compared.design.id} label={`${group.name}, ${compared.design.name}: ${text}`} onOpen={open}>
                      {hit}
                      <rect
                        x={start}
                        y={at + ((ROW - BAR) * k) / 2}
                        width={Math.max(x(metres) - start, 1)}
                        height={BAR * k}
                        fill={designFill(index)}
                        stroke={designLook(index).colour}
                        strokeWidth={1.5}
                      />
                      <text className="bar-text" x={x(metres) + 8} y={at + (ROW * k) / 2} dominantBaseline="central">
                        {text}
                      </text>
                    </Mark>
                  )
                })}
              </g>
            ))}
          </svg>
        )}
      </div>
    </ChartFrame>
  )
}

function metresOf({ result }: DailyMetres): number | undefined {
  return result.status === 'available' ? result.value : undefined
}
