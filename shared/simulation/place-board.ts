import type { LegTable } from './leg-table'
import type { FlowModel } from './model'
import type { SetState, SpotState, Visit } from './run-state'

/** What a spot is wanted for: to be taken, to wait at, or to set something down at or fetch it from. */
export type Wanted = 'place' | 'seat' | 'drop'

/**
 * A spot of a set for somebody who comes from an end (-1: from nowhere). Only free ones are taken; seats and drops are taken
 * where none is free, too. `nearest`: the least walk. Else the one least visited for its size. Of those alike the first by key.
 */
export function chooseSpot(
  legs: LegTable,
  { spots, model: { choice } }: SetState,
  from: number,
  whom: 'patient' | 'staff' | 'item' | 'staffOut',
  gait: number,
  wanted: Wanted,
): SpotState {
  if (spots.length === 1) return spots[0]!
  const isNearest = (choice === 'nearest' || wanted === 'seat' || whom === 'staffOut') && from >= 0
  let best: SpotState | undefined
  let bestFree = false
  let least = Number.POSITIVE_INFINITY
  for (const spot of spots) {
    const { model } = spot
    const isFree = whom === 'staffOut' || spot.used + spot.seated < (wanted === 'seat' ? model.seats : model.capacity)
    if (!isFree && (wanted === 'place' || bestFree)) continue
    const to = whom === 'patient' ? model.patientIn : whom === 'staff' ? model.staffIn : whom === 'item' ? model.itemIn : model.staffOut
    const cost = isNearest ? legs.cost(from, to, gait) : spot.visits / (Number.isFinite(model.capacity) ? model.capacity : 1)
    if (best === undefined || (isFree && !bestFree) || cost < least - (isNearest ? EQUAL_M : 1e-12)) {
      best = spot
      bestFree = isFree
      least = Number.isNaN(cost) ? Number.POSITIVE_INFINITY : cost
    }
  }
  return best ?? spots[0]!
}

/** Ways this alike are equally long. Metres. */
const EQUAL_M = 1e-9

/** One text for sets of the same places chosen alike. */
export function placeKey({ model }: SetState): string {
  return model.index >= 0 ? `#${model.index}` : `=${model.spots[0]?.key}`
}

/** Where a visit leaves a spot, and where one of its kind comes to it: ends. */
export function outOf({ flow: { whom } }: Visit, { model }: SpotState): number {
  return whom === 'patient' ? model.patientOut : whom === 'staff' ? model.staffOut : model.itemOut
}

export function inOf(whom: FlowModel['whom'], { model }: SpotState): number {
  return whom === 'patient' ? model.patientIn : whom === 'staff' ? model.staffIn : model.itemIn
}
