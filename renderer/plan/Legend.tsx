import type { BuildingStorey } from '#shared/building/building'
import { FLOWS, type HygieneZone, HygieneZone as Zones } from '#shared/document/vocabulary'
import type { DrawnPart } from '#shared/drawing/options'
import { FlowSwatch } from '../controls/FlowSwatch'
import { words } from '../state/words'

const MARKS = ['shared', 'crossing', 'exposed', 'sightLine'] as const

/** What the colours mean: of the floors, or of the lines where trips are shown. */
export function Legend({ storey, parts }: { readonly storey: BuildingStorey; readonly parts: readonly DrawnPart[] }) {
  return <ul className="plan-legend">{parts.some(({ marks }) => marks.length > 0) ? <Lines parts={parts} /> : <Floors storey={storey} />}</ul>
}

function Floors({ storey }: { readonly storey: BuildingStorey }) {
  const zones = new Set<HygieneZone | undefined>(storey.rooms.map(({ type }) => type?.zone))
  return Zones.options
    .filter((zone) => zones.has(zone))
    .map((zone) => (
      <li key={zone}>
        <span className="legend-floor" style={{ background: `var(--zone-${zone})` }} />
        {words(`zone.${zone}`)}
      </li>
    ))
}

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
