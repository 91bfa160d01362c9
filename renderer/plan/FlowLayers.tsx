import { memo, useMemo } from 'react'
import type { Message } from '#shared/base/message'
import type { BuildingStorey } from '#shared/building/building'
import { drawConflictMetres, drawConflicts, drawDoorPassings, drawLandings, drawSight } from '#shared/drawing/draw-flow-marks'
import { drawRibbons } from '#shared/drawing/draw-ribbons'
import { drawStory } from '#shared/drawing/draw-story'
import { ribbonsOf } from '#shared/drawing/ribbons'
import type { Shape } from '#shared/drawing/shape'
import { type Flowing, shownBy } from '../state/flowing'
import './flows.css'
import { ShapeLayer } from './ShapeLayer'

type FlowLayersProps = {
  readonly flowing: Flowing
  readonly storey: BuildingStorey
  /** Metres of a pixel, by steps of the zoom. */
  readonly unit: number
  readonly say: (message: Message) => string
}

const NOTHING: readonly Shape[] = []

/** More kinds at once than this are a crowd: ribbons are thinned to so many metres a unit, and to no less than a share of a pixel. */
const CALM_KINDS = 3
const CROWDED_UNIT_M = 0.05
const THINNEST_SHARE = 0.6

/** What an eye sees: light on the floor, under the furniture. */
export const SightLayer = memo(function SightLayer({ flowing, unit }: Pick<FlowLayersProps, 'flowing' | 'unit'>) {
  const { sight } = flowing
  const shapes = useMemo(() => (sight === undefined ? NOTHING : drawSight(sight.rings, sight.eye, { unit })), [sight, unit])
  return <ShapeLayer className="sights" shapes={shapes} />
})

/** Conflicts, and the ribbons over them. */
export const FlowLayers = memo(function FlowLayers({ flowing, storey, unit: pixel }: FlowLayersProps) {
  const { flows, layers } = flowing
  const unit = layers.flows.length > CALM_KINDS ? Math.max(pixel * THINNEST_SHARE, Math.min(pixel, CROWDED_UNIT_M)) : pixel
  const ribbons = useMemo(
    () => (flows === undefined ? NOTHING : drawRibbons(ribbonsOf(flows.net, { unit, isShown: shownBy(layers) }), unit)),
    [flows, layers, unit],
  )
  const conflicts = useMemo(
    () => (flows === undefined || !layers.conflicts ? NOTHING : drawConflicts(flows.conflicts, storey)),
    [flows, layers.conflicts, storey],
  )
  return (
    <g className="flows" style={{ '--unit': `${unit}px` } as React.CSSProperties}>
      <ShapeLayer className="marks conflicts" shapes={conflicts} />
      <ShapeLayer className="ribbons" shapes={ribbons} />
    </g>
  )
})

/** Figures and stations, over everything else. */
export const FlowSigns = memo(function FlowSigns({ flowing, storey, unit, say }: FlowLayersProps) {
  const { flows, layers, story, step } = flowing
  const doors = useMemo(
    () => (flows === undefined || !layers.doors ? NOTHING : drawDoorPassings(flows.doors, storey, layers.flows, { unit, say })),
    [flows, layers.doors, layers.flows, storey, unit, say],
  )
  const metres = useMemo(
    () => (flows === undefined || !layers.conflicts ? NOTHING : drawConflictMetres(flows.conflicts, { unit, say })),
    [flows, layers.conflicts, unit, say],
  )
  const journey = useMemo(
    () => (story === undefined ? NOTHING : drawStory(story, step, { unit, say, storey: storey.storey.id })),
    [story, step, unit, say, storey.storey.id],
  )
  const landings = useMemo(
    () => (flows === undefined ? NOTHING : drawLandings(flows.landings, shownBy(layers), { unit, say })),
    [flows, layers, unit, say],
  )
  return (
    <g className="flow-signs" style={{ '--unit': `${unit}px` } as React.CSSProperties}>
      <ShapeLayer className="doors" shapes={doors} />
      <ShapeLayer className="conflict-metres" shapes={metres} />
      <ShapeLayer className="landings" shapes={landings} />
      <ShapeLayer className="journey" shapes={journey} />
    </g>
  )
})
