import { SegmentedControl } from '@mantine/core'
import { useViewportSize } from '@mantine/hooks'
import { scaleLinear, scaleLog } from 'd3-scale'
import { useMemo, useState } from 'react'
import { type RecordTable, recordsOf } from '#shared/document/document'
import { farAndOften } from '#shared/metrics/from-to'
import type { Leg } from '#shared/metrics/traffic'
import { metresText, shortText } from '#shared/report/figures'
import { words } from '../../state/words'
import { ChartFrame } from './ChartFrame'
import { Mark } from './Mark'
import type { TrafficProps } from './MetresChart'
import { MissingWays } from './MissingWays'
import { PointShape } from './PointShape'
import { placedNames } from './placed-names'
import { TrafficControls } from './TrafficControls'
import { isChosen, stopName, type TrafficChoice, trafficChoices } from './traffic-choice'
import { useChartSize } from './use-chart-size'
import { useRoving } from './use-roving'

/** Pixels at the usual size of type. */
const PAD = { left: 76, right: 30, top: 26, bottom: 48 }
const LEAST_HEIGHT = 400
/** What stands above the chart and below it. */
const AROUND = 340
/** So many of the largest pairs have their names beside them. */
const NAMED = 6
/** The corner holds the pairs that make up this share of all metres. */
const CORNER = 0.25

/** Distance against volume: every pair of rooms by how far and how often, those that are both marked. */
export function DistanceChart({ designs, traffic, workshop, onOpen }: TrafficProps) {
  const [chosen, setChosen] = useState(designs.at(-1)?.design.id ?? '')
  const [choice, setChoice] = useState<TrafficChoice>('people')
  const [isLog, setLog] = useState(true)
  const { ref, width, k } = useChartSize()
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
  const legs = useMemo(
    () => (of?.legs ?? []).filter((leg) => isChosen(leg, choice) && leg.metres > 0 && leg.perDay > 0).sort((a, b) => b.metres - a.metres),
    [of, choice],
  )
  const corner = farAndOften(legs, CORNER)
  const names = new Map((of?.stops ?? []).map((stop) => [stop.id, stopName(stop)]))
  const { height: window } = useViewportSize()
  const height = Math.max(LEAST_HEIGHT, window - AROUND)
  // The same scales for every design, so that switching between them shows what moved.
  const everywhere = [...traffic.values()].flatMap((each) => each.traffic.legs.filter((leg) => isChosen(leg, choice) && leg.metres > 0))
  const farthest = Math.max(1, ...everywhere.map(({ metres, perDay }) => metres / perDay))
  const oftenest = Math.max(1, ...everywhere.map(({ perDay }) => perDay))
  const nearest = Math.min(farthest / 2, ...everywhere.map(({ metres, perDay }) => metres / perDay))
  const rarest = Math.min(oftenest / 2, ...everywhere.map(({ perDay }) => perDay))
  const make = (isLogarithmic: boolean, least: number, most: number, range: readonly [number, number]) =>
    isLogarithmic ? scaleLog([least * 0.8, most * 1.3], range) : scaleLinear([0, most], range).nice(6)
  const x = make(isLog, nearest, farthest, [PAD.left * k, Math.max(width - PAD.right * k, PAD.left * k + 100)])
  const y = make(isLog, rarest, oftenest, [height - PAD.bottom * k, PAD.top * k])
  const pointOf = (leg: Leg) => ({ x: x(leg.metres / leg.perDay), y: y(leg.perDay) })
  const keyOf = (leg: Leg) => `${leg.from} ${leg.to} ${leg.flow} ${leg.role ?? ''}`
  const keys = legs.map(keyOf)
  const rove = useRoving(keys, (from, arrow) => keys[keys.indexOf(from) + (arrow === 'ArrowRight' || arrow === 'ArrowDown' ? 1 : -1)])
  const sayLeg = (leg: Leg) =>
    words('compare.point', {
      who: whoOf(leg, workshop),
      from: names.get(leg.from) ?? '',
      to: names.get(leg.to) ?? '',
      metres: leg.metres / leg.perDay,
      trips: leg.perDay,
    })
  return (
    <ChartFrame
      title={words('compare.distances-title')}
      hint={words('compare.distances-hint')}
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
            aria-label={words('compare.scale')}
            value={isLog ? 'log' : 'linear'}
            onChange={(value) => setLog(value === 'log')}
            data={[
              { value: 'linear', label: words('compare.linear') },
              { value: 'log', label: words('compare.log') },
            ]}
          />
        </>
      }
      table={{
        columns: [words('report.role'), words('compare.from'), words('compare.to'), words('compare.metres-a-trip'), words('compare.trips-a-day')],
        rows: legs.map((leg) => [
          whoOf(leg, workshop),
          names.get(leg.from) ?? '',
          names.get(leg.to) ?? '',
          metresText(leg.metres / leg.perDay),
          shortText(leg.perDay, 1),
        ]),
      }}
    >
      <MissingWays compared={design} />
      {legs.length === 0 && <p className="chart-note">{words('compare.rooms-empty')}</p>}
      <div ref={ref} className="chart-box">
        {width > 0 && legs.length > 0 && design !== undefined && (
          <svg
            className="chart-svg is-scatter"
            width={width}
            height={height}
            aria-label={words('compare.distances-title')}
            style={{ fontSize: 14 * k }}
          >
            <defs>
              <clipPath id="far-and-often">
                <rect x={x.range()[0]} y={PAD.top * k} width={x.range()[1]! - x.range()[0]!} height={height - (PAD.top + PAD.bottom) * k} />
              </clipPath>
            </defs>
            <path className="far-often" d={cornerPath(corner.least, x, y)} clipPath="url(#far-and-often)" />
            <g aria-hidden>
              {ticksOf(x, isLog).map((tick) => (
                <g key={tick}>
                  <line className="axis-line" x1={x(tick)} x2={x(tick)} y1={PAD.top * k} y2={height - PAD.bottom * k} />
                  <text className="axis-text" x={x(tick)} y={height - PAD.bottom * k + 18 * k} textAnchor="middle">
                    {metresText(tick)}
                  </text>
                </g>
              ))}
              {ticksOf(y, isLog).map((tick) => (
                <g key={tick}>
                  <line className="axis-line" x1={PAD.left * k} x2={x.range()[1]} y1={y(tick)} y2={y(tick)} />
                  <text className="axis-text" x={PAD.left * k - 8} y={y(tick)} textAnchor="end" dominantBaseline="central">
                    {shortText(tick, 1)}
                  </text>
                </g>
              ))}
              <text className="axis-name" x={x.range()[1]} y={height - 8 * k} textAnchor="end">
                {words('compare.metres-a-trip')}
              </text>
              <text className="axis-name" x={4} y={14 * k}>
                {words('compare.trips-a-day')}
              </text>
              <text className="axis-end far-often-text" x={x.range()[1]} y={14 * k} textAnchor="end">
                {words('compare.far-often')}: {words('compare.half', { count: corner.count, share: CORNER })}
              </text>
            </g>
            {[...legs].reverse().map((leg) => {
              const key = keyOf(leg)
              const { tabIndex, ref: markRef, onKeyDown } = rove(key)
              const said = { from: names.get(leg.from) ?? '', to: names.get(leg.to) ?? '', trips: leg.perDay, metres: leg.metres }
              return (
                <Mark
                  key={key}
                  label={sayLeg(leg)}
                  tabIndex={tabIndex}
                  markRef={markRef}
                  onArrow={onKeyDown}
                  className={leg.metres >= corner.least ? 'is-far-often' : ''}
                  onOpen={() =>
                    onOpen({
                      design: design.design.id,
                      of: { trips: leg.trips },
                      title: `${whoOf(leg, workshop)}: ${words('compare.cell-title', said)}`,
                      summary: words('compare.cell-summary', said),
                    })
                  }
                >
                  <title>{sayLeg(leg)}</title>
                  <PointShape leg={leg} {...pointOf(leg)} k={k} />
                </Mark>
              )
            })}
            <g aria-hidden className="point-names">
              {placedNames(
                legs.slice(0, NAMED).map((leg) => ({ text: `${names.get(leg.from) ?? ''} – ${names.get(leg.to) ?? ''}`, ...pointOf(leg) })),
                legs.map(pointOf),
                { k, left: x.range()[0] ?? 0, right: x.range()[1] ?? 0, top: PAD.top * k },
              ).map((name) => (
                <text key={`${name.text} ${name.y}`} x={name.x} y={name.y} textAnchor={name.anchor} dominantBaseline="central">
                  {name.text}
                </text>
              ))}
            </g>
          </svg>
        )}
      </div>
    </ChartFrame>
  )
}

type Scale = { (value: number): number; domain(): number[]; ticks(count?: number): number[] }

/** A logarithmic scale has 1, 2 and 5 of each power of ten. */
function ticksOf(scale: Scale, isLog: boolean): readonly number[] {
  if (!isLog) return scale.ticks(6)
  return scale.ticks().filter((tick) => [1, 2, 5].includes(Math.round(tick / 10 ** Math.floor(Math.log10(tick) + 1e-9))))
}

/** Everything where distance times volume is at least `least` metres a day. */
function cornerPath(least: number, x: Scale, y: Scale): string {
  const [, far = 1] = x.domain()
  const [, often = 1] = y.domain()
  const from = Math.max(least / often, 1e-6)
  const points = Array.from({ length: 60 }, (_, index) => from * (far / from) ** (index / 59))
  const line = points.map((metres) => `${x(metres).toFixed(1)} ${y(least / metres).toFixed(1)}`)
  return `M${line.join('L')}L${x(far).toFixed(1)} ${y(often).toFixed(1)}Z`
}

function whoOf({ role, flow }: Leg, workshop: RecordTable): string {
  return role === undefined ? words(`flow.${flow}`) : (recordsOf(workshop, 'role').find(({ key }) => key === role)?.name ?? role)
}
