import { useMemo } from 'react'
import type { Message } from '#shared/base/message'
import type { BuildingStorey } from '#shared/building/building'
import type { Catalogue } from '#shared/document/catalogue'
import { drawFixtures } from '#shared/drawing/draw-fixtures'
import { drawGates, drawRoomLabels } from '#shared/drawing/draw-labels'
import { drawMarks, routesOfParts } from '#shared/drawing/draw-marks'
import { drawOpenings } from '#shared/drawing/draw-openings'
import { drawFloors } from '#shared/drawing/draw-rooms'
import { drawRoutes } from '#shared/drawing/draw-routes'
import { drawWalls } from '#shared/drawing/draw-walls'
import type { DrawnPart } from '#shared/drawing/options'
import type { Shape } from '#shared/drawing/shape'
import type { Layers } from '../state/view-store'
import { steppedScale } from './camera'

/** No text on the plan is smaller, in pixels. */
const LABEL_PX = 14

const NOTHING: readonly Shape[] = []

/** The layers of a plan, each drawn again only when what it shows has changed. */
export function usePlanLayers(
  storey: BuildingStorey,
  catalogue: Catalogue,
  parts: readonly DrawnPart[],
  scale: number,
  say: (message: Message) => string,
  shown: Pick<Layers, 'floors' | 'furniture' | 'labels'>,
) {
  const stepped = steppedScale(scale)
  const floors = drawFloors(storey, shown.floors)
  const furniture = shown.furniture ? drawFixtures(storey, catalogue, false) : NOTHING
  const solid = drawWalls(storey)
  const openings = drawOpenings(storey)
  const walls = useMemo(() => [...solid, ...openings], [solid, openings])
  const labels = useMemo(() => {
    const labelSize = LABEL_PX / stepped
    const options = { labelSize, smallestLabel: labelSize, typeWidth: 1, say }
    return [...drawGates(storey, options), ...(shown.labels ? drawRoomLabels(storey, options) : [])]
  }, [storey, stepped, say, shown.labels])
  const storeyId = storey.storey.id
  const marks = useMemo(() => drawMarks(parts, storey), [parts, storey])
  const routes = useMemo(() => drawRoutes(routesOfParts(parts, storeyId), 1 / stepped), [parts, stepped, storeyId])
  return { floors, furniture, walls, labels, marks, routes, unit: 1 / stepped }
}
