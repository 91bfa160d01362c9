import { memo, useDeferredValue, useMemo } from 'react'
import type { Message } from '#shared/base/message'
import type { BuildingStorey } from '#shared/building/building'
import { drawGates, drawRoomLabels } from '#shared/drawing/draw-labels'
import { ShapeLayer } from './ShapeLayer'

/** No text on the plan is smaller, in pixels. */
const LABEL_PX = 14

/** Names of gates and, if they are shown, of rooms. A room takes its name along; what only moves in a room is made way for a moment later. */
export const LabelLayer = memo(function LabelLayer({
  storey,
  scale,
  hasRooms,
  say,
}: {
  readonly storey: BuildingStorey
  /** Pixels a metre, by steps of the zoom. */
  readonly scale: number
  readonly hasRooms: boolean
  readonly say: (message: Message) => string
}) {
  const settled = useDeferredValue(storey)
  const of = settled.storey.id === storey.storey.id && settled.rooms === storey.rooms ? settled : storey
  const shapes = useMemo(() => {
    const labelSize = LABEL_PX / scale
    const options = { labelSize, smallestLabel: labelSize, typeWidth: 1, say }
    return [...drawGates(of, options), ...(hasRooms ? drawRoomLabels(of, options) : [])]
  }, [of, scale, say, hasRooms])
  return <ShapeLayer className="labels" shapes={shapes} />
})
