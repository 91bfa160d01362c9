import type { Catalogue } from '#shared/document/catalogue'
import type { WardDocument } from '#shared/document/document'
import { counterIds } from './counter-ids'
import { putChangedVisit } from './endoscopy/changed-visit'
import { drawOneWay } from './endoscopy/one-way'
import { ONE_WAY_VISIT } from './endoscopy/one-way-pathway'
import { tieToToday } from './endoscopy/origins'
import { putPathways } from './endoscopy/pathways'
import { drawPods } from './endoscopy/pods'
import { PODS_VISIT } from './endoscopy/pods-pathway'
import { drawRacetrack } from './endoscopy/racetrack'
import { RACETRACK_VISIT } from './endoscopy/racetrack-pathway'
import { putTables } from './endoscopy/tables'
import { drawToday } from './endoscopy/today'
import { scriptFrom } from './script'

/** What the groups came up with, each with its own way through the visit. */
const IDEAS = [
  [drawPods, PODS_VISIT],
  [drawRacetrack, RACETRACK_VISIT],
  [drawOneWay, ONE_WAY_VISIT],
] as const

/** The worked sample, drawn by commands: today's endoscopy unit, and three ideas for it. */
export function endoscopyWorkshop(catalogue: Catalogue): WardDocument {
  const script = scriptFrom()
  const freshId = counterIds()
  putTables(script, freshId)
  putPathways(script, freshId)
  const today = drawToday(script, catalogue, freshId)
  for (const [draw, visit] of IDEAS) {
    const design = draw(script, catalogue, freshId)
    tieToToday(script, today, design)
    putChangedVisit(script, design, visit, freshId)
  }
  return script.document()
}
