import { demandOf } from '#shared/demand/demand'
import type { Model } from './model'
import { type RunResult, runModel } from './run-model'
import type { TraceWriter } from './trace'

/** One replication of some days: it depends on the model, the seed and its number, and on no other replication. */
export function runReplication(model: Model, seed: number, replication: number, days: number, writer?: TraceWriter): RunResult {
  return runModel(model, demandOf(model.scenario, seed, replication, days), writer)
}
