import { memo, useDeferredValue } from 'react'
import type { BuildingStorey } from '#shared/building/building'
import { FLOWS, type Flow, type HygieneZone, HygieneZone as Zones } from '#shared/document/vocabulary'
import type { DrawnPart } from '#shared/drawing/options'
import { FlowSwatch } from '../controls/FlowSwatch'
import { type Flowing, shownBy } from '../state/flowing'
import { words } from '../state/words'

const MARKS = ['otherWay', 'shared', 'crossing', 'exposed', 'sightLine'] as const

/** What the colours mean: of the floors, or of the lines where something moves. */
export function Legend({
  storey,
  parts,
  flowing,
}: {
  readonly storey: BuildingStorey
  readonly parts: readonly DrawnPart[]
  readonly flowing?: Flowing | undefined
}) {
  const rooms = useDeferredValue(storey.rooms)
  if (flowing?.story !== undefined) return null
  if (parts.some(({ marks }) => marks.length > 0)) return <ul className="plan-legend">{<Lines parts={parts} />}</ul>
  const shown = flowing === undefined ? undefined : flowsShown(flowing)
  const flows = FLOWS.filter((flow) => shown?.has(flow))
  const layers = flowing?.layers
  if (layers !== undefined && (flows.length > 0 || layers.conflicts || layers.doors)) {
    return (
      <ul className="plan-legend is-flows">
        {flows.map((flow) => (
          <li key={flow}>
            <FlowSwatch flow={flow} />
            {words(`flow.${flow}`)}
          </li>
        ))}
        {layers.conflicts && (
          <li>
            <span className="legend-mark legend-shared" />
            {words('legend.conflict')}
          </li>
        )}
        {layers.doors && (
          <li>
            <span className="legend-mark legend-door" />
            {words('legend.doors')}
          </li>
        )}
        {flows.length > 0 && <li className="legend-note">{words('legend.thickness')}</li>}
      </ul>
    )
  }
  return <ul className="plan-legend">{layers?.floors !== 'type' && <Floors rooms={rooms} />}</ul>
}

function flowsShown({ flows, layers }: Flowing): ReadonlySet<Flow> {
  const isShown = shownBy(layers)
  return new Set(flows?.net.lines.filter(isShown).map(({ flow }) => flow))
}

const Floors = memo(function Floors({ rooms }: Pick<BuildingStorey, 'rooms'>) {
  const zones = new Set<HygieneZone | undefined>(rooms.map(({ type }) => type?.zone))
  return Zones.options
    .filter((zone) => zones.has(zone))
    .map((zone) => (
      <li key={zone}>
        <span className="legend-floor" style={{ background: `var(--zone-${zone})` }} />
        {words(`zone.${zone}`)}
      </li>
    ))
})

function Lines({ parts }: { readonly parts: readonly DrawnPart[] }) {
  const drawn = new Set(parts.flatMap(({ trip, marks }) => (trip !== undefined && marks.some(({ role }) => role === 'route') ? [trip.flow] : [])))
  const marked = new Set(parts.flatMap(({ marks }) => marks.map(({ role }) => role)))
  return (
    <>
      {FLOWS.filter((flow) => drawn.has(flow)).map((flow) => (
        <li key={flow}>
          <FlowSwatch flow={flow} />
          {words(`flow.${flow}`)}
        </li>
      ))}
      {MARKS.filter((mark) => marked.has(mark)).map((mark) => (
        <li key={mark}>
          <span className={`legend-mark legend-${mark}`} />
          {words(`legend.${mark}`)}
        </li>
      ))}
    </>
  )
}
