import { demandOf } from '#shared/demand/demand'
import type { Model } from './model'
import { type RunResult, runModel } from './run-model'

/** One replication of some days: it depends on the model, the seed and its number, and on no other replication. */
export function runReplication(model: Model, seed: number, replication: number, days: number): RunResult {
  return runModel(model, demandOf(model.scenario, seed, replication, days))
}
