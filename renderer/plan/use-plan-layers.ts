import { useMemo } from 'react'
import type { BuildingStorey, BuiltFixture } from '#shared/building/building'
import { drawMarks } from '#shared/drawing/draw-marks'
import { drawFloors } from '#shared/drawing/draw-rooms'
import { drawWalks } from '#shared/drawing/draw-walks'
import type { DrawnPart } from '#shared/drawing/options'
import type { Shape } from '#shared/drawing/shape'
import type { Layers } from '../state/view-store'
import { steppedScale } from './camera'

const NOTHING: readonly Shape[] = []
const NO_FIXTURES: readonly BuiltFixture[] = []

/** The layers of a plan, each drawn again only when what it shows has changed. */
export function usePlanLayers(storey: BuildingStorey, parts: readonly DrawnPart[], scale: number, shown: Pick<Layers, 'floors' | 'furniture'>) {
  const stepped = steppedScale(scale)
  const floors = drawFloors(storey, shown.floors)
  const fixtures = shown.furniture ? storey.fixtures : NO_FIXTURES
  const storeyId = storey.storey.id
  const marks = useMemo(() => (parts.length === 0 ? NOTHING : drawMarks(parts, storey)), [parts, storey])
  const routes = useMemo(() => (parts.length === 0 ? NOTHING : drawWalks(parts, storeyId, 1 / stepped)), [parts, stepped, storeyId])
  return { floors, fixtures, marks, routes, stepped, unit: 1 / stepped }
}
