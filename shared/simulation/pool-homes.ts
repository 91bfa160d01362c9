import type { FlowModel, Model, SpotModel } from './model'

/** Where the n-th item of a kind lies at the beginning: where its own way would have ended. */
export function initialHome(model: Model, flow: FlowModel, number: number): SpotModel | undefined {
  let at: SpotModel | undefined
  for (const { step, gait } of flow.opsFor(0).ops) {
    const set = model.sets[step.set]
    if (set === undefined || set.spots.length === 0) continue
    if (set.choice !== 'nearest' || at === undefined) {
      at = set.spots[number % set.spots.length]
      continue
    }
    let least = Number.POSITIVE_INFINITY
    let best = set.spots[0]!
    for (const spot of set.spots) {
      const cost = model.legs.cost(at.itemOut, spot.itemIn, gait)
      if (cost < least - 1e-9) {
        best = spot
        least = cost
      }
    }
    at = best
  }
  return at
}
