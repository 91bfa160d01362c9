import { type ReactNode, type RefObject, useEffect, useState } from 'react'
import { useStore } from 'zustand'
import type { Id } from '#shared/base/ids'
import type { BuildingStorey } from '#shared/building/building'
import type { RecordTable } from '#shared/document/document'
import type { Point } from '#shared/geometry/point'
import { inPixels } from '../plan/frame'
import { Overlay } from '../plan/Overlay'
import { SketchLayer } from '../plan/SketchLayer'
import { TypedField } from '../plan/TypedField'
import { type FloorFrame, floorFrame, type Size } from '../scene/scene-camera'
import type { SceneLens } from '../scene/scene-lens'
import type { Hand } from '../state/hand'
import type { Preview } from '../state/view-store'
import type { ToolChoice } from '../tools/tool-choice'

/** The plan's own drawing of what the hand does, laid on the floor that is seen from the side: nothing of it is drawn twice. */
export function SceneSketch({
  box,
  lens,
  design,
  table,
  storey,
  selected,
  preview,
  hand,
  tool,
  hasHandles,
  over,
}: {
  readonly box: RefObject<HTMLDivElement | null>
  readonly lens: SceneLens
  readonly design: Id
  readonly table: RecordTable
  readonly storey: BuildingStorey
  readonly selected: readonly Id[]
  readonly preview: Preview | undefined
  readonly hand: Hand
  readonly tool: ToolChoice
  readonly hasHandles: boolean
  /** Fields over the floor, where a point of the plan is on the screen. */
  readonly over?: ((toView: (at: Point) => Point) => ReactNode) | undefined
}) {
  const camera = useStore(lens, (state) => state.camera)
  const size = useSizeOf(box)
  if (camera === undefined || size.width === 0) return null
  const frame = floorFrame(camera, size)
  const toView = ({ x, y }: Point) => ({ x: frame.a * x - frame.c * y + frame.e, y: frame.b * x - frame.d * y + frame.f })
  return (
    <div className="plan scene-sketch">
      <svg aria-hidden="true">
        <defs>
          <pattern id="ghost-hatch" width="10" height="10" patternUnits="userSpaceOnUse" patternTransform={`${inPixels(frame)} rotate(45)`}>
            <rect width="10" height="10" fill="#9a1b2f" opacity="0.08" />
            <line x1="0" y1="0" x2="0" y2="10" stroke="#9a1b2f" strokeWidth="4" opacity="0.45" />
          </pattern>
        </defs>
        <g transform={`matrix(${matrixOf(frame)})`}>
          <Overlay table={table} storey={storey} selected={selected} preview={preview} frame={frame} hasHandles={hasHandles} isOutlined={false} />
          <SketchLayer hand={hand} design={design} frame={frame} />
        </g>
      </svg>
      <TypedField hand={hand} design={design} tool={tool} toView={toView} />
      {over?.(toView)}
    </div>
  )
}

function matrixOf({ a, b, c, d, e, f }: FloorFrame): string {
  return [a, b, c, d, e, f].join(' ')
}

function useSizeOf(box: RefObject<HTMLDivElement | null>): Size {
  const [size, setSize] = useState<Size>({ width: 0, height: 0 })
  // Of what it lies in: that is there once all of it is.
  useEffect(() => {
    const element = box.current
    if (element === null) return
    const watch = new ResizeObserver(() => setSize({ width: element.clientWidth, height: element.clientHeight }))
    watch.observe(element)
    return () => watch.disconnect()
  }, [box])
  return size
}
