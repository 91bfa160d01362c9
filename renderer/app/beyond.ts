import type { Building, BuildingStorey } from '#shared/building/building'
import { extentOf } from '#shared/drawing/draw-design'
import type { Beyond } from '../scene/OtherStorey'
import type { StoreyView } from '../state/view-store'

/** Drawn apart, storeys are as far from each other as keeps one from hiding the next in the view at an angle: shares of the building's depth and width. */
const APART = { ofDepth: 1.1, ofWidth: 0.4, least: 8 } as const

/** The other storeys, as they are shown with the one that is looked at in 3D. */
export function beyondOf({ storeys }: Building, shown: BuildingStorey, view: StoreyView): readonly Beyond[] {
  if (view === 'solo' || storeys.length < 2) return []
  const at = storeys.indexOf(shown)
  const box = extentOf(shown)
  const wanted = box === undefined ? 0 : APART.ofDepth * (box.top - box.bottom) + APART.ofWidth * (box.right - box.left)
  const apart = Math.max(APART.least, wanted)
  return storeys.flatMap((storey, index): readonly Beyond[] => {
    if (storey === shown) return []
    const lift = view === 'exploded' ? (index - at) * apart : storey.storey.elevation - shown.storey.elevation
    // One looks down: what lies above would hide the storey that is worked on.
    return [{ storey, lift, isGhost: view === 'ghosted' || (view === 'stacked' && index > at) }]
  })
}
