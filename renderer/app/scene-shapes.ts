import type { Message } from '#shared/base/message'
import type { BuildingStorey } from '#shared/building/building'
import type { RecordTable } from '#shared/document/document'
import { type DrawnDifference, drawDifferences } from '#shared/drawing/draw-differences'
import { drawConflictMetres, drawConflicts, drawDoorPassings, drawLandings, drawSight } from '#shared/drawing/draw-flow-marks'
import { drawMarks } from '#shared/drawing/draw-marks'
import { drawNotes } from '#shared/drawing/draw-notes'
import { drawRibbons } from '#shared/drawing/draw-ribbons'
import { drawStory } from '#shared/drawing/draw-story'
import { drawWalks } from '#shared/drawing/draw-walks'
import type { DrawnPart } from '#shared/drawing/options'
import { ribbonsOf } from '#shared/drawing/ribbons'
import type { Shape } from '#shared/drawing/shape'
import { UNIT_M } from '../scene/floor-shapes'
import { type Flowing, shownBy } from '../state/flowing'

/** All that is laid on the floor in 3D, back to front: the same shapes that the plan draws, at one fixed size. */
export function sceneShapes({
  storey,
  parts,
  flowing,
  marks,
  notes,
  say,
}: {
  readonly storey: BuildingStorey
  readonly parts: readonly DrawnPart[]
  readonly flowing: Flowing
  /** What differs from the design beside it. */
  readonly marks: readonly DrawnDifference[]
  /** The table whose notes are shown; undefined where none are. */
  readonly notes: RecordTable | undefined
  readonly say: (message: Message) => string
}): readonly Shape[] {
  const { flows, layers, sight, story, step } = flowing
  const told = { unit: UNIT_M, say }
  return [
    ...(sight === undefined ? [] : drawSight(sight.rings, sight.eye, told)),
    ...(flows !== undefined && layers.conflicts ? drawConflicts(flows.conflicts, storey) : []),
    ...drawDifferences(marks, 2 * UNIT_M),
    ...drawMarks(parts, storey),
    ...(flows === undefined ? [] : drawRibbons(ribbonsOf(flows.net, { unit: UNIT_M, isShown: shownBy(layers) }), UNIT_M)),
    ...drawWalks(parts, storey.storey.id, UNIT_M),
    ...(flows !== undefined && layers.doors ? drawDoorPassings(flows.doors, storey, layers.flows, told) : []),
    ...(flows === undefined ? [] : drawLandings(flows.landings, shownBy(layers), told)),
    ...(story === undefined ? [] : drawStory(story, step, { ...told, storey: storey.storey.id })),
    ...(flows !== undefined && layers.conflicts ? drawConflictMetres(flows.conflicts, told) : []),
    ...(notes === undefined ? [] : drawNotes(notes, storey.storey.id, UNIT_M)),
  ]
}
