import { parentPort, workerData } from 'node:worker_threads'
import { decodeWard } from '#shared/exchange/ward-file'
import { openSimulator, type Simulator } from '#shared/metrics/simulate'
import type { SimulateTask } from '#shared/metrics/simulate-tasks'
import type { SimulateWork } from './simulate-pool'

/** What this file is when it is started as a thread: answers tasks one after the other, keeping each design that it has made ready. */
export function workAsThread(): void {
  const { bytes, plan, reading } = workerData as SimulateWork
  const decoded = decodeWard(bytes)
  if (decoded.status !== 'ok') throw new Error(decoded.problem.key)
  const { document } = decoded
  const simulators = new Map<string, Simulator>()
  parentPort?.on('message', ({ design, from, to }: SimulateTask) => {
    let simulator = simulators.get(design)
    if (simulator === undefined) {
      simulator = openSimulator(document, design, reading, plan)
      simulators.set(design, simulator)
    }
    parentPort?.postMessage(simulator.run(from, to))
  })
}
