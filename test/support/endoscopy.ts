import type { Catalogue } from '#shared/document/catalogue'
import type { WardDocument } from '#shared/document/document'
import { counterIds } from './counter-ids'
import { putPathways } from './endoscopy/pathways'
import { drawPods } from './endoscopy/pods'
import { putPodsPathway } from './endoscopy/pods-pathway'
import { putTables } from './endoscopy/tables'
import { drawToday } from './endoscopy/today'
import { scriptFrom } from './script'

/** The worked sample, drawn by commands: today's endoscopy unit, and one better design. */
export function endoscopyWorkshop(catalogue: Catalogue): WardDocument {
  const script = scriptFrom()
  const freshId = counterIds()
  putTables(script, freshId)
  putPathways(script, freshId)
  drawToday(script, catalogue, freshId)
  putPodsPathway(script, drawPods(script, catalogue, freshId), freshId)
  return script.document()
}
